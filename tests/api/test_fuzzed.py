"""schemathesis finds nothing: what the description allows is taken, what it does not is refused, and nothing breaks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors import CASE
from tests.serving import on_a_port

# Of each address, beside what it tries of every field; `make check` takes the greater number.
EXAMPLES = 10 if os.environ.get("FULL_MATRIX") else 4
SEED = 1
CONFIG = Path(__file__).with_name("schemathesis.toml")
PROGRAM = Path(sys.executable).with_name("schemathesis")


@pytest.fixture
def kept_site(service):
    """The address of a service that keeps receipts."""
    with on_a_port(service.app) as address:
        yield address


@pytest.fixture
def configured(service, tmp_path):
    """The options of schemathesis, with the code of a receipt to take steps with, and its desk's key."""
    code = service.post("/receipts", {**CASE, "area": "hudiksvall", "to": "bup"}).get_json()["code"]
    parameters = f'[parameters]\n"path.code" = "{code}"\n'
    (tmp_path / CONFIG.name).write_text(f"{CONFIG.read_text('utf-8')}\n{parameters}", "utf-8")
    return ["--config-file", tmp_path / CONFIG.name], ["--header", f"Authorization: Bearer {service.keys['bup']}"]


def test_schemathesis_finds_nothing(kept_site, configured, tmp_path):
    config, key = configured
    run = subprocess.run(
        [PROGRAM, *config, "run", f"{kept_site}/api/v1/openapi.json", *key, "--checks", "all", "--seed", str(SEED),
         "--max-examples", str(EXAMPLES), "--generation-database", "none", "--no-color"],
        cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout[-10_000:] + run.stderr
    assert "No issues found" in run.stdout, run.stdout[-3_000:]
