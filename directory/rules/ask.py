"""The next question to a family: the first whose answer can still change who receives the case, and none that cannot.

What a question means stands in the layer `questions`; nothing is asked here that a rule file does not ask.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from directory.ages import Ages
from directory.rules.case import Case
from directory.rules.decide import Ruleset
from directory.rules.model import LEVEL
from directory.rules.told import UNTOLD, Teller, is_asked_of, option_of
from directory.rules.worth_asking import Search


@dataclass(frozen=True, eq=False)
class Interview:
    """The questions of a ruleset, put to somebody in one area. `given` are ids of options by id of question.

    Ids that do not exist, and answers to questions that do not concern the case, say nothing.

    :param known: inputs that something else than an answer sets, such as the time of day, and their values
    """

    ruleset: Ruleset
    area: str
    day: date
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def _inputs(self):
        inputs = self.ruleset.base.inputs
        assert inputs is not None  # an area was compiled, so the nation could be read
        return inputs

    @cached_property
    def _teller(self):
        return Teller(self._inputs, self.known)

    def _search(self, given):
        return Search(self.ruleset.areas[self.area], self.day, self._teller, self.ruleset.base.questions, given)

    def next_question(self, given):
        """The first question, not answered yet, whose answer can change the receiver or holder; None: there is none."""
        told, search = self._teller.start, self._search(given)
        if search.is_settled():  # as at the end of every way: one walk, where each question would take one
            return None
        for question in self.ruleset.base.questions:
            option = option_of(question, given)
            if option:
                told = self._teller.after(told, question, option)
            elif is_asked_of(question, told) and search.can_change(question):
                return question
        return None

    def is_settled(self, given):
        """Whether no answer can change the receiver any more; sooner not than wrong."""
        return self._search(given).is_settled()

    def answered(self, given):
        """The answers that say something of the case: pairs of question and option, in the order of the questions."""
        return [(question, option) for question, option, _ in self._steps(given)]

    def told(self, given):
        """What the answers say together."""
        told = self._teller.start
        for _, _, told in self._steps(given):
            pass
        return told

    def _steps(self, given):
        """Each answer that concerns the case, with what has been told after it."""
        told = self._teller.start
        for question in self.ruleset.base.questions:
            option = option_of(question, given)
            if option and is_asked_of(question, told):
                told = self._teller.after(told, question, option)
                yield question, option, told

    def case(self, given, asker):
        """The case that the answers make, when `next_question` has no more to ask.

        A level that no answer could change any more is the mildest; the age is unknown where the answers leave ages
        open that different units receive.

        :param asker: who asks, a value of `from`
        """
        told = self._with_mildest_level(self.told(given), given)
        told = replace(told, needs=told.needs[:1])
        youngest = replace(told, ages=Ages(told.ages.first, told.ages.first))
        is_known = told.ages != self._inputs.ages
        search = self._search(given)
        ages_agree = is_known and search.receivers(youngest) == search.receivers(told)
        return Case(self.area, told.needs[0], told.ages.first if ages_agree else None, self._teller.values(told), asker,
                    self.day)

    def _with_mildest_level(self, told, given):
        """The same with a level, where only questions that were not worth asking would have given one."""
        at = self._teller.names.index(LEVEL)
        skipped = [question for question in self.ruleset.base.questions
                   if question.id not in given and is_asked_of(question, told)]
        levels = [self._teller.place(LEVEL, option.sets[LEVEL])
                  for question in skipped for option in question.options if LEVEL in option.sets]
        if told.places[at] != UNTOLD or not levels:
            return told
        return replace(told, places=(*told.places[:at], min(levels), *told.places[at + 1:]))
