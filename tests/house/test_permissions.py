"""Every address that may change anything says who may: a desk alone, or everybody and why that is harmless."""

import pytest
from flask import Flask

from directory.access import DESK, MARK, Permission, open_to_all

READING = {"GET", "HEAD", "OPTIONS"}


def permission_of(app, rule):
    """The mark of an address; one of a page in another language is that of the page."""
    endpoint = rule.endpoint.removesuffix("_in") if "language" in rule.arguments else rule.endpoint
    return getattr(app.view_functions.get(endpoint), MARK, None)


def unmarked(app):
    """The addresses that may change something and do not say who may."""
    for rule in app.url_map.iter_rules():
        mark = permission_of(app, rule)
        says_so = isinstance(mark, Permission) and bool(mark.desk) != bool(mark.why)
        if rule.methods - READING and not says_so:
            yield f"{','.join(sorted(rule.methods - READING))} {rule}"


def view():
    return ""


def marked(mark):
    """A view with a mark."""
    def one():
        return ""
    setattr(one, MARK, mark)
    return one


def small(**views):
    """An application with a view at each address, which takes a method."""
    app = Flask("small")
    for name, (method, one) in views.items():
        app.add_url_rule(f"/{name}", name, one, methods=[method])
    return app


def test_every_address_that_may_change_anything_says_who_may(app):
    assert list(unmarked(app)) == []


def test_both_kinds_of_mark_are_in_use(app):
    marks = [permission_of(app, rule) for rule in app.url_map.iter_rules() if rule.methods - READING]

    assert len(marks) > 20
    assert {one.desk for one in marks} == {True, False}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_view_without_a_mark_is_found(method):
    assert list(unmarked(small(bare=(method, view)))) == [f"{method} /bare"]


@pytest.mark.parametrize("mark", ["desk", True, Permission(False), Permission(True, "and everybody")])
def test_a_mark_that_says_nothing_or_two_things_is_found(mark):
    assert list(unmarked(small(bare=("POST", marked(mark))))) == ["POST /bare"]


def test_a_view_with_a_mark_and_one_that_only_reads_are_fine():
    app = small(desk=("POST", marked(DESK)), everybody=("POST", open_to_all("It answers.")(marked(None))),
                reading=("GET", view))

    assert list(unmarked(app)) == []


def test_a_page_in_another_language_has_the_mark_of_the_page():
    app = small(page=("POST", marked(DESK)))
    app.add_url_rule("/<any(en):language>/page", "page_in", lambda language: "", methods=["POST"])
    app.add_url_rule("/<any(en):language>/bare", "bare_in", lambda language: "", methods=["POST"])

    assert list(unmarked(app)) == ["POST /<any(en):language>/bare"]


def test_a_page_whose_name_ends_alike_needs_a_mark_of_its_own():
    app = small(sign=("POST", marked(DESK)), sign_in=("POST", view))

    assert list(unmarked(app)) == ["POST /sign_in"]
