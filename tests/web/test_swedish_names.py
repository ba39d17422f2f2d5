"""Swedish names in pages of other languages say that they are Swedish, wherever they stand between tags."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from flask import g
from markupsafe import Markup

from directory.i18n import tag
from directory.web.swedish_names import SHORTEST, are_marked, names_marked, words_marked
from tests.doors import Page, ask
from tests.records import make_agency

THOUGHTS = {"age": "teen", "who": "youth", "matter": "ma_daligt", "development": None, "feeling": "suicidtankar"}
WAYS = {  # to an answer of each kind, and to questions
    "answer": {"place": "hudiksvall"}, "of a region": {"place": "falkoping", "age": "teen", "who": "youth"},
    "nobody agreed": {"place": "halland", "who": "other"}, "unsure": {"urgency": "unknown", "place": "stockholm"},
    "suicidal": THOUGHTS, "acute": {"urgency": "now"},
    "harmed": {"urgency": "harm", "matter": "hemma_vald", "development": None, "home": "harmed", "harmed": "vald"},
    "a question": {"matter": None, "place": "hudiksvall"}, "of a body": {"matter": "kropp", "development": None},
}
PATHS = ["/nu", "/", "/om", "/trygg", "/integritet", "/tillganglighet", "/kod"]
EMPTY = {"meta", "link", "br", "input", "img", "hr", "path"}


class Texts(HTMLParser):
    """The texts of a page that are not said to be Swedish, and not of a title or of options, which hold no marks."""

    def __init__(self, html):
        super().__init__()
        self.inside, self.found = [("", None)], []
        self.feed(html)

    def handle_starttag(self, name, attributes):
        if name not in EMPTY:
            self.inside.append((name, dict(attributes).get("lang", self.inside[-1][1])))

    def handle_endtag(self, name):
        while name not in EMPTY and self.inside.pop()[0] != name:
            pass

    def handle_data(self, text):
        name, language = self.inside[-1]
        if language != "sv" and name not in ("title", "option"):
            self.found.append(text)


@pytest.fixture(scope="module")
def names(edition):
    """What fits a name of the catalogue, whole or one side of its brackets; one of a municipality may be a word."""
    catalogue = edition.catalogue
    regions = [one for one in catalogue.areas.values() if one.kind == "region"]
    records = [*catalogue.agencies.values(), *catalogue.national.values(), *catalogue.units.values(), *regions]
    whole = {texts["sv"] for one in records for texts in (one.name, getattr(one, "short", {})) if texts}
    sides = {side.strip() for name in whole for side in re.split(r"[()]", name) if side[:1].isupper()}
    found = sorted((re.escape(one) for one in whole | sides if len(one) >= SHORTEST and not one.isdigit()), key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(found))})(?!\w)")


@pytest.fixture
def marked(app):
    """What a function makes of a text on a page in Arabic."""
    def show(function, *texts, edition=None, **places):
        with app.test_request_context("/ar/"):
            app.preprocess_request()
            g.edition = edition or g.edition
            return str(function(*texts, **places))
    return show


@pytest.mark.parametrize("language", ["en", "ar", "so", "fi"])
@pytest.mark.parametrize("way", [*WAYS, *PATHS])
def test_no_name_of_the_catalogue_stands_outside_what_is_said_to_be_swedish(client, names, language, way):
    page = ask(client, prefix=f"/{language}", **WAYS[way]) if way in WAYS else client.get(f"/{language}{way}")

    assert page.status_code == 200
    texts = Texts(page.get_data(as_text=True)).found
    assert [text for text in texts if names.search(text)] == []


@pytest.mark.parametrize("language", ["en", "ar", "so", "fi"])
@pytest.mark.parametrize("way", [*WAYS, *PATHS])
def test_no_mark_stands_in_a_title_or_an_attribute_or_is_shown(client, language, way):
    page = Page(ask(client, prefix=f"/{language}", **WAYS[way]) if way in WAYS else client.get(f"/{language}{way}"))

    assert "bdi" not in re.search(r"<title>(.*?)</title>", page.html, re.DOTALL)[1]
    assert [value for _, attributes in page.tags for value in attributes.values() if value and "<bdi" in value] == []
    assert "&lt;bdi" not in page.html


@pytest.mark.parametrize("language", ["sv", "ll"])
def test_swedish_marks_no_name(client, app, language):
    with app.test_request_context("/"):
        app.preprocess_request()
        assert not are_marked(language)

    assert tag(language) == "sv" and '<bdi lang="sv">BUP' not in Page(ask(client, prefix=f"/{language}")).html


@pytest.mark.parametrize("name", ["Självmordslinjen", "BUP akut", "BUP", "Kvinnofridslinjen", "Region Gävleborg",
                                  "En väg in för barn och unga", "En väg in", "SOS Alarm"])
def test_a_name_of_the_catalogue_is_marked_as_swedish_in_arabic(marked, name):
    assert marked(names_marked, f"اتصلوا بـ {name} الآن") == f'اتصلوا بـ <bdi lang="sv">{name}</bdi> الآن'


def test_what_looks_like_html_stays_words_and_a_part_of_a_word_is_no_name(marked):
    assert marked(names_marked, "<b>BUPAB</b>") == "&lt;b&gt;BUPAB&lt;/b&gt;"


def test_a_name_with_signs_of_html_in_it_is_marked_and_its_signs_stay_words(marked, edition):
    agencies = {"clinic": make_agency(name={"sv": "Stöd <Norr> & Syd"})}
    other = replace(edition, catalogue=replace(edition.catalogue, agencies=agencies))

    shown = marked(names_marked, "→ Stöd <Norr> & Syd", edition=other)

    assert shown == '→ <bdi lang="sv">Stöd &lt;Norr&gt; &amp; Syd</bdi>'


@pytest.mark.parametrize(("name", "shown"), [
    ("<i>Norr</i>", "&lt;i&gt;Norr&lt;/i&gt;"), (Markup('<bdi lang="sv">Norr</bdi>'), '<bdi lang="sv">Norr</bdi>')])
def test_what_fills_a_place_in_an_interface_text_is_escaped_unless_it_says_its_language_itself(marked, name, shown):
    text = marked(words_marked, "Contact first: %(name)s", name=name)

    assert shown in text and "<i>" not in text


def test_a_name_in_an_interface_text_itself_is_marked(marked):
    assert '<bdi lang="sv">En väg in</bdi>' in marked(words_marked, "About En väg in")


@pytest.mark.parametrize(("text", "marked"), [
    ("Soita vårdcentraliin nyt", ["vårdcentraliin"]),
    ("Sanokaa socialtjänstin (sosiaalipalveluiden)", ["socialtjänstin"]),
    ("Xannaanada (förskola): taageero", ["förskola"]), ("wac Vårdcentral (rugta)", ["Vårdcentral"]),
    ("Gävleborgissa kaikki soittavat", ["Gävleborgissa"]), ("Jönköpings län gudaheeda", ["Jönköpings län"]),
    ("an autism assessment in your region", [])])
def test_a_swedish_name_is_marked_in_each_of_its_forms_and_with_the_ending_of_another_language(app, text, marked):
    with app.test_request_context("/fi/"):
        app.preprocess_request()
        found = re.findall(r'<bdi lang="sv">(.*?)</bdi>', names_marked(text))

    assert found == marked
