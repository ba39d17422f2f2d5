"""The lists of the vocabulary and the catalogue as a table: what each holds, how it is shown, what cuts it down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from directory.api.parameters import Choice, Day
from directory.api.v1 import editions, kinds, needs, places, rules
from directory.api.v1.cut import Filter, words_of
from directory.editions import Memory

MOST = 1_000  # records of a page
OF_MANY = 100  # records of a page where the asker names no number, of lists that are long
_UNITS = Memory()


@dataclass(frozen=True, slots=True)
class Kind:
    """A list. `one` names a record of it in an address, `shown` is the type of what `show(record, reader)` makes.

    `records` gives them by id, of a state and what was asked; `settled`: they follow from the edition alone. `a_page`
    is how many are sent unasked.
    """

    one: str
    shown: Any
    about: str
    records: Callable[[Any, Mapping], Mapping[str, Any]]
    show: Callable[[Any, Any], Any]
    filters: tuple[Filter, ...] = ()
    a_page: int = MOST
    settled: bool = True

    @property
    def parameters(self):
        return tuple(one.parameter for one in self.filters)


def _records(kind):
    return lambda state, _: getattr(state.edition.catalogue, kind)


def _ids(kind):
    return lambda edition: getattr(edition.catalogue, kind)


def _words(kind, field):
    """The words that the records of a kind have in a field, in order."""
    return lambda edition: sorted({word for one in getattr(edition.catalogue, kind).values()
                                   for word in words_of(one, field)})


def _choice(name, about, known, field):
    return Filter(Choice(name, about, known=known), field)


def _receiving(kind):
    return (_choice("need", "Those that take a need.", _ids("needs"), "receives"),
            _choice("organization", "Those that an owner answers for.", _words(kind, "organization"), "organization"),
            _choice("level", "Those of a level.", _words(kind, "levels"), "levels"))


def _units(state, _asked):
    """The units and the national numbers; an id that both have is the unit's."""
    catalogue = state.edition.catalogue
    return _UNITS.of(state.edition, "units", lambda: {
        **{one.id: one for one in catalogue.national.values()}, **catalogue.units})


def _rules(state, asked):
    return rules.rules_in(state.edition.ruleset, asked.get("area"), asked["on"])


def _editions(state, _asked):
    return editions.editions_of(state.publications)


RULE_FILTERS = (
    Filter(Choice("area", "Those that decide in an area, of the layers above it too. Without it those that any area "
                  "has written.", known=lambda edition: edition.ruleset.areas)),
    Filter(Day("on", "Those in force on a day; without it today.")),
    Filter(Choice("need", "Those that can decide about a need.", known=lambda edition: edition.inputs.values["need"]),
           holds=lambda rule, need, edition: need in rules.needs_of(rule, edition.ruleset)),
    _choice("receiver", "Those that send to a kind of unit.",
            lambda edition: rules.receivers_of(edition.ruleset), "to"),
)
KINDS: dict[str, Kind] = {
    "areas": Kind(
        "area", places.Area, "The areas that have rules", _records("areas"), places.area,
        (_choice("kind", "Those of a kind.", _words("areas", "kind"), "kind"),)),
    "needs": Kind(
        "need", needs.Need, "What a child may need", _records("needs"), needs.need,
        (_choice("group", "Those of a group.", _ids("groups"), "group"),)),
    "roles": Kind(
        "role", kinds.Role, "Professions and functions", _records("roles"), kinds.role,
        (*_receiving("roles"), _choice("agency", "Those found at an agency.", _ids("agencies"), "works_at"))),
    "agencies": Kind(
        "agency", kinds.Agency, "The kinds of agency", _records("agencies"), kinds.agency,
        (*_receiving("agencies"), _choice("access", "Those with a way in.", _words("agencies", "access"), "access"))),
    "processes": Kind(
        "process", kinds.Process, "Ways to work together", _records("processes"), kinds.process),
    "units": Kind(
        "unit", places.Unit, "Real units, and the national numbers", _units, places.unit,
        (_choice("area", "Those of an area.", _ids("areas"), "area"),
         _choice("agency", "Those of a kind of agency.", _ids("agencies"), "agency")), OF_MANY),
    "contact_paths": Kind(
        "contact_path", places.ContactPath, "How parties reach each other", _records("contact_paths"),
        places.contact_path, (_choice("area", "Those of an area.", _ids("areas"), "areas"),)),
    "rules": Kind(
        "rule", rules.Rule, "The rules in force", _rules, rules.rule_shown, RULE_FILTERS, OF_MANY, settled=False),
    "editions": Kind(
        "edition", editions.Edition, "What was published, the newest first", _editions, lambda one, _: one,
        settled=False),
}
