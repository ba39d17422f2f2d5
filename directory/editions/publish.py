"""To publish: an edition is built beside the one in force, proved whole, compared with it, and put in force at once."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from directory.catalogue import Catalogue
from directory.db import Database, keep_writers_out
from directory.editions.build import Proved, prove
from directory.editions.models import Publication
from directory.editions.read import Reader
from directory.editions.store import (
    PUBLISH, ROLLBACK, Act, last_publication, publications, put_in_force, save, stored_named,
)
from directory.errors import EditionDamaged, NoSuchEdition
from directory.findings import say
from directory.rules import Diff, diff


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edition that may be put in force after the publication `last` (None: the first there is).

    `proved` is None for an edition that is stored already; `moved` says who would be sent elsewhere, None where there
    is nothing to compare with: `last` is None, or its edition cannot be read (`damaged`).
    """

    id: str
    proved: Proved | None
    last: Publication | None
    moved: Diff | None
    damaged: EditionDamaged | None = None

    @property
    def is_in_force(self):
        """Whether this very edition answers already, and is whole."""
        return self.last is not None and self.last.edition_id == self.id and self.damaged is None


def _silent(_step):
    """Tells nobody how far it has come."""


def propose(session: Session, files, catalogue: Catalogue, *, reader: Reader, day: date, tell=_silent):
    """What would be published of rule files and a catalogue.

    :param day: the day on which sources and waivers are judged, and the rules compared
    :param tell: is called with a sentence before each step that takes long
    :raises RulesNotProved: they have errors; it holds the findings
    """
    tell(say("Proving %(files)s rule files against %(units)s units.", files=len(files), units=len(catalogue.units)))
    proved = prove(files, catalogue, day=day, within=reader.within, known=reader.known)
    reader.kept.keep(proved.edition.manifest.rules, proved.edition.ruleset.base)  # for whoever follows on this machine
    tell(say("Comparing edition %(id)s with the one in force.", id=proved.edition.id))
    return _compared(session, proved.edition, proved, reader=reader, day=day)


def propose_again(session: Session, prefix, *, reader: Reader, day: date):
    """What would be put in force once more: the edition of an id's first letters; without them the one before.

    :raises NoSuchEdition: there is none
    :raises EditionDamaged: it cannot be read any more
    """
    wanted = stored_named(session, prefix).id if prefix else _before(session)
    return _compared(session, reader.read(session, wanted), None, reader=reader, day=day)


def put(database: Database, proposal: Proposal, act: Act):
    """Put a proposal in force. When this returns, it is on the disk.

    :return: the bytes that were written beside the publication itself
    :raises PublishedMeanwhile: somebody else has published since it was made
    """
    with database.transaction() as session:
        keep_writers_out(session)
        return put_within(session, proposal, act)


def put_within(session: Session, proposal: Proposal, act: Act):
    """As `put`, in a transaction that keeps other writers out."""
    written = save(session, proposal.proved.content, act) if proposal.proved else 0
    if not (proposal.last and proposal.last.edition_id == proposal.id):
        put_in_force(session, proposal.id, act, action=PUBLISH if proposal.proved else ROLLBACK,
                     after=proposal.last.number if proposal.last else 0)
    return written


def _compared(session, edition, proved, *, reader, day):
    last = last_publication(session)
    if last is None:
        return Proposal(edition.id, proved, None, None)
    try:
        before = reader.read(session, last.edition_id)
    except EditionDamaged as error:
        return Proposal(edition.id, proved, last, None, error)
    return Proposal(edition.id, proved, last, diff(before.ruleset, edition.ruleset, day=day))


def _before(session):
    """The id of the edition that was in force before the one that is."""
    ids = [one.edition_id for one in publications(session)]
    if len(ids) < 2:
        raise NoSuchEdition("")
    return ids[1]
