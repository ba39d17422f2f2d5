"""Many coded referrals at once: the columns that there are, and for each row what a check of it says.

Only known columns are read. A row with a code that is not known says which, and stops nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.editions import Edition
from directory.errors import CaseRefused, DirectoryError
from directory.findings import Say, say
from directory.i18n import translator
from directory.personal_numbers import holds_personal_number
from directory.routing.check import check, known_items
from directory.routing.check_words import holder_of, unit_name
from directory.routing.journey import area_with_rules
from directory.routing.meant import units_in
from directory.routing.referral import Referral, inputs_said
from directory.routing.senders import held_before
from directory.rules import CaseFault, read_case
from directory.rules.decide import NotDecided
from directory.rules.model import FACTS, TRIED
from directory.search.query import shown

REQUIRED = ("area", "need", "level", "age")
ALLOWED = (*REQUIRED, "from", "to", "acute", "on", "has")  # and every flag and fact, as tried.… and facts.…
ADDED = ("verdict", "receiver", "receiver_name", "holder", "rule", "missing", "error")
MOST_NAMED = 10  # columns that are not known, of which a sentence tells
APART = ";,| "  # what may stand between the items of a cell

PERSONAL = say("what looks like a personal identity number")
UNKNOWN_ITEM = say("%(value)s is no item that a rule asks for.")
UNKNOWN_UNIT = say("%(value)s is no unit that receives there.")
NOT_DECIDED = say("No single rule takes this case.")


class ColumnsRefused(DirectoryError):
    """A file has columns that it must not have (`unknown`, as they may be shown), lacks some, or has some twice."""

    code, status = "columns_refused", 422

    def __init__(self, unknown=(), missing=(), twice=()):
        super().__init__(f"unknown: {len(unknown)}, missing: {', '.join(missing)}, twice: {', '.join(twice)}")
        self.unknown, self.missing, self.twice = tuple(unknown), tuple(missing), tuple(twice)


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What a check says of a row; of a row with `faults`, pairs of column and sentence, nothing else is said.

    `hidden` are the columns whose value must not be shown again.
    """

    verdict: str = ""
    receiver: str = ""
    receiver_name: str = ""
    holder: str = ""
    rule: str = ""
    missing: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def cells(self):
        """The values of the columns that are added."""
        error = " ".join(f"{column}: {text}" if column else text for column, text in self.faults)
        return (self.verdict, self.receiver, self.receiver_name, self.holder, self.rule, " ".join(self.missing), error)


def answer_columns(header: Sequence[str]):
    """The places of the columns that were added to a file which has been checked before: they are written anew."""
    return frozenset(index for index, name in enumerate(header) if name.strip().lower() in ADDED)


def columns_of(edition: Edition, header: Sequence[str]):
    """The columns that a header names.

    :raises ColumnsRefused: one is not known, a needed one is missing, or one stands twice
    """
    columns = [name.strip().lower() for name in header]
    known = {*ALLOWED, *(name for name in edition.inputs.values if name.startswith((TRIED, FACTS)))}
    unknown = [_sayable(name) for name in dict.fromkeys(columns) if name not in known]
    missing = [name for name in REQUIRED if name not in columns]
    twice = sorted({name for name in columns if name in known and columns.count(name) > 1})
    if unknown or missing or twice:
        raise ColumnsRefused(unknown[:MOST_NAMED], missing, twice)
    return tuple(columns)


def _sayable(name):
    return PERSONAL if holds_personal_number(name) else shown(name, 40)


@dataclass(frozen=True, eq=False)
class Batch:
    """The rows of one file, which are answered one by one. `day` is asked about where a row names none."""

    edition: Edition
    columns: tuple[str, ...]
    language: str
    day: date

    def answer(self, values: Sequence[str]) -> RowAnswer:
        """The answer to a row, given its cells in the order of the columns; nothing is raised. An empty row has none.
        """
        if not any(values):
            return RowAnswer()
        row = dict(zip(self.columns, values, strict=False))
        personal = frozenset(name for name, value in row.items() if value and holds_personal_number(value))
        if personal:
            return RowAnswer(faults=tuple((name, self._text(PERSONAL)) for name in self.columns if name in personal),
                             hidden=personal)
        key = tuple(row.items())
        if key not in self._answered:  # coded referrals are often alike
            self._answered[key] = self._answer(row)
        return self._answered[key]

    def _answer(self, row):
        area = self._areas.get(row["area"], row["area"])
        has = row.get("has", "").translate(self._apart).split()
        faults = [(fault.field, self._fault(fault)) for fault in self._own_faults(row, area, has)]
        try:
            raw = _raw(row, area)
            case = read_case(raw, self.edition.inputs, areas=self.edition.ruleset.areas, today=self.day)
        except CaseRefused as refused:
            return RowAnswer(faults=(*((fault.field, self._fault(fault)) for fault in refused.faults), *faults))
        if faults:
            return RowAnswer(faults=tuple(faults))
        return self._checked(Referral(case, row.get("to", ""), frozenset(has), inputs_said(raw)))

    def _checked(self, referral):
        held = held_before(self.edition, referral)
        try:
            checked = check(self.edition, referral, language=self.language, held=held, explain=False)
        except NotDecided:
            return RowAnswer(faults=(("", self._text(NOT_DECIDED)),))
        advice = checked.advice
        receiver = advice.decision.receiver
        return RowAnswer(
            checked.verdict, receiver, unit_name(advice.words, receiver), holder_of(checked, referral),
            advice.rule.id if advice.rule else "", tuple(one.item.id for one in checked.missing))

    def _own_faults(self, row, area, has):
        """What is wrong with the columns that a case has not."""
        for item in has:
            if item not in known_items(self.edition):
                yield CaseFault("has", Say(UNKNOWN_ITEM.key, {"value": shown(item)}))
        if row.get("to") and row["to"] not in self._units_in(area):
            yield CaseFault("to", Say(UNKNOWN_UNIT.key, {"value": shown(row["to"])}))

    def _units_in(self, area):
        if area not in self._units:
            known = area if area in self.edition.ruleset.areas else self.edition.ruleset.nation.id
            self._units[area] = frozenset(units_in(self.edition, known))
        return self._units[area]

    def _fault(self, fault):
        return self._text(fault.message)

    def _text(self, sentence):
        return sentence.text(translator(self.language))

    @cached_property
    def _answered(self) -> dict:
        return {}

    @cached_property
    def _units(self) -> dict:
        return {}

    @cached_property
    def _areas(self) -> Mapping[str, str]:
        """The area with rules of every place."""
        return {one: area_with_rules(self.edition, one) or one for one in self.edition.catalogue.areas}

    @cached_property
    def _apart(self):
        return str.maketrans(dict.fromkeys(APART, " "))


def _raw(row, area):
    """A row as a case is written; an empty cell says nothing."""
    raw = {name: row[name] for name in (*REQUIRED, "from", "acute", "on") if row.get(name)} | {"area": area}
    for group, prefix in (("tried", TRIED), ("facts", FACTS)):
        raw[group] = {name.removeprefix(prefix): value for name, value in row.items()
                      if value and name.startswith(prefix)}
    return raw
