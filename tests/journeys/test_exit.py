"""The quick exit from pages that are none of the way in: staff's, and those of errors."""

import pytest


@pytest.fixture(autouse=True)
def elsewhere(site, monkeypatch):
    """Where the exit leads, without the world outside."""
    monkeypatch.setenv("ENVAGIN_LEAVE_TO", f"{site}/health/live")


@pytest.mark.parametrize("path", ["/katalog/enheter/hudiksvall-elevhalsa", "/regler", "/nowhere"])
def test_nothing_of_a_page_that_somebody_left_quickly_shows_when_they_go_back(page, site, path):
    page.goto(f"{site}{path}")
    page.goto(f"{site}/katalog")

    page.click("[data-exit]")
    page.wait_for_url(f"{site}/health/live")
    page.go_back()

    assert (page.url, page.inner_text("h1")) == (f"{site}{path}", "Viktiga telefonnummer")
