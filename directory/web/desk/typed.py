"""Fields that anything can be typed into: what is meant by it, what is wrong with it, and how it is shown again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from directory.findings import Say, say
from directory.i18n import translator
from directory.personal_numbers import holds_personal_number
from directory.routing.meant import Meant

LONGEST = 200  # characters of a field that are read
CHOSEN = "-is"  # after the name of a field: of the radios that ask which of several was meant
PERSONAL = say("What you wrote looks like a personal identity number. Do not write it here.")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a field. `near`: the ids that may be meant, to choose among."""

    field: str
    message: Say
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    name: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field to type in: `options` is the list to choose from, `fault` what is wrong, `near` what may be meant."""

    name: str
    value: str
    options: Markup
    fault: str = ""
    near: tuple[Option, ...] = ()


class Reader:
    """Reads field by field. `given` holds what is understood, `shown` what was written, `troubles` what is wrong.

    :param missing: by field what to say where nothing is written; `strange`: where it is not understood
    """

    def __init__(self, values: MultiDict, *, missing: Mapping[str, Say], strange: Mapping[str, Say]):
        self.values, self.missing, self.strange = values, missing, strange
        self.given: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.troubles: list[Trouble] = []

    def typed(self, field, meaning: Callable[[str], Meant], *, needed=True):
        """The id that a field means, or None."""
        text = self.text(field)
        if text is None:
            return None
        meant = meaning(self.values.get(field + CHOSEN) or text)
        if meant.id:
            self.given[field] = meant.id
        elif text:
            self.troubles.append(Trouble(field, self.strange[field], meant.near))
        elif needed:
            self.troubles.append(Trouble(field, self.missing[field]))
        return meant.id

    def text(self, field):
        """What was written; None where it must not be read any further."""
        text = " ".join(self.values.get(field, "")[:LONGEST].split())
        if holds_personal_number(text):
            self.troubles.append(Trouble(field, PERSONAL))
            return None
        if text:
            self.shown[field] = text
        return text


def typed_field(name, sent, *, options: Markup, show: Callable[[str], str], language):
    """A field to type in, as its page shows it.

    :param sent: what a Reader has read: `given`, `typed` and `troubles`
    :param show: what stands in the field for an id
    """
    trouble = next((one for one in sent.troubles if one.field == name), None)
    if trouble is None:
        return TypedField(name, show(sent.given[name]) if sent.given.get(name) else "", options)
    near = tuple(Option(one, show(one)) for one in trouble.near)
    return TypedField(name, sent.typed.get(name, ""), options, trouble.message.text(translator(language)), near)
