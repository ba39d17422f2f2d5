"""The search of the catalogue: one field, filters in the address, the words nowhere but in what is sent and shown."""

import re
from dataclasses import replace
from urllib.parse import parse_qsl, quote, urlsplit

import pytest

from directory.app import create_app
from tests.doors import Page

NUMBER = "19121212-1212"  # Tolvan Tolvansson: the number that Swedish tests use
HOSTILE = ["x" * 10_000, "och att det", "..,,!?", "\x00\x01\x02", "‮abc‏", "*:*", "?*", '"obalanserad', "NOT " * 300,
           "' OR 1=1 --", "{{7*7}}", "{% raise %}", "<script>alert(1)</script>", "%s %(x)s", "😀" * 50]


def find(client, words, path="/en/katalog", **more):
    return client.post(path, data={"q": words, **more})


def hits(answer):
    """The names of the hits on a page, in order."""
    found = answer.get_data(as_text=True).partition('id="hits"')[2] or answer.get_data(as_text=True)
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in
            re.findall(r'<li><a href="[^"]*/katalog/[^"]*">(.*?)</a>\n', found, re.DOTALL)]


def written(page):
    """What stands in the field."""
    return next(attrs["value"] for tag, attrs in page.tags if attrs.get("id") == "q")


def fragment(client, words, **more):
    return find(client, words, part="hits", **more)


def test_an_empty_search_lists_every_role_and_agency_by_whose_it_is(client, edition):
    page = Page(client.get("/en/katalog"))

    records = (*edition.catalogue.agencies.values(), *edition.catalogue.roles.values())
    names = [one.name["en"] for one in records]
    assert [name for name in names if name.replace("'", "&#39;") not in page.html] == []
    assert page.all("h2", "id")[:2] == ["kommun", "region"]
    assert page.words_of("title") == "The catalogue – En väg in"


def test_a_search_has_one_plain_field_with_a_label(client):
    page = Page(client.get("/katalog"))

    fields = [attrs for tag, attrs in page.tags if tag in ("input", "textarea") and attrs.get("type") != "hidden"]
    assert [(attrs["id"], attrs["name"], attrs["autocomplete"]) for attrs in fields] == [("q", "q", "off")]
    assert "q" in page.all("label", "for")


def test_words_find_whom_one_looks_for_and_say_why(client):
    page = Page(find(client, "loggoped"))

    assert hits(find(client, "loggoped"))[0] == "Speech and language therapist"
    assert written(page) == "loggoped"
    assert 'class="why"' in page.html
    assert re.search(r"\d+ hits?, the best first", page.text)


def test_the_words_stand_in_no_address_of_the_page(client):
    page = Page(find(client, "loggoped"))

    addresses = page.all("a", "href") + page.all("form", "action") + page.all("link", "href") + page.all("img", "src")
    assert [one for one in addresses if "loggoped" in one] == []
    assert "loggoped" not in page.words_of("title")


def test_what_was_looked_for_is_kept_by_no_browser(client):
    assert find(client, "loggoped").headers.getlist("Cache-Control") == ["no-store"]
    assert client.get("/katalog?q=loggoped").headers.getlist("Cache-Control") == ["no-store"]


def test_filters_that_are_sent_lead_to_an_address_that_has_them_and_not_the_words(client):
    answer = find(client, "loggoped", area="hudiksvall", level="", age="9")

    address = urlsplit(answer.headers["Location"])
    assert answer.status_code == 307  # a browser sends the same form there
    assert (address.path, dict(parse_qsl(address.query))) == ("/en/katalog", {"area": "hudiksvall", "age": "9"})
    assert find(client, "loggoped", answer.headers["Location"], area="hudiksvall", age="9").status_code == 200


def test_a_filter_that_is_taken_away_leaves_the_address(client):
    answer = find(client, "loggoped", "/katalog?area=hudiksvall", area="")

    assert answer.headers["Location"] == "/katalog"


def test_a_link_that_was_asked_for_has_the_words(client):
    page = Page(client.get("/en/katalog?q=loggoped&area=hudiksvall&level=&link=1"))

    assert written(page) == "loggoped"
    assert "The address of this page leads here" in page.text


def test_the_other_language_is_sent_the_words_in_a_form(client):
    page = Page(find(client, "loggoped", "/katalog?area=hudiksvall", area="hudiksvall"))

    sent = {attrs["name"]: attrs["value"] for tag, attrs in page.tags if tag == "input" and attrs["type"] == "hidden"}
    assert sent == {"q": "loggoped", "area": "hudiksvall"}
    assert "/en/katalog?area=hudiksvall" in page.all("form", "action")


def test_a_list_that_follows_the_words_gets_the_hits_alone(client):
    answer = fragment(client, "loggoped", area="hudiksvall")

    assert answer.status_code == 200
    assert hits(answer) == hits(find(client, "loggoped", "/en/katalog?area=hudiksvall", area="hudiksvall"))
    assert "<html" not in answer.text and 'data-count="' in answer.text


def test_with_nothing_certain_the_page_offers_need_groups_and_the_one_way_in(client, edition):
    page = Page(find(client, "pizza"))

    assert "Nothing certain." in page.text and hits(find(client, "pizza")) == []
    assert {f"/en/katalog?kind=need#{group}" for group in edition.catalogue.groups} <= set(page.all("a", "href"))
    assert page.all("a", "href").count("tel:1177") == 2


def test_a_spelling_that_is_offered_stands_for_the_words(client):
    assert hits(find(client, "lggpd", spelling="logoped"))[0] == "Speech and language therapist"


@pytest.mark.parametrize("number", [NUMBER, "121212-1212", f"pojken {NUMBER} vägrar skolan", "191212121212"])
@pytest.mark.parametrize("more", [{}, {"part": "hits"}])
def test_a_personal_identity_number_is_refused_and_stands_nowhere(client, number, more):
    answer = find(client, number, **more)

    assert answer.status_code == 422
    assert "1212-1212" not in answer.text and "12121212" not in answer.text
    assert "personal identity number" in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/katalog?q={}", "/katalog?age={}", "/katalog?area={}",
                                  "/katalog/roller/rektor?area={}", "/regler?area={}", "/katalog/roller/{}",
                                  "/en/katalog/enheter/{}.vcf", "/katalog/stammer-inte/need/{}"])
def test_a_personal_identity_number_in_an_address_is_not_repeated_either(client, path):
    for number in (NUMBER, "1912-12-12–1212", "19121212\u200b-1212"):
        answer = client.get(path.format(number))

        assert answer.status_code in (404, 422)
        assert number not in answer.text and quote(number) not in answer.text


def test_a_telephone_number_is_no_personal_identity_number(client):
    assert find(client, "070-1740605").status_code == 200


@pytest.mark.parametrize("filters", ["area=atlantis", "level=x&age=nio", "kind=%3Cb%3Ex", "limit=0", "limit=9999",
                                     "need=%00"])
def test_a_filter_that_nobody_knows_is_named_with_what_is_allowed_and_nothing_is_shown(client, filters):
    answer = client.get(f"/en/katalog?q=logoped&{filters}")

    assert answer.status_code == 422
    assert hits(answer) == [] and "<b>x" not in answer.text
    assert "Error:" in Page(answer).words_of("title")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_written_gets_an_answer_and_never_everything(client, words):
    answer = find(client, words)

    assert answer.status_code == 200
    assert len(hits(answer)) <= 10
    assert "<script>alert" not in answer.text and "49" not in Page(answer).words_of("h1")


@pytest.mark.parametrize("path", ["/katalog?q=%ff%fe", "/katalog?area=a&area=b", "/katalog?area[]=x", "/katalog?=&&",
                                  "/katalog/", "/katalog/roller/%00", "/katalog/enheter/x.vcf", "/katalog/enheter/.svg",
                                  "/katalog/stammer-inte/agency/x", "/katalog/stammer-inte/x/bup",
                                  "/kontaktvagar?area=x"])
def test_no_address_breaks_anything(client, path):
    assert client.get(path).status_code < 500
    assert client.post(path, data={"code": "x", "q": "\ud800".encode("utf-8", "surrogatepass")}).status_code < 500


def test_filters_let_through_what_fits_them(client, edition):
    shown = hits(client.get("/katalog?organization=stat&kind=agency"))

    assert sorted(shown) == sorted(one.name["sv"] for one in edition.catalogue.agencies.values()
                                   if "stat" in one.organization)


def test_an_area_shows_its_units_and_marks_what_nobody_has_confirmed(client, edition):
    page = Page(client.get("/en/katalog?area=hudiksvall&kind=agency"))

    assert "/en/katalog/enheter/hudiksvall-elevhalsa" in page.all("a", "href")
    national = {phone.number.replace(" ", "") for one in edition.catalogue.national.values() for phone in one.phones}
    assert {one for one in page.all("a", "href") if one.startswith("tel:")} <= {
        f"tel:{one.replace('-', '')}" for one in national}
    assert page.html.count("not confirmed") >= page.html.count("0980-") > 1
    assert "/en/katalog/verksamheter/elevhalsa?area=hudiksvall" in page.all("a", "href")


def test_needs_and_units_can_be_listed_too(client, edition):
    needs, units = client.get("/katalog?kind=need"), client.get("/katalog?kind=unit&area=ange")

    assert len(hits(needs)) == len(edition.catalogue.needs)
    assert {one.name["sv"] for one in edition.catalogue.units.values() if one.area == "ange"} <= set(hits(units))


def test_so_many_units_as_a_page_cannot_hold_are_counted(edition):
    unit = next(iter(edition.catalogue.units.values()))
    units = {f"u{number}": replace(unit, id=f"u{number}") for number in range(230)}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))

    page = Page(create_app(other).test_client().get("/en/katalog?kind=unit"))

    assert "and 30 units more. Choose an area." in page.text


def test_nothing_that_fits_is_said(client):
    page = Page(client.get("/en/katalog?kind=agency&age=0&access=domstol&level=akut"))

    assert "Nothing fits all the filters." in page.text
