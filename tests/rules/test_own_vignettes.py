"""Our own cases: all come out, and together they touch every area, level, need and border, and every bounce."""

from collections import Counter
from itertools import combinations

import pytest

from directory import clock
from directory.ages import parse_age
from directory.rules import judge
from directory.rules.model import LEVEL, UNKNOWN
from tools.sources_page import read_tables

# The areas whose cases came first, 176 in all; what is asked of the later ones they may not help to fill.
FIRST_AREAS = {"generic", "gavleborg", "hudiksvall", "danderyd", "jonkoping", "stockholm", "uppsala"}
FIRST = 176
BORDERS = ("1", "6", "13", "16", "17y6m", "18")
YEAR = 12  # months


@pytest.fixture(scope="module")
def cases(edition):
    return edition.ruleset.base.vignettes


def months(case):
    return parse_age(str(case.case["age"]))


def in_both_languages(text):
    return text is not None and {"sv", "en"} <= set(text.by_language)


def asked(case):
    """What is asked, without who asks and where."""
    return repr(sorted((name, str(value)) for name, value in case.case.items() if name != "from"))


def at_the_border(cases, border):
    """Pairs of cases of one need in one area, one on the border and one less than a year below it."""
    month = parse_age(border)
    cases = [one for one in cases if one.case["age"] != UNKNOWN]
    return [(one.id, other.id) for one in cases for other in cases
            if (one.area, one.case["need"]) == (other.area, other.case["need"])
            and months(one) == month and month - YEAR <= months(other) < month]


def test_every_case_comes_out(edition, cases):
    found = [judge(edition.ruleset, one, day=clock.today()) for one in cases]

    assert [(one.id, one.expected, one.got) for one in found if not one.ok] == []


def test_every_case_has_a_source_and_tells_a_story_in_both_languages(cases):
    texts = {one.id: (one.title, one.story, one.because) for one in cases}

    assert [one.id for one in cases if not one.source] == []
    assert [one for one, said in texts.items() if not all(map(in_both_languages, said))] == []


def test_there_are_sixty_more_than_the_first(cases):
    assert len(cases) - FIRST >= 60


def test_later_cases_say_who_shall_never_receive_and_walk_whole_chains(cases):
    later = [one for one in cases if one.area not in FIRST_AREAS]

    assert len(later) >= 60
    assert sum(bool(one.never) for one in later) >= 15
    assert sum(len(one.chain or ()) >= 2 for one in later) >= 15


def test_the_same_case_has_different_answers_in_two_areas_at_least_ten_times(cases):
    pairs = [(one.id, other.id) for one, other in combinations(cases, 2)
             if one.area != other.area and asked(one) == asked(other) and not set(one.to) & set(other.to)]

    assert len(pairs) >= 10


def test_every_area_is_touched_five_times(edition, cases):
    times = Counter(one.area for one in cases)

    assert [area for area in edition.ruleset.areas if times[area] < 5] == []


def test_every_level_need_and_group_of_needs_is_touched(edition, cases):
    needs = {one.case["need"] for one in cases}

    assert set(edition.inputs.values[LEVEL]) - {one.case["level"] for one in cases} == set()
    assert set(edition.catalogue.needs) - needs == set()
    assert set(edition.catalogue.groups) - {edition.catalogue.needs[need].group for need in needs} == set()


@pytest.mark.parametrize("border", BORDERS)
def test_an_age_border_has_a_case_on_it_and_one_just_below_in_the_same_area(cases, border):
    assert at_the_border(cases, border) != []


def test_every_bounce_that_a_rule_can_mend_is_a_case(cases):
    mended = {row.mendable for table in read_tables() for row in table.rows if row.mendable}

    assert mended - {one.id for one in cases} == set()
    assert len(mended) >= 25
