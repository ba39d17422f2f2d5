"""A case: what somebody asks of the rules. It is refused with every fault at once, and it holds no person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from directory.ages import Ages, NotAnAge, parse_age
from directory.days import parse_day
from directory.errors import CaseRefused
from directory.findings import Say, names, say
from directory.rules.model import ACUTE, AGE, FACTS, LEVEL, NEED, TRIED, UNKNOWN
from directory.rules.spelling import did_you_mean, show

_KEYS = ("area", "need", "level", "age", "from", "acute", "tried", "facts", "on", "explain")
_EXPLAIN = ("full", "none")
_REQUIRED = ("area", "need", "level", "age")


@dataclass(frozen=True, slots=True)
class CaseFault:
    """One field that is wrong: what is said of it, what would mend it, and what is allowed where that can be listed."""

    field: str
    message: Say
    hint: Say | None = None
    allowed: tuple[str, ...] = ()

    def __str__(self):
        return f"{self.field}: {self.message}"


@dataclass(frozen=True, slots=True)
class Case:
    """`months` is the age (None: unknown); `values` holds level (may be unknown), acute, every flag and every fact."""

    area: str
    need: str
    months: int | None
    values: Mapping[str, str]
    asker: str
    on: date

    @property
    def ages(self):
        """The age as a range, or None where it is not known."""
        return None if self.months is None else Ages(self.months, self.months)

    def but(self, sets):
        """The same case with other values; need and age among them."""
        if not sets:
            return self
        values = {**self.values, **{name: value for name, value in sets.items() if name not in (NEED, AGE)}}
        return replace(self, need=sets.get(NEED, self.need), months=sets.get(AGE, self.months), values=values)


def read_case(raw, inputs, *, areas, today):
    """A case from what somebody wrote.

    :param raw: the case as in JSON; ages as text or whole number
    :param areas: the ids of areas that can be asked
    :param today: the day asked about where the case names none
    :raises CaseRefused: with every field that is wrong
    """
    reader = _Reader(raw if isinstance(raw, Mapping) else {}, inputs)
    if not isinstance(raw, Mapping):
        reader.fault("case", say("The case is not an object with fields."))
        raise CaseRefused(tuple(reader.faults))
    reader.known_fields()
    area = reader.word("area", list(areas))
    need = reader.word(NEED, inputs.values[NEED])
    values = {LEVEL: reader.word(LEVEL, (*inputs.values[LEVEL], UNKNOWN)),
              ACUTE: reader.word(ACUTE, inputs.values[ACUTE])}
    months = reader.age()
    for group, prefix in (("tried", TRIED), ("facts", FACTS)):
        values |= reader.group(group, prefix)
    asker = reader.word("from", inputs.askers) if raw.get("from") is not None else next(iter(inputs.askers), "")
    day = reader.day(today)
    if raw.get("explain", "full") not in _EXPLAIN:
        reader.fault("explain", say("%(value)s is not allowed.", value=show(raw["explain"])),
                     reader._choices(_EXPLAIN), _EXPLAIN)
    if reader.faults:
        raise CaseRefused(tuple(reader.faults))
    return Case(area, need, months, values, asker, day)


class _Reader:
    def __init__(self, raw, inputs):
        self.raw, self.inputs, self.faults = raw, inputs, []

    def fault(self, field, message, hint=None, allowed=()):
        self.faults.append(CaseFault(field, message, hint, tuple(allowed)))

    def known_fields(self):
        for key in self.raw:
            if key not in _KEYS:
                self.fault(show(key), say("The field %(field)s is not known.", field=show(key)),
                           did_you_mean(str(key), _KEYS))

    def word(self, field, allowed):
        value = self.raw.get(field)
        if value is None:
            if field in _REQUIRED:
                self.fault(field, say("%(field)s is missing.", field=field), self._choices(allowed), allowed)
            return allowed[0] if allowed else None
        return self._allowed(field, value, allowed)

    def _allowed(self, field, value, allowed):
        if isinstance(value, bool) or not isinstance(value, (str, int)) or str(value) not in allowed:
            hint = did_you_mean(str(value)[:80], allowed) if isinstance(value, str) else None
            message = say("%(value)s is not a known %(field)s.", value=show(value), field=field)
            self.fault(field, message, hint or self._choices(allowed), allowed)
            return None
        return str(value)

    @staticmethod
    def _choices(allowed):
        return say("Choose among: %(choices)s.", choices=names(allowed))

    def age(self):
        value, ages = self.raw.get(AGE), self.inputs.ages
        if value == UNKNOWN:
            return None
        hint = say("Write the age as 9 or 9y6m, within %(ages)s, or unknown.", ages=str(ages))
        if value is None:
            return self.fault(AGE, say("%(field)s is missing.", field=AGE), hint)
        try:
            months = parse_age(str(value) if isinstance(value, int) and not isinstance(value, bool) else value)
        except NotAnAge:
            return self.fault(AGE, say("%(value)s is not an age.", value=show(value)), hint)
        if months not in ages:
            return self.fault(AGE, say("The age %(value)s lies outside %(ages)s.", value=show(value), ages=str(ages)),
                              hint)
        return months

    def group(self, group, prefix):
        """Every flag or fact with its value; those that the case leaves out have their defaults."""
        given = self.raw.get(group)
        found = {name: values[0] for name, values in self.inputs.values.items() if name.startswith(prefix)}
        if given is None:
            return found
        if not isinstance(given, Mapping):
            self.fault(group, say("%(field)s is not an object with fields.", field=group))
            return found
        for key, value in given.items():
            name = f"{prefix}{key}"
            if name not in found:
                known = [one[len(prefix):] for one in found]
                self.fault(f"{group}.{show(key)}", say("The field %(field)s is not known.", field=show(key)),
                           did_you_mean(str(key), known) or self._choices(known), known)
            else:
                found[name] = self._allowed(f"{group}.{key}", value, self.inputs.values[name])
        return found

    def day(self, today):
        value = self.raw.get("on")
        if value is None or isinstance(value, date):
            return value or today
        try:
            return parse_day(value)
        except ValueError:
            return self.fault("on", say("%(value)s is not a day.", value=show(value)), say("Write it as 2026-11-21."))
