"""The fields of the form of a check, as its page shows them: what was written, what may be meant, what is chosen."""

from dataclasses import dataclass
from functools import partial

from flask_babel import gettext as _
from markupsafe import Markup

from directory.ages import parse_age
from directory.routing import Checked, Said, Words, clock_inputs
from directory.routing.check import receivers_for
from directory.routing.check_words import unit_name
from directory.routing.meant import units_in
from directory.rules.model import LEVEL, NEED, UNKNOWN, YES
from directory.web.alphabet import by_letter
from directory.web.desk.check_form import AGE, AREA, SENDER, TO, Asked
from directory.web.desk.typed import Option, typed_field
from directory.web.once import once

FIRST = (AREA, TO, SENDER, NEED)  # typed, in the order of the form
SELDOM = 3  # other words for a need that a list shows beside its name


@dataclass(frozen=True, slots=True)
class SelectField:
    """An input with its values; the first is what holds unless another is chosen."""

    name: str
    label: str
    options: tuple[Option, ...]


def typed_fields(edition, asked: Asked, area, language):
    """The fields to type in.

    :param area: the area whose rules hold
    """
    words = Words(edition.catalogue, language, area.units)
    return tuple(typed_field(name, asked, options=list_of(name, edition, words, area), language=language,
                             show=partial(shown_as, name, words=words)) for name in (*FIRST, AGE))


def select_fields(edition, asked: Asked, checked: Checked | None, language):
    """The level, and once there is an answer every other input that can still change it, or has been given."""
    words = Words(edition.catalogue, language, {})
    unknown = Option(UNKNOWN, _("Not known"), LEVEL not in asked.given)
    fields = [SelectField(LEVEL, words.input(LEVEL), (unknown, *_values(LEVEL, edition, asked, words)))]
    if checked:
        told = {*asked.shown, *asked.given}
        fields += [SelectField(name, words.input(name), tuple(_values(name, edition, asked, words)))
                   for name in edition.inputs.values if name not in (NEED, LEVEL)
                   and (name in told or (name in checked.matters and name not in clock_inputs(edition)))]
    return tuple(fields)


def held_options(edition, asked: Asked, checked: Checked | None, language):
    """The units that may have held the question before, the one that it came to among them."""
    if checked is None:
        return ()
    words, alike = checked.advice.words, receivers_for(edition, checked.advice.decision.case)
    came_to = (asked.given[TO],) if TO in asked.given else ()
    offered = dict.fromkeys((*asked.held, *came_to, *alike))
    return tuple(sorted((Option(one, words.unit(one), one in asked.held) for one in offered), key=_by_name))


def shown_as(name, one, words):
    """What stands in a field for the id that is meant."""
    if name == AGE:
        return words.age(parse_age(one))
    return {AREA: words.area, NEED: words.need}.get(name, lambda kind: unit_name(words, kind))(one)


def _values(name, edition, asked, words):
    values, chosen = edition.inputs.values[name], asked.given.get(name)
    unsaid = () if name == LEVEL else (Option("", _shown_or_unsaid(name, asked, words), chosen is None),)
    return [*unsaid, *(Option(value, words.value(name, value), value == chosen) for value in values)]


def _shown_or_unsaid(name, asked, words):
    """What stands where nobody has answered: what items show, if they do."""
    if name in asked.shown:
        return _("%(answer)s, by what the referral has", answer=words.value(name, YES).capitalize())
    return _("Not said")


def _by_name(option):
    return by_letter(option.name)


def list_of(name, edition, words, area):
    """The list of names that a field of a check offers, made once: it is long."""
    if name == AGE:
        return Markup("")
    return once(("list", name, words.language, area.id), lambda _day: _made_list(name, edition, words, area))


def _made_list(name, edition, words, area):
    ids = {AREA: edition.catalogue.areas, NEED: edition.inputs.values[NEED], SENDER: edition.inputs.askers,
           TO: units_in(edition, area.id)}[name]
    shown = sorted(((shown_as(name, one, words), _also(name, one, edition)) for one in ids),
                   key=lambda pair: by_letter(pair[0]))
    return Markup("").join(Markup('<option value="{}" label="{}">').format(text, also) if also
                           else Markup('<option value="{}">').format(text) for text, also in shown)


def _also(name, one, edition):
    """Other words that one may type for a need."""
    need = edition.catalogue.needs.get(one) if name == NEED else None
    return ", ".join(need.synonyms[:SELDOM]) if need else ""


def name_of_area(edition, area, language):
    """The name of a place, as pages say it."""
    return Said(Words(edition.catalogue, language, {}).area(area))
