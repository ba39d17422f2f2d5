"""Receipts of every municipality, with rules of its own or without: who acts there, who had it, who is to supply."""

import pytest
from sqlalchemy import select

from directory import access, clock
from directory.journal.models import Count
from tests.doors import Page
from tests.receipts import REFERRAL, Caller, confirmation_in, ends_in, keep, opened, serve_receipts, targets_in

ELSEWHERE = "sandviken"  # a municipality without rules of its own, whose region has some
HERS = {**REFERRAL, "area": ELSEWHERE}
FORM = "/en/aterstudsar/rapportera"
UNSURE = {"level": "unknown", "age": ""}
GROWTH = "growth-curve"


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        made = serve_receipts(edition, tmp_path_factory.mktemp("places"), environment)
        with made.database.transaction() as session:
            for handle, kind in (("her-school", "elevhalsa"), ("her-social", "soc_mottag")):
                made.keys[handle] = access.add_desk(session, handle, kind=kind, area=ELSEWHERE, day=clock.today())
        yield made


def kept_by(service, handle, **changes):
    """The address of a receipt that a desk keeps; that of a visitor where none is named."""
    client = service.signed_in(handle) if handle else service.client()
    answer = client.post("/remiss/kod", data={**HERS, **changes})
    assert answer.status_code == 303, Page(answer).text
    return answer.headers["Location"]


def listed(service, handle, where):
    """Whether a desk's list names a receipt."""
    return where.rpartition("/")[2] in Page(service.signed_in(handle).get("/remiss/lista")).html


def handed(service, where, by, to):
    """The code with which a unit hands a question over."""
    return confirmation_in(Page(Caller(service, by).step(where, "hand_over", to=to)))


def test_the_school_of_a_municipality_without_rules_of_its_own_holds_what_it_sends(service):
    where = kept_by(service, "her-school")

    kept = opened(service, where)
    assert (kept.area, kept.ruled, kept.standing.holder) == (ELSEWHERE, "gavleborg", "elevhalsa")
    assert listed(service, "her-school", where) and listed(service, "bup", where)
    assert ends_in(Caller(service, "her-school").page(where)) != []
    assert "Sandviken" in Page(service.client().get(f"/en{where}")).text


def test_the_social_services_there_take_over_what_the_region_hands_them(service):
    where = kept_by(service, "her-school")
    given = handed(service, where, "bup", "soc_mottag")

    answer = Caller(service, "her-social").step(where, "accept", confirm=given)

    assert answer.status_code == 303
    assert opened(service, where).standing.holder == "soc_mottag"


def test_the_school_of_another_municipality_does_nothing_with_it(service):
    where = kept_by(service, "her-school")

    assert ends_in(Caller(service, "school").page(where)) == []
    assert Caller(service, "school").step(where, "accept", seen=0).status_code in (400, 403)
    assert not listed(service, "school", where)


def test_a_visitor_that_names_a_sender_makes_it_a_unit_that_had_the_question_and_not_its_holder(service):
    where = kept_by(service, "", **{"from": "skolskoterska"})

    assert opened(service, where).opening == ("", "bup", ("elevhalsa",))
    assert opened(service, where).standing.holder == ""


def test_what_a_visitor_kept_of_a_school_does_not_go_back_there_without_a_meeting(service):
    where = kept_by(service, "", **{"from": "skolskoterska"})
    assert Caller(service, "bup").step(where, "accept").status_code == 303

    page = Caller(service, "bup").page(where)
    assert {"elevhalsa", "skola"} <= set(targets_in(page)[1])
    assert Caller(service, "bup").step(where, "hand_over", to="elevhalsa").status_code == 409


def test_the_other_name_of_a_school_is_the_same_school_where_a_region_rules(service):
    where = kept_by(service, "her-school")
    Caller(service, "bup").step(where, "accept")

    assert Caller(service, "bup").step(where, "hand_over", to="skola").status_code == 409


def test_a_question_of_unknown_level_is_kept_where_a_unit_has_it(service):
    page = Page(service.signed_in("her-school").post("/en/remiss", data={**HERS, **UNSURE}))
    kept = opened(service, kept_by(service, "her-school", **UNSURE))

    assert "Keep a receipt with a code" in page.text
    assert (kept.standing.holder, kept.standing.asked) == ("elevhalsa", "bup")


def test_a_question_of_danger_is_kept_of_nobody(service):
    answer = service.signed_in("her-school").post("/remiss/kod", data={**HERS, "need": "suicidtankar", "acute": "now"})

    assert answer.status_code == 422


def test_a_question_is_handed_to_no_unit_that_takes_nobody_of_its_ages(service):
    where = kept_by(service, "her-school")

    possible, held = targets_in(Caller(service, "bup").page(where))

    assert opened(service, where).ages == "6-17"
    assert "bvc" not in {*possible, *held} and "soc_mottag" in possible
    assert Caller(service, "bup").step(where, "hand_over", to="bvc").status_code == 422


def test_a_question_whose_ages_end_at_18_goes_on_to_whoever_receives_from_then_on(service):
    where = kept_by(service, "her-school", need="nedstamdhet", age="17y8m")

    assert "vuxenpsykiatri" in targets_in(Caller(service, "bup").page(where))[0]
    assert handed(service, where, "bup", "vuxenpsykiatri")
    assert opened(service, where).standing.asked == "vuxenpsykiatri"


@pytest.mark.parametrize("unit", ["patientnamnd", "overformyndare", "barnahus", "mvc"])
def test_a_question_is_handed_to_no_unit_that_no_rule_names_for_needs_like_it(service, unit):
    where = kept_by(service, "her-school")

    assert unit not in targets_in(Caller(service, "bup").page(where))[0]
    assert Caller(service, "bup").step(where, "hand_over", to=unit).status_code == 422


def test_whoever_is_to_supply_what_was_asked_for_sees_it_on_its_list(service):
    where = f"/en{keep(service)}"
    page = Caller(service, "bup").page(where)
    item = next(attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "item")
    Caller(service, "bup").step(where, "ask_once", item=item)

    asked, others = (Page(service.signed_in(one).get("/en/remiss/lista")) for one in ("school", "her-school"))

    assert "You are to supply" in asked.text and f'href="{where}"' in asked.html
    assert f'href="{where}"' not in others.html


def test_what_the_family_is_to_give_is_on_the_list_of_whoever_sent_the_question(service):
    where = keep(service, **{"tried.school_measures": "yes"})
    Caller(service, "bup").step(where, "ask_once", item=["consent"])

    assert listed(service, "school", where)


def test_the_page_says_that_one_of_two_items_has_come(service):
    where, bup = keep(service, **{"tried.school_measures": "yes"}), Caller(service, "bup")
    bup.step(where, "ask_once", item=["four-views", "consent"])

    came = [attrs["value"] for _, attrs in bup.page(where).tags if attrs.get("name") == "came"]
    assert sorted(came) == ["consent", "four-views"]
    assert bup.step(where, "received", came="consent").status_code == 303
    assert opened(service, where).standing.awaited == "four-views"


@pytest.mark.parametrize("steps", [("accept", "ask_once"), ("ask_once", "accept")])
def test_what_was_asked_for_is_on_the_list_until_the_holder_says_that_it_came(service, steps):
    where, bup = keep(service, **{"tried.school_measures": "yes"}), Caller(service, "bup")
    for one in steps:
        assert bup.step(where, one, item="four-views").status_code == 303

    assert listed(service, "school", where)
    assert "Asked for, still to come" in bup.page(f"/en{where}").text and "received" in ends_in(bup.page(where))
    assert bup.step(where, "received").status_code == 303
    assert not listed(service, "school", where)


def test_what_was_asked_for_stands_an_item_a_line_without_a_full_stop(service):
    where = f"/en{keep(service, **{'tried.school_measures': 'yes'})}"
    Caller(service, "bup").step(where, "ask_once", item=["four-views", "consent"])

    page = Caller(service, "bup").page(where)

    lines = "asks once for<br>The school has looked at four things: learning, thinking, social life and the body<br>The"
    assert lines in page.html


def test_the_report_of_a_return_is_filled_with_who_sent_it_last_and_to_whom(service):
    where = kept_by(service, "her-school")
    given = handed(service, where, "bup", "vardcentral")
    Caller(service, "clinic").step(where, "accept", confirm=given)

    filled = values(Page(service.signed_in("clinic").get(f"{FORM}/{where.rpartition('/')[2]}")))

    assert "psychiatry" in filled["sender"] and filled["to"] == "Health centre"


def test_a_question_that_is_not_sent_yet_fills_in_no_return_from_a_school_to_itself(service):
    where = kept_by(service, "her-school", to="")

    filled = values(Page(service.signed_in("her-school").get(f"{FORM}/{where.rpartition('/')[2]}")))

    assert (filled["sender"], filled.get("to", "")) == ("Pupil health service", "")


def test_the_return_of_a_receipt_counts_once_until_a_unit_takes_another_step(service):
    where = kept_by(service, "her-school")
    before = returns(service)

    first, again = report(service, where), report(service, where)
    Caller(service, "bup").step(where, "accept")

    assert (first.status_code, again.status_code, returns(service)) == (303, 409, before + 1)
    assert "This return is counted already." in Page(again).text
    assert report(service, where).status_code == 303 and returns(service) == before + 2


def values(page):
    return {attrs["name"]: attrs.get("value", "") for tag, attrs in page.tags
            if tag == "input" and attrs.get("type") == "text"}


def report(service, where):
    caller, code = service.signed_in("bup"), where.rpartition("/")[2]
    hidden = {attrs["name"]: attrs["value"] for tag, attrs in Page(caller.get(FORM)).tags
              if attrs.get("type") == "hidden" and attrs["name"] == "token"}
    return caller.post(FORM, data={**hidden, "sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande",
                                   "level": "specialist", "reason": "wrong_level", "receipt": code})


def returns(service):
    with service.database.transaction() as session:
        rows = session.scalars(select(Count).where(Count.measure == "all", Count.area == ELSEWHERE))
        return sum(one.count for one in rows)
