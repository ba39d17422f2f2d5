"""What would change a decision: every single change that leads to another unit, no other, and the same as by asking."""

import random

import pytest

from directory import config
from directory.ages import parse_ages, show_age
from directory.rules import Case, Ruleset, changes, compile_base, decide, load
from directory.rules.decide import NotDecided
from directory.rules.model import AGE, LEVEL, NEED, UNKNOWN
from tests.build import DAY, ask, make_base, make_nation, ruleset_of


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return ruleset_of(make_base(tmp_path_factory.mktemp("base"), nation={"unsure": "clinic"}))


@pytest.fixture(scope="module")
def shipped():
    base = load(config.settings().rules).base
    return Ruleset(base, compile_base(base))


def random_cases(ruleset, count):
    inputs, chance = ruleset.base.inputs, random.Random(7)
    for _ in range(count):
        values = {name: chance.choice(allowed) if chance.random() < 0.3 else allowed[0]
                  for name, allowed in inputs.values.items() if name != NEED}
        values[LEVEL] = chance.choice((*inputs.values[LEVEL], UNKNOWN))
        months = chance.choice((None, *(chance.randint(inputs.ages.first, inputs.ages.last) for _ in range(5))))
        yield Case(chance.choice(list(ruleset.areas)), chance.choice(inputs.values[NEED]), months, values, "", DAY)


def taker(ruleset, case):
    """Who takes a case and who holds it, or None where nobody is found."""
    try:
        found = decide(ruleset, case)
    except NotDecided:
        return None
    return found.receiver, found.holder


def by_asking(ruleset, case):
    """Every change to another taker as input, value and receiver; ages month by month."""
    own, inputs = taker(ruleset, case), ruleset.base.inputs
    others = [(AGE, months, case.but({AGE: months})) for months in range(inputs.ages.first, inputs.ages.last + 1)]
    others += [(name, new, case.but({name: new})) for name, values in inputs.values.items() for new in values]
    others += [("area", area, Case(area, case.need, case.months, case.values, "", DAY)) for area in ruleset.areas]
    return {(name, new, there[0]) for name, new, other in others
            if (there := taker(ruleset, other)) and there != own}


def told(ruleset, case):
    """The same, as `changes` tells it."""
    found = set()
    for one in changes(ruleset, decide(ruleset, case)):
        ages = parse_ages(one.new) if one.input == AGE else None
        found |= {(AGE, months, one.receiver) for months in range(ages.first, ages.last + 1)} if ages else {
            (one.input, one.new, one.receiver)}
    return found


def test_every_change_in_the_small_base_is_the_one_that_asking_finds(small):
    for case in random_cases(small, 400):
        assert told(small, case) == by_asking(small, case)


def test_every_change_in_the_shipped_base_is_the_one_that_asking_finds(shipped):
    for case in random_cases(shipped, 60):
        if taker(shipped, case):
            assert told(shipped, case) == by_asking(shipped, case)


def test_changes_stand_in_the_order_in_which_people_can_do_something_about_them(small):
    case = ask(small, area="almby", need="attention", age="9", level="base")

    inputs = [one.input for one in changes(small, decide(small, case))]

    assert list(dict.fromkeys(inputs)) == ["acute", "level", "age", "tried.school_done"]


def test_another_need_and_another_area_are_changes_too(small):
    case = ask(small, area="almby", need="worry", age="16", level="base")

    found = changes(small, decide(small, case))

    assert [(one.input, one.old, one.new, one.receiver) for one in found if one.input in ("need", "area")] == [
        ("need", "worry", "attention", "school"), ("need", "worry", "speech", "school"),
        ("area", "almby", "nation", "school"), ("area", "almby", "west", "school")]


def test_neighbouring_stretches_of_ages_with_one_receiver_are_one_change(small):
    case = ask(small, area="nation", need="attention", age="18", level="special")

    found = [(one.old, one.new) for one in changes(small, decide(small, case)) if one.input == AGE]

    assert found == [(show_age(18 * 12), "0-17")]


def test_an_unknown_level_is_left_for_each_that_settles_it(small):
    case = ask(small, area="nation", need="attention", age="9", level="unknown")

    found = [(one.old, one.new, one.receiver) for one in changes(small, decide(small, case)) if one.input == LEVEL]

    assert found == [(UNKNOWN, "base", "school"), (UNKNOWN, "special", "bup")]


def test_another_unit_that_calls_the_meeting_is_a_change(tmp_path):
    rules = {"A": "when: {level: base}, to: sip, calls: x", "B": "when: {level: more}, to: sip, calls: y"}
    ruleset = ruleset_of(make_nation(tmp_path, rules=rules, units={"sip": "process: yes"}))

    found = [(one.input, one.new, one.receiver) for one in changes(ruleset, decide(ruleset, ask(ruleset)))]

    assert ("level", "more", "sip") in found


def test_a_change_to_a_case_that_no_rule_takes_is_none(tmp_path):
    ruleset = ruleset_of(make_nation(tmp_path, rules={"A": "when: {level: base, age: 0-9}, to: x"}))

    assert {one.input for one in changes(ruleset, decide(ruleset, ask(ruleset)))} == {"acute"}
