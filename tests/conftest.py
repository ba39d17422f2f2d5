"""What every test may ask for: a home of its own, Debian's Chromium, and the application on the project's own files."""

import os
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import settings
from jinja2 import StrictUndefined
from playwright.sync_api import sync_playwright

from directory import clock, config, migrations
from directory.app import create_app
from directory.db import connect
from directory.editions import build
from tests.database import make_database, postgresql
from tests.serving import on_a_port

CHROMIUM = "/usr/bin/chromium"  # `make setup` installs it; playwright brings no browser of its own
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
NUMBERS = count(1)  # of the databases made on the server
# By far the longest; begun last, one of them would keep one process waiting for the other.
LONGEST = ["tests/api/test_fuzzed.py", "tests/journeys/test_accessibility.py", "tests/journeys/test_desk.py",
           "tests/web/test_every_way.py"]

# The same examples in every run, and no deadline: two busy cores are no reason for a red test.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


def pytest_collection_modifyitems(items):
    """The longest files come first, each whole; all others stay as they are."""
    items.sort(key=lambda item: item.nodeid.partition("::")[0] not in LONGEST)


@pytest.fixture(scope="session", autouse=True)
def moment():
    """The clock goes on from the hour of TESTS_AT, as "Sun 22", where that is set: other desks are open then."""
    with pytest.MonkeyPatch.context() as patch:
        if at := os.environ.get("TESTS_AT"):
            now, (weekday, hour) = clock.now, at.split()
            days = (WEEKDAYS.index(weekday) - now().weekday()) % 7
            ahead = (now() + timedelta(days)).replace(hour=int(hour), minute=0) - now()
            patch.setattr(clock, "now", lambda: now() + ahead)
        yield


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """The folder that stands for var/ while tests run."""
    with pytest.MonkeyPatch.context() as environment:
        folder = tmp_path_factory.mktemp("home")
        environment.setenv("ENVAGIN_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of the tests' own."""
    with postgresql() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request, tmp_path):
    """A database without tables; each test that asks for one runs on SQLite and on PostgreSQL."""
    address = f"sqlite:///{tmp_path / 'test.db'}"
    if request.param == "postgresql":
        address = make_database(request.getfixturevalue("server"), f"test{next(NUMBERS)}")
    database = connect(address)
    yield database
    database.engine.dispose()


@pytest.fixture
def database(empty_database):
    """A database with all tables, empty ones."""
    migrations.bring_up_to_date(empty_database)
    return empty_database


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


@pytest.fixture(scope="session")
def edition():
    """The edition of the project's own files; with findings there is nothing to test against."""
    return build(config.settings().rules, config.settings().seed, day=clock.today())


@pytest.fixture(scope="session")
def app(edition, tmp_path_factory):
    """The application on the project's own files, without a database. A template that asks for what is not there fails.
    """
    made = create_app(edition)
    made.extensions["database"] = connect(f"sqlite:///{tmp_path_factory.mktemp('none')}/none.db", must_exist=True)
    made.jinja_env.undefined = StrictUndefined
    return made


@pytest.fixture(scope="session")
def client(app):
    """A caller without cookies, who gets every error as an answer."""
    return app.test_client(use_cookies=False)


@pytest.fixture(scope="session")
def site(app):
    """The address of the application, served for a real browser."""
    with on_a_port(app) as address:
        yield address
