"""Whoever only reads is answered from memory: no page and no address asks the database but for what it alone knows."""

from threading import get_ident

import pytest
from sqlalchemy import Engine, event, text

from directory import config
from directory.app import create_app
from directory.db import connect
from tests.doors import CASE, START, token_of

VALUES = {"language": "en", "need": CASE["need"], "role": "logoped_r", "agency": "bup", "process": "sip",
          "unit": "hudiksvall-elevhalsa", "kind": "agency", "one": "bup", "area": "ange",
          "rule": "safety-now-all", "contact_path": "kommun-arbetsformedlingen"}
JOURNAL = {  # what was reported or kept, and who may act, is known to the database alone
    "staff.faults", "rules.need", "public.code", "public.refused", "public.code_start", "public.keep", "v1.keep",
    "v1.receipt", "v1.signed_receipt", "v1.take_step", "v1.bounces", "desk.receipt", "desk.kept_meeting",
    "desk.take_step", "desk.list", "desk.keep", "desk.open", "desk.report_bounce", "desk.report_kept", "desk.bounces",
    "desk.bounces_file", "desk.batch", "desk.checked_sheet", "desk.out"}
NAMES = {"frame.file": "s.css"}  # of static files
QUERIES = {"v1.search": {"query_string": {"q": "bup"}}}
BODIES = {"v1.decisions": {"json": CASE}, "v1.batch": {"json": [CASE]}, "v1.referrals": {"json": CASE},
          "public.begin": {"data": START}, "public.begin_in": {"data": START}}


@pytest.fixture(scope="module")
def served():
    """The application on a real database, which a thread of it follows."""
    app = create_app()
    yield app
    app.extensions["current"].stop.set()


@pytest.fixture
def asked_here():
    """The statements that this thread has sent to any database."""
    here, statements = get_ident(), []

    def note(_connection, _cursor, statement, *_):
        if get_ident() == here:
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


def page_of(rule):
    """The endpoint of an address; of a page in another language that of the page."""
    return rule.endpoint.removesuffix("_in") if "language" in rule.arguments else rule.endpoint


def addresses(app):
    """Every address with the method that it is read with, filled in."""
    token = token_of(app.test_client())
    for rule in (one for one in app.url_map.iter_rules() if page_of(one) not in JOURNAL):
        known = {**VALUES, "edition": app.extensions["current"].state.edition.id, "token": token}
        values = {name: known.get(name, NAMES.get(rule.endpoint)) for name in rule.arguments}
        yield "POST" if rule.endpoint in BODIES else "GET", rule.endpoint, rule.build(values)[1]


def test_no_address_that_is_read_asks_the_database(served, asked_here):
    client, answers = served.test_client(use_cookies=False), {}

    for method, endpoint, path in addresses(served):
        with client.open(path, method=method, **BODIES.get(endpoint, QUERIES.get(endpoint, {}))) as answer:
            answers[path] = answer.status_code

    assert set(answers.values()) == {200, 303} and len(answers) > 40
    assert asked_here == []


def test_a_statement_would_be_seen(asked_here):
    with connect(config.settings().database).transaction() as session:
        session.execute(text("SELECT 1"))

    assert "SELECT 1" in asked_here
