"""What an edition holds, in parts that are known by their hash: each rule file, and the records in small groups.

A record's group follows from its key alone, so that another record of sixty thousand makes one small new part. A
manifest names the parts; the hash of the manifest is the edition's id.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, get_args, get_type_hints
from zlib import crc32

import orjson

from directory.catalogue import Catalogue
from directory.editions.record_json import reader_of, to_json

FORMAT = 1
LETTERS_OF_AN_ID = 16
GROUPS = {"units": 256, "agencies": 16, "roles": 16}  # parts of a kind, whose records then stand by their keys
KINDS: dict[str, Any] = {  # each kind of record with its type
    one.name: get_args(get_type_hints(Catalogue)[one.name])[1] for one in fields(Catalogue) if one.name != "hash"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The hashes of the parts: of rule files by name, of groups of records by kind and number."""

    rules: Mapping[str, str]
    records: Mapping[str, Mapping[int, str]]

    @property
    def hashes(self):
        return {*self.rules.values(), *(one for groups in self.records.values() for one in groups.values())}

    @property
    def text(self):
        """The one way in which a manifest is written."""
        said = {"format": FORMAT, "rules": dict(self.rules),
                "records": {kind: {str(group): one for group, one in groups.items()}
                            for kind, groups in self.records.items()}}
        return json.dumps(said, sort_keys=True, separators=(",", ":"))

    @property
    def id(self):
        return sha256(self.text.encode()).hexdigest()[:LETTERS_OF_AN_ID]

    @property
    def records_hash(self):
        return sha256(json.dumps({kind: list(groups.values()) for kind, groups in self.records.items()},
                                 sort_keys=True).encode()).hexdigest()[:LETTERS_OF_AN_ID]


@dataclass(frozen=True, slots=True)
class Content:
    """A manifest and the bytes of its parts by their hash."""

    manifest: Manifest
    parts: Mapping[str, bytes]


def content_of(files: Mapping[str, bytes], catalogue: Catalogue):
    """The content of rule files and a catalogue."""
    parts: dict[str, bytes] = {}
    rules = {name: _put(parts, raw) for name, raw in files.items()}
    records = {kind: {group: _put(parts, orjson.dumps(written)) for group, written in
                      _grouped(kind, getattr(catalogue, kind)).items()} for kind in KINDS}
    return Content(Manifest(rules, records), parts)


def edition_id(files: Mapping[str, bytes], catalogue: Catalogue):
    """The id of what these rule files and this catalogue are together."""
    return content_of(files, catalogue).manifest.id


def hash_of(raw):
    return sha256(raw).hexdigest()


def read_manifest(text):
    """The manifest of its text.

    :raises ValueError: it is no manifest of this format
    """
    said = json.loads(text)
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise ValueError("no manifest of this format")
    return Manifest(said["rules"], {kind: {int(group): one for group, one in groups.items()}
                                    for kind, groups in said["records"].items()})


def catalogue_of(manifest, part, *, last=None):
    """The catalogue of a manifest.

    :param part: gives the bytes of a part's hash
    :param last: a pair of manifest and catalogue whose records are used again where their group is the same
    """
    made = {kind: _records(kind, manifest, part, last) for kind in KINDS}
    return Catalogue(**made, hash=manifest.records_hash)


def group_of(kind, key):
    return crc32(key.encode("utf-8", "surrogatepass")) % GROUPS.get(kind, 1)


def _put(parts, raw):
    digest = hash_of(raw)
    parts[digest] = raw
    return digest


def _grouped(kind, records):
    """The records of a kind as JSON has them, by group and in order; a kind of one group keeps the order it has."""
    found = defaultdict(list)
    for key in sorted(records) if kind in GROUPS else records:
        found[group_of(kind, key)].append([key, to_json(records[key])])
    return found


def _records(kind, manifest, part, last):
    groups, read = manifest.records.get(kind, {}), reader_of(KINDS[kind])
    same = _unchanged(kind, groups, *last) if last else {}
    kept = {group_of(kind, key) for key in same}
    found = dict(same)
    for group, digest in groups.items():
        if group not in kept:
            found |= {key: read(one) for key, one in orjson.loads(part(digest))}
    return dict(sorted(found.items())) if kind in GROUPS else found


def _unchanged(kind, groups, manifest, catalogue):
    """The records of a catalogue whose groups have the hashes of these groups."""
    before = manifest.records.get(kind, {})
    same = {group for group, digest in groups.items() if before.get(group) == digest}
    return {key: one for key, one in getattr(catalogue, kind).items() if group_of(kind, key) in same}
