"""What a family's answers say together, whatever the questions are.

A case takes the highest level and urgency that any answer gives, every flag and fact that any answer sets, and the
needs and ages that all answers leave: so no answer takes back what another one said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from directory.ages import Ages
from directory.rules.model import LEVEL, NEED, UNKNOWN, Inputs

UNTOLD = -1  # the place of an input's value that no answer has given


@dataclass(frozen=True, slots=True)
class Told:
    """The needs and ages that are left, and for each input the place of its value among all its values, or UNTOLD."""

    needs: tuple[str, ...]
    ages: Ages
    places: tuple[int, ...]


@dataclass(frozen=True)
class Teller:
    """Puts answers together.

    :param known: inputs that something else than an answer sets, such as the time of day, and their values
    """

    inputs: Inputs
    known: Mapping[str, str]

    @cached_property
    def names(self):
        """The inputs but need and age, in the order of `Told.places`."""
        return tuple(name for name in self.inputs.values if name != NEED)

    @cached_property
    def start(self):
        """What is told before the first answer."""
        places = tuple(self.place(name, self.known[name]) if name in self.known else UNTOLD for name in self.names)
        return Told(self.inputs.values[NEED], self.inputs.ages, places)

    def place(self, name, value):
        """Where a value stands among those of an input."""
        return self.inputs.values[name].index(value)

    def after(self, told, question, option):
        """What is told when a question has been answered too; nothing new where it does not concern the case."""
        if not is_asked_of(question, told):
            return told
        places = list(told.places)
        for name, value in option.sets.items():
            at = self.names.index(name)
            places[at] = max(places[at], self.place(name, value))
        needs = tuple(need for need in option.needs if need in told.needs)
        ages = told.ages.common(option.ages) if option.ages else None
        return Told(needs or told.needs, ages or told.ages, tuple(places))

    def values(self, told):
        """The value of each input as a case has it: what is untold has its default, an untold level is unknown."""
        return {name: self.inputs.values[name][place] if place != UNTOLD
                else UNKNOWN if name == LEVEL else self.inputs.default(name)
                for name, place in zip(self.names, told.places, strict=True)}


def is_asked_of(question, told):
    """Whether a question concerns all that has been told."""
    needs, ages = question.when.values.get(NEED), question.when.ages
    return (ages is None or told.ages.within(ages)) and (needs is None or needs.issuperset(told.needs))


def option_of(question, given):
    """The option that was chosen, or None where none was, or none that the question has.

    :param given: ids of options by id of question
    """
    return next((option for option in question.options if option.id == given.get(question.id)), None)
