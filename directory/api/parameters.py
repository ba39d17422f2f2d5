"""What an address takes after its question mark: a table of parameters, read whole, with every fault at once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.days import parse_day
from directory.errors import DirectoryError
from directory.findings import Say, names, say
from directory.i18n import LANGUAGES
from directory.personal_numbers import holds_personal_number
from directory.rules import CaseFault
from directory.rules.spelling import did_you_mean, show
from directory.search import HoldsPersonalNumber

LONGEST = 80  # characters of a word that is looked up


class ParametersRefused(DirectoryError):
    """An address asks for what there is not; `faults` are `CaseFault`s, one a parameter."""

    code, status = "parameters_refused", 422

    def __init__(self, faults):
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


class Wrong(ValueError):
    """A value that a parameter does not take: what is said of it, what would mend it, what is allowed."""

    def __init__(self, message: Say, hint: Say | None = None, allowed=()):
        super().__init__(str(message))
        self.message, self.hint, self.allowed = message, hint, tuple(allowed)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A word that is passed on as it is. `otherwise` is its value where the address leaves it out."""

    name: str
    about: str
    otherwise: Any = None
    required: bool = False

    def read(self, text, edition):
        """Its value; each kind of parameter has its own.

        :raises Wrong: it takes no such value
        """
        return text

    def schema(self, edition):
        """Its values as JSON Schema."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Choice(Parameter):
    """One of the words that `known` gives of an edition."""

    known: Callable[[Any], Collection[str]] = tuple

    def read(self, text, edition):
        known = self.known(edition)
        if text in known:
            return text
        hint = did_you_mean(text[:LONGEST], known) or say("Choose among: %(choices)s.", choices=names(known))
        raise Wrong(say("%(value)s is not a known %(field)s.", value=show(text), field=self.name), hint, known)

    def schema(self, edition):
        return {"type": "string", "enum": list(self.known(edition))}


@dataclass(frozen=True, slots=True)
class Count(Parameter):
    """A whole number from 1 to `most`."""

    most: int = 1

    def read(self, text, edition):
        if text.isascii() and text.isdigit() and len(text) <= len(str(self.most)) and 1 <= int(text) <= self.most:
            return int(text)
        raise Wrong(say("%(value)s is not a number from 1 to %(most)s.", value=show(text), most=self.most))

    def schema(self, edition):
        return {"type": "integer", "minimum": 1, "maximum": self.most, "default": self.otherwise}


@dataclass(frozen=True, slots=True)
class Day(Parameter):
    """A day written 2026-11-21."""

    def read(self, text, edition) -> date:
        try:
            return parse_day(text)
        except ValueError:
            raise Wrong(say("%(value)s is not a day.", value=show(text)), say("Write it as 2026-11-21.")) from None

    def schema(self, edition):
        return {"type": "string", "format": "date"}


LANGUAGE = Choice("language", "The language of names and texts. Without it the one that `Accept-Language` prefers.",
                  known=lambda _: LANGUAGES)


def read_parameters(given, parameters, edition):
    """The value of each parameter by its name.

    :param given: werkzeug's MultiDict of what the address says
    :raises ParametersRefused: with every fault
    :raises HoldsPersonalNumber: anything looks like a personal identity number
    """
    if any(holds_personal_number(text) for pair in given.items(multi=True) for text in pair):
        raise HoldsPersonalNumber
    known = {one.name: one for one in parameters}
    values, faults = {}, [_unknown(name, known) for name in given if name not in known]
    for one in parameters:
        try:
            values[one.name] = _value(one, given.getlist(one.name), edition)
        except Wrong as error:
            faults.append(CaseFault(one.name, error.message, error.hint, error.allowed))
    if faults:
        raise ParametersRefused(tuple(faults))
    return values


def _value(parameter, texts, edition):
    if len(texts) > 1:
        raise Wrong(say("%(field)s is said more than once.", field=parameter.name))
    if texts:
        return parameter.read(texts[0], edition)
    if parameter.required:
        raise Wrong(say("%(field)s is missing.", field=parameter.name))
    return parameter.otherwise


def _unknown(name, known):
    message = say("The parameter %(name)s is not known.", name=show(name))
    hint = did_you_mean(name[:LONGEST], known) or say("Choose among: %(choices)s.", choices=names(known))
    return CaseFault(show(name), message, hint, tuple(known))
