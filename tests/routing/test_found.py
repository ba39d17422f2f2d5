"""A search joined with the rules: the actual receiver first with its units, danger before all, little kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from directory.routing import search
from directory.routing.found import MOST_KEPT, kept_answers
from directory.rules import decide, read_case
from directory.search import SearchQuery, index_of

DAY = date(2026, 11, 22)


def ask(edition, words, **filters):
    return search(edition, SearchQuery(words, **filters), day=DAY)


def receiver(edition, **case):
    asked = read_case({"level": "unknown", **case}, edition.inputs, areas=edition.ruleset.areas, today=DAY)
    return decide(edition.ruleset, asked).receiver


@pytest.mark.parametrize(("words", "case"), [
    ("vem tar en femåring med adhd i Ånge", {"area": "ange", "need": "koncentration_adhd", "age": "5"}),
    ("mobbad sexåring Hudiksvall", {"area": "hudiksvall", "need": "mobbning", "age": "6"}),
    ("10 år tvångstankar Gävleborg", {"area": "gavleborg", "need": "tvang", "age": "10"}),
    ("6 year old dyslexia Uppsala", {"area": "uppsala", "need": "lasskriv", "age": "6"}),
])
def test_when_words_say_need_age_and_area_the_receiver_by_the_rules_stands_first(edition, words, case):
    assert ask(edition, words).hits[0].id == receiver(edition, **case)


def test_filters_tell_the_case_as_well_as_words_do(edition):
    found = ask(edition, "adhd", area="ange", age=60)

    assert found.hits[0].id == receiver(edition, area="ange", need="koncentration_adhd", age="5")


def test_the_first_hit_gives_the_reason_of_the_rule(edition):
    (why, *_) = ask(edition, "femåring med adhd i Ånge").hits[0].why

    assert why.key == "By the rules: %(because)s"
    assert why.words["rule"] == "adhd-small-first"


@pytest.mark.parametrize("words", ["vill inte leva", "självmordstankar 15 år Hudiksvall", "svalt gift"])
def test_where_there_is_danger_the_answer_of_safety_comes_first_and_that_for_danger_to_life_soon_after(edition, words):
    hits = ask(edition, words).hits

    assert hits[0].why[0].words["rule"].startswith("safety-")
    assert "sos_112" in [hit.id for hit in hits[:4]]


def test_an_agency_comes_with_its_units_in_the_area(edition):
    hits = ask(edition, "elevhälsa Hudiksvall").hits

    assert hits[0].id == "elevhalsa"
    assert hits[0].units == edition.ruleset.areas["hudiksvall"].binds["elevhalsa"].units != ()


def test_without_an_area_there_are_no_units(edition):
    assert ask(edition, "elevhälsa").hits[0].units == ()


def test_a_need_that_the_rules_do_not_know_leads_nowhere(edition):
    new = replace(edition.catalogue.needs["somn"], id="snoring", name={"sv": "Snarkningar"}, synonyms=())
    catalogue = replace(edition.catalogue, needs={**edition.catalogue.needs, "snoring": new})
    other = replace(edition, catalogue=catalogue, index=index_of(catalogue))

    assert ask(other, "snarkningar").hits[0].id == "snoring"


def test_the_same_question_is_answered_once(edition):
    assert ask(edition, "skolsyster") is ask(edition, "skolsyster")


def test_answers_are_kept_for_one_edition_and_day_and_only_so_many(edition):
    other = replace(edition)

    for number in range(MOST_KEPT + 5):
        search(other, SearchQuery(f"bup {number}"), day=DAY + timedelta(days=number % 2))
    search(other, SearchQuery("bup " * 40), day=DAY)

    assert 0 < len(kept_answers(other)) <= MOST_KEPT
    assert all(len(query.words) <= 80 for query, _ in kept_answers(other))
