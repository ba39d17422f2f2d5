"""The files under seed/ → a catalogue, and every fault of every file."""

import os
from collections.abc import Callable
from pathlib import Path

from marshmallow import ValidationError

from directory.catalogue import faults
from directory.catalogue.content import hash_of
from directory.catalogue.records import (
    Agency, Area, Catalogue, ContactPath, InputWords, Need, NeedGroup, Party, Phone, Place, Process, Role, Secrecy,
    Unit)
from directory.catalogue.shapes import SECTIONS, keys_at
from directory.findings import ERROR, Finding, say
from directory.yaml_lines import Entry, Items, line_at, read_file

FORMAT = "one-way-in-seed/1"
CHECK = "seed"
OTHERS = ("bounces.yaml",)  # files beside the catalogue's that it does not read


def load_seed(folder):
    """The catalogue of a folder, or None where it cannot be read whole, and the findings."""
    folder = Path(folder)
    if not folder.is_dir():
        message = say("The folder %(folder)s does not exist.", folder=str(folder))
        return None, [Finding(CHECK, ERROR, str(folder), 1, message, say("Check the name of the folder."))]
    reader = _Reader()
    below = (Path(root, name) for root, _, files in os.walk(folder) for name in files)
    for path in sorted(path for path in below if path.suffix == ".yaml" and path.name not in OTHERS):
        reader.read(path)
    reader.look_up()
    return (None if reader.faults else catalogue_of(reader.found)), reader.faults


class _Reader:
    """What the files hold: by list and id, the place and the values of each entry.

    `known` are the ids of each list, those of entries with faults too; None when a file cannot be read.
    """

    def __init__(self):
        self.faults, self.found = [], {section: {} for section in SECTIONS}
        self.known: dict[str, set[str]] | None = {section: set() for section in SECTIONS}

    def fault(self, place, message, hint=None, *, ids=()):
        self.faults.append(Finding(CHECK, ERROR, place.file, place.line, message, hint, ids))

    def read(self, path):
        name = str(path)
        top, unreadable = read_file(path, name)
        self.faults += unreadable
        if top is None:
            self.known = None
            return
        if top.get("format") != FORMAT:
            self.fault(Place(name, line_at(top, ["format"])), say("The format is not %(format)s.", format=FORMAT),
                       say("Start the file with format: %(format)s.", format=FORMAT))
        for key, entries in top.items():
            if key in SECTIONS and isinstance(entries, Items):
                for index, raw in enumerate(entries):
                    self._entry(key, raw, Place(name, line_at(top, [key, index])))
            elif key != "format":
                message = say("A seed file has no list %(key)s.", key=key)
                self.fault(Place(name, line_at(top, [key])), message, faults.near(key, SECTIONS))

    def _entry(self, section, raw, place):
        if not isinstance(raw, Entry):
            self.fault(place, say("An entry of %(section)s is not written as keys and values.", section=section))
            return
        if self.known and isinstance(raw.get("id"), str):
            self.known[section].add(raw["id"])
        try:
            data = SECTIONS[section].load(raw)
        except ValidationError as error:
            self._shape_faults(section, raw, place, error.messages)
            return
        first = self.found[section].setdefault(data["id"], (place, data))[0]
        if first is not place:
            message = say("The id %(id)s stands twice, first in %(file)s:%(line)s.",
                          id=data["id"], file=first.file, line=first.line)
            self.fault(place, message, say("Give one of them another id."), ids=(data["id"],))

    def _shape_faults(self, section, raw, place, messages):
        one = raw.get("id") if isinstance(raw.get("id"), str) else "?"
        for path, code in faults.codes_in(messages):
            message, hint = faults.of_shape((section, one), path, code, known=keys_at(section, path))
            self.fault(Place(place.file, line_at(raw, path)), message, hint, ids=(one,))

    def look_up(self):
        """Every id that an entry names must exist; contact details that nobody has confirmed must be fiction."""
        strangers = faults.unknown_ids(self.found, self.known) if self.known else ()
        for place, one, message, hint in (*strangers, *faults.unconfirmed(self.found)):
            self.fault(place, message, hint, ids=(one,))


def catalogue_of(found):
    """The catalogue of entries that have no fault."""
    kinds: dict[str, Callable] = {"agencies": Agency, "roles": Role, "processes": Process, "groups": NeedGroup,
                                  "needs": Need, "areas": Area, "inputs": _input, "units": _unit, "phones": _national,
                                  "secrecies": Secrecy, "parties": Party, "contact_paths": ContactPath}
    made = {section: {one: make(place=place, **data) for one, (place, data) in found[section].items()}
            for section, make in kinds.items()}
    made["national"] = {one.agency: one for one in made.pop("phones").values()}
    return Catalogue(**made, hash=hash_of({kind: records.values() for kind, records in made.items()}))


def _input(*, values, **data):
    names = {one["id"]: one["name"] for one in values}
    return InputWords(values=names, short={one["id"]: one["short"] or one["name"] for one in values}, **data)


def _unit(*, phones, assured_date, **data):
    confirmed = assured_date is not None
    return Unit(phones=tuple(Phone(confirmed=confirmed, **one) for one in phones), assured_date=assured_date, **data)


def _national(*, number, hours, read_on, source, schedules=(), **data):
    """A national number as a unit of its own; it is confirmed by the reading that its entry tells of."""
    del data["confidence"]  # for whoever reviews the file
    phone = Phone(number, {}, hours, confirmed=read_on is not None, schedules=schedules)
    return Unit(area="generic", organization=None, phones=(phone,), email=None, url=None, address=None, note={},
                assured_date=None, sources=source, read_on=read_on, **data)
