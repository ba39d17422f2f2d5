"""Objects of plain fields that come in as JSON: a table of parameters, read whole, with every fault at once."""

from dataclasses import dataclass
from typing import Any

from directory.api.json_schema import closed
from directory.api.parameters import Choice, Parameter, Wrong
from directory.errors import DirectoryError
from directory.findings import names, say
from directory.rules import CaseFault
from directory.rules.spelling import did_you_mean, show

LONGEST = 80  # characters of a name that is looked up


class NotAnObject(DirectoryError):
    """What was sent has no fields."""

    code, status = "not_an_object", 400


class TooManyFields(DirectoryError):
    """An object has more fields than there are; to say what is wrong with each of thousands would take seconds."""

    code, status = "too_many_fields", 422


class FieldsRefused(DirectoryError):
    """Fields are missing or not known; `faults` are `CaseFault`s, one a field."""

    code, status = "fields_refused", 422

    def __init__(self, faults):
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Several(Choice):
    """A list of the words that `known` gives of an edition."""

    def read(self, text, edition):
        known = self.known(edition)
        if not isinstance(text, list) or len(text) > len(known):
            raise Wrong(say("%(field)s is not a list of at most %(most)s.", field=self.name, most=len(known)))
        for one in text:
            _check_word(one, known, self.name)
        return tuple(text)

    def schema(self, edition):
        known = list(self.known(edition))
        return {"type": ["array", "null"], "items": {"enum": known}, "maxItems": len(known)}


@dataclass(frozen=True, slots=True)
class Word(Choice):
    """One of the words that `known` gives of an edition, or null where it may be left out."""

    def read(self, text, edition):
        _check_word(text, self.known(edition), self.name)
        return text

    def schema(self, edition):
        return {"enum": [*self.known(edition), *([] if self.required else [None])]}


@dataclass(frozen=True, slots=True)
class Typed(Parameter):
    """What somebody was told and types, at most `most` characters, or null; what it means is found out later."""

    most: int = 40

    def read(self, text, edition):
        if not isinstance(text, str) or len(text) > self.most:
            raise Wrong(say("%(field)s is not a text of at most %(most)s characters.", field=self.name, most=self.most))
        return text

    def schema(self, edition):
        return {"type": ["string", "null"], "maxLength": self.most}


def fields_schema(fields, edition):
    """The schema of an object with some fields."""
    return closed({one.name: {**one.schema(edition), "description": one.about} for one in fields},
                  without={one.name for one in fields if not one.required})


def as_object(raw, most):
    """The same, which has fields, no more of them than there can be.

    :raises NotAnObject, TooManyFields: it is not so
    """
    if not isinstance(raw, dict):
        raise NotAnObject
    if len(raw) > most:
        raise TooManyFields
    return raw


def read_fields(raw, fields, edition):
    """The value of each field by its name.

    :raises NotAnObject, TooManyFields: it is nothing to read fields from
    :raises FieldsRefused: with every fault
    """
    known = {one.name for one in fields}
    values, faults = values_in(as_object(raw, 2 * len(known)), fields, edition)
    faults = [*(_unknown(name, known) for name in raw if name not in known), *faults]
    if faults:
        raise FieldsRefused(tuple(faults))
    return values


def values_in(raw, fields, edition):
    """The value of each field by its name, and the faults of those that are wrong; other fields are passed over."""
    values: dict[str, Any] = {}
    faults = []
    for one in fields:
        try:
            values[one.name] = _value(one, raw.get(one.name), edition)
        except Wrong as error:
            faults.append(CaseFault(one.name, error.message, error.hint, error.allowed))
    return values, faults


def _value(field, said, edition):
    if said is not None:
        return field.read(said, edition)
    if field.required:
        raise Wrong(say("%(field)s is missing.", field=field.name))
    return field.otherwise


def _unknown(name, known):
    message = say("The field %(field)s is not known.", field=show(name))
    hint = did_you_mean(name[:LONGEST], known) or say("Choose among: %(choices)s.", choices=names(known))
    return CaseFault(show(name), message, hint, tuple(sorted(known)))


def _check_word(value, known, field):
    """Pass a word that is known.

    :raises Wrong: it is another, or no word
    """
    if not isinstance(value, str) or value not in known:
        hint = did_you_mean(value[:LONGEST], known) if isinstance(value, str) else None
        raise Wrong(say("%(value)s is not a known %(field)s.", value=show(value), field=field),
                    hint or say("Choose among: %(choices)s.", choices=names(known)), known)
