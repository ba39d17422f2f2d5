"""What is published of returned referrals, as pages read it: from memory, since what is published changes no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

from directory import journal
from directory.db import Database
from directory.editions import Edition

MOST_QUARTERS = 8  # that are told of
_PUBLISHED: WeakKeyDictionary[Database, dict[str, Any]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class State:
    """The quarters that are published, latest first; the one that is shown, its day; the one that runs. `stands_in`:
    it is shown in place of one that is not published.
    """

    quarters: tuple[str, ...]
    quarter: str
    day: str
    running: str
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class RuleReturns:
    """In a quarter and an area, how often what each rule answered came back."""

    quarter: str
    area: str
    by_rule: Mapping[str, journal.Listed]


NEVER = State((), "", "", "")  # the database is away
NO_RETURNS = RuleReturns("", "", {})


def state_of(asked, *, day: date):
    """What is published, and what is stored of it by quarter.

    :param asked: the quarter that an address names; the latest where it names none that is published
    """
    database, running = _database(), journal.quarter_of(day)
    try:
        with database.transaction() as session:
            days = {one.quarter: one.day for one in journal.published_quarters(session)[:MOST_QUARTERS]}
            published = {one: _stored(database, session, one) for one in days}
    except SQLAlchemyError:
        return NEVER, {}
    quarter = asked if asked in days else next(iter(days), "")
    published_on = days[quarter].isoformat() if quarter else ""
    return State(tuple(days), quarter, published_on, running, stands_in=asked not in ("", quarter)), published


def returns_of_rules(edition: Edition, area, *, day: date):
    """What is told of rules in the latest quarter, in the region that an area lies in, or in the nation."""
    state, published = state_of("", day=day)
    if not state.quarter:
        return NO_RETURNS
    *_, region = edition.catalogue.areas_above(area)[:-1] or [area]
    figures = journal.figures_of(published[state.quarter], region)
    return RuleReturns(state.quarter, region, {one.one: one for one in figures.rules})


def _stored(database, session, quarter):
    kept = _PUBLISHED.setdefault(database, {})
    if quarter not in kept:
        kept[quarter] = journal.sums_published(session, quarter)
    return kept[quarter]


def _database():
    return current_app.extensions["database"]
