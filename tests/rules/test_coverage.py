"""Coverage: every cell stands in exactly one share, and in the area whose table it is."""

from collections import Counter
from itertools import product

import pytest

from directory.ages import Ages
from directory.config import settings
from directory.rules import bands_of, coverage, decide, load, verify
from directory.rules.model import RULES
from tests.build import DAY, ask, make_base, make_nation, prove, ruleset_of

NEEDS, LEVELS, AGES, FLAGS = ("attention", "worry", "speech"), ("base", "first", "special"), range(21), ("no", "yes")


def covered(folder):
    return {one.area: one for one in coverage(ruleset_of(folder), day=DAY)}


def bands(folder, area="nation", need="focus"):
    """The bands of a need's rules."""
    return bands_of(ruleset_of(folder).areas[area].span(need, DAY).tables[RULES])


def cells_of(part):
    return sum(share.cells for band in part.bands for share in band.shares)


def shares(one, parts):
    """How many cells of an area each unit receives, by need, level and unit, from the parts that it and others say."""
    found = Counter()
    for area in parts.values():
        for part in area.parts:
            owner = one.inherits.get(part.need, one.area) if part.stage == RULES else "nation"
            for band in part.bands if area.area == owner else ():
                for share in band.shares:
                    found[part.need, band.level, share.receiver] += share.cells
    return found


def asked_one_by_one(ruleset, area):
    found = Counter()
    for need, level, age, school, care, acute in product(NEEDS, LEVELS, AGES, FLAGS, FLAGS, FLAGS):
        case = ask(ruleset, area=area, need=need, level=level, age=age, acute=acute,
                   tried={"school_done": school, "care_done": care})
        found[need, level, decide(ruleset, case).receiver] += 1
    return found


@pytest.mark.parametrize("area", ["nation", "west", "almby"])
def test_the_shares_are_those_of_every_cell_asked_one_by_one(tmp_path, area):
    folder = make_base(tmp_path)
    parts = covered(folder)

    counted = shares(parts[area], parts)

    assert counted == asked_one_by_one(ruleset_of(folder), area)
    assert counted.total() == parts[area].cells


def test_the_cells_of_all_areas_are_those_of_the_proof(tmp_path):
    folder = make_base(tmp_path)

    assert sum(one.cells for one in covered(folder).values()) == prove(folder).cells


def test_the_cells_of_our_own_base_are_those_of_the_proof():
    verdict = verify(load(settings().rules), day=DAY)

    parts = {one.area: one for one in coverage(verdict.ruleset, day=DAY)}

    assert sum(one.cells for one in parts.values()) == verdict.cells
    said = {(one.area, part.need, part.stage): cells_of(part) for one in parts.values() for part in one.parts}
    nation, *_ = parts
    stages = {(need, stage) for area, need, stage in said if area == nation}
    for one in parts.values():
        owners = {(need, stage): one.inherits.get(need, one.area) if stage == RULES else nation
                  for need, stage in stages}
        assert sum(said[owner, *key] for key, owner in owners.items()) == one.cells


def test_a_need_that_an_area_leaves_alone_is_counted_where_it_is_written(tmp_path):
    parts = covered(make_base(tmp_path))

    assert parts["almby"].inherits == {"speech": "nation", "attention": "west"}
    assert {part.need for part in parts["almby"].parts} == {"worry"}
    assert {part.stage for part in parts["west"].parts} == {RULES}


def test_neighbouring_ages_that_one_rule_decides_alike_are_one_band(tmp_path):
    folder = make_nation(tmp_path, rules={
        "R1": "when: {level: base, age: 0-5}, to: bvc", "R2": "when: {level: base, age: 6-20}, to: school",
        "R3": "when: {level: more}, to: bup"})

    found = {(band.level, str(band.ages)) for band in bands(folder)}

    assert found == {("base", "0-5"), ("base", "6-20"), ("more", "0-20")}


def test_a_level_that_no_rule_asks_for_has_its_part_of_the_cells(tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "to: bvc"})

    assert [(band.level, band.shares[0].cells) for band in bands(folder)] == [("base", 168), ("more", 168)]


def test_the_most_cells_stand_first_and_of_equals_the_one_with_nothing_tried(tmp_path):
    folder = make_nation(tmp_path, rules={
        "R1": "when: {tried: {a: yes}}, to: bup", "R2": "when: {tried: {a: no}}, to: school"})

    assert [[(share.receiver, share.usual) for share in band.shares] for band in bands(folder)] == [
        [("school", True), ("bup", False)]] * 2


def test_an_open_cell_names_who_holds_the_question(tmp_path):
    folder = make_nation(
        tmp_path, rules={"R1": "to: bvc"},
        open={"O1": "rule: R1, when: {age: 3-4}, calls: bvc"}, units={"sip": "process: yes"})

    (share,) = next(band for band in bands(folder) if band.ages == Ages(36, 59)).shares

    assert (share.receiver, share.holder, share.open, [rule.id for rule in share.rules]) == ("sip", "bvc", True, ["O1"])


def test_a_gap_and_an_overlap_have_no_receiver_and_are_counted_once(tmp_path):
    folder = make_nation(tmp_path, rules={
        "R1": "when: {age: 0-9}, to: bvc", "R2": "when: {age: 8-12}, to: school"})

    nobody = {str(band.ages): [rule.id for rule in share.rules] for band in bands(folder)
              for share in band.shares if share.receiver is None}

    assert nobody == {"8-9": ["R1", "R2"], "13-20": []}
    assert sum(share.cells for band in bands(folder) for share in band.shares) == 336


def test_the_rules_of_the_day_are_counted(tmp_path):
    ruleset = ruleset_of(make_nation(tmp_path, rules={
        "R1": "to: bvc, valid: {to: 2026-12-31}", "R2": "to: school, valid: {from: 2027-01-01}"}))

    receivers = {day.year: {share.receiver for one in coverage(ruleset, day=day) for part in one.parts
                            if part.stage == RULES for band in part.bands for share in band.shares}
                 for day in (DAY, DAY.replace(year=2027))}

    assert receivers == {2026: {"bvc"}, 2027: {"school"}}
