"""What a unit may ask for once: what the rules require of a question of this kind before that unit takes it on."""

from collections.abc import Callable
from datetime import date

from directory.editions import Edition
from directory.routing.journey import area_with_rules
from directory.routing.same_desk import same_desk
from directory.rules.model import ANY, Item, When
from directory.rules.tables import Area


def may_ask_for(edition: Edition, area, rule, *, kind, day: date) -> tuple[Item, ...]:
    """The items that a kind of unit may ask for in an area, each once, in the order of the rules.

    :param rule: the id of the rule that decided; of the needs that it takes there, every rule that sends to the unit
        counts. One that does not stand there any more asks for nothing.
    """
    ruled = area_with_rules(edition, area)
    if ruled is None:
        return ()
    here, alike = edition.ruleset.areas[ruled], same_desk(edition, area)
    found: dict[str, Item] = {}
    for need in here.needs:
        if any(one.id == rule for one in _rules_of(here, need, day=day, when=ANY)):
            found |= asked_before(here, need, takes=lambda to: alike(to, kind), day=day)
    return tuple(found.values())


def asked_before(area: Area, need, *, takes: Callable[[str], bool], day: date, when: When = ANY):
    """The items, by id, that are asked for before a question of a need is taken on by the units of which `takes` says
    that it is they; where a condition holds alone, if one is named.
    """
    rules = _rules_of(area, need, day=day, when=when)
    return {item.id: item for rule in rules if takes(rule.to) for item in items_of(rule)}


def items_of(rule):
    """What a rule asks for first; of no rule, nothing."""
    return (*rule.requires, *rule.attach) if rule else ()


def _rules_of(area, need, *, day, when):
    """The rules that decide about any question of a need where a condition holds."""
    return (row.rule for table in area.span(need, day).tables.values() for row in table.rows
            if row.mask & _cells(table.grid, when))


def _cells(grid, when):
    """The combinations that a condition touches; an age may lie within a stretch that a rule does not tell apart."""
    fitting = grid.mask(When(when.values))
    return fitting & grid.touching(when.ages) if when.ages else fitting
