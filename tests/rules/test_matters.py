"""Which inputs can still change who takes a case: exactly those of which two values lead to different takers."""

import random
from itertools import product

import pytest

from directory.rules.decide import find
from directory.rules.matters import takers_of
from directory.rules.model import AGE, NEED
from tests.build import DAY, make_base, make_nation, ruleset_of

SHARE = 0.4  # of the inputs that are given in a case chosen by chance


def taken(ruleset, area, need, months, values):
    _, row = find(ruleset.areas[area], need, months, values, DAY)
    return row.rule.to, row.holder


def by_asking_for_all(ruleset, area, need, given, months):
    """The inputs that matter, found by asking for every case there is."""
    inputs = ruleset.base.inputs
    ages = range(inputs.ages.first, inputs.ages.last + 1, 6) if months is None else [months]
    names = [name for name in inputs.values if name != NEED]
    columns = {AGE: list(ages)} | {name: [given[name]] if name in given else list(inputs.values[name])
                                   for name in names}
    cases = {case: taken(ruleset, area, need, case[0], dict(zip(names, case[1:], strict=True)))
             for case in product(*columns.values())}
    found = set()
    for at, name in enumerate(columns):
        groups = {}
        for case, taker in cases.items():
            groups.setdefault(case[:at] + case[at + 1:], set()).add(taker)
        found |= {name} if any(len(takers) > 1 for takers in groups.values()) else set()
    return found


def that_matter(ruleset, area, need, given, months=None):
    return set(takers_of(ruleset.areas[area], need, inputs=ruleset.base.inputs, day=DAY).that_matter(given, months))


@pytest.mark.parametrize("seed", range(12))
def test_the_inputs_that_matter_are_those_that_asking_for_every_case_finds(tmp_path, seed):
    ruleset, chance = ruleset_of(make_base(tmp_path)), random.Random(seed)
    inputs = ruleset.base.inputs
    area, need = chance.choice(list(ruleset.areas)), chance.choice(inputs.values[NEED])
    given = {name: chance.choice(values) for name, values in inputs.values.items()
             if name != NEED and chance.random() < SHARE}
    months = chance.choice([None, *range(0, 240, 30)])

    assert that_matter(ruleset, area, need, given, months) == by_asking_for_all(ruleset, area, need, given, months)


def test_what_is_given_is_not_asked_for_again(tmp_path):
    ruleset = ruleset_of(make_base(tmp_path))

    found = that_matter(ruleset, "nation", "worry", {"level": "base", "acute": "no"}, 9 * 12)

    assert found == {"tried.school_done"}


def test_nothing_matters_where_every_case_has_one_taker(tmp_path):
    ruleset = ruleset_of(make_nation(tmp_path, rules={"A": "to: clinic"}))

    assert that_matter(ruleset, "nation", "focus", {"acute": "no"}) == set()


def test_who_calls_the_meeting_matters_though_the_receiver_is_the_meeting_all_the_same(tmp_path):
    rules = {"A": "when: {level: base}, to: sip, calls: one", "B": "when: {level: more}, to: sip, calls: two"}
    ruleset = ruleset_of(make_nation(tmp_path, rules=rules))

    assert that_matter(ruleset, "nation", "focus", {"acute": "no"}) == {"level"}


def test_an_input_matters_that_danger_alone_asks_for(tmp_path):
    ruleset = ruleset_of(make_nation(tmp_path, rules={"A": "to: clinic"}))

    assert that_matter(ruleset, "nation", "focus", {}) == {"acute"}
