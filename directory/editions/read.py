"""A stored edition → an edition in memory. It was proved when it was published; that it is the same, the hashes say."""

from pathlib import Path

from sqlalchemy.orm import Session

from directory.editions.build import Edition, within_of
from directory.editions.content import catalogue_of
from directory.editions.kept import KeptBases
from directory.editions.store import manifest_of, parts_of
from directory.errors import EditionDamaged, RulesNotProved
from directory.findings import has_errors
from directory.rules import Ruleset, compile_base, load_files
from directory.search import index_of


class Reader:
    """Reads editions one after another; what two of them share is read once.

    `last` is the edition that was read last; `known` is what each rule file holds, where files have been read.

    :param rules: the folder that rules lie in
    :param home: below which bases that were read are kept
    """

    def __init__(self, rules: Path | str, home: Path):
        self.within = within_of(rules)
        self.kept = KeptBases(home, self.within)
        self.last: Edition | None = None
        self.known: dict = {}

    def read(self, session: Session, edition_id):
        """The edition of an id.

        :raises EditionDamaged: what is stored is not what was published, or this program cannot read it
        """
        if self.last and self.last.id == edition_id:
            return self.last
        manifest = manifest_of(session, edition_id)
        parts = parts_of(session, edition_id, self._wanted(manifest))
        before = (self.last.manifest, self.last.catalogue) if self.last else None
        try:
            catalogue = catalogue_of(manifest, parts.__getitem__, last=before)
            edition = Edition(edition_id, self._ruleset(manifest, parts), catalogue, manifest,
                              self._index(manifest, catalogue))
        except RulesNotProved as error:
            raise EditionDamaged(edition_id, error.findings[0].file) from error
        except Exception as error:  # whatever stored bytes can do to a reader, the last good edition goes on
            raise EditionDamaged(edition_id, repr(error)) from error
        self.remember(edition)
        return edition

    def remember(self, edition: Edition):
        """Take an edition as the one that the next is read beside; of rule files only its own are known on."""
        self.last = edition
        wanted = set(edition.manifest.rules.values())
        self.known = {key: sheet for key, sheet in self.known.items() if key[1] in wanted}
        self.kept.keep(edition.manifest.rules, edition.ruleset.base)

    def _wanted(self, manifest):
        """The parts that the last edition does not hold already."""
        return manifest.hashes - (self.last.manifest.hashes if self.last else set()) | set(manifest.rules.values())

    def _ruleset(self, manifest, parts):
        if self.last and self.last.manifest.rules == manifest.rules:
            return self.last.ruleset
        base = self.kept.get(manifest.rules) or self._base_of_files(manifest, parts)
        return Ruleset(base, compile_base(base))

    def _index(self, manifest, catalogue):
        if self.last and self.last.manifest.records == manifest.records:
            return self.last.index
        return index_of(catalogue)

    def _base_of_files(self, manifest, parts):
        files = {name: parts[digest] for name, digest in manifest.rules.items()}
        loaded = load_files(files, within=self.within, known=self.known)
        if has_errors(loaded.findings):
            raise RulesNotProved(loaded.findings)
        return loaded.base
