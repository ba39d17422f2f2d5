"""The real command in a process of its own, with what it printed, how long it took and how much memory it had."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CAREFUL = {"PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str
    seconds: float  # of processor time, the start of Python included: a busy machine fails no test
    megabytes: float

    @property
    def text(self):
        return self.out + self.err


def envagin(*words, language="en"):
    """Run `envagin` in the project's folder."""
    with tempfile.TemporaryDirectory() as folder:
        out, err, peak = (Path(folder, name) for name in ("out", "err", "peak"))
        for file in (out, err, peak):
            file.touch()
        forks, starting = _forks()
        asked = {"words": list(map(os.fsdecode, words)), "out": str(out), "err": str(err), "peak": str(peak),
                 "environment": {**os.environ, **CAREFUL, "ENVAGIN_LANGUAGE": language}}
        print(json.dumps(asked), file=forks.stdin, flush=True)
        told = json.loads(forks.stdout.readline())
        return Ran(told["status"], out.read_bytes().decode("utf-8"), err.read_bytes().decode("utf-8"),
                   starting + told["seconds"], int(peak.read_text()) / 1024)


@cache
def _forks():
    """The process that all commands of this test process are forked from, and what its start cost; it ends with us."""
    forks = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.forks"], cwd=ROOT, env={**os.environ, **CAREFUL}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    return forks, json.loads(forks.stdout.readline())["seconds"]
