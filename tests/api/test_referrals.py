"""Checking a referral through the API: the verdict, what is missing, and what else can be done."""

import pytest

from directory import clock
from directory.routing import by_the_clock
from tests.doors import CASE

ADHD = {**CASE, "area": "hudiksvall", "from": "skolskoterska"}


def checked(client, *, accept="en", **changes):
    said = {name: one for name, one in {**ADHD, **changes}.items() if one is not None}
    return client.post("/api/v1/referrals", json=said, headers={"Accept-Language": accept})


def verdict(client, **changes):
    return checked(client, **changes).get_json()["verdict"]


def test_the_right_and_the_wrong_unit_are_told_apart(client):
    wrong = checked(client, **{"from": None}, to="bup").get_json()

    assert wrong["verdict"] == "wrong" and wrong["decision"]["receiver"]["id"] == "elevhalsa"
    assert "Wrong receiver" in wrong["line"]
    assert verdict(client, to="elevhalsa") == "right"


def test_what_is_missing_is_named_with_who_can_supply_it_until_it_is_there(client):
    tried = {"tried": {"school_measures": "yes"}, "to": "bup"}
    lacking = checked(client, **tried).get_json()

    assert lacking["verdict"] == "incomplete" and lacking["missing"]
    whole = checked(client, **tried, has=[one["id"] for one in lacking["missing"]]).get_json()
    assert (whole["verdict"], whole["missing"]) == ("right", [])
    assert {one["id"] for one in whole["present"]} == {one["id"] for one in lacking["missing"]}


def test_a_unit_that_has_held_the_question_does_not_get_it_again(client):
    assert verdict(client, to="bup", held=["elevhalsa", "vardcentral"]) == "returns"


def test_it_asks_only_for_what_can_still_change_the_receiver(client):
    open_yet = checked(client).get_json()["matters"]
    settled = checked(client, tried={"school_measures": "no"}).get_json()["matters"]

    assert "tried.school_measures" in open_yet and "tried.school_measures" not in settled


def test_five_ends_are_named_and_none_of_them_is_not_us(client):
    tried = {"tried": {"school_measures": "yes"}}
    assert checked(client, **{"from": "vardcentral"}, **tried, to="hab").get_json()["ends"] == [
        "accept", "consult", "hand_over", "ask_once", "call_meeting"]
    assert "consult" not in checked(client, **{"from": None}, to="bup").get_json()["ends"]  # a family holds nothing
    assert checked(client, to="bup").get_json()["ends"] == ["accept", "consult", "ask_once", "call_meeting"]


def test_an_answer_counts_against_what_items_show_and_one_item_of_several_shows_nothing(client):
    said = {"tried": {"school_measures": "no"}, "to": "bup"}
    one, all_, untold = (checked(client, **more).get_json() for more in (
        {**said, "has": ["four-views"]}, {**said, "has": ["four-views", "support-evaluated"]},
        {"to": "bup", "has": ["four-views", "support-evaluated"]}))

    assert [each["verdict"] for each in (one, all_, untold)] == ["ask", "ask", "incomplete"]
    assert [each["against"] for each in (one, all_, untold)] == [[], ["tried.school_measures"], []]


@pytest.mark.parametrize("changes", [{"from": "praest"}, {"from": "guardian"}, {"from": "guardian", "to": "1177"}])
def test_nobody_is_named_as_the_holder_where_only_a_number_is_there(client, changes):
    found = checked(client, **changes, acute="now").get_json()

    assert (found["verdict"], found["holder"]) == ("acute", None)


def test_a_report_that_has_come_is_not_reported_again(client):
    found = checked(client, need="vald", age="8", **{"from": "mentor"}, to="soc_mottag",
                    facts={"out_of_hours": "no"}).get_json()

    assert (found["verdict"], found["ends"]) == ("reported", ["accept"])
    assert found["line"].startswith("Right receiver") and "Thank you" in found["texts"]["sender"]


def test_what_is_not_sent_and_is_the_senders_own_has_no_next_unit(client):
    found = checked(client).get_json()

    assert found["line"] == "The question is yours already" and found["texts"]["next"] == ""


def test_where_a_case_of_today_does_not_say_the_hour_the_clock_does_as_on_the_page(client, edition):
    concern = {"need": "far_illa", "level": "bas", "to": "bup"}
    closed = by_the_clock(edition, clock.now())["facts.out_of_hours"]

    told, untold, monday = (checked(client, **concern, **said).get_json() for said in (
        {"facts": {"out_of_hours": closed}}, {}, {"on": "2030-11-25"}))

    assert untold["decision"]["receiver"] == told["decision"]["receiver"]
    assert (monday["decision"]["receiver"]["id"], monday["ends"]) == ("soc_mottag", ["report"])


def test_whoever_sends_is_named_as_the_holder_and_of_a_family_whoever_is_asked(client):
    assert checked(client, to="bup").get_json()["holder"]["id"] == "elevhalsa"
    assert checked(client, **{"from": "guardian"}, to="bup").get_json()["holder"]["id"] == "bup"


def test_half_a_year_before_18_it_says_who_receives_from_then(client):
    assert checked(client, age="17y5m").get_json()["from_18"] is None
    assert checked(client, age="17y6m").get_json()["from_18"]["id"] == "vuxenpsykiatri"


@pytest.mark.parametrize(("changes", "fields"), [
    ({"to": "bupp", "has": ["x"], "held": "bup"}, {"to", "has", "held"}), ({"need": "adhd", "to": 1}, {"need", "to"}),
    ({"text": "hej"}, {"text"}), ({"has": [[]]}, {"has"}), ({"held": ["bup"] * 200}, {"held"}),
])
def test_every_wrong_field_is_named(client, changes, fields):
    answer = checked(client, **changes)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "case_refused")
    assert {one["field"] for one in answer.get_json(force=True)["errors"]} == fields


def test_texts_are_in_the_language_of_the_asker(client):
    swedish, english = (
        checked(client, **{"from": None}, to="bup", accept=one).get_json() for one in ("sv", "en"))

    assert swedish["verdict"] == english["verdict"] and all(swedish["texts"].values())
    assert swedish["decision"]["acute"]["text"] != english["decision"]["acute"]["text"]


def test_who_receives_until_18_at_night_and_who_may_have_sent_it_are_named_as_on_the_page(client):
    early = checked(client, area="uppsala", need="oro_angest", age="17y8m", level="specialist",
                    **{"from": "vardcentral"}, to="vuxenpsykiatri").get_json()
    night = checked(client, need="far_illa", to="soc_mottag", facts={"out_of_hours": "yes"}).get_json()
    some = checked(client, area="generic", need="sexuell_halsa", level="bas", age="16", to="bup",
                   **{"from": "barnmorska"}).get_json()

    assert early["until_18"]["id"] == "bup" and night["at_night"]["id"] == "socialjour"
    assert {one["id"] for one in some["senders"]} == {"um", "mvc"}
    assert (night["until_18"], early["at_night"], early["senders"], early["protected"]) == (None, None, [], False)


def test_the_unit_that_one_goes_through_sends_on_and_does_not_take_the_question(client):
    found = checked(client, area="generic", need="motorik", **{"from": "guardian"}, to="vardcentral").get_json()

    assert found["verdict"] == "onward" and "hand_over" in found["ends"]
    assert "We send the question on to" in found["texts"]["sender"] and found["texts"]["next"]


def test_a_profession_that_works_at_several_units_says_of_none_that_it_has_held_the_question(client):
    assert verdict(client, need="matvagran", **{"from": "arbetsterapeut"}, to="elevhalsa") != "returns"
