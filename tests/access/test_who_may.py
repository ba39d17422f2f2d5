"""Every address × visitor, desk, another desk, no key, a wrong key: nothing succeeds that should not.

The addresses are those of the application, so that a new one is tried at once.
"""

import re
from io import BytesIO
from itertools import product

import pytest
from sqlalchemy import text

from directory.access import MARK
from tests.desks import AREA, serve
from tests.doors import CASE, START, token_of

TABLES = ("receipts", "kept_answers", "counts", "reports", "desks", "published_quarters")
WRONG_KEY = "desk-" + "a" * 32
CALLERS = ("visitor", "desk", "other desk", "no key", "wrong key")
KEYS = {"desk": "school", "other desk": "far-away"}
VALUES = {"language": "en", "need": CASE["need"], "role": "logoped_r", "agency": "bup", "process": "sip",
          "unit": "hudiksvall-elevhalsa", "kind": "agency", "one": "bup", "area": "ange", "rule": "safety-now-all",
          "contact_path": "kommun-arbetsformedlingen", "name": "s.css", "quarter": "2026-Q3",
          "found": "x"}
REFERRED = {"area": AREA, "need": "koncentration_adhd", "level": "specialist", "age": "9", "sender": "elevhalsa",
            "to": "bup"}
RETURNED = {"area": AREA, "sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande", "level": "bas",
            "reason": "full"}
SENT = {  # by endpoint what a desk that may would send, with which it succeeds
    "v1.take_step": {"kind": "accept"}, "v1.bounces": RETURNED, "v1.keep": {**REFERRED, "sender": None},
    "v1.decisions": CASE, "v1.referrals": CASE, "v1.batch": [CASE], "public.begin": START,
    "staff.report": {"code": "task"}, "desk.take_step": {"end": "accept", "seen": "0"}, "desk.report_bounce": RETURNED,
}
FILES = {"desk.batch": b"area,need,level,age,from\nhudiksvall,koncentration_adhd,bas,9,skolskoterska\n"}
TOLD_ONCE = {"desk.checked_sheet"}  # by an address that nobody can make up
ANY_DESK = {  # where every desk may, for itself alone
    "desk.list", "desk.report_bounce", "desk.report_kept", "desk.batch"}
ASKS_FOR_THE_KEY = "desk.key"
IN_LANGUAGE = re.compile("_in$")


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        made = serve(edition, tmp_path_factory.mktemp("who"), environment)
        made.app.extensions["token"] = token_of(made.app.test_client())
        yield made


def addresses(app):
    """Endpoint, mark, method and rule of everything; what is for everybody in one language, what is for desks in all.
    """
    for rule in app.url_map.iter_rules():
        in_language = "language" in rule.arguments
        endpoint = IN_LANGUAGE.sub("", rule.endpoint) if in_language else rule.endpoint
        mark = getattr(app.view_functions.get(endpoint), MARK, None)
        if not in_language or mark and mark.desk:
            yield from ((endpoint, mark, method, rule) for method in sorted(rule.methods - {"HEAD", "OPTIONS"}))


def kept(service):
    """The code of a new receipt, of a question that the school has put to BUP."""
    return service.post("/receipts", REFERRED, desk="school").get_json()["code"]


def ask_at(service, caller, endpoint, method, rule, code):
    """What a caller gets who sends what succeeds for a desk that may."""
    sealed = service.app.extensions["token"]
    known = {**VALUES, "token": sealed, "before": sealed, "code": code,
             "edition": service.app.extensions["current"].state.edition.id}
    path, client = rule.build({name: known[name] for name in rule.arguments})[1], service.app.test_client()
    sent = SENT.get(endpoint, {})
    if path.startswith("/api/"):
        return client.open(path, method=method, headers=bearer(service, caller), json=sent if method != "GET" else None)
    token = enter(service, caller, client)
    files = {"file": (BytesIO(FILES[endpoint]), "referrals.csv")} if endpoint in FILES else {}
    data = {**sent, **files, "token": token} if method != "GET" else None
    with client.open(path, method=method, data=data) as answer:
        answer.get_data()
        return answer


def bearer(service, caller):
    key = {"visitor": None, "no key": "", "wrong key": WRONG_KEY}.get(caller, service.keys.get(KEYS.get(caller)))
    return {} if key is None else {"Authorization": f"Bearer {key}"}


def enter(service, caller, client):
    """Give a caller of pages the cookie of a session, a real one or none; the token of its forms."""
    if caller in KEYS:
        client.post("/remiss/nyckel", data={"key": service.keys[KEYS[caller]]})
        return service.app.extensions["sessions"].form_token(client.get_cookie("desk").value)
    if caller != "visitor":
        client.set_cookie("desk", {"no key": "", "wrong key": f"school:9999999999.{'x' * 86}"}[caller])
    return "x"


def stored(service):
    """Everything that is stored."""
    with service.database.transaction() as session:
        return {one: sorted(map(repr, session.execute(text(f"SELECT * FROM {one}")))) for one in TABLES}


def for_desks(service):
    return [(endpoint, method, rule) for endpoint, mark, method, rule in addresses(service.app) if mark and mark.desk]


@pytest.mark.parametrize("caller", ["visitor", "no key", "wrong key"])
def test_what_is_for_desks_asks_everybody_else_for_a_key_and_changes_nothing(service, caller):
    for endpoint, method, rule in for_desks(service):
        code = kept(service) if "code" in rule.arguments else ""
        before = stored(service)

        answer = ask_at(service, caller, endpoint, method, rule, code)

        assert (str(rule), answer.status_code) == (str(rule), 401)
        assert "WWW-Authenticate" in answer.headers and stored(service) == before


def test_the_desk_that_a_question_was_put_to_succeeds_in_everything(service):
    statuses = {f"{method} {rule}": ask_at(service, "desk", endpoint, method, rule, kept(service)).status_code
                for endpoint, method, rule in for_desks(service) if endpoint not in TOLD_ONCE}

    assert {at: status for at, status in statuses.items() if status >= 400} == {}
    assert len(statuses) > 6


def test_another_desk_may_report_but_gets_at_no_question_that_is_not_its(service):
    for endpoint, method, rule in for_desks(service):
        if method == "GET" or endpoint in ANY_DESK:
            continue
        code = kept(service)
        before = stored(service)

        answer = ask_at(service, "other desk", endpoint, method, rule, code)

        assert (str(rule), answer.status_code) == (str(rule), 403)
        assert stored(service) == before


def test_what_everybody_may_nobody_is_asked_a_key_for_and_a_key_makes_no_difference(service):
    for endpoint, mark, method, rule in addresses(service.app):
        if (mark is None or not mark.desk) and endpoint != ASKS_FOR_THE_KEY:
            code = kept(service) if "code" in rule.arguments else ""
            statuses = {ask_at(service, caller, endpoint, method, rule, code).status_code for caller in CALLERS}
            assert (str(rule), len(statuses), statuses & {401, 403}) == (str(rule), 1, set())


def test_reading_changes_nothing(service):
    before = stored(service)

    for (endpoint, mark, method, rule), caller in product(addresses(service.app), ("visitor", "desk")):
        if method == "GET" and "code" not in rule.arguments:
            ask_at(service, caller, endpoint, method, rule, "")

    assert stored(service) == before
