"""`envagin journal`: a receipt is checked without the service, the key is told, receipts are forgotten."""

import json
import os
from datetime import date

import pytest

from directory import clock
from directory.config import settings
from directory.db import connect
from directory.editions import build
from directory.journal import Signer, Step, count_shown, keep, receipt_file, receipt_from
from directory.journal.document import next_document
from directory.journal.question import after
from directory.migrations import bring_up_to_date
from directory.routing import advise, draft_of
from directory.rules import read_case
from tests.cli.commands import envagin
from tests.small import make_small, send_to

SECRET = "the secret of the service that made it"
KEY = Signer(SECRET).public_key


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("journal") / "small")


@pytest.fixture
def service(small, monkeypatch, tmp_path):
    """A small service that has a home of its own, and no secret."""
    for name, folder in {"home": tmp_path / "home", "rules": small.rules, "seed": small.seed}.items():
        monkeypatch.setenv(f"ENVAGIN_{name.upper()}", os.fspath(folder))
    return small


@pytest.fixture(scope="module")
def receipt(small):
    """A receipt as it was handed out."""
    made, today = build(small.rules, small.seed, day=clock.today()), clock.today()
    case = read_case({"area": "land", "need": "focus", "level": "bas", "age": "9"}, made.inputs,
                     areas=made.ruleset.areas, today=today)
    advice = {"sv": advise(made.ruleset, case, catalogue=made.catalogue, edition=made.id)}
    database = connect("sqlite://")
    bring_up_to_date(database)
    with database.transaction() as session:
        draft = draft_of(made, advice, sender="school", to="clinic")
        kept = keep(session, draft, now=clock.now(), signer=Signer(SECRET), days=90)
    database.engine.dispose()
    return receipt_file(kept)


@pytest.fixture
def write(tmp_path):
    """Writes a file: its path."""
    def written(said, name="receipt.json"):
        path = tmp_path / name
        path.write_text(said if isinstance(said, str) else json.dumps(said), "utf-8")
        return path
    return written


def verified(file, *words):
    """What the command says in JSON, and how it ended."""
    ran = envagin("journal", "verify-receipt", file, "--format", "json", *words)
    assert "Traceback" not in ran.err
    return json.loads(ran.out), ran.status


def test_a_receipt_is_checked_with_the_rule_files_and_a_public_key_alone(service, receipt, write):
    whole = {"ok": True, "faults": [], "steps": 0, "last": None}

    assert verified(write(receipt), "--public-key", KEY) == (whole, 0)
    assert verified(write(receipt), "--public-key", write(f"{KEY}\n", "key")) == (whole, 0)
    assert not os.path.exists(os.environ["ENVAGIN_HOME"])


def test_where_it_was_made_no_key_need_be_named(service, receipt, write, monkeypatch):
    monkeypatch.setenv("ENVAGIN_SECRET", SECRET)

    ran = envagin("journal", "verify-receipt", write(receipt), language="sv")

    assert (ran.status, ran.err) == (0, "")


def test_a_file_says_how_the_question_stood_and_not_how_it_stands(service, receipt, write):
    old = receipt_from(receipt)
    step = Step("accept", "clinic", date(2026, 11, 22))
    document = next_document(old, step, after(old.standing, step, str.__eq__), hand_over_days=7)
    newer = {**receipt, "document": document, "signature": Signer(SECRET).sign(document)}

    told = [envagin("journal", "verify-receipt", write(one), "--public-key", KEY).out for one in (receipt, newer)]

    assert "This is how it stood before any step." in told[0]
    assert "This is how it stood then. Steps: 1, the last on 2026-11-22." in told[1]
    assert all("Ask the service how it stands now." in one and "whole" not in one for one in told)


def test_a_file_in_which_a_name_stands_twice_is_refused(service, receipt, write):
    whole = json.dumps(receipt)

    for twice in (f'{{"signature": "x", {whole[1:]}', whole.replace('"week"', '"week": "2026-W01", "week"')):
        ran = envagin("journal", "verify-receipt", write(twice), "--public-key", KEY)
        assert (ran.status, ran.out) == (1, "") and "a name stands twice" in ran.err


def test_a_file_that_holds_more_than_a_receipt_is_refused(service, receipt, write):
    answer, status = verified(write({**receipt, "note": "all is well"}), "--public-key", KEY)

    assert (status, [one["check"] for one in answer["faults"]]) == (1, ["format"])


def test_a_receipt_that_was_altered_by_a_character_is_refused(service, receipt, write):
    document = {**receipt["document"], "week": receipt["document"]["week"].replace("W", "V")}

    answer, status = verified(write({**receipt, "document": document}), "--public-key", KEY)

    assert (status, answer["ok"], answer["faults"][0]["check"]) == (1, False, "signature")


def test_rules_that_send_elsewhere_are_named_with_what_to_do(service, receipt, write):
    send_to(service, "school")

    ran = envagin("journal", "verify-receipt", write(receipt), "--rules", service.rules, "--public-key", KEY)

    send_to(service, "clinic")
    assert ran.status == 1
    assert "receiver: The rule A1 sends to school, not to clinic." in ran.out
    assert f"edition {receipt['document']['edition']}" in ran.out


@pytest.mark.parametrize("junk", ["", "[]", "{", "null", '{"document": 3, "signature": []}', "[" * 5_000])
def test_a_file_that_is_no_receipt_is_refused(service, write, junk):
    ran = envagin("journal", "verify-receipt", write(junk), "--public-key", KEY)

    assert ran.status == 1
    assert ran.text and "Traceback" not in ran.err


def test_a_file_that_is_not_there_and_a_key_that_nobody_has_are_told(service, receipt, write):
    gone = envagin("journal", "verify-receipt", "nowhere.json", "--public-key", KEY)
    without = envagin("journal", "verify-receipt", write(receipt))

    assert (gone.status, gone.out, without.status, without.out) == (1, "", 1, "")
    assert "nowhere.json cannot be read" in gone.err and "--public-key" in without.err


def test_the_public_key_is_told_with_the_one_before(service, monkeypatch):
    monkeypatch.setenv("ENVAGIN_SECRET", SECRET)
    monkeypatch.setenv("ENVAGIN_SECRET_BEFORE", "older")

    assert envagin("journal", "public-key").out.split() == [KEY, Signer("older").public_key]
    assert json.loads(envagin("journal", "public-key", "--format", "json").out)["public_keys"][0] == KEY


def test_what_is_to_be_forgotten_is_forgotten(service):
    ran = envagin("journal", "forget", "--format", "json")

    assert (ran.status, json.loads(ran.out)) == (0, {"forgotten": 0})


@pytest.mark.parametrize(("name", "days"), [("RECEIPT_DAYS", "0"), ("RECEIPT_DAYS", "soon"), ("HAND_OVER_DAYS", "-1")])
def test_a_number_of_days_that_is_none_is_refused(service, monkeypatch, name, days):
    monkeypatch.setenv(f"ENVAGIN_{name}", days)

    ran = envagin("journal", "forget")

    assert ran.status == 1 and f"ENVAGIN_{name}" in ran.err


def test_visits_are_told_as_sums_by_quarter_and_language(service):
    assert envagin("journal", "visits").out.strip() == "No page has been shown five times yet."

    with connect(settings().database).transaction() as session:
        count_shown(session, {("answer", "ar"): 10, ("start", "sv"): 15}, day=date(2026, 11, 22))

    assert envagin("journal", "visits").out.split() == "2026-Q4 answer ar 10 2026-Q4 start sv 15".split()
    assert json.loads(envagin("journal", "visits", "--format", "json").out)[1] == {
        "quarter": "2026-Q4", "page": "start", "language": "sv", "count": 15}
