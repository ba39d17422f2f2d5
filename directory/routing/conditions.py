"""The conditions of a rule in the words that people read, one matter at a time."""

from directory.findings import say
from directory.i18n import translator
from directory.routing.words import Words
from directory.rules.model import LEVEL, When


def levels_of(when: When, words: Words, *, levels):
    """The levels that fit, in their order; empty where the condition does not ask.

    :param levels: every level in order
    """
    allowed = when.values.get(LEVEL, frozenset())
    return tuple(words.value(LEVEL, level) for level in levels if level in allowed)


def ages_of(when: When, words: Words):
    """The ages that fit; empty where the condition does not ask."""
    return words.ages(when.ages) if when.ages else ""


def conditions(when: When, words: Words, *, values, prefix=""):
    """A line for each other input whose name begins with `prefix`: `The school has tried support: no or not known`.

    :param values: every value of each input in order
    """
    either = say("or").text(translator(words.language))
    lines = []
    for name, known in values.items():
        if name in when.values and name.startswith(prefix):
            fitting = [words.value(name, value) for value in known if value in when.values[name]]
            lines.append(f"{words.input(name)}: {f' {either} '.join(fitting)}")
    return tuple(lines)
