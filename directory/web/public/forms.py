"""What a family answers on the public page, read and checked. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

import holidays

from directory.rules.model import ACUTE, AGE, FACTS, LEVEL, NEED, TRIED, UNKNOWN, YES

FIELDS = ("area", NEED, AGE, LEVEL, ACUTE)  # in the order of the page
WHO = "from"
OFFICE = range(8, 16)  # hours of a weekday when units answer by day; STH-AKUT names 8 to 16 for the local BUP
_RED_DAYS = holidays.country_holidays("SE", include_sundays=False)


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers so far, as they were sent; `missing` are the questions that must be answered and are not."""

    given: Mapping[str, str]
    checked: frozenset[str]  # inputs ticked in the list of what fits
    missing: tuple[str, ...]

    def get(self, field):
        return self.given.get(field, "")

    def fields(self):
        """Names and values once more, as a form sends them."""
        return (*self.given.items(), *(("fits", name) for name in sorted(self.checked)))


def read_answers(form, edition, *, asked):
    """The answers of a form. What is not among the choices counts as not answered.

    :param asked: the inputs that the page offers to tick
    """
    inputs = edition.inputs
    choices = {
        "area": set(edition.ruleset.areas), NEED: set(inputs.values[NEED]), AGE: {*map(str, years(inputs)), UNKNOWN},
        LEVEL: {*inputs.values[LEVEL], UNKNOWN}, ACUTE: set(inputs.values[ACUTE]), WHO: set(inputs.askers),
    }
    given = {name: form[name] for name, allowed in choices.items() if form.get(name) in allowed}
    checked = frozenset(name for name in asked if name in form.getlist("fits"))
    return Answers(given, checked, tuple(name for name in FIELDS if name not in given))


def years(inputs):
    """The whole years that a child can be."""
    return range(inputs.ages.first // 12, inputs.ages.last // 12 + 1)


def raw_case(answers, *, now, clock_inputs):
    """The answers as a case.

    :param now: the time in Sweden, which tells whether offices are open
    :param clock_inputs: the facts that follow from the time
    """
    raw = {name: answers.given[name] for name in (*FIELDS, WHO) if name in answers.given}
    closed = () if office_hours(now) else clock_inputs
    named = [*answers.checked, *closed]
    raw["tried"] = {name[len(TRIED):]: YES for name in named if name.startswith(TRIED)}
    raw["facts"] = {name[len(FACTS):]: YES for name in named if name.startswith(FACTS)}
    return raw


def office_hours(now):
    """Whether units that answer by day are open: weekdays that are no red day, within OFFICE."""
    return now.weekday() < 5 and now.hour in OFFICE and now.date() not in _RED_DAYS
