"""The pages of the rules: needs, a need as a table, the heat map, the vignettes."""

import re
from dataclasses import replace

import pytest

from directory.app import create_app
from directory.i18n import LANGUAGES
from tests.build import make_base, make_nation, ruleset_of
from tests.doors import Page

PATHS = ["/regler", "/regler/tackning", "/regler/vinjetter", "/regler/koncentration_adhd", "/regler/suicidtankar"]


@pytest.fixture
def visit(tmp_path, edition):
    """A visitor to the pages of a folder's rules, in the words of the project's catalogue."""
    def visit_of(folder, path):
        client = create_app(replace(edition, id="test", ruleset=ruleset_of(folder))).test_client()
        return Page(client.get(f"/en{path}"))

    return visit_of


def row_of(page, rule):
    """The words of a rule's rows in a decision table."""
    found = re.search(rf'<tbody id="rule-{rule}">(.*?)</tbody>', page.html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def need_of(folder, visit, **more):
    return visit(make_nation(folder, **more), "/regler/focus")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("prefix", ["", "/sv", "/en"])
@pytest.mark.parametrize("area", ["", "?area=hudiksvall", "?area=stockholm"])
def test_every_page_is_there_in_every_language_for_every_area(client, path, prefix, area):
    page = Page(client.get(prefix + path + area))

    assert page.all("html", "lang") == ["en" if prefix == "/en" else "sv"]
    assert page.words_of("h1")


@pytest.mark.parametrize("need", ["oro_angest", "far_illa", "forgiftning", "tand_akut", "avvikelse"])
def test_every_kind_of_need_has_a_table(client, need):
    page = Page(client.get(f"/regler/{need}"))

    assert "<table" in page.html and 'id="rule-' in page.html


def test_every_need_of_every_area_has_a_page(client, edition):
    for area in edition.ruleset.areas.values():
        for need in ("koncentration_adhd", *[need for need in area.needs if area.parent is None]):
            assert client.get(f"/regler/{need}?area={area.id}").status_code == 200


@pytest.mark.parametrize("path", ["/regler/finns-inte", "/regler?area=atlantis", "/regler/tackning?area=atlantis",
                                  "/regler/vinjetter?area=atlantis", "/regler/oro_angest?area=atlantis"])
def test_an_unknown_need_or_area_is_a_page_that_says_so(client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert "tel:112" in Page(answer).all("a", "href")


@pytest.mark.parametrize("path", ["/regler/%00", "/regler?area=%00", "/regler/%ff%fe", "/regler?area=%ff", "/regler/",
                                  "/regler/tackning?area=" + "x" * 5_000, "/regler?area=a&area=b", "/xx/regler",
                                  "/regler/oro_angest?area[]=x", "/en/regler/..%2f..%2fetc", "/regler/a/b"])
def test_no_address_breaks_anything(client, path):
    assert client.get(path).status_code < 500


def test_the_other_language_shows_the_same_need_in_the_same_area(client):
    page = Page(client.get("/regler/oro_angest?area=hudiksvall"))

    assert "/en/regler/oro_angest?area=hudiksvall" in page.all("a", "href")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_the_rules_is_kept_by_no_browser(client, path):
    assert client.get(path).headers.getlist("Cache-Control") == ["no-store"]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_the_rules_runs_no_script_and_has_no_style_of_its_own(client, path):
    html = client.get(path).get_data(as_text=True)

    assert html.count("<script") == html.count("leave.js") == 1 and "style=" not in html and "<style" not in html


@pytest.mark.parametrize("path", PATHS)
def test_a_wide_table_can_be_scrolled_by_keyboard_and_has_a_name(client, path):
    page = Page(client.get(path))

    regions = [attrs for tag, attrs in page.tags if attrs.get("class") == "scroll"]
    named = set(page.all("h2", "id") + page.all("summary", "id") + page.all("caption", "id"))
    assert regions
    for attrs in regions:
        assert (attrs["role"], attrs["tabindex"]) == ("region", "0")
        assert "aria-label" in attrs or attrs["aria-labelledby"] in named


def test_ids_are_unique_on_every_page(client):
    for path in (*PATHS, "/regler/foraldrastod?area=hudiksvall"):
        ids = [attrs["id"] for _, attrs in Page(client.get(path)).tags if "id" in attrs]

        assert len(ids) == len(set(ids))


def test_every_need_has_a_link_and_says_how_many_rules_it_has(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler")

    assert {"/en/regler/attention", "/en/regler/worry", "/en/regler/speech"} <= set(page.all("a", "href"))
    assert "attention 9 rules" in page.text and "speech 4 rules" in page.text


def test_open_and_disputed_rules_of_a_need_are_counted(visit, tmp_path):
    folder = make_nation(
        tmp_path, rules={"R1": "to: bvc, disputed: [{to: bup, because: So they say}]"},
        open={"O1": "rule: R1, when: {age: 3}, calls: bvc"}, units={"sip": "process: yes", "bup": ""})

    assert "focus 2 rules · open: 1 · disputed: 1" in visit(folder, "/regler").text


def test_an_area_that_says_nothing_shows_that_the_rules_above_hold(visit, tmp_path):
    folder = make_base(tmp_path, east={"layer": "region", "within": "nation"})

    assert "east ◑ region nation The nation's rules hold here." in visit(folder, "/regler").text


def test_a_need_that_an_area_leaves_alone_names_whose_rules_hold(visit, tmp_path):
    folder = make_base(tmp_path)

    assert "says nothing of its own about this. The nation's rules" in visit(folder, "/regler/speech?area=west").text
    assert "The rules of west hold here." in visit(folder, "/regler/attention?area=almby").text
    assert "almby has rules of its own here." in visit(folder, "/regler/worry?area=almby").text


def test_a_row_says_what_the_rule_asks_and_who_receives(visit, tmp_path):
    page = need_of(tmp_path, visit, rules={
        "R1": "when: {level: base, age: 6-17, tried: {a: no}}, to: school, answer_within: {days: 3, kind: law}",
        "R2": "when: {level: base, age: 6-17, tried: {a: yes}}, to: bvc", "R3": "when: {level: more}, to: bvc",
        "R4": "when: {level: base, age: 0-5}, to: bvc", "R5": "when: {level: base, age: 18-20}, to: bvc"})

    row = row_of(page, "R1")
    assert row.startswith("○ nation R1 base 6–17 a: no any Said of school everybody: Contact them yourself")
    assert "3 days, by law 48 Said of R1" in row and "nation.yaml:" in row


def test_groups_that_come_in_alike_stand_together(visit, tmp_path):
    page = need_of(
        tmp_path, visit, inputs="from: [guardian, nurse, teacher]",
        askers="{family: [guardian], care: [nurse], school: [teacher]}",
        rules={"R1": "to: bvc, how: {family: {way: remiss, via: gp}, school: {way: remiss, via: gp, who: [nurse]}}"},
        units={"gp": ""})

    row = row_of(page, "R1")
    assert "families: A referral is needed, through Said of gp" in row
    assert "school: A referral is needed, through Said of gp ( nurse )" in row
    assert "health care: Contact them yourself" in row


def test_rules_of_nation_region_and_municipality_are_told_apart(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/worry?area=almby")

    assert row_of(page, "A3").startswith("○ nation")
    assert row_of(page, "R1").startswith("◑ region west")
    assert row_of(page, "M1").startswith("● municipality almby")
    assert "Takes part of the cases of A2." in row_of(page, "M1")
    assert "But not the cases that these rules take: M1." in row_of(page, "A2")


def test_an_open_row_says_who_calls_the_meeting(visit, tmp_path):
    page = need_of(tmp_path, visit, rules={"R1": "to: ward"}, units={"sip": "process: yes"},
                   open={"O1": "rule: R1, when: {age: 3}, calls: ward"})

    assert "Open: Said of ward calls a meeting and holds the question." in row_of(page, "O1")


def test_a_disputed_row_says_what_the_other_agreement_says(visit, tmp_path):
    page = need_of(tmp_path, visit, units={"ward": ""}, rules={
        "R1": "to: bvc, disputed: [{to: ward, because: The county says so}]"})

    assert "Disputed: another agreement says Said of ward . The county says so" in row_of(page, "R1")


def test_a_source_shows_when_it_was_read_and_whether_it_should_be_read_again(visit, tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "to: bvc, source: [OLD, NEW]"}, sources_file={
        "layer": "sources", "sources": {
            "OLD": "title: Old paper, read_on: 2020-01-02, review: 2021-01-02",
            "NEW": "title: New paper, confirmed_by: the board, review: 2999-01-02"}})

    page = visit(folder, "/regler/focus")

    assert "NEW New paper — — — 2999-01-02 the board" in page.text
    assert "OLD Old paper — — 2020-01-02 2021-01-02 too late nobody has confirmed it" in page.text
    assert {"#source-OLD", "#source-NEW"} <= set(page.all("a", "href"))


def test_what_comes_before_the_table_is_folded_together(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/attention")

    before = page.html.index("<details class=\"before\">")
    assert before < page.html.index('id="rule-S1"') < page.html.index('id="rule-A1"')
    assert "First: danger: 2 rules" in page.text


def test_hand_overs_say_what_is_made_known_and_by_whom(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/attention")

    assert "Said of school school_done: no school_done: yes How serious it is: first Said of H1 ○ nation" in page.text


def test_vignettes_stand_at_the_rule_that_answers_them(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/attention?area=almby")

    assert "/en/regler/vinjetter?area=almby#V1" in page.all("a", "href")
    assert "Vignettes: V1 (almby)" in row_of(page, "A2")


def test_a_vignette_shows_case_expectation_answer_rule_and_chain(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/vinjetter")

    assert "4 of 4 come out." in page.text
    assert "/en/regler/attention?area=almby#rule-A2" in page.all("a", "href")
    assert "Said of school → Said of first_line → Child and adolescent psychiatry (BUP)" in page.text


def test_a_vignette_that_does_not_come_out_says_why(visit, tmp_path):
    folder = make_base(tmp_path, instead={
        "V3": "in: west, case: {need: attention, level: special, age: 18}, to: bup"})

    page = visit(folder, "/regler/vinjetter")

    assert "3 of 4 come out." in page.text
    assert "✗ does not come out Said of adult Expected bup, got adult by rule A9." in page.text


def test_vignettes_of_one_area_alone_can_be_shown(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/vinjetter?area=west")

    assert "1 of 1 come out." in page.text


def test_the_heat_map_leads_to_the_needs_of_its_area(visit, tmp_path):
    page = visit(make_base(tmp_path), "/regler/tackning?area=west")

    assert "/en/regler/worry?area=west" in page.all("a", "href")
    assert "the region's rule" in page.text


def test_the_style_of_the_heat_map_may_be_kept_for_ever(client):
    sheets = Page(client.get("/regler/tackning")).all("link", "href")

    with client.get(sheets[1]) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "text/css")
        assert "immutable" in answer.headers["Cache-Control"]


def test_another_edition_shows_its_own_vignettes(visit, tmp_path):
    visit(make_base(tmp_path), "/regler/vinjetter")

    page = visit(make_base(tmp_path, without=["V1"]), "/regler/vinjetter")

    assert "3 of 3 come out." in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_rules(client, language):
    prefix = "" if language == "sv" else f"/{language}"

    assert f"{prefix}/regler" in Page(client.get(f"{prefix}/nu")).all("a", "href")
