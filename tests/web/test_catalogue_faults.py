"""What is missing: the same as `envagin seed check` finds, counted, with links to the records."""

import re

import pytest

from directory import clock
from directory.catalogue import doubts
from directory.findings import NOTE, WARNING
from directory.i18n import translator
from directory.routing import closed_but_bound, named_by
from tests.doors import Page


@pytest.fixture(scope="module")
def page(client):
    return Page(client.get("/en/katalog/brister"))


@pytest.fixture(scope="module")
def found(edition):
    base = edition.ruleset.base
    return [*doubts(edition.catalogue, day=clock.today(), named=named_by(base)), *closed_but_bound(base)]


def test_every_finding_of_the_check_is_there_and_counted(page, found):
    counted = {level: sum(one.level == level for one in found) for level in (WARNING, NOTE)}

    assert [one for one in found if one.message.text(str) not in page.text.replace("&#39;", "'")] == []
    assert re.search(rf"{counted[WARNING]} warnings?, {counted[NOTE]} notes?\.", page.text)


def test_each_check_counts_the_records_that_it_tells_of(page, found):
    for check in {one.check for one in found}:
        records = {record for one in found if one.check == check for record in one.ids}

        assert f"{check} : {len(records)} record" in page.text


def test_a_finding_leads_to_its_records(page):
    assert "/en/katalog/enheter/hudiksvall-elevhalsa" in page.all("a", "href")


def test_the_findings_are_told_in_the_readers_language(client, found):
    text = Page(client.get("/katalog/brister")).text

    assert found[0].message.text(translator("sv")) in text
