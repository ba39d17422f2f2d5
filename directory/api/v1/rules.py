"""Rules as the API shows them: as they are written, and those that decide in an area on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from directory.api.v1.reader import Named, Source, years_of
from directory.rules.model import LEVEL, NEED


@dataclass(frozen=True, slots=True)
class How:
    """How a group of askers reaches the receiver: `via` a unit that one goes through, sent by one of `who`."""

    askers: Annotated[str, "The group of askers; * is everybody."]
    way: str
    via: str | None
    who: tuple[str, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """Something that must be done or sent along first."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What a unit goes on doing meanwhile."""

    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """Within how many days the receiver answers; `kind`: law, agreement or local."""

    days: int
    kind: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """Whom another agreement names for the same cases."""

    to: Named
    because: str
    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is written: whoever fits `when` is sent to `receiver`."""

    id: str
    layer: Annotated[str, "The id of the area that has written it."]
    stage: Annotated[str, "safety, protection, deadlock, rules: the first that has a rule for a case decides."]
    file: str
    line: int
    needs: Annotated[tuple[str, ...], "The ids of the needs that it can decide about."]
    levels: Annotated[tuple[str, ...], "The levels that fit; empty: any."]
    ages: Annotated[str | None, "The ages that fit, both ends included; null: any."]
    minimum_age: int | None
    maximum_age: int | None
    when: Annotated[Mapping[str, tuple[str, ...]], "What else it asks: for each input the values that fit."]
    receiver: Named
    calls: Annotated[str | None, "The kind of unit that calls the meeting, where nothing is agreed."]
    open: Annotated[bool, "Whether nothing is agreed, so that a meeting is called."]
    replaces: Annotated[str | None, "The id of the rule inside which it stands."]
    because: str | None
    how: tuple[How, ...]
    requires: tuple[Item, ...]
    attach: tuple[Item, ...]
    answer_within: Deadline | None
    alongside: tuple[Duty, ...]
    also: tuple[Named, ...]
    if_wrong: str | None
    disputed: tuple[Disputed, ...]
    source: tuple[Source, ...]
    valid_from: Annotated[date | None, "The first day in force; null: always was."]
    valid_to: Annotated[date | None, "The last day in force; null: still is."]


def rules_in(ruleset, area_id, day):
    """The rules that take at least one case of an area on a day, by id; of all areas without one, those in force."""
    if area_id is None:
        return {rule.id: rule for layer in ruleset.base.layers.values() for rule in layer.rules
                if rule.valid.holds(day)}
    area = ruleset.areas[area_id]
    return {row.rule.id: row.rule for need in area.needs for table in area.span(need, day).tables.values()
            for row in table.rows if row.mask}


def needs_of(rule, ruleset):
    """The needs that a rule can decide about where it is written, in order."""
    every, area = ruleset.base.inputs.values[NEED], ruleset.areas[rule.layer]
    fitting = frozenset().union(*(when.needs(frozenset(every)) for when in area.whens_of(rule)))
    return tuple(need for need in every if need in fitting)


def receivers_of(ruleset):
    """Every kind of unit that a rule sends to, in order."""
    return dict.fromkeys(rule.to for layer in ruleset.base.layers.values() for rule in layer.rules)


def rule_shown(rule, reader):
    words, values, ages = reader.words(rule.layer), rule.when.values, rule.when.ages
    within, says = rule.answer_within, reader.sentence
    return Rule(
        rule.id, rule.layer, rule.stage, rule.place.file, rule.place.line,
        needs=needs_of(rule, reader.edition.ruleset), levels=_in_order(values.get(LEVEL, ()), LEVEL, reader),
        **(years_of(ages) if ages else dict.fromkeys(("ages", "minimum_age", "maximum_age"))),
        when={name: _in_order(values[name], name, reader) for name in sorted(values) if name not in (NEED, LEVEL)},
        receiver=_named(rule.to, words), calls=rule.calls, open=rule.opens, replaces=rule.target,
        because=says(rule.because),
        how=tuple(How(group, one.way, one.via, one.who, says(one.text)) for group, one in rule.how.items()),
        requires=_items(rule.requires, reader), attach=_items(rule.attach, reader),
        answer_within=Deadline(within.days, within.kind) if within else None,
        alongside=tuple(Duty(one.unit, says(one.text)) for one in rule.alongside),
        also=tuple(_named(one, words) for one in rule.also), if_wrong=says(rule.if_wrong),
        disputed=tuple(Disputed(_named(one.to, words), says(one.because), reader.sources(one.source))
                       for one in rule.disputed),
        source=reader.sources(rule.source), valid_from=rule.valid.first, valid_to=rule.valid.last)


def _named(kind, words):
    return Named(kind, words.unit(kind))


def _items(items, reader):
    return tuple(Item(one.id, reader.sentence(one.text)) for one in items)


def _in_order(values, name, reader):
    return tuple(one for one in reader.edition.inputs.values[name] if one in values)
