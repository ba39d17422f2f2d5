"""The pages of receipts for desks: kept, opened, stepped with; what is refused says why and loses nothing."""

import pytest

from directory import clock, journal
from directory.journal import models
from tests.doors import Page
from tests.receipts import REFERRAL, Caller, confirmation_in, ends_in, keep, opened, targets_in


@pytest.fixture
def where(service):
    """The English page of a receipt: a school has referred to child psychiatry without having mapped anything."""
    return f"/en{keep(service)}"


def read(service, where):
    return Page(service.client().get(where))


def test_whoever_has_the_code_reads_what_was_said_who_holds_the_question_and_may_take_no_step(service, where):
    page = read(service, where)

    assert "Pupil health service holds the question" in page.text
    assert "Has been asked Child and adolescent psychiatry (BUP)" in page.text
    assert "adhd-school-first" in page.text and "Ages of the rule 6–17" in page.text
    assert ends_in(page) == [] and "Sign in with the key of your desk" in page.text


def test_a_receipt_says_nothing_of_the_age_that_was_written(service):
    page = read(service, keep(service, age="9y7m"))

    assert "9y7m" not in page.html and "9 år" not in page.text


@pytest.mark.parametrize(("handle", "ends"), [
    ("bup", ["accept", "consult", "hand_over", "ask_once", "call_meeting"]), ("far-away", []), ("clerk", []),
    ("school", ["accept", "hand_over", "ask_once", "call_meeting"])])
def test_a_desk_is_offered_the_valid_ends_and_no_other(service, where, handle, ends):
    page = Caller(service, handle).page(where)

    assert ends_in(page) in (ends, [one for one in ends if one != "ask_once"])


def test_a_unit_that_has_held_the_question_is_no_target_and_the_meeting_is_named_instead(service, where):
    page = Caller(service, "bup").page(where)

    possible, held = targets_in(page)
    assert sorted(held) == ["elevhalsa", "skola"] and "vardcentral" in possible
    assert {"sos_112", "1177", "bris", "giftinfo", "skolinspektionen", "socialjour"}.isdisjoint(possible)
    assert "It cannot go back there; call the joint meeting instead." in page.text


@pytest.mark.parametrize(("changes", "words"), [
    ({"held": "bup"}, "Your unit has held this question before."),
    ({"facts.returned": "2", "from": "vardcentral", "tried.school_measures": "yes"},
     "The answer to this question is a joint meeting.")])
def test_a_unit_that_can_but_call_the_meeting_reads_why_beside_that_choice(service, changes, words):
    page = Caller(service, "bup").page(f"/en{keep(service, **changes)}")

    assert ends_in(page) == ["call_meeting"] and words in page.text


def test_units_that_were_ticked_as_having_had_the_question_are_no_targets_either(service):
    desk, where = Caller(service, "bup"), keep(service, held="vardcentral")

    answer = desk.step(where, "hand_over", to="vardcentral")

    assert (answer.status_code, opened(service, where).standing.held) == (409, ("vardcentral", "elevhalsa"))


def test_a_step_that_would_return_the_question_is_refused_before_it_happens(service, where):
    answer = Caller(service, "bup").step(where, "hand_over", to="elevhalsa")

    assert answer.status_code == 409
    assert "must not go back there: call the joint meeting" in Page(answer).text
    assert opened(service, where).steps == ()


@pytest.mark.parametrize(("fields", "field"), [
    ({"end": ""}, "end"), ({"end": "not_us"}, "end"), ({"end": "hand_over"}, "to"),
    ({"end": "hand_over", "to": "moon"}, "to"), ({"end": "ask_once", "item": "moon"}, "item")])
def test_a_choice_that_is_missing_is_named_and_nothing_that_was_chosen_is_lost(service, where, fields, field):
    answer = Caller(service, "bup").step(where, **fields)
    page = Page(answer)

    assert answer.status_code == 422
    assert f'href="#{field}"' in page.html and f'id="{field}-fault"' in page.html
    checked = [attrs["value"] for tag, attrs in page.tags if "checked" in attrs]
    assert checked == ([fields["end"]] if fields["end"] in ("hand_over", "ask_once") else [])


def test_what_has_come_and_was_not_asked_for_is_named_also_where_but_one_thing_is_awaited(service):
    where, bup = keep(service, **{"tried.school_measures": "yes"}), Caller(service, "bup")
    bup.step(where, "ask_once", item="four-views")

    answer = bup.step(where, "received", came="consent")

    page = Page(answer)
    assert answer.status_code == 422
    assert 'href="#came"' in page.html and 'id="came-fault"' in page.html and 'id="came"' in page.html


def test_a_hand_over_gives_a_code_once_and_holds_until_the_other_unit_confirms_with_it(service, where):
    handed = Page(Caller(service, "bup").step(where, "hand_over", to="vardcentral"))
    code = confirmation_in(handed)
    assert code and confirmation_in(Caller(service, "bup").page(where)) == ""
    assert opened(service, where).standing.holder == "bup"

    answer = Caller(service, "clinic").step(where, "accept", confirm=code.lower())

    assert answer.status_code == 303
    assert opened(service, where).standing.holder == "vardcentral"


def test_a_wrong_code_to_confirm_is_refused_and_the_tries_that_are_left_are_told(service, where):
    Caller(service, "bup").step(where, "hand_over", to="vardcentral")

    answer = Caller(service, "clinic").step(where, "accept", confirm="AAA-AAA")
    page = Page(answer)

    assert answer.status_code == 403
    assert "You may try 4 more times today." in page.text and "AAA-AAA" not in page.html
    assert opened(service, where).standing.holder == "bup"


def test_a_step_on_a_page_that_is_out_of_date_is_not_taken(service, where):
    Caller(service, "bup").step(where, "consult")

    answer = Caller(service, "school").step(where, "call_meeting", seen=0)

    assert answer.status_code == 409
    assert "Somebody has taken a step since you opened the page." in Page(answer).text
    assert [one.kind for one in opened(service, where).steps] == ["consult"]


def test_a_desk_elsewhere_takes_no_step_even_with_a_form_of_its_own_making(service, where):
    caller = Caller(service, "far-away")
    token = Caller(service, "bup").page(where)

    assert token and caller.step(where, "accept").status_code == 403
    assert opened(service, where).steps == ()


@pytest.mark.parametrize(("code", "status", "told"), [
    ("ACDEFGHJK3", 422, "wrong letter"), ("moon", 422, "wrong letter"), ("4444444444", 422, "wrong letter")])
def test_a_code_that_is_none_leads_to_where_one_is_typed(service, code, status, told):
    answer = service.client().get(f"/en/remiss/{code}")

    assert answer.status_code == status
    assert told in Page(answer).text


def test_a_code_can_be_typed_as_it_was_heard(service, where):
    heard = journal.shown_code(where.rpartition("/")[2]).lower().replace("-", " ")

    answer = service.client().post("/en/remiss/oppna", data={"code": heard})

    assert answer.headers["Location"] == where


@pytest.mark.parametrize("typed", ["19121212-1212", ""])
def test_what_is_typed_for_a_code_is_refused_without_being_repeated(service, typed):
    answer = service.client().post("/en/remiss/oppna", data={"code": typed})

    assert answer.status_code == 422
    assert "1212" not in answer.text


def test_a_receipt_that_was_altered_is_not_shown(service, where):
    with service.database.transaction() as session:
        row = session.get(models.Receipt, where.rpartition("/")[2])
        row.document = {**row.document, "receiver": "bup"}

    answer = service.client().get(where)

    assert answer.status_code == 409
    assert "has been altered" in Page(answer).text and "adhd" not in answer.text


def test_a_page_of_another_site_keeps_nothing(service):
    answer = service.client().post("/remiss/kod", data={}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_a_check_that_is_not_whole_is_shown_again_instead_of_kept(service):
    answer = service.client().post("/en/remiss/kod", data={"area": "hudiksvall", "need": "moonlight"})

    assert answer.status_code == 422
    assert 'value="moonlight"' in answer.text


def test_a_profession_that_works_at_several_units_is_asked_which_one_sends(service):
    role = {"area": "hudiksvall", "need": "koncentration_adhd", "age": "9", "from": "fysioterapeut", "to": "bup"}
    clinic, bup = service.signed_in("clinic"), service.signed_in("bup")
    answer = bup.post("/en/remiss/kod", data=role)
    units = [attrs["value"] for tag, attrs in Page(answer).tags if attrs.get("name") == "unit"]
    assert answer.status_code == 422 and "vardcentral" in units

    chosen = bup.post("/en/remiss/kod", data={**role, "unit": "vardcentral"})

    for kept in (chosen, clinic.post("/en/remiss/kod", data=role)):  # a desk that sends need not say which it is
        assert opened(service, kept.headers["Location"]).standing.holder == "vardcentral"


@pytest.mark.parametrize("handle", ["", "far-away", "social", "clerk"])
def test_nobody_but_a_desk_of_the_two_units_says_who_sent(service, handle):
    client = service.signed_in(handle) if handle else service.client()

    kept = client.post("/remiss/kod", data=REFERRAL).headers["Location"]

    assert opened(service, kept).standing.holder == "" and opened(service, kept).standing.asked == "bup"
    assert kept.rpartition("/")[2] not in Caller(service, "school").page("/remiss/lista").html


def test_a_list_that_is_long_has_pages(service, where):
    lists = Caller(service, "bup")

    assert "The next page" not in lists.page("/en/remiss/lista").text
    second = lists.page("/en/remiss/lista?sida=2").text
    assert "This is page 2." in second and "The page before" in second


def test_the_list_has_what_a_desk_holds_or_was_asked_with_what_is_overdue_first(service, where):
    code = where.rpartition("/")[2]
    Caller(service, "bup").step(where, "hand_over", to="soc_mottag")

    lists = {handle: Caller(service, handle).page("/en/remiss/lista").html for handle in ("bup", "social", "far-away")}

    assert f'href="{where}"' in lists["bup"] and "7 days left" in lists["bup"]
    assert "Answer: you have been asked" in lists["social"]
    assert code not in lists["far-away"] and "no open question" in lists["far-away"]


def test_the_days_until_somebody_holds_a_question_are_counted_once(service, where):
    before = held_so_far(service)
    Caller(service, "bup").step(where, "accept")
    Caller(service, "bup").step(where, "accept")

    assert held_so_far(service) == before + 1


def held_so_far(service):
    with service.database.transaction() as session:
        key = (False, "hudiksvall", "held", journal.quarter_of(clock.today()), "0-7", "")
        found = session.get(models.Count, key)
        return found.count if found else 0


def test_without_a_database_the_page_says_so_and_nothing_is_shown_as_kept(client):
    for path in ("/remiss/ACDEFGHJKX", "/kod/ACDEFGHJKX"):
        assert client.get(path).status_code in (422, 503)


def test_a_desk_is_told_as_which_unit_it_acts_and_not_its_handle(service, where):
    page = Caller(service, "bup").page(where)

    assert "You act for Child and adolescent psychiatry (BUP)." in page.text
