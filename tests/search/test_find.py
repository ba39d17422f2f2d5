"""What a query finds, in what order, why, and when it finds nothing for sure."""

from datetime import date
from itertools import pairwise

import pytest

from directory.ages import parse_ages
from directory.findings import say
from directory.search import ALL, TECHNIQUES, Led
from tests.records import make_role, make_unit
from tests.search.build import UNITS, ask, first, ids, make_search

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(("words", "found"), [
    ("Skolsköterska", "nurse"), ("skolsköterskornas", "nurse"), ("SKOLSKOTERSKAN", "nurse"), ("skolsköterka", "nurse"),
    ("skol sköterska", "nurse"), ("skolsyster", "nurse"), ("school nurses", "nurse"),
    ("skolsköterskemottagning", "nurse"), ("bup", "bup"), ("B.U.P.", "bup"), ("barnpsykiatri", "bup"),
    ("ungdomspsykiatrin", "bup"), ("skolkur", "counsellor"),
    ("ungdoms mottagning", "um"), ("mässling", "clinic"), ("den individuella planen", "sip"),
])
def test_whoever_is_meant_comes_first(words, found):
    assert first(words) == found


@pytest.mark.parametrize(("technique", "words"), [
    ("fold", "skolsköterska"), ("inflections", "skolsköterskornas"), ("compounds", "ungdoms mottagning"),
    ("typos", "skolsköterka"), ("beginnings", "skolkur"), ("synonyms", "skolsyster"), ("english", "anxiety"),
    ("alike", "sleeping"), ("texts", "mässling"), ("needs", "sömnproblem"), ("understanding", "psykolog Almby"),
    ("threshold", "pizza kebab sover"),
])
def test_each_technique_changes_what_some_words_find(technique, words):
    without = make_search(techniques=ALL - {technique})
    query = words.replace("ö", "o") if technique == "fold" else words

    assert ids(query) != ids(query, index=without) or ask(query) != ask(query, index=without)


def test_every_technique_has_a_query_that_shows_it():
    shown = test_each_technique_changes_what_some_words_find.pytestmark[0].args[1]

    assert {technique for technique, _ in shown} == set(TECHNIQUES)


def test_a_need_leads_to_those_that_take_it_and_stands_after_the_first_of_them():
    assert ids("min son sover inte")[:2] == ["clinic", "sleep"]


def test_whoever_is_handed_in_says_whom_a_need_leads_to():
    told = []

    found = ask("ångest 9 år almby", lead=lambda case: told.append(case) or [Led("um", say("They do."))])

    assert [(hit.id, str(hit.why[0])) for hit in found.hits][0] == ("um", "They do.")
    assert (told[0].need, told[0].area, told[0].months) == ("worry", "almby", 9 * 12)


def test_a_receiver_that_is_also_called_by_its_name_says_both():
    found = ask("vårdcentral sömnproblem")

    assert found.hits[0].id == "clinic"


def test_each_hit_says_why_it_was_found():
    reasons = {str(hit.why[0]) for words in ("skolsyster", "mässling", "anxiety", "bup") for hit in ask(words).hits}

    assert reasons >= {"People call it “skolsyster”.", "What it does holds these words.", "It takes “Orolig”.",
                       "In English it is called “anxiety”.", "The name says “BUP”."}


def test_hits_stand_in_the_order_of_their_scores_and_each_once():
    for words in ("mottagning", "ångest", "skolsköterska kurator", "sover inte ungdomsmottagning"):
        hits = ask(words).hits

        assert all(one.score >= other.score for one, other in pairwise(hits))
        assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)


@pytest.mark.parametrize("words", [
    "pizza", "däckbyte till helgen", "och att det", "inte", "?*", "*:*", "…!?", "", "   ", "\x00\x01", "\u202e", "i",
    "1",
])
def test_what_means_nothing_here_finds_nothing_for_sure_and_says_where_to_begin(words):
    found = ask(words)

    assert not found.sure
    assert found.hits == ()
    assert found.groups == ("mind",)


def test_near_spellings_are_offered_where_nothing_is_sure():
    assert ask("skolsköterskigt gräsklippare").spellings[0] == "skolsköterska gräsklippare"


def test_no_more_hits_come_than_were_asked_for():
    assert len(ids("skola mottagning plan ångest sover inte", limit=2)) <= 2


def test_what_is_for_another_age_than_the_words_say_comes_later():
    roles = [make_role("small", name={"sv": "Psykolog"}, ages=parse_ages("0-5")),
             make_role("large", name={"sv": "Psykolog för unga"}, ages=parse_ages("6-17"))]

    assert [first(words, index=make_search(roles=roles)) for words in ("psykolog 3 år", "psykolog 12 år")] == [
        "small", "large"]


def test_a_unit_is_found_by_its_own_name_and_only_where_it_lies():
    assert ids("Tallgläntan") == ids("tallgläntans mottagning", area="almby") == ["almby-bup"]
    assert ids("tallgläntan", area="vara") == ["almby-bup"]


def test_units_of_what_was_found_come_when_units_are_asked_for():
    assert ids("vårdcentral", kind="unit", area="almby") == ["almby-clinic"]
    assert ids("vårdcentral", kind="unit", area="vara") == []


def test_a_confirmed_unit_comes_before_one_that_is_not_and_one_that_was_long_ago():
    units = [make_unit(f"u{number}", name={"sv": "Gränden"}, assured_date=assured)
             for number, assured in enumerate((None, date(2024, 1, 1), date(2026, 6, 1)))]

    assert ids("gränden", index=make_search(units=units), day=DAY) == ["u2", "u0", "u1"]


def test_a_unit_that_is_closed_or_not_open_yet_is_not_found():
    units = [make_unit("gone", name={"sv": "Gränden"}, closes_on=date(2026, 1, 1)),
             make_unit("coming", name={"sv": "Gränden"}, opens_on=date(2027, 1, 1))]

    assert ids("gränden", index=make_search(units=[*UNITS, *units]), day=DAY) == []


@pytest.mark.parametrize(("filters", "found"), [
    ({"kind": "role"}, ["nurse", "counsellor"]), ({"organization": "kommun"}, ["um"]), ({"kind": "process"}, ["sip"]),
    ({"level": "specialist"}, ["bup"]), ({"need": "sleep", "kind": "agency"}, ["clinic"]),
    ({"kind": "need", "need": "worry"}, ["worry"]), ({"age": 19 * 12}, []), ({"access": "remiss"}, []),
])
def test_filters_alone_list_what_they_let_through(filters, found):
    assert ids("", **filters) == found


def test_a_filter_is_never_passed_by():
    assert first("skolsköterska", kind="agency") is None
    assert ids("vårdcentral", organization="kommun") == []


@pytest.mark.parametrize(("settled", "found"), [(False, "bup"), (True, "clinic")])
def test_a_receiver_of_the_need_that_is_named_too_stands_first_unless_the_case_is_settled(settled, found):
    def lead(_):
        return [Led("clinic", say("They do."), settled)]

    assert first("barnpsyk ångest", lead=lead) == found
