"""Receipts through the API: an answer is kept on request and opened by its code; nothing of a person is in it."""

import pytest
from sqlalchemy import update

from directory import clock
from directory.journal.models import Receipt
from tests.doors import CASE, post_case

REFERRED = {**CASE, "area": "hudiksvall", "sender": "elevhalsa", "to": "bup"}


def kept(service, **changes):
    said = {name: one for name, one in {**REFERRED, **changes}.items() if one is not None}
    answer = service.post("/receipts", said, desk="bup")
    assert answer.status_code == 201, answer.get_json(force=True)
    return answer.get_json()


def code_of(answer):
    assert answer.content_type == "application/problem+json"
    return answer.status_code, answer.get_json(force=True)["code"]


def test_a_decision_that_is_kept_is_the_same_and_names_its_receipt(service, client):
    receipt = kept(service, age="9y6m", sender=None, to=None)

    alone = post_case(client, area="hudiksvall", explain="none").get_json()
    decision = receipt["decision"]
    assert decision.pop("receipt") == receipt["code"] and alone.pop("receipt") is None
    assert {name: one for name, one in decision.items() if name != "receiver"} == {
        name: one for name, one in alone.items() if name != "receiver"}


def test_its_address_leads_to_what_was_kept(service):
    answer = service.post("/receipts", REFERRED, desk="bup")

    again = service.get(answer.headers["Location"].removeprefix("/api/v1"))
    assert again.get_json() == answer.get_json()
    assert (again.get_json()["standing"]["holder"], again.get_json()["standing"]["asked"]) == ("elevhalsa", "bup")


def test_a_code_may_be_written_as_it_is_read_aloud(service):
    receipt = kept(service)

    assert service.get(f"/receipts/{receipt['shown_code'].lower()}").get_json()["code"] == receipt["code"]


def test_no_exact_age_and_no_fact_is_in_what_is_kept(service):
    known = {"age": "9y7m", "facts": {"goals_reached": "no"}, "tried": {"school_measures": "yes"},
             "from": "skolskoterska"}

    receipt = kept(service, **known)

    signed = service.get(f"/receipts/{receipt['code']}/signed")
    for text in (str(receipt), signed.text):
        assert not [word for word in ("9y7m", "goals_reached", "skolskoterska") if word in text]
    assert receipt["ages"] == "6-17"


def test_what_is_signed_can_be_checked_by_its_signature(service):
    signed = service.get(f"/receipts/{kept(service)['code']}/signed").get_json()

    signer = service.app.extensions["signer"]
    assert signer.is_signed(signed["document"], signed["signature"])
    assert not signer.is_signed({**signed["document"], "receiver": "skola"}, signed["signature"])


@pytest.mark.parametrize("path", ["/receipts/{}", "/receipts/{}/signed"])
def test_a_code_that_nobody_has_or_that_is_none_is_not_found(service, path):
    code = kept(service)["code"]

    for other in (code[:-1] + ("3" if code[-1] != "3" else "4"), code[:-1], "X", "%00", "ACDE-FGHJ-K3", "a" * 3_000):
        assert code_of(service.get(path.format(other))) == (404, "no_such_receipt")


@pytest.mark.parametrize("path", ["/receipts/{}", "/receipts/{}/signed"])
def test_a_receipt_that_was_altered_is_refused(service, path):
    code = kept(service)["code"]
    with service.database.transaction() as session:
        row = session.get(Receipt, code)
        session.execute(update(Receipt).where(Receipt.code == code).values(
            document={**row.document, "opening": {"sender": "bup", "to": "skola"}}))

    assert code_of(service.get(path.format(code))) == (409, "receipt_altered")


@pytest.mark.parametrize(("changes", "fields"), [
    ({"need": "adhd"}, {"need"}), ({"sender": "bupp", "to": 3}, {"sender", "to"}), ({"age": None}, {"age"}),
    ({"name": "Anna"}, {"name"}), ({"on": "2026-01-01"}, {"on"}), ({"sender": "barn_och_ungdomsentren"}, {"sender"}),
    ({"to": "sip"}, {"to"}), ({"to": ["bup"]}, {"to"}),
])
def test_what_cannot_be_kept_is_refused_with_every_field_that_is_wrong(service, changes, fields):
    answer = service.post("/receipts", {name: one for name, one in {**REFERRED, **changes}.items() if one is not None})

    assert code_of(answer) == (422, "case_refused")
    assert {one["field"] for one in answer.get_json(force=True)["errors"]} == fields


def test_todays_day_may_be_said(service):
    assert kept(service, on=clock.today().isoformat())["code"]


def test_what_looks_like_a_personal_identity_number_is_neither_kept_nor_repeated(service):
    answer = service.post("/receipts", {**REFERRED, "sender": "20121212-1212"})

    assert code_of(answer) == (422, "personal_number") and "1212" not in answer.text


@pytest.mark.parametrize("body", [[], "x", 3])
def test_what_has_no_fields_is_refused(service, body):
    assert code_of(service.post("/receipts", body)) == (400, "not_an_object")


@pytest.mark.parametrize(("desk", "told"), [
    ("", (401, "desk_key_needed")), ("far-away", (403, "not_yours")), ("social", (403, "not_yours")),
    ("clerk", (403, "not_yours"))])
def test_nobody_but_a_desk_of_the_two_units_names_who_sent(service, desk, told):
    assert code_of(service.post("/receipts", REFERRED, desk=desk)) == told


@pytest.mark.parametrize("to", ["elevhalsa", "skola"])
def test_what_a_unit_puts_to_its_own_desk_is_put_to_nobody(service, to):
    answer = service.post("/receipts", {**REFERRED, "sender": "elevhalsa", "to": to}, desk="school")

    standing = answer.get_json()["standing"]
    assert (answer.status_code, standing["holder"], standing["asked"]) == (201, "elevhalsa", None)


def test_with_the_database_away_it_says_so(client):
    answer = client.post("/api/v1/receipts", json=CASE)

    assert code_of(answer) == (503, "service_unavailable") and answer.headers["Retry-After"]
    assert code_of(client.get("/api/v1/receipts/ACDEFGHJK3"))[0] in (404, 503)


@pytest.mark.parametrize("changes", [
    {"need": "suicidtankar", "acute": "now"}, {"need": "vald"}, {"level": "unknown", "age": "unknown"}])
def test_an_answer_of_danger_or_of_a_number_alone_is_not_kept(service, changes):
    answer = service.post("/receipts", {**CASE, "area": "hudiksvall", **changes})

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "not_kept")
