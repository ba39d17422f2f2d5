"""`GET /api/v1/search`: whom to contact, in people's own words. Nothing of a query is kept or logged."""

from dataclasses import dataclass
from typing import Annotated

import orjson
from flask import g

from directory import clock
from directory.ages import NotAnAge, parse_age, show_age
from directory.api.answers import answer
from directory.api.parameters import Choice, Count, Parameter, Wrong
from directory.api.v1.operations import Operation, operation
from directory.api.v1.reader import Named
from directory.editions import Memory
from directory.findings import say
from directory.i18n import pick, translator
from directory.routing import LONGEST_KEPT, MOST_KEPT, search
from directory.rules.spelling import show
from directory.search import KINDS, read_query

TAG = "Search"
MOST, HITS = 100, 10
_WRITTEN = Memory(MOST_KEPT)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found, and why."""

    id: str
    kind: str
    name: str
    score: Annotated[float, "Higher is better; to compare within one answer only."]
    why: str
    units: Annotated[tuple[str, ...], "The ids of its units in the area that was asked about."]


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words were taken to say beside what is looked for."""

    area: str | None
    age: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `sure` false: nothing certain; then there are no hits but other words and groups of needs."""

    qid: None
    query: str
    sure: bool
    hits: tuple[Hit, ...]
    spellings: Annotated[tuple[str, ...], "Words that may have been meant."]
    groups: Annotated[tuple[Named, ...], "The groups of needs to choose among."]
    understood: Understood
    edition: str


@dataclass(frozen=True, slots=True)
class Age(Parameter):
    """An age written 9 or 9y6m."""

    def read(self, text, edition):
        try:
            return show_age(parse_age(text))
        except NotAnAge:
            raise Wrong(say("%(value)s is not an age.", value=show(text)), say("Write the age as 9 or 9y6m.")) from None

    def schema(self, edition):
        return {"type": "string", "pattern": "^(?:[0-9]|[1-9][0-9]|1[01][0-9])(?:y(?:[0-9]|1[01])m)?$"}


def _choice(name, about):
    return Choice(name, about, known=lambda edition: getattr(edition.index.choices, name))


PARAMETERS = (
    Parameter("q", "What one looks for, in one's own words.", required=True),
    _choice("area", "Where; without it what the words say."),
    Choice("kind", "Hits of one kind.", known=lambda _: KINDS),
    _choice("organization", "Hits that an owner answers for."),
    _choice("level", "Hits of a level."),
    Age("age", "The age of the child, 9 or 9y6m; without it what the words say."),
    _choice("need", "What the child needs; without it what the words say."),
    _choice("access", "Hits with a way in."),
    Count("limit", "How many hits at most.", HITS, most=MOST),
)


@operation("search", Operation("GET", "/search", TAG, "Whom to contact, in people's own words.", Answer, PARAMETERS))
def find(asked):
    language = asked["language"]
    values = {name: str(value) for name, value in asked.items() if value is not None}
    query = read_query(values, choices=g.edition.index.choices, language=language)
    return answer(_written(query, clock.today()), language=language)


def _written(query, day):
    """The answer to a query as JSON. That to a short one is kept in memory, for many ask for the same few words."""
    def write():
        return orjson.dumps(_shown(query, search(g.edition, query, day=day)))

    return write() if len(query.words) > LONGEST_KEPT else _WRITTEN.of(g.edition, (query, day), write)


def _shown(query, found):
    language, groups = query.language, g.edition.catalogue.groups
    translate, read = translator(language), found.understood
    hits = tuple(Hit(one.id, one.kind, pick(one.name, language), one.score,
                     " ".join(why.text(translate) for why in one.why), one.units) for one in found.hits)
    return Answer(None, query.words, found.sure, hits, found.spellings,
                  tuple(Named(one, pick(groups[one].name, language)) for one in found.groups),
                  Understood(read.area, None if read.months is None else show_age(read.months)), g.edition.id)
