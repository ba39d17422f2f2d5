"""`POST /api/v1/decisions` keeps to the contract: what it answers, in which language, of which edition."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from directory.cli import main
from tests.doors import CASE, post_case

ALWAYS = {"receiver", "open", "holder", "gate", "rule", "how", "requires", "attach", "answer_within", "alongside",
          "also", "if_wrong", "acute", "edition", "receipt"}
EXPLAINED = {"why", "would_change", "pathway"}


def test_a_full_decision_has_the_keys_of_the_contract_and_no_other(client):
    answer = post_case(client).get_json()

    assert set(answer) == ALWAYS | EXPLAINED
    assert set(answer["receiver"]) == {"id", "name", "kind_of", "units", "own"}
    assert set(answer["rule"]) == {"id", "layer", "file", "line", "because", "source", "disputed"}
    assert set(answer["how"]) == {"way", "via", "who", "text"}
    assert set(answer["acute"]) == {"is", "text"}


def test_each_item_of_a_full_decision_has_the_keys_of_the_contract(client):
    answer = post_case(client, level="bas").get_json()

    assert {frozenset(one) for one in answer["pathway"]} == {frozenset({"receiver", "adds", "sets", "because"})}
    assert {frozenset(one) for one in answer["why"]} == {frozenset({"input", "value", "text"})}
    assert {frozenset(one) for one in answer["would_change"]} == {frozenset({"input", "from", "to", "receiver"})}
    assert {frozenset(one) for one in answer["rule"]["source"]} == {frozenset({"id", "title", "date"})}


def test_a_unit_of_a_decision_has_the_keys_of_the_contract_and_says_when_its_number_was_read(client):
    unit, = post_case(client, acute="now").get_json()["receiver"]["units"]

    assert set(unit) == {"id", "name", "phones", "url", "address", "open_now", "assured_date", "read_on"}
    assert (unit["id"], unit["read_on"]) == ("sos-112", "2026")
    assert {frozenset(one) for one in unit["phones"]} == {frozenset({"number", "text", "hours", "confirmed"})}


def test_a_decision_without_explanation_leaves_out_what_explains(client):
    assert set(post_case(client, explain="none").get_json()) == ALWAYS


def test_explaining_changes_nothing_else(client):
    full, short = (post_case(client, explain=explain).get_json() for explain in ("full", "none"))

    assert {key: full[key] for key in ALWAYS} == short


def test_the_pathway_starts_at_the_receiver(client):
    answer = post_case(client, level="bas").get_json()

    assert answer["pathway"][0]["receiver"] == answer["receiver"]["id"]


def test_every_answer_names_the_edition_that_it_was_given_from(client, edition):
    for changes in ({}, {"acute": "now"}, {"level": "unknown", "age": "unknown"}, {"explain": "none"}):
        assert post_case(client, **changes).get_json()["edition"] == edition.id


@pytest.mark.parametrize(("accept", "language"), [
    ("en", "en"), ("sv", "sv"), ("fr, en;q=0.5", "en"), ("sv;q=0.1, en", "en"), ("fi", "sv"), ("*", "sv"), ("", "sv"),
    (" ;;q=", "sv"), ("en;q=0", "sv"),
])
def test_the_language_is_the_one_that_the_asker_prefers(client, edition, accept, language):
    answer = post_case(client, acute="now", accept=accept).get_json()

    assert answer["receiver"]["name"] == edition.catalogue.agencies["sos_112"].name[language]


@pytest.mark.parametrize("age", [9, "9", "9y0m", "9y11m"])
def test_an_age_is_a_whole_number_or_a_text(client, age):
    assert post_case(client, age=age).get_json()["receiver"] == post_case(client).get_json()["receiver"]


@pytest.mark.parametrize("age", [21, "21", "abc", -1, "-1", "1e3", True, 9.5, "", " 9", "9y12m", "9-10", [9], None])
def test_what_is_no_age_of_the_rules_is_refused(client, age):
    answer = post_case(client, age=age)

    assert answer.status_code == 422
    assert [one["field"] for one in answer.get_json()["errors"]] == ["age"]


def test_an_unknown_level_is_no_matter_where_every_level_has_the_same_answer(client):
    sure = post_case(client, need="far_illa", level="bas").get_json()
    unknown = post_case(client, need="far_illa", level="unknown").get_json()

    assert unknown["receiver"] == sure["receiver"]
    assert unknown["gate"] == "protection"


def test_where_what_is_unknown_matters_the_answer_says_what_would_settle_it(client):
    answer = post_case(client, level="unknown", age="unknown").get_json()

    assert (answer["gate"], answer["rule"]["id"]) == ("unsure", "unsure")
    assert [one["input"] for one in answer["why"]] == ["level", "age"]


def test_the_second_return_of_a_question_calls_a_meeting_and_somebody_holds_the_question(client):
    answer = post_case(client, facts={"returned": "2"}).get_json()

    assert (answer["receiver"]["id"], answer["gate"]) == ("sip", "deadlock")
    assert answer["holder"] != "sip"


@pytest.mark.parametrize("changes", [{}, {"acute": "now"}, {"level": "unknown"}, {"need": "far_illa"}])
def test_the_command_line_gives_the_same_answer(client, changes):
    options = [word for name, value in {**CASE, **changes}.items() for word in (f"--{name}", value)]

    run = CliRunner().invoke(main, ["rules", "decide", *options], env={"ENVAGIN_LANGUAGE": "en"})

    told = {**json.loads(run.stdout), "edition": ""}
    assert told == {**post_case(client, **changes).get_json(), "edition": ""}


@given(data=st.data())
def test_the_receiver_does_not_depend_on_who_asks(client, edition, data):
    inputs = edition.inputs
    case = {name: data.draw(st.sampled_from(inputs.values[name])) for name in ("need", "level", "acute")}
    case |= {"age": data.draw(st.integers(0, 20)), "area": data.draw(st.sampled_from(sorted(edition.ruleset.areas)))}
    askers = data.draw(st.lists(st.sampled_from(inputs.askers), min_size=2, max_size=4, unique=True))

    answers = [post_case(client, explain="none", **case, **{"from": asker}).get_json() for asker in askers]

    assert len({(one["receiver"]["id"], one["holder"], one["rule"]["id"]) for one in answers}) == 1
