"""Contact paths: a matrix of who reaches whom, in which a way that is missing is seen."""

from dataclasses import replace

import pytest

from directory.app import create_app
from directory.catalogue import ContactPath, Party
from tests.doors import Page
from tests.records import PLACE

PARTIES = {one: Party(one, PLACE, {"sv": one.title()}) for one in ("town", "care", "office")}


def make_path(start, end, **said):
    whole = {"id": f"{start}-{end}", "place": PLACE, "from_party": start, "to_party": end, "areas": ("falkoping",),
             "state": "working", "sources": (), "way": {"sv": "Ring växeln"}, **said}
    return ContactPath(**whole)


@pytest.fixture
def visit(edition):
    """A visitor to the page of some contact paths among three parties."""
    def visit_of(*paths, area=""):
        catalogue = replace(edition.catalogue, parties=PARTIES, contact_paths={one.id: one for one in paths})
        client = create_app(replace(edition, catalogue=catalogue)).test_client()
        return Page(client.get(f"/en/kontaktvagar{area}"))
    return visit_of


def test_a_path_says_how_and_within_how_long(visit):
    page = visit(make_path("town", "care", answer_within_days=1, meeting_within_days=30, note={"sv": "Sedan 2022"}))

    assert "● works" in page.text and '<bdi lang="sv">Ring växeln</bdi>' in page.html
    assert "Answer within 1 day." in page.text and "Meeting within 30 days." in page.text
    assert "Sedan 2022" in page.text


def test_ways_that_no_party_has_confirmed_are_marked(visit):
    assert "The parties have not confirmed these ways themselves." in visit(make_path("town", "care")).text


def test_a_way_that_is_missing_is_said_and_counted(visit):
    page = visit(make_path("town", "care", way={}, state="missing"), make_path("care", "town", state="strained"))

    assert "● works: 0 · ◑ does not always suffice: 1 · ○ missing: 1 · ? the sources say nothing: 4" in page.text


def test_every_party_stands_as_a_row_and_as_a_column(visit):
    page = visit()

    assert [attrs["scope"] for tag, attrs in page.tags if tag == "th"] == ["col"] * 3 + ["row"] * 3
    assert page.html.count('class="same"') == 3


def test_an_area_shows_its_own_paths_and_those_of_what_it_lies_in(visit):
    paths = make_path("town", "care"), make_path("care", "town", areas=("vgr",), way={"sv": "Skriv till vården"})

    falkoping, tidaholm = (visit(*paths, area=f"?area={one}").text for one in ("falkoping", "tidaholm"))

    assert "Ring växeln" in falkoping and "Skriv till vården" in falkoping
    assert "Ring växeln" not in tidaholm and "Skriv till vården" in tidaholm


def test_two_parties_stand_as_badly_as_the_worst_of_their_paths(visit):
    page = visit(make_path("town", "care"), make_path("town", "care", id="other", state="missing", way={}))

    assert "works: 0" in page.text and "missing: 1" in page.text


def test_without_parties_the_page_says_that_nothing_is_written_down(edition):
    catalogue = replace(edition.catalogue, parties={}, contact_paths={})

    page = Page(create_app(replace(edition, catalogue=catalogue)).test_client().get("/en/kontaktvagar"))

    assert "No contact paths are written down." in page.text


def test_the_paths_of_skaraborg_show_what_is_missing(client):
    page = Page(client.get("/en/kontaktvagar?area=falkoping"))

    assert page.html.count("○ missing") > 1
    assert {"class": "scroll", "role": "region", "tabindex": "0", "aria-labelledby": "matrix"} in [
        attrs for tag, attrs in page.tags if tag == "div"]
