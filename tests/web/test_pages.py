"""What every page has: the numbers to ring, its language, a title of its own; and what errors look like."""

import pytest

from directory.i18n import FAMILY_LANGUAGES, LANGUAGES, tag, translator
from tests.doors import Page, ask, begin, token_of

PAGES = {
    "start": lambda client, prefix: client.get(f"{prefix}/"),
    "now": lambda client, prefix: client.get(f"{prefix}/nu"),
    "question": lambda client, prefix: ask(client, prefix=prefix, matter=None),
    "answer": lambda client, prefix: ask(client, prefix=prefix),
    "faults": lambda client, prefix: begin(client, to=f"{prefix}/vag", place=None),
    "no answer": lambda client, prefix: client.post(f"{prefix}/vag/{token_of(client, matter=None)}"),
    "again": lambda client, prefix: client.get(f"{prefix}/vag/{token_of(client)}/start"),
    "safe": lambda client, prefix: client.get(f"{prefix}/trygg"),
    "no page": lambda client, prefix: client.get(f"{prefix}/finns-inte"),
    "wrong method": lambda client, prefix: client.delete(f"{prefix}/nu"),
    "too large": lambda client, prefix: client.post(f"{prefix}/vag", data={"place": "x" * 70_000}),
}
PREFIXES = {"sv": "", "en": "/en"}
EVERY = [(name, language) for name in PAGES for language in PREFIXES]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_112_and_1177_can_be_rung_from_every_page(client, name, language):
    page = Page(PAGES[name](client, PREFIXES[language]))

    assert page.all("a", "href").index("tel:112") < page.all("a", "href").index("tel:1177") < page.html.index("<main")


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_page_says_its_language_and_links_to_the_same_in_the_other(client, name, language):
    page = Page(PAGES[name](client, PREFIXES[language]))

    assert page.all("html", "lang") == [language]
    offered = {attrs["lang"] for name, attrs in page.tags
               if (name == "a" and "hreflang" in attrs) or attrs.get("name") == "switch"}
    assert offered == {tag(one) for one in FAMILY_LANGUAGES if one != language}


@pytest.mark.parametrize(("name", "status"), [
    ("start", 200), ("now", 200), ("question", 200), ("answer", 200), ("faults", 422), ("no answer", 422),
    ("again", 200),
    ("safe", 200), ("no page", 404), ("wrong method", 405), ("too large", 413)])
@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_page_has_its_status(client, name, status, prefix):
    assert PAGES[name](client, prefix).status_code == status


@pytest.mark.parametrize("language", PREFIXES)
def test_titles_differ_and_faults_begin_with_error(client, language):
    names = [name for name in PAGES if name != "again"]  # the start once more, and so its title

    titles = {name: Page(PAGES[name](client, PREFIXES[language])).words_of("title") for name in names}

    assert len(set(titles.values())) == len(names)
    assert titles["faults"].startswith(translator(language)("Error:"))
    assert all(title.endswith(" – En väg in") for title in titles.values())


@pytest.mark.parametrize(("path", "is_open"), [("/", True), ("/en/", True), ("/nu", False), ("/en/trygg", False),
                                               ("/regler", False), ("/katalog", False)])
def test_the_languages_take_little_room_but_on_the_start_page(client, path, is_open):
    head = client.get(path).text.partition("<main")[0]

    assert ("<details>" not in head) is is_open
    assert head.count("<summary>") == (0 if is_open else 1)


def test_the_closed_list_of_languages_says_what_it_is_in_those_languages(client):
    summary = Page(client.get("/en/nu")).words_of("summary")

    words = {translator(one)("Language") for one in FAMILY_LANGUAGES} - {"Language"}
    assert summary.startswith("English ·") and all(one in summary for one in words)


def test_every_address_is_there_in_every_language(app):
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("public.")}
    plain = {rule for rule in rules if not rule.startswith("/<")}

    assert plain >= {"/", "/nu", "/vag", "/vag/<token>", "/trygg", "/ut"}
    assert {rule.partition(">")[2] for rule in rules - plain} == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_swedish_has_addresses_with_its_name_too(client, language):
    assert client.get(f"/{language}/nu").status_code == 200


def test_an_error_page_tells_the_method_that_there_is(client):
    assert "GET" in client.delete("/nu").headers["Allow"]


def test_the_urgent_page_has_the_other_numbers_too(client, edition):
    page = Page(client.get("/nu"))

    for one in edition.catalogue.national.values():
        assert one.phones[0].number in page.text
        assert one.name["sv"] in page.text
    assert {"tel:112", "tel:1177", "tel:11414", "tel:116111", "tel:90101"} <= set(page.all("a", "href"))


@pytest.mark.parametrize("path", ["/%00", "/%ff%fe", "/sv//", "//example.example/", "/en/../nu", "/static/../s.css",
                                  "/static/x/%2e%2e%2fframe.py", "/" + "x" * 5_000, "/nu?%ff=%00", "/api", "/xx/nu"])
def test_no_address_breaks_anything(client, path):
    assert client.get(path).status_code < 500
