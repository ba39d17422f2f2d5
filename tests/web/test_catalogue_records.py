"""The pages of records: all that the catalogue says, the rules that lead there, and how sure it is how to reach it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from directory import clock
from directory.app import create_app
from directory.catalogue import Phone
from directory.catalogue.records import Schedule
from directory.i18n import LANGUAGES
from tests.doors import Page

PATHS = ["/katalog/roller/logoped_r", "/katalog/verksamheter/bup", "/katalog/processer/sip",
         "/katalog/behov/skolfranvaro", "/katalog/enheter/hudiksvall-elevhalsa", "/kontaktvagar", "/katalog/brister",
         "/katalog/stammer-inte/agency/bup"]
UNIT = "hudiksvall-elevhalsa"
NUMBER = Phone("0980-319235", {"sv": "Växel"}, {}, confirmed=True)
ALWAYS = Schedule(("mo", "tu", "we", "th", "fr", "sa", "su"), "00:00", "24:00", "open")


@pytest.fixture
def visit(edition):
    """A visitor to the page of a unit whose details are others."""
    def visit_of(path=f"/en/katalog/enheter/{UNIT}", **said):
        unit = replace(edition.catalogue.units[UNIT], **said)
        other = replace(edition.catalogue, units={**edition.catalogue.units, UNIT: unit})
        return Page(create_app(replace(edition, catalogue=other)).test_client().get(path))
    return visit_of


def rung(page):
    return [one for one in page.all("a", "href") if one.startswith("tel:0")]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language_and_leads_to_the_other(client, path, language):
    page = Page(client.get(f"/{language}{path}"))

    assert page.all("html", "lang") == [language]
    assert page.words_of("h1") and "tel:112" in page.all("a", "href")
    other = next(one for one in LANGUAGES if one != language)
    assert (path if other == "sv" else f"/{other}{path}") in page.all("a", "href")


def test_every_record_has_a_page(client, edition):
    catalogue = edition.catalogue
    kinds = {"roller": catalogue.roles, "verksamheter": catalogue.agencies, "processer": catalogue.processes,
             "behov": catalogue.needs}
    paths = [f"/katalog/{kind}/{one}" for kind, records in kinds.items() for one in records]
    paths += [f"/katalog/enheter/{one}" for one in (*list(catalogue.units)[::5], "sos-112")]

    assert {path: status for path in paths if (status := client.get(path).status_code) != 200} == {}


@pytest.mark.parametrize("path", ["/katalog/roller/x", "/katalog/verksamheter/x", "/katalog/enheter/x",
                                  "/katalog/behov/x", "/katalog/processer/x", "/katalog/verksamheter/bup?area=atlantis",
                                  "/katalog/enheter/x.vcf", "/katalog/enheter/x.svg", "/katalog/stammer-inte/role/x"])
def test_what_is_not_there_is_a_page_that_says_so(client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert "tel:112" in Page(answer).all("a", "href")


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_unique_and_nothing_is_styled_or_scripted_within_the_page(client, path):
    page = Page(client.get(path))

    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert "style=" not in page.html and "<style" not in page.html and "onclick" not in page.html
    assert {one.rpartition("/")[2] for one in page.all("script", "src")} <= {"leave.js", "s.js"}


def test_an_agency_says_what_it_does_and_does_not_and_how_to_come_in(client, edition):
    agency = edition.catalogue.agencies["bup"]

    text = Page(client.get("/en/katalog/verksamheter/bup")).text

    for said in (agency.description, agency.does_not, agency.where, agency.signs, agency.access_note,
                 edition.catalogue.secrecies[agency.secrecy].name, agency.confused_with[0].difference):
        assert " ".join(said["en"].split()) in text
    assert "Staff must tell social services at once" in text
    assert agency.synonyms[0] in text


def test_where_no_source_says_it_the_page_says_so(edition):
    bare = replace(edition.catalogue.agencies["bup"], does_not={}, where={}, signs={}, secrecy=None, open_to=(),
                   duty_to_report=None)
    other = replace(edition.catalogue, agencies={**edition.catalogue.agencies, "bup": bare})

    page = Page(create_app(replace(edition, catalogue=other)).test_client().get("/en/katalog/verksamheter/bup"))

    assert page.text.count("The sources do not say.") == 6


def test_the_rules_that_lead_to_an_agency_are_those_of_the_area(client):
    nation, ange = (Page(client.get(f"/en/katalog/verksamheter/en_vag_in{area}")) for area in ("", "?area=hudiksvall"))

    assert "No rule here sends anybody straight to it." in nation.text
    links = [one for one in ange.all("a", "href") if one.startswith("/en/regler/")]
    assert links and all("area=hudiksvall#rule-" in one for one in links)


def test_a_link_to_a_rule_leads_to_a_rule_that_is_there(client):
    links = {one for one in Page(client.get("/katalog/verksamheter/bvc?area=ange")).all("a", "href") if "#rule-" in one}

    for link in links:
        assert f'id="{link.partition("#")[2]}"' in client.get(link).text


def test_a_role_shows_the_needs_of_its_own_where_it_works(client, edition):
    role = edition.catalogue.roles["logoped_r"]

    page = Page(client.get("/katalog/roller/logoped_r"))

    needs = {one.partition("#")[0].rpartition("/")[2] for one in page.all("a", "href") if "#rule-" in one}
    assert needs and needs <= role.receives
    assert {f"/katalog/verksamheter/{one}" for one in role.works_at} <= set(page.all("a", "href"))


def test_a_need_says_who_receives_it_and_what_it_is(client, edition):
    page = Page(client.get("/en/katalog/behov/skolfranvaro?area=hudiksvall"))

    assert edition.catalogue.needs["skolfranvaro"].description["en"] in page.text
    assert "/en/katalog/verksamheter/skola?area=hudiksvall" in page.all("a", "href")
    assert "/en/regler/skolfranvaro?area=hudiksvall" in page.all("a", "href")


def test_details_that_nobody_has_confirmed_are_marked_and_lead_nowhere(client):
    page = Page(client.get(f"/en/katalog/enheter/{UNIT}"))

    assert "Nobody has confirmed these details." in page.text
    assert rung(page) == [] and not [one for one in page.all("a", "href") if one.startswith(("mailto:", "http"))]
    assert page.html.count('class="unconfirmed"') == 2  # the number and the mailbox


def test_a_confirmed_number_can_be_rung(visit):
    page = visit(phones=(NUMBER,), assured_date=clock.today())

    assert rung(page) == ["tel:0980319235"]
    assert 'class="unconfirmed"' not in page.html


def test_details_that_were_confirmed_too_long_ago_are_told_so_and_cannot_be_rung(visit):
    page = visit(phones=(NUMBER,), assured_date=clock.today() - timedelta(days=400))

    assert "more than a year ago" in page.text and "0980-319235" in page.text
    assert rung(page) == []


def test_nobody_has_confirmed_on_a_day_that_has_not_come(visit):
    page = visit(phones=(NUMBER,), assured_date=clock.today() + timedelta(days=1))

    assert "Nobody has confirmed these details." in page.text
    assert rung(page) == []


def test_what_has_closed_cannot_be_rung_and_stands_in_no_list(visit):
    gone = {"phones": (NUMBER,), "assured_date": clock.today(), "closes_on": clock.today() - timedelta(days=1)}
    lists = ("/en/katalog/verksamheter/elevhalsa?area=hudiksvall", "/en/katalog?area=hudiksvall",
             "/en/katalog?kind=unit&area=hudiksvall")

    assert rung(visit(**gone)) == []
    assert [path for path in lists if NUMBER.number in visit(path, **gone).text] == []
    assert [path for path in lists if NUMBER.number not in visit(path, **{**gone, "closes_on": None}).text] == []


def test_hours_that_nobody_has_confirmed_are_marked(visit):
    page = visit(schedules=(ALWAYS,), phones=(), email=None, address=None, url=None)

    assert "day and night, also on red days not confirmed" in page.text


def test_the_number_for_staff_stands_apart(visit):
    staff = replace(NUMBER, number="0980-319299", audience="professionals")

    page = visit(phones=(NUMBER, staff), assured_date=clock.today())

    assert page.html.index("0980-319235") < page.html.index("Number for staff") < page.html.index("0980-319299")


def test_hours_tell_whether_it_is_open_now(visit):
    assert "open now" in visit(schedules=(ALWAYS,)).text and "day and night" in visit(schedules=(ALWAYS,)).text
    assert "open now" not in visit(schedules=()).text and "closed now" not in visit(schedules=()).text


def test_a_unit_that_has_closed_or_not_opened_says_so(visit):
    day = timedelta(days=1)

    assert "Closed since" in visit(closes_on=clock.today() - day).text
    assert "Opens on" in visit(opens_on=clock.today() + day).text
    assert "Closes on" in visit(closes_on=clock.today() + day).text


def test_who_answers_when_it_is_closed_and_whether_it_is_a_party_are_told(visit):
    page = visit(when_closed="socialjour", party=False)

    assert "/en/katalog/verksamheter/socialjour" in page.all("a", "href")
    assert "Party to the local agreement No" in page.text


def test_swedish_names_on_an_english_page_say_that_they_are_swedish(visit):
    assert '<bdi lang="sv">Norra skolan</bdi>' in visit(name={"sv": "Norra skolan"}).html


def test_so_many_units_that_a_page_cannot_name_them_are_counted_by_area(edition):
    unit = edition.catalogue.units[UNIT]
    units = {f"u{number}": replace(unit, id=f"u{number}") for number in range(70)}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))

    page = Page(create_app(other).test_client().get("/en/katalog/verksamheter/elevhalsa"))

    assert "70 units" in page.text
    assert "/en/katalog/verksamheter/elevhalsa?area=hudiksvall" in page.all("a", "href")


def test_a_unit_that_takes_fewer_ages_than_its_agency_says_which_and_another_says_nothing_of_them(visit):
    own, other = visit(minimum_age=13).html, visit().html

    assert "<dt>Ages</dt>" in own and "<dt>Ages</dt>" not in other
    assert "13" in own.partition("<dt>Ages</dt><dd>")[2].partition("</dd>")[0]
