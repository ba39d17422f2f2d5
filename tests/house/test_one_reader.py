"""Only clock.py reads the time and only config.py the environment; everybody else is handed them."""

import ast

import pytest

from tests.house.project_files import files_below, module, modules

CLOCK_CALLS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "time", "dt"}  # datetime.now(), datetime.date.today(), time.time()
ENVIRONMENT = {"environ", "environb", "getenv"}


def reads_time(node):
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        return bool({alias.name for alias in node.names} & CLOCK_CALLS)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner = ast.unparse(node.func.value).split(".")[-1]
    return node.func.attr in CLOCK_CALLS and owner in CLOCK_OWNERS


def reads_environment(node):
    if isinstance(node, ast.ImportFrom) and node.module == "os":
        return bool({alias.name for alias in node.names} & ENVIRONMENT)
    return isinstance(node, ast.Attribute) and node.attr in ENVIRONMENT


READERS = [(reads_time, "directory.clock"), (reads_environment, "directory.config")]


@pytest.mark.parametrize(("reads", "reader"), READERS)
def test_nobody_but_its_reader_reads(reads, reader):
    others = [one for one in modules() if one.name != reader]

    assert others
    assert [one.at(node) for one in others for node in ast.walk(one.tree) if reads(node)] == []


def test_no_test_asks_what_day_it_is_but_of_the_clock():
    """In the hour before midnight it is another day in Sweden than in UTC."""
    tests = [(path, module(path.read_text("utf-8"))) for path in files_below("tests", suffixes=(".py",))]

    assert len(tests) > 100
    assert [(path.name, node.lineno) for path, one in tests for node in ast.walk(one.tree) if reads_time(node)] == []


@pytest.mark.parametrize("source", [
    "import datetime\ndatetime.datetime.now()", "from datetime import date\ndate.today()", "import time\ntime.time()",
    "from time import time", "from datetime import datetime as dt\ndt.utcnow()",
])
def test_a_reader_of_time_is_found(source):
    assert any(reads_time(node) for node in ast.walk(module(source).tree))


@pytest.mark.parametrize("source", [
    "import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ",
])
def test_a_reader_of_the_environment_is_found(source):
    assert any(reads_environment(node) for node in ast.walk(module(source).tree))


def test_the_clock_and_plain_dates_may_be_used():
    source = "import time\nfrom directory import clock\nclock.today()\ntime.perf_counter()\ndate(2026, 1, 1)"

    assert not any(reads_time(node) for node in ast.walk(module(source).tree))
