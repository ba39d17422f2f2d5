"""Near every number stands when somebody last checked it, as exactly as that is known."""

import re
from dataclasses import replace

from directory.web.contacts import unit_card
from tests.doors import Page, ask

ACUTE = {"urgency": "today", "age": "teen"}


def numbers_in(page):
    """By number the words that stand after it, in the lists of national numbers."""
    items = re.findall(r"<li>(?:(?!</li>).)*?href=\"tel:(\d+)\"(.*?)</li>", page.html.partition("<main")[2], re.DOTALL)
    return {number: " ".join(re.sub(r"<[^>]+>", "", after).split()) for number, after in items}


def test_a_national_number_says_the_year_it_was_read_and_that_the_day_is_not_noted(client):
    assert "Last checked: 2026 (the day is not noted)." in numbers_in(Page(client.get("/en/nu")))["1177"]


def test_below_the_numbers_of_an_urgent_answer_stands_once_when_all_of_them_were_read(client):
    html = ask(client, prefix="/en", **ACUTE).get_data(as_text=True)

    below = html.partition('<ul class="numbers">')[2].partition("</ul>")[2].partition("<h2")[0]
    listed = re.findall(r'href="tel:(\d+)"', html.partition('<ul class="numbers">')[2].partition("</ul>")[0])
    assert below.count("Last checked: <bdi>2026</bdi> (the day is not noted).") == 1
    assert re.sub(r"\D", "", below.partition(":")[0]) == "".join(listed)


def test_a_number_that_was_read_on_a_known_day_is_told_apart_from_one_whose_day_is_not_noted(edition):
    bris = edition.catalogue.national["bris"]

    known, unknown = (unit_card(replace(bris, read_on=one), "en", danger=True, now=None)
                      for one in ("2026-10-01", "2026-10"))

    assert (known.read, known.is_read_on_a_day) == ("2026-10-01", True)
    assert (unknown.read, unknown.is_read_on_a_day) == ("2026-10", False)


def test_every_number_of_the_urgent_page_says_when_it_was_read(client, edition):
    found = numbers_in(Page(client.get("/en/nu")))

    assert len(found) == len(edition.catalogue.national)
    assert [number for number, after in found.items() if "Last checked" not in after] == []


def test_an_answer_that_leads_to_a_national_number_says_when_it_was_read(client):
    page = Page(ask(client, prefix="/en", urgency="now", age="teen"))

    card = page.html.partition('aria-labelledby="reach"')[2].partition("</section>")[0]
    assert "tel:112" in card and "Last checked" in card


def test_the_record_of_a_national_number_says_when_it_was_read_and_where(client):
    page = Page(client.get("/en/katalog/enheter/sos-112"))

    assert "Last checked: 2026 (the day is not noted)." in page.text
    assert "NAT-ORO" in page.text
