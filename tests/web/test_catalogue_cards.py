"""A unit taken along: as a vCard for an address book, and as a QR code of its page."""

import re
from dataclasses import replace
from datetime import date

import pytest

from directory.app import create_app
from directory.catalogue import Phone
from directory.web.staff.card import LONGEST_LINE, qr_svg, vcard
from tests.doors import Page
from tests.records import make_unit

DAY, HERE = date(2026, 11, 21), "http://127.0.0.1/katalog/enheter/north"
REACHED = {"phones": (Phone("0980-319201", {}, {}, confirmed=True),), "email": "stod@norr.example",
           "url": "https://norr.example/stod", "address": "Storgatan 1, 2 tr", "assured_date": DAY}


@pytest.fixture
def lines(app):
    """The lines of a unit's card, those that go on in the next line put together."""
    def lines_of(**said):
        with app.test_request_context("/en/katalog"):
            text = vcard(make_unit(**said), "sv", day=DAY, here=HERE)
        return text.replace("\r\n ", "").split("\r\n")
    return lines_of


def starting(lines, *names):
    return [one for one in lines if one.startswith(names)]


def test_a_card_says_who_it_is_and_where_it_comes_from(lines):
    card = lines(name={"sv": "Stöd, Norr"})

    assert card[:2] + card[-2:] == ["BEGIN:VCARD", "VERSION:3.0", "END:VCARD", ""]
    assert starting(card, "FN:", "ORG:", "SOURCE:") == ["FN:Stöd\\, Norr", "ORG:Region Norr", f"SOURCE:{HERE}"]


def test_confirmed_details_can_be_rung_and_mailed_from_an_address_book(lines):
    card = lines(**REACHED)

    assert starting(card, "TEL", "EMAIL", "ADR") == [
        "TEL;TYPE=WORK,VOICE:0980-319201", "EMAIL;TYPE=INTERNET,WORK:stod@norr.example",
        "ADR;TYPE=WORK:;;Storgatan 1\\, 2 tr;;;;"]
    assert starting(card, "NOTE") == ["NOTE:Confirmed 2026-11-21."]


@pytest.mark.parametrize("day", [None, date(2025, 1, 1), date(2026, 11, 22)])
def test_details_that_nobody_has_confirmed_yet_or_too_long_ago_stand_in_the_note_alone(lines, day):
    card = lines(**{**REACHED, "assured_date": day, "phones": (Phone("0980-319201", {}, {}, confirmed=bool(day)),)})

    assert starting(card, "TEL", "EMAIL", "ADR", "URL") == []
    assert starting(card, "NOTE")[0].startswith("NOTE:Not confirmed: 0980-319201\\, stod@norr.example")


def test_the_card_of_a_national_number_says_when_that_was_read_and_not_more(lines):
    card = lines(phones=(Phone("1177", {}, {}, confirmed=True),), read_on="2026")

    assert starting(card, "NOTE") == ["NOTE:Last checked: 2026."]


def test_what_has_closed_says_so_on_its_card_and_cannot_be_rung(lines):
    card = lines(**REACHED, closes_on=date(2026, 11, 20))

    assert starting(card, "TEL", "EMAIL", "ADR", "URL") == []
    assert starting(card, "NOTE") == ["NOTE:Closed since 2026-11-20."]


def test_no_text_can_begin_a_line_of_its_own(lines):
    card = lines(name={"sv": "Norr\r\nTEL:112\nX"}, note={"sv": "a;b\\c\rTEL:1"})

    assert starting(card, "TEL") == []
    assert starting(card, "FN:") == ["FN:Norr\\nTEL:112\\nX"]


def test_no_line_is_longer_than_the_format_allows_and_no_letter_is_cut(app):
    with app.test_request_context("/katalog"):
        text = vcard(make_unit(note={"sv": "åäö" * 100}), "sv", day=DAY, here=HERE)

    assert max(len(line.encode()) for line in text.split("\r\n")) <= LONGEST_LINE
    assert "åäö" * 100 in text.replace("\r\n ", "")


def test_a_card_is_sent_as_a_file(client):
    answer = client.get("/katalog/enheter/hudiksvall-elevhalsa.vcf")

    assert answer.mimetype == "text/vcard"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="hudiksvall-elevhalsa.vcf"'


def test_the_qr_code_is_a_picture_of_the_address_that_stands_below_it(client):
    page = Page(client.get("/en/katalog/enheter/hudiksvall-elevhalsa"))
    picture = client.get("/en/katalog/enheter/hudiksvall-elevhalsa.svg")

    assert picture.mimetype == "image/svg+xml"
    assert picture.data == qr_svg("http://localhost/en/katalog/enheter/hudiksvall-elevhalsa")
    assert "http://localhost/en/katalog/enheter/hudiksvall-elevhalsa" in page.words_of("figcaption")
    assert not re.search(rb"<script|onload|href", picture.data)


def test_where_the_service_has_an_address_of_its_own_a_card_and_a_qr_code_name_that(client, monkeypatch):
    monkeypatch.setenv("ENVAGIN_ADDRESS", "https://envagin.example/")

    card = client.get("/katalog/enheter/hudiksvall-elevhalsa.vcf", headers={"Host": "other.example"}).text
    picture = client.get("/katalog/enheter/hudiksvall-elevhalsa.svg", headers={"Host": "other.example"}).data

    here = "https://envagin.example/katalog/enheter/hudiksvall-elevhalsa"
    assert f"UID:{here}\r\n" in card.replace("\r\n ", "") and "other.example" not in card
    assert picture == qr_svg(here)


def test_a_unit_whose_id_has_dots_has_a_card_too(edition):
    unit = replace(edition.catalogue.units["hudiksvall-elevhalsa"], id="a.b")
    other = replace(edition, catalogue=replace(edition.catalogue, units={"a.b": unit}))
    client = create_app(other).test_client()

    assert client.get("/katalog/enheter/a.b.vcf").mimetype == "text/vcard"
    assert client.get("/katalog/enheter/a.b").mimetype == "text/html"
