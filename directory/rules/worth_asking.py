"""Whether the answer to a question can still change who receives a case, whatever else is answered: exactly that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import count

from directory.rules.decide import NotDecided, find, first_months
from directory.rules.model import LEVEL, UNKNOWN, When
from directory.rules.tables import Area
from directory.rules.told import UNTOLD, Teller, option_of

MOST_STEPS = 10_000  # of one search; our own questions take below 1,000, and no family waits for millions


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can come of what is told: every `receivers` with its holder, perhaps one too many, and `asked` the inputs
    that the tables on the way ask for."""

    receivers: frozenset[tuple[str, str]]
    asked: frozenset[str]


@dataclass(frozen=True, eq=False)
class Search:
    """The walk through every way of answering what `given` leaves open, in one area on one day."""

    area: Area
    day: date
    teller: Teller
    questions: tuple
    given: Mapping[str, str]

    def can_change(self, question):
        """Whether two answers to a question, all other answers being equal, lead to different receivers.

        Passed over are ways that come to the same thing as one before, and those where every case that can still come
        of them has one and the same receiver. Past MOST_STEPS a question is rather asked in
        vain than searched on.
        """
        at = self.questions.index(question)
        open_, seen = [(0, (self.teller.start,) * len(question.options))], set()
        while open_:
            index, states = open_.pop()
            if next(self._steps) > MOST_STEPS:
                return True
            if index == len(self.questions):
                if len({self.receiver(told) for told in states}) > 1:
                    return True
                continue
            for after in self._after(self.questions[index], question, states):
                one = index + 1, tuple(map(self._without_idle, after))
                if one not in seen and (index < at or len(set(one[1])) > 1) and self._is_open(one[1]):
                    open_.append(one)
                seen.add(one)
        return False

    def is_settled(self):
        """Whether every way of answering what is open leads to one receiver; past MOST_STEPS rather not."""
        open_, seen, found = [(0, self.teller.start)], set(), set()
        while open_ and len(found) < 2:
            index, told = open_.pop()
            if next(self._steps) > MOST_STEPS:
                return False
            ahead = self._outlook(told).receivers
            if len(ahead) == 1:
                found |= ahead
            elif index == len(self.questions):
                found.add(self.receiver(told))
            else:
                after = {(index + 1, self._without_idle(one)) for one in self._answered(self.questions[index], told)}
                open_ += after - seen
                seen |= after
        return len(found) < 2

    def _answered(self, question, told):
        """The states after one question: of the option that is given, else of each."""
        option = option_of(question, self.given)
        return (self.teller.after(told, question, one) for one in ((option,) if option else question.options))

    @cached_property
    def _steps(self):
        return count()

    def _after(self, here, question, states):
        """The states after one question: its own option each for the one in doubt, else the same answer for all."""
        if here is question:
            yield tuple(self.teller.after(told, here, option)
                        for told, option in zip(states, here.options, strict=True))
            return
        option = option_of(here, self.given)
        for one in (option,) if option else here.options:
            yield tuple(self.teller.after(told, here, one) for told in states)

    def _is_open(self, states):
        return len(frozenset().union(*(self._outlook(told).receivers for told in states))) > 1

    def _without_idle(self, told):
        """The same without what no table on the way asks for: it can change nothing any more."""
        asked = self._outlook(told).asked
        return replace(told, places=tuple(place if name in asked else UNTOLD
                                          for name, place in zip(self.teller.names, told.places, strict=True)))

    def _outlook(self, told):
        """What can come of what is told; of several needs only as much as shows that they are not of one receiver."""
        if told not in self._outlooks:
            when, receivers, asked = self._reachable(told), set(), set()
            several = len(told.needs) > 1
            for need in told.needs:
                for table in self._tables(need):
                    part = table.grid.mask(when) & table.grid.touching(told.ages) & table.universe
                    if part:
                        asked.update(table.grid.axes)
                        receivers.update((row.rule.to, row.holder) for row in table.rows if row.mask & part)
                if several and len(receivers) > 1:
                    break
            self._outlooks[told] = Outlook(frozenset(receivers),
                                           self._named(told.needs) if several else frozenset(asked))
        return self._outlooks[told]

    def _named(self, needs):
        """The inputs that any table of some needs asks for."""
        if needs not in self._names:
            self._names[needs] = frozenset(name for need in needs for table in self._tables(need)
                                           for name in table.grid.axes)
        return self._names[needs]

    @cached_property
    def _names(self):
        return {}

    @cached_property
    def _outlooks(self):
        return {}

    def _reachable(self, told):
        """The condition that holds every value that an input may still get, also those that no way of answering joins.
        """
        values = {}
        for name, place in zip(self.teller.names, told.places, strict=True):
            every = self.teller.inputs.values[name]
            untold = place == UNTOLD and name == LEVEL
            places = {max(place, other, 0) for other in {place, *self._settable[name]}}
            values[name] = frozenset(every if untold else (every[one] for one in places))
        return When(values)

    @cached_property
    def _settable(self):
        """For each input the places that an answer, given or still open, may set."""
        found = {name: set() for name in self.teller.names}
        for question in self.questions:
            option = option_of(question, self.given)
            for one in (option,) if option else question.options:
                for name, value in one.sets.items():
                    found[name].add(self.teller.place(name, value))
        return found

    def _tables(self, need):
        """The tables of a need that any case reaches."""
        return [table for table in self.area.span(need, self.day).tables.values() if table.universe]

    def receiver(self, told):
        """The one receiver, with its holder, of what has been told; None where what is untold leaves it open."""
        found = self.receivers(told)
        return next(iter(found)) if len(found) == 1 else None

    def receivers(self, told):
        """Every receiver, with its holder, that what has been told may have; a level that is untold may be any.

        :raises NotDecided: the rules are not exact
        """
        if told not in self._received:
            values = self.teller.values(told)
            levels = self.teller.inputs.values[LEVEL] if values[LEVEL] == UNKNOWN else (values[LEVEL],)
            self._received[told] = frozenset(
                self._receiver(need, months, {**values, LEVEL: level})
                for need in told.needs for months in self._months(need, told.ages) for level in levels)
        return self._received[told]

    @cached_property
    def _received(self):
        return {}

    def _receiver(self, need, months, values):
        found = find(self.area, need, months, values, self.day)
        if found is None:
            raise NotDecided((self.area.id, need, months, values))
        return found[1].rule.to, found[1].holder

    def _months(self, need, ages):
        """A month of each stretch of ages that the tables of a need tell apart inside `ages`."""
        return sorted({ages.first, *(first for first in first_months(self.area, need, self.day) if first in ages)})
