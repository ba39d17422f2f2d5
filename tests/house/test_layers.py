"""The picture of who may import whom: the contracts of setup.cfg, kept by import-linter."""

import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

from tests.house.project_files import ROOT

LINTER = [str(Path(sys.executable).with_name("lint-imports")), "--config", "setup.cfg", "--no-cache", "--no-logo"]


def test_imports_keep_to_the_contracts():
    run = subprocess.run(LINTER, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


def test_contributing_draws_the_storeys_that_the_contract_holds():
    contracts = ConfigParser()
    contracts.read(ROOT / "setup.cfg", "utf-8")
    rooms = set(re.findall(r"\w+", contracts["importlinter:contract:storeys"]["layers"]))
    free = set(re.findall(r"-> directory\.(\w+)", contracts["importlinter:contract:pure-rules"]["ignore_imports"]))
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    drawn = set(re.findall(r"\w+", text.split("```")[1]))
    allowed = set(re.findall(r"`(\w+)`", text.partition("of ours it may use ")[2].partition(" alone")[0]))

    assert rooms - {"__main__"} <= drawn
    assert allowed == free
