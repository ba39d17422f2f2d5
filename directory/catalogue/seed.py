"""The files under seed/ → a catalogue and every fault of every file. Numbers that nobody has confirmed are fiction or refused."""

import os
import re
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from marshmallow import ValidationError

from directory.catalogue import shapes
from directory.catalogue.records import Agency, Area, Catalogue, InputWords, Need, NeedGroup, Phone, Place, Process, Role, Unit
from directory.findings import ERROR, Finding, names, say
from directory.yaml_lines import Entry, Items, line_at, read_file

FORMAT = "one-way-in-seed/1"
CHECK = "seed"
SECTIONS = {  # the list that a file holds: the shape of its entries
    "agencies": shapes.AgencyShape, "roles": shapes.RoleShape, "processes": shapes.Described, "groups": shapes.GroupShape,
    "needs": shapes.NeedShape, "areas": shapes.AreaShape, "inputs": shapes.InputShape,
    "units": shapes.UnitShape, "phones": shapes.NationalShape,
}
# Numbers that PTS keeps free for books, film and tests: first and last of each series, digits alone (PTS, 2024-05-14).
FICTION = (("0701740605", "0701740699"), ("0846500400", "0846500499"), ("0313900600", "0313900699"),
           ("0406280400", "0406280499"), ("0980319200", "0980319299"))


def load_seed(folder):
    """The catalogue of a folder, or None where it cannot be read whole, and the findings."""
    folder = Path(folder)
    if not folder.is_dir():
        message = say("The folder %(folder)s does not exist.", folder=str(folder))
        return None, [Finding(CHECK, ERROR, str(folder), 1, message, say("Check the name of the folder."))]
    reader = _Reader()
    digest = sha256()
    for path in sorted(Path(root, name) for root, _, files in os.walk(folder) for name in files if name.endswith(".yaml")):
        reader.read(path)
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    reader.look_up()
    return (None if reader.faults else reader.catalogue(digest.hexdigest()[:16])), reader.faults


class _Reader:
    def __init__(self):
        self.faults, self.found = [], {section: {} for section in SECTIONS}

    def fault(self, file, line, message, hint=None, ids=()):
        self.faults.append(Finding(CHECK, ERROR, file, line, message, hint, ids))

    def read(self, path):
        name = str(path)
        top, faults = read_file(path, name)
        self.faults += faults
        if top is None:
            return
        if top.get("format") != FORMAT:
            self.fault(name, line_at(top, ["format"]), say("The format is not %(format)s.", format=FORMAT),
                       say("Start the file with format: %(format)s.", format=FORMAT))
        for key, entries in top.items():
            if key == "format":
                continue
            if key not in SECTIONS or not isinstance(entries, Items):
                self.fault(name, line_at(top, [key]), say("A seed file has no list %(key)s.", key=key), self._near(key, SECTIONS))
                continue
            for index, raw in enumerate(entries):
                self._entry(name, key, raw, line_at(top, [key, index]))

    def _entry(self, file, section, raw, line):
        if not isinstance(raw, Entry):
            return self.fault(file, line, say("An entry of %(section)s is not written as keys and values.", section=section))
        try:
            data = SECTIONS[section]().load(raw)
        except ValidationError as error:
            for path, code in _flat(error.messages):
                key = ".".join(map(str, path)) or "?"
                message = say("%(section)s %(id)s: %(key)s is missing, unknown or not as it should be (%(code)s).",
                              section=section, id=str(raw.get("id", "?")), key=key, code=code)
                hint = self._near(str(path[-1]) if path else "", SECTIONS[section]().fields)
                self.fault(file, line_at(raw, path), message, hint, (str(raw.get("id", "?")),))
            return None
        if data["id"] in self.found[section]:
            first = self.found[section][data["id"]][0]
            return self.fault(file, line, say("The id %(id)s stands twice, first in %(file)s:%(line)s.", id=data["id"],
                                              file=first.file, line=first.line), say("Give one of them another id."), (data["id"],))
        self.found[section][data["id"]] = (Place(file, line), data)
        return None

    @staticmethod
    def _near(word, known):
        near = get_close_matches(word, list(known), n=2, cutoff=0.6)
        near = [one for one in near if one != word]
        return say("Did you mean %(near)s?", near=names(near)) if near else None

    def look_up(self):
        """Every id that an entry names must exist; contact details that nobody has confirmed must be fiction."""
        for section, key, target in (("agencies", "receives", "needs"), ("roles", "receives", "needs"), ("roles", "works_at", "agencies"),
                                     ("needs", "group", "groups"), ("areas", "within", "areas"), ("units", "agency", "agencies"),
                                     ("units", "area", "areas"), ("phones", "agency", "agencies")):
            for place, data in self.found[section].values():
                value = data[key]
                for word in value if isinstance(value, tuple) else [value] if value is not None else []:
                    if word not in self.found[target]:
                        self.fault(place.file, place.line, say("%(section)s %(id)s: %(key)s names an unknown id: %(word)s.",
                                                               section=section, id=data["id"], key=key, word=word),
                                   self._near(word, self.found[target]), (data["id"],))
        for place, data in self.found["units"].values():
            if data["assured_date"] is None:
                self._only_fiction(place, data)

    def _only_fiction(self, place, data):
        for phone in data["phones"]:
            digits = re.sub(r"\D", "", phone["number"])
            if not any(len(digits) == len(first) and first <= digits <= last for first, last in FICTION):
                self.fault(place.file, place.line,
                           say("%(id)s: the number %(number)s is not confirmed and not one of PTS's numbers for fiction.",
                               id=data["id"], number=phone["number"]),
                           say("Use a number that PTS keeps for fiction, or add the assured_date when its owner has confirmed it."),
                           (data["id"],))
        for key in ("email", "url"):
            host = re.sub(r"^\w+://|/.*$", "", (data[key] or "").rpartition("@")[2])
            if host and not host.endswith(".example"):
                self.fault(place.file, place.line,
                           say("%(id)s: %(key)s %(value)s is not confirmed and does not end in .example.", id=data["id"], key=key,
                               value=data[key]), say("Use an address that ends in .example until its owner has confirmed it."),
                           (data["id"],))

    def catalogue(self, digest):
        def each(section, make):
            return {one: make(place, data) for one, (place, data) in self.found[section].items()}

        sets = ("levels", "receives", "access")
        return Catalogue(
            each("agencies", lambda place, data: Agency(place=place, **{key: frozenset(value) if key in sets else value
                                                                        for key, value in data.items()})),
            each("roles", lambda place, data: Role(place=place, **{key: frozenset(value) if key in sets else value
                                                                   for key, value in data.items()})),
            each("processes", lambda place, data: Process(place=place, **data)),
            each("groups", lambda place, data: NeedGroup(place=place, **data)),
            each("needs", lambda place, data: Need(place=place, **data)),
            each("areas", lambda place, data: Area(place=place, **data)),
            each("inputs", _input), each("units", _unit), {one.agency: one for one in each("phones", _national).values()}, digest,
        )


def _flat(messages, path=()):
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from _flat(inner, (*path, key))
    else:
        for message in messages:
            yield path, str(message)


def _input(place, data):
    values = {one["id"]: one for one in data["values"]}
    return InputWords(data["id"], place, data["name"], data["asked"], {key: one["name"] for key, one in values.items()},
                      {key: one["short"] or one["name"] for key, one in values.items()})


def _unit(place, data):
    assured = data["assured_date"] is not None
    phones = tuple(Phone(phone["number"], phone["text"], phone["hours"], assured) for phone in data["phones"])
    return Unit(place=place, phones=phones, **{key: value for key, value in data.items() if key != "phones"})


def _national(place, data):
    """A national number as a unit of its own; it is confirmed by the reading that its entry tells of."""
    phone = Phone(data["number"], data["name"], data["hours"], data["read_on"] is not None)
    return Unit(data["id"], place, data["agency"], "generic", data["name"], None, (phone,), None, None, None, {}, None, data["source"])
