"""Which kinds of unit can end their part of a question, and which of them can hold one: those whose work is to go on
with it. Who never holds one, such as an emergency ward, passes on what was put to it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from directory.ages import Ages, parse_ages
from directory.editions import Edition, Memory
from directory.journal import Receipt
from directory.routing.from_18 import GROWN, SOON_GROWN
from directory.routing.journey import ruled_area
from directory.routing.needs_of import needs_of
from directory.rules.model import MEETING
from directory.rules.tables import Area

ANSWERABLE = {"kommun", "region"}  # who has a duty to go on with a child's question; others answer, or decide one thing
ACUTE = {"akut"}  # the levels of who sees a child once, and has no list on which a question waits
AUTHORITY = {"myndighet"}  # those of who decides one thing, such as a complaint: it holds only what rules send there
MANAGERS = {"samordning_lokal"}  # who settle how units work together, and take over no child
_ACTING, _HOLDING, _NAMED = Memory(), Memory(), Memory(most=512)


def acting_kinds(edition: Edition, area):
    """The ids of the kinds of unit in an area that have somebody to end their part of a question: no national number,
    no state authority and no association.
    """
    here = ruled_area(edition, area)
    return _ACTING.of(edition, here.id, lambda: tuple(
        one.id for one in here.units.values() if _acts(edition.catalogue, one)))


def holding_kinds(edition: Edition, area, *, ages: Ages | None = None):
    """The ids of the kinds of unit that can hold some question in an area.

    :param ages: those that it is about: left out are the kinds that take nobody of them
    """
    here = ruled_area(edition, area)
    kinds = _HOLDING.of(edition, here.id, lambda: tuple(
        one for one in acting_kinds(edition, area)
        if one not in MANAGERS and not _levels(edition.catalogue, here.units[one]) <= ACUTE))
    return kinds if ages is None else tuple(one for one in kinds if takes(here.units[one], ages))


def can_hold(edition: Edition, area, kind, *, needs: Iterable[str], day: date, months=None):
    """Whether a kind of unit can hold a question of some needs in an area; what decides one thing holds nothing else.

    :param needs: none: it is not known of which
    :param months: the age that it is about, which the kind takes now, or from the near 18th birthday on; None: any
    """
    here = ruled_area(edition, area)
    if kind not in holding_kinds(edition, area):
        return False
    if months is not None and not takes(here.units[kind], Ages(months, GROWN if months in SOON_GROWN else months)):
        return False
    is_authority = _levels(edition.catalogue, here.units[kind]) <= AUTHORITY
    return not is_authority or kind in _named(edition, here, needs, day)


def kinds_to_ask(edition: Edition, area, need, *, is_sent, day: date):
    """The kinds of unit that a question of a need can be put to in an area.

    :param is_sent: whether a unit sends it, which then is responsible for what is put to one that holds nothing
    """
    acting = acting_kinds(edition, area)
    return acting if is_sent else tuple(one for one in acting if can_hold(edition, area, one, needs=(need,), day=day))


def led_to(edition: Edition, receipt: Receipt, *, day: date):
    """The kinds of unit that a kept question may be handed over to, or given by a meeting: that can hold it, take
    somebody of its ages, and are named by a rule for needs like its own, or have had it; where no rule gave
    the answer, any that can hold it.

    At the end of an age band that ends at 18 the question goes on to whoever receives from then on.
    """
    here, ages, needs = ruled_area(edition, receipt.area), parse_ages(receipt.ages), needs_of(receipt.answer)
    until = replace(ages, last=GROWN) if ages.last == GROWN - 1 else ages
    sender, _, before = receipt.opening
    had = {sender, *before, *receipt.standing.held, *(one.by for one in receipt.steps)}
    named = _named(edition, here, needs, day) if needs else holding_kinds(edition, receipt.area)
    fit = {*named, *had}
    return tuple(one for one in holding_kinds(edition, receipt.area, ages=until)
                 if one in fit and (one in had or can_hold(edition, receipt.area, one, needs=needs, day=day)))


def _acts(catalogue, unit):
    """Whether a kind of unit does; one that the catalogue does not know stands in the rules of its area alone."""
    if unit.process or unit.id == MEETING or unit.id in catalogue.national:
        return False
    agency = _agency(catalogue, unit)
    return agency is None or bool(ANSWERABLE & set(agency.organization))


def _levels(catalogue, unit):
    """The levels of a kind of unit; of one that the catalogue does not know, one of its own."""
    agency = _agency(catalogue, unit)
    return agency.levels if agency else {unit.id}


def _agency(catalogue, unit):
    return catalogue.agencies.get(unit.id) or catalogue.agencies.get(unit.kind_of)


def takes(unit, ages: Ages | None):
    """Whether a kind of unit takes somebody of some ages; None: they are not known."""
    return unit.ages is None or ages is None or bool(unit.ages.common(ages))


def _named(edition, here: Area, needs, day):
    """The kinds of unit that a rule for needs of the same groups names: as receiver, as holder, beside it or on the
    way to it; of no needs, none.
    """
    known = edition.catalogue.needs
    groups = frozenset(known[one].group for one in needs if one in known)
    return _NAMED.of(edition, (here.id, groups, day), lambda: frozenset(
        kind for need in here.needs if need in known and known[need].group in groups
        for kind in _named_for(here, need, day)))


def _named_for(here, need, day):
    rows = [row for table in here.span(need, day).tables.values() for row in table.rows if row.mask]
    for row in rows:
        reach = here.reach.get(row.rule.id)
        hows = (*row.rule.how.values(), *(reach.how.values() if reach else ()))
        yield from filter(None, (row.rule.to, row.holder, row.rule.unsure, *row.rule.also, *(one.via for one in hows)))
