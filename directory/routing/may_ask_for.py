"""What a unit may ask for once: what the rules require of a question of this kind before that unit takes it on."""

from datetime import date

from directory.editions import Edition
from directory.routing.journey import area_with_rules
from directory.routing.same_desk import same_desk
from directory.rules.model import Item


def may_ask_for(edition: Edition, area, rule, *, kind, day: date) -> tuple[Item, ...]:
    """The items that a kind of unit may ask for in an area, each once, in the order of the rules.

    :param rule: the id of the rule that decided; of the needs that it takes there, every rule that sends to the unit
        counts. One that does not stand there any more asks for nothing.
    """
    ruled = area_with_rules(edition, area)
    if ruled is None:
        return ()
    here, is_same = edition.ruleset.areas[ruled], same_desk(edition, area)
    found: dict[str, Item] = {}
    for need in here.needs:
        rules = [row.rule for table in here.span(need, day).tables.values() for row in table.rows if row.mask]
        if any(one.id == rule for one in rules):
            found |= {item.id: item for one in rules if is_same(one.to, kind) for item in (*one.requires, *one.attach)}
    return tuple(found.values())
