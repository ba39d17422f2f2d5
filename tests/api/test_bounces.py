"""Reporting a return through the API: codes alone, counted, by a desk."""

import pytest
from sqlalchemy import select

from directory.journal.models import Count
from tests.doors import CASE

RETURNED = {"area": "hudiksvall", "sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande",
            "level": "bas", "reason": "full"}


def report(service, desk="clerk", **changes):
    said = {name: one for name, one in {**RETURNED, **changes}.items() if one is not None}
    return service.post("/bounces", said, desk=desk)


def counted(service, measure):
    with service.database.transaction() as session:
        rows = session.scalars(select(Count).where(Count.measure == measure, Count.demo.is_(False)))
        return {(one.area, one.one, one.other): one.count for one in rows}


def test_a_report_is_counted_by_pair_of_units_and_by_need_and_reason(service):
    before = counted(service, "cell").get(("hudiksvall", "utveckling_larande", "full"), 0)

    answer = report(service)

    assert (answer.status_code, answer.get_json()["counted"]) == (201, True)
    assert counted(service, "cell")["hudiksvall", "utveckling_larande", "full"] == before + 1
    assert counted(service, "pair")["hudiksvall", "elevhalsa", "bup"] >= 1


def test_a_receipt_says_the_area_and_the_rule(service):
    code = service.post("/receipts", {**CASE, "area": "ange", "sender": None}).get_json()["code"]

    answer = report(service, area=None, sender=None, to="elevhalsa", receipt=code.lower())

    assert answer.status_code == 201
    assert counted(service, "rule")["ange", "adhd-school-first", "utveckling_larande"] == 1


def test_another_return_than_that_of_the_receipt_is_refused_and_leaves_the_receipt_its_one_count(service):
    case = {**CASE, "area": "hudiksvall", "sender": "elevhalsa", "to": "bup"}
    code = service.post("/receipts", case, desk="bup").get_json()["code"]
    before = counted(service, "all")

    answer = report(service, area="nordanstig", sender="bvc", to="hab", need_group="kropp", receipt=code)

    assert (answer.status_code, {one["field"] for one in answer.get_json(force=True)["errors"]}) == (
        422, {"area", "sender", "to", "need_group"})
    assert counted(service, "all") == before
    assert report(service, receipt=code).status_code == 201


def test_a_family_may_have_sent_it_and_a_unit_of_one_area_alone_may_be_named_there(service):
    assert report(service, sender=None).status_code == 201
    assert report(service, area="halland", to="bup_linjen").status_code == 201
    assert report(service, area="ange", to="bup_linjen").status_code == 422


@pytest.mark.parametrize(("changes", "fields"), [
    ({"reason": "not us"}, {"reason"}), ({"to": None, "level": None}, {"to", "level"}), ({"area": None}, {"area"}),
    ({"text": "hej"}, {"text"}), ({"to": "elevhalsa"}, {"to"}), ({"to": "skola"}, {"to"}),
    ({"edge": "x" * 9, "receipt": 3}, {"edge", "receipt"}),
    ({"reason": "age_border", "edge": "99"}, {"edge"}), ({"rule": "adhd-school-first"}, {"rule"}),
])
def test_what_is_no_code_is_refused_and_named(service, changes, fields):
    answer = report(service, **changes)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "fields_refused")
    assert {one["field"] for one in answer.get_json(force=True)["errors"]} == fields


@pytest.mark.parametrize(("receipt", "status", "code"), [
    ("ACDE-FGHJ-KX", 422, "code_refused"), ("x", 422, "code_refused")])
def test_a_receipt_that_is_none_is_refused_and_nothing_is_counted(service, receipt, status, code):
    before = counted(service, "all")

    answer = report(service, receipt=receipt)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (status, code)
    assert counted(service, "all") == before


def test_what_looks_like_a_personal_identity_number_is_not_repeated(service):
    answer = report(service, sender="20121212-1212")

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "personal_number")
    assert "1212" not in answer.text


def test_a_desk_reports_what_came_back_in_its_own_area_and_those_within(service):
    assert report(service, desk="bup").status_code == 201
    for desk, area in (("far-away", "hudiksvall"), ("bup", "skane"), ("school", "gavleborg")):
        answer = report(service, desk=desk, area=area)
        assert (answer.status_code, answer.get_json(force=True)["code"]) == (403, "not_yours")


@pytest.mark.parametrize("desk", ["", "x"])
def test_a_visitor_reports_nothing(service, desk):
    assert report(service, desk=desk).status_code == 401


@pytest.mark.parametrize("sender", ["skola", "bvc", None])
def test_of_a_receipt_that_a_profession_kept_any_unit_may_be_the_sender(service, sender):
    case = {**CASE, "area": "hudiksvall", "level": "specialist", "sender": None, "to": "bup"}
    code = service.post("/receipts", case).get_json()["code"]

    assert report(service, sender=sender, receipt=code).status_code == 201


def test_a_family_that_came_to_another_than_it_was_told_is_counted_with_its_code(service):
    code = service.post("/receipts", {**CASE, "area": "hudiksvall", "sender": None}).get_json()["code"]

    assert report(service, sender=None, to="bum", receipt=code).status_code == 201


def test_the_units_to_choose_among_are_named_once_and_would_be_taken(service):
    case = {**CASE, "area": "hudiksvall", "sender": "elevhalsa", "to": "bup"}
    code = service.post("/receipts", case, desk="bup").get_json()["code"]

    (refused,) = report(service, sender="bvc", to="bup", receipt=code).get_json(force=True)["errors"]

    assert refused["field"] == "sender" and refused["allowed"] == sorted(set(refused["allowed"]) - {"bup"})
    assert report(service, sender=refused["allowed"][0], receipt=code).status_code == 201
