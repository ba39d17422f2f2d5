"""What every test may ask for: a home of its own for the service's state, and Debian's Chromium."""

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"  # `make setup` installs it; playwright brings no browser of its own
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]

# The same examples in every run, and no deadline: two busy cores are no reason for a red test.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """The folder that stands for var/ while tests run."""
    with pytest.MonkeyPatch.context() as environment:
        folder = tmp_path_factory.mktemp("home")
        environment.setenv("ENVAGIN_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests; each test takes a fresh `page` from it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser):
    """An empty page with no cookies and no history, that gives up after five seconds."""
    with browser.new_context(locale="sv-SE") as context:
        context.set_default_timeout(5_000)
        yield context.new_page()
