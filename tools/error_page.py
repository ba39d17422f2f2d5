"""What the page of every error says, asked of the checks themselves: `python -m tools.guide` writes it."""

import importlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.i18n import translator
from directory.rules import as_text
from directory.rules.verify import EVERY_CHECK
from tools.manuals import examples_of, verdict_on

CHECKS = Path(__file__).resolve().parents[1] / "directory" / "rules" / "checks"
SWEDISH = translator("sv")
_SENTENCE = r"(?P<key>\b(?:because|name|title|text|confirmed_by): )(?P<sentence>[^,}\]\n]+)"


@dataclass(frozen=True, slots=True)
class CheckPart:
    """What the page says of a check: hand-written `words`, `bad` and `good` files, what is `said` of the bad.

    `more` are further lines that it refuses, each with what is said of it.
    """

    name: str
    words: dict
    bad: dict
    said: str
    good: dict
    more: tuple


def check_parts(words, phrases, more):
    """A part for each check, in the order in which findings are told.

    :param words: what is said by hand of each check, as in checks.yaml
    :param phrases: the words of the examples in Swedish, as in phrases.yaml
    :param more: further lines that each check refuses, as in more.yaml
    :raises KeyError: a check, a sentence or a file has no Swedish, or a text has no check
    """
    differing = words.keys() ^ set(EVERY_CHECK) | more["lines"].keys() - set(EVERY_CHECK)
    if differing:
        raise KeyError(f"the checks and what is said of them by hand differ: {', '.join(sorted(differing))}")
    examples = {name: examples_of(manual) for name, manual in manuals().items()}
    return [_part(name, words[name], phrases, examples=examples[name], more=refused_lines(name, more))
            for name in EVERY_CHECK]


def _part(name, words, phrases, *, examples, more):
    shown = {kind: in_swedish(files, phrases) for kind, files in examples.items()}
    bad = shown.get("Bad", {})
    return CheckPart(name, words, bad, said_of(bad, name) if bad else "", shown["Good"], tuple(more))


def refused_lines(check, more):
    """Pairs of a line that a check refuses at the end of the overlay, and what it says of it first."""
    for line in more["lines"].get(check, ()):
        files = {"landet.yaml": more["base"], "vast.yaml": f"{more['overlay']}{line}\n"}
        yield line, said_of(files, check, show=_first_message)


def _first_message(verdict):
    first = verdict.findings[0]
    return f"{first.message.text(SWEDISH)} {first.hint.text(SWEDISH)}"


def _as_printed(verdict):
    """What `envagin rules verify` prints, without the figures at its end."""
    return as_text(verdict, SWEDISH).partition("\n\n")[0]


def said_of(files, check, *, show=_as_printed):
    """What is shown of the verdict on an example, of one check's findings alone, with the names of its files.

    :raises ValueError: the check finds nothing
    """
    with TemporaryDirectory() as folder:
        verdict = verdict_on(files, Path(folder))
    found = tuple(one for one in verdict.findings if one.check == check)
    if not found:
        raise ValueError(f"{check} finds nothing in {files}")
    return show(replace(verdict, findings=found)).replace(folder + os.sep, "")


def manuals():
    """The docstring of each check by the check's name."""
    modules = [importlib.import_module(f"directory.rules.checks.{path.stem}") for path in CHECKS.glob("[!_]*.py")]
    return {module.NAME: module.__doc__ for module in modules}


def in_swedish(files, phrases):
    """The files of an example with their names, ids and sentences in Swedish."""
    ids = "|".join(re.escape(word) for word in sorted(phrases["words"], key=len, reverse=True))
    pattern = re.compile(rf"{_SENTENCE}|(?<![\w-])(?P<word>{ids})(?![\w-])")

    def said(found):
        if found["word"]:
            return phrases["words"][found["word"]]
        return found["key"] + phrases["sentences"][found["sentence"]]

    return {phrases["files"][name]: pattern.sub(said, text) for name, text in files.items()}


def limits(places):
    """Each limit as its number and what it counts.

    :param places: module and name of the constant → what it counts, as in limits.yaml
    """
    for place, text in places.items():
        module, _, name = place.rpartition(".")
        yield f"{getattr(importlib.import_module(module), name):,}".replace(",", "\xa0"), text
