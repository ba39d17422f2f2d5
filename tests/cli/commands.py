"""The real command in a process of its own, with what it printed, how long it took and how much memory it had."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What the kernel adds up for a child counts the memory of the tests themselves in; the peak of the child's own is here.
LAUNCHER = f"""
import os, runpy
os.chdir({str(ROOT)!r})
try:
    runpy.run_module('directory')
finally:
    with open('/proc/self/status') as status, open(3, 'w') as told:
        told.write(next(line.split()[1] for line in status if line.startswith('VmHWM:')))
"""


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str
    seconds: float  # of processor time: a busy machine fails no test
    megabytes: float

    @property
    def text(self):
        return self.out + self.err


def envagin(*words, language="en"):
    """Run `envagin` in the project's folder."""
    environment = {**os.environ, "ENVAGIN_LANGUAGE": language, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as peak:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", LAUNCHER, *map(os.fspath, words)],
            environment,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, file.fileno(), number) for number, file in ((1, out), (2, err), (3, peak))
            ],
        )
        _, status, used = os.wait4(child, 0)  # the child's own use, not that of all children so far
        return Ran(
            os.waitstatus_to_exitcode(status),
            _read(out),
            _read(err),
            used.ru_utime + used.ru_stime,
            int(_read(peak)) / 1024,
        )


def _read(file):
    file.seek(0)
    return file.read().decode("utf-8")
