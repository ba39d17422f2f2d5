"""Carries out a page that shows files to write, changes to make and commands to run, with what each answers."""

import os
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SWEDISH = {**os.environ, "ENVAGIN_LANGUAGE": "sv", "PYTHONIOENCODING": "utf-8"}


def carry_out(page, folder):
    """Write the files of a page, make its changes, run its commands, in order: pairs of what is shown and what came."""
    for kind, text in BLOCK.findall(page):
        if kind == "console":
            yield from ((shown, run(command, folder)) for command, shown in commands_of(text))
        elif text.startswith("# fil: "):
            head, _, rest = text.partition("\n")
            write(folder / head.removeprefix("# fil: "), text if kind == "yaml" else rest, is_change=kind == "diff")


def commands_of(text):
    """Each command of a block with what is shown below it."""
    return re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


def run(command, folder):
    words = shlex.split(command)
    if words[0] == ".venv/bin/envagin":
        words[:1] = [sys.executable, "-m", "directory"]
    return subprocess.run(words, cwd=folder, env=SWEDISH, capture_output=True, text=True, check=False).stdout


def write(path, text, *, is_change):
    if is_change:
        old, new = (re.search(rf"^\{sign}(.*)", text, re.MULTILINE)[1] for sign in "-+")
        before = path.read_text("utf-8")
        assert before.count(old) == 1
        text = before.replace(old, new)
    path.write_text(text, "utf-8")


def is_as_shown(shown, came):
    """Whether an output is the one shown, where `…` stands for anything."""
    return re.fullmatch(".*?".join(map(re.escape, shown.strip().split("…"))), came.strip(), re.DOTALL) is not None
