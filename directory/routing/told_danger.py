"""Answers that mean danger. They hold until they are changed themselves, whatever it is said to be about since: who
changes that does not take back that they think of dying.
"""

from dataclasses import dataclass

from directory.rules import Interview
from directory.rules.model import ACUTE, Option, Question
from directory.rules.told import option_of


@dataclass(frozen=True, slots=True)
class Danger:
    """The answers that mean danger: the `present`, and the `held`, which were told of something else than it is said to
    be about now. False: there is none.
    """

    present: tuple[Option, ...]
    held: tuple[tuple[Question, Option], ...]

    def __bool__(self):
        return bool(self.present or self.held)

    @property
    def need(self):
        """The need of the held danger; None where there is none, or what it is about now is a danger too."""
        return self.held[0][1].needs[0] if self.held and not any(one.needs for one in self.present) else None

    def leaves_open(self, question):
        """Whether a question on needs can still change whom to call."""
        can_matter = not self.held or any(one.danger for one in question.options)
        return can_matter and all(map(_says_how_urgent_alone, self.present))


def _says_how_urgent_alone(option):
    """Whether an answer says that there is danger and not which: whom to call then hangs on what it is about."""
    return not option.needs and set(option.sets) == {ACUTE}


def danger_of(interview: Interview, given):
    """What answers say of danger.

    :param given: ids of options by id of question
    """
    left = set(interview.told(given).needs)
    chosen = ((one, option_of(one, given)) for one in interview.ruleset.base.questions)
    held = tuple((question, option) for question, option in chosen
                 if option and option.danger and option.needs and not left.issubset(option.needs))
    present = tuple(pair[1] for pair in interview.answered(given) if pair[1].danger and pair not in held)
    return Danger(present, held)


def answered(interview: Interview, given):
    """The answers that say something of the case or mean danger, as `Interview.answered`."""
    found = {one.id: (one, option) for one, option in (*interview.answered(given), *danger_of(interview, given).held)}
    return tuple(found[one.id] for one in interview.ruleset.base.questions if one.id in found)
