"""What the search knows of Swedish and English beside the catalogue's own words, read from language.yaml."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from directory.search.text import fold, stem
from directory.search.text import words as words_in

SETS = ("stop", "negations", "filler", "years", "months", "school_years", "beside", "between")
FILE = Path(__file__).with_name("language.yaml")


@dataclass(frozen=True, slots=True)
class Language:
    """Folded words. `beside` may stand around a phrase and `between` within it without saying something else.

    `ages` gives years by a word that is an age in itself, `numbers` the number that a word means.

    `levels` are those of the rules, `full` what an abbreviation stands for. `alike` gives by stem the stems of words
    that stand for it, `means` of words that it means without standing for them, `sayings` the word that a query means
    which ends so. `others` are more words that compounds are made of,
    `spoken` how a word that is written as it is said is spelt.
    """

    stop: frozenset[str]
    negations: frozenset[str]
    filler: frozenset[str]
    beside: frozenset[str]
    between: frozenset[str]
    filler_stems: frozenset[str]
    numbers: Mapping[str, int]
    years: frozenset[str]
    months: frozenset[str]
    school_years: frozenset[str]
    ages: Mapping[str, int]
    levels: Mapping[str, str]
    full: Mapping[str, tuple[str, ...]]
    alike: Mapping[str, tuple[str, ...]]
    means: Mapping[str, tuple[str, ...]]
    others: frozenset[str]
    spoken: Mapping[str, str]
    sayings: Mapping[tuple[str, ...], str]


@cache
def language():
    """The one language file."""
    said = yaml.load(FILE.read_text("utf-8"), yaml.CBaseLoader)  # every word a text: "no" and "on" too
    sets = {name: frozenset(map(fold, said[name])) for name in SETS}
    return Language(
        filler_stems=frozenset(map(stem, sets["filler"])),
        numbers={fold(word): number for number, words in enumerate(said["numbers"]) for word in words},
        ages={fold(word): int(years) for years, words in said["ages"].items() for word in words},
        levels={fold(word): level for level, words in said["levels"].items() for word in words},
        full={fold(short): words_in(long) for short, long in said["full"].items()},
        sayings=dict(zip(map(words_in, said["sayings"]), map(fold, said["sayings"].values()), strict=True)),
        spoken=dict(zip(map(fold, said["spoken"]), map(fold, said["spoken"].values()), strict=True)),
        alike=_alike(said["alike"]), means=_means(said["means"]),
        others=sets["filler"].union(fold(word) for group in said["alike"] for word in group), **sets)


def _means(lines):
    """By the stem of an everyday word, the stems of the words that it means."""
    found = defaultdict(dict)
    for meant, everyday in lines.items():
        for word in everyday:
            found[stem(fold(word))][stem(fold(meant))] = None
    return {one: tuple(meant) for one, meant in found.items()}


def _alike(groups):
    """By stem, the stems of the other words of its groups."""
    found = defaultdict(dict)
    for group in groups:
        stems = [stem(fold(word)) for word in group]
        for one in stems:
            found[one] |= {other: None for other in stems if other != one}
    return {one: tuple(others) for one, others in found.items()}
