"""What somebody sends to have a referral checked, read and understood. It is kept nowhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from werkzeug.datastructures import MultiDict

from directory.access import DeskAccount
from directory.ages import MONTHS, show_age
from directory.editions import Edition
from directory.findings import Say, say
from directory.routing import Referral, inputs_said, known_items, ruled_area, shown_by
from directory.routing.meant import area_meant, asker_meant, need_meant, unit_meant, units_in
from directory.rules import read_case
from directory.rules.model import FACTS, LEVEL, NEED, TRIED, UNKNOWN
from directory.web.desk.typed import Reader, Trouble

AREA, SENDER, TO, AGE, ACUTE, HAS, HELD = "area", "from", "to", "age", "acute", "has", "held"
_MONTHS = r"\s*(?:m|mån|månad|månader|months?)"
_AGE = re.compile(  # only months that come after the word for years are the rest of an age in years
    rf"(?P<years>\d{{1,2}})(?:\s*(?:y|å|år|years?)(?:[\s,]*(?P<rest>\d{{1,2}}){_MONTHS})?)?"
    rf"|(?P<months>\d{{1,3}}){_MONTHS}",
    re.IGNORECASE)

MISSING = {AREA: say("Say where the child lives."), NEED: say("Say what it is about."),
           SENDER: say("Say who sends the referral.")}
STRANGE = {AREA: say("We know no such place. Write a municipality or a region."),
           NEED: say("We do not understand what it is about. Write it in another way."),
           SENDER: say("We do not know this sender. Write a unit, a profession, or a parent."),
           TO: say("We do not know this unit. Write it in another way."),
           AGE: say("Write the age as 9, or 17 years 6 months, within %(ages)s.")}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was sent. `given`: the value of each field as it is understood, an id where one is meant; `typed`: as it was
    written, to show again, without what must not be shown. `referral` is None where there are `troubles`.

    `place` is the area where the child lives; the case's own is the one whose rules hold there. `shown` are the inputs
    that follow from the items.
    """

    given: Mapping[str, str]
    typed: Mapping[str, str]
    has: frozenset[str]
    held: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    place: str = ""
    referral: Referral | None = None
    shown: tuple[str, ...] = ()

    @property
    def is_blank(self):
        """Whether nothing was asked yet."""
        return not any(name in self.given or name in self.typed for name in (NEED, SENDER, TO))

    @property
    def fields(self):
        """Everything once more, as pairs of name and value, for a form that sends it on."""
        several = ((name, one) for name, ones in ((HAS, sorted(self.has)), (HELD, self.held)) for one in ones)
        return (*((name, value) for name, value in self.given.items() if value), *several)


def read_check(values: MultiDict, edition: Edition, *, day: date, known: Mapping[str, str]):
    """What a form, or an address, asks.

    :param known: inputs that the clock sets, and their values
    """
    reader = _Reader(edition, values)
    is_begun = any(values.get(one) for one in (NEED, SENDER, TO))
    place = reader.typed(AREA, lambda text: area_meant(edition, text), needed=is_begun) or ""
    area = ruled_area(edition, place).id
    reader.typed(SENDER, lambda text: asker_meant(edition, area, text), needed=is_begun)
    reader.typed(TO, lambda text: unit_meant(edition, area, text), needed=False)
    reader.typed(NEED, lambda text: need_meant(edition, text), needed=is_begun)
    reader.age()
    reader.inputs()
    asked = Asked(reader.given, reader.shown, frozenset(values.getlist(HAS)) & known_items(edition),
                  tuple(one for one in dict.fromkeys(values.getlist(HELD)) if one in units_in(edition, area)),
                  tuple(reader.troubles), place)
    if asked.troubles or asked.is_blank:
        return asked
    raw = _raw(area, {**known, **reader.given})
    case = read_case(raw, edition.inputs, areas=edition.ruleset.areas, today=day)
    said = inputs_said(raw)
    shown = shown_by(edition, case, asked.has, said=said)  # what the items say need not be said once more
    return replace(asked, shown=tuple(shown),
                   referral=Referral(case.but(shown), reader.given.get(TO, ""), asked.has, said))


def with_own(asked: Asked, edition: Edition, desk: DeskAccount):
    """An empty form as a desk begins it: with its own area, and itself as the unit that the referral came to."""
    place = asked.place or desk.area
    area = ruled_area(edition, place).id
    if area == edition.ruleset.nation.id:  # no place that anybody lives in
        return asked
    own = {TO: desk.kind} if desk.kind in units_in(edition, area) else {}
    return replace(asked, given={**asked.given, AREA: place, **own}, place=place)


def _raw(area, values):
    """A case as it is written for the rules.

    :param values: by name what was answered
    """
    raw = {AREA: area, NEED: values[NEED], LEVEL: values.get(LEVEL, UNKNOWN), AGE: values.get(AGE, UNKNOWN),
           SENDER: values[SENDER], ACUTE: values.get(ACUTE)}
    for group, prefix in (("tried", TRIED), ("facts", FACTS)):
        raw[group] = {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}
    return raw


class _Reader(Reader):

    def __init__(self, edition, values):
        super().__init__(values, missing=MISSING, strange=STRANGE)
        self.edition = edition

    def age(self):
        text, ages = self.text(AGE), self.edition.inputs.ages
        if not text or text == UNKNOWN:
            return
        months = months_of(text)
        if months is None or months not in ages:
            self.troubles.append(Trouble(AGE, Say(STRANGE[AGE].key, {"ages": str(ages)})))
        else:
            self.given[AGE] = show_age(months)

    def inputs(self):
        """The other inputs; a value that there is not counts as not said."""
        for name, allowed in self.edition.inputs.values.items():
            if name != NEED and self.values.get(name) in allowed:
                self.given[name] = self.values[name]


def months_of(text):
    """The months of an age as people write it: 9, 9y6m, 9 år 6 månader, 18 mån. None: it is no age."""
    found = _AGE.fullmatch(text.strip())
    if not found:
        return None
    years, rest, months = (int(found[name] or 0) for name in ("years", "rest", "months"))
    return years * MONTHS + rest + months if rest < MONTHS else None
