"""`docs/api.md` names every address and every code of a problem, and none that is not there."""

import re

from directory.api.problems import TITLES
from directory.api.v1 import OPERATIONS
from tests.house.project_files import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")


def test_every_code_of_a_problem_is_explained_and_no_other():
    rows = re.findall(r"^\| \d+ \| (.+?) \|", PAGE, re.MULTILINE)

    assert {code for row in rows for code in re.findall(r"`(\w+)`", row)} == set(TITLES)


def test_every_address_is_named_and_no_other():
    table = PAGE[PAGE.index("| address |"):PAGE.index("Each list has")]
    named = {path.removeprefix("/api/v1") for path in re.findall(r"(/[\w./]+)[`?]", table)}

    assert named == {one.path for one in OPERATIONS.values() if "<" not in one.path}
