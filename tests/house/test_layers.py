"""The picture of who may import whom: the contracts of setup.cfg, kept by import-linter."""

import subprocess
import sys
from pathlib import Path

from tests.house.project_files import ROOT

LINTER = [str(Path(sys.executable).with_name("lint-imports")), "--config", "setup.cfg", "--no-cache", "--no-logo"]


def test_imports_keep_to_the_contracts():
    run = subprocess.run(LINTER, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout
