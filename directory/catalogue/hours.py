"""Whether a unit or a number is open: its schedules, the Swedish calendar and a moment → open, closed or not known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain

from directory.catalogue.holidays import is_holiday
from directory.catalogue.records import DAYS, END_OF_DAY, ONLY, OPEN_TOO, PUBLIC
from directory.clock import HOME

DAYS_AHEAD = 35  # that are looked through for a change; the longest break of weekly hours is three weeks, at Christmas
A_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Opening:
    """`open` is None where it is not known. `until`, in Swedish time: when that changes, None where no change is known
    within `DAYS_AHEAD`, such as where it is always open."""

    open: bool | None
    until: datetime | None = None


NOT_KNOWN, CLOSED_WITHOUT_HOURS = Opening(None), Opening(False)


def opening_of(unit, moment: datetime):
    """Whether a unit is open, by its own schedules; without any, whether one of its numbers for the public answers.

    :param moment: with its time zone
    """
    numbers = [phone.schedules for phone in unit.phones if phone.audience == PUBLIC]
    hours = [unit.schedules] if unit.schedules else numbers
    found = open_at(chain(*hours), moment, first=unit.opens_on, last=unit.closes_on)
    there = _holds(moment.astimezone(HOME).date(), unit.opens_on, unit.closes_on)
    return NOT_KNOWN if there and found.open is False and not all(hours) else found


def open_at(schedules, moment: datetime, *, first: date | None = None, last: date | None = None):
    """Whether some schedules, which may overlap, are open; without any it is not known.

    :param moment: with its time zone
    :param first: the first day on which they hold; before, it is closed
    :param last: the last day on which they hold, up to its midnight
    """
    return _opening(tuple(schedules), moment.astimezone(UTC).replace(second=0, microsecond=0), first, last)


@lru_cache(2_048)  # a page asks the same of many units within a minute
def _opening(schedules, minute, first, last):
    today = minute.astimezone(HOME).date()
    if not schedules:
        return NOT_KNOWN if _holds(today, first, last) else CLOSED_WITHOUT_HOURS
    days = [today + A_DAY * ahead for ahead in range(-1, DAYS_AHEAD + 1)]
    spans = _spans(schedules, [day for day in days if _holds(day, first, last)])
    if last and last < days[-1]:  # one that is further off ends nothing here, and may be the last of the calendar
        spans = _cut(spans, _moment(last, END_OF_DAY))
    if not any(start <= minute < end for start, end in spans):
        return Opening(False, next((start.astimezone(HOME) for start, _ in spans if start > minute), None))
    end = _end_of(spans, minute)
    return Opening(True, end.astimezone(HOME) if end < _moment(days[-1], "00:00") else None)


def _spans(schedules, days):
    """From when to when it is open, in UTC and in order; they may overlap. What the clock leaps over is no time."""
    found = (_span(one, day) for day in days for one in schedules if _is_on(one, day))
    return sorted((start, end) for start, end in found if start < end)


def _cut(spans, end):
    return [(start, min(stop, end)) for start, stop in spans]


def _end_of(spans, minute):
    """When the spans that follow each other from a minute on come to an end."""
    until = minute
    for start, end in spans:
        if start <= until:
            until = max(until, end)
    return until


def _holds(day, first, last):
    return (first is None or first <= day) and (last is None or day <= last)


def _is_on(schedule, day):
    if DAYS[day.weekday()] not in schedule.days:
        return False
    return schedule.holidays == OPEN_TOO or is_holiday(day) == (schedule.holidays == ONLY)


def _span(schedule, day):
    """From when to when it is open that starts on a day, which is longer or shorter where clocks change."""
    overnight = schedule.closes <= schedule.opens
    return _moment(day, schedule.opens), _moment(day + A_DAY * overnight, schedule.closes)


def _moment(day, written):
    """A day's time of the clock in UTC; where the clock shows it twice, the first."""
    if written == END_OF_DAY:
        day, written = day + A_DAY, "00:00"
    return datetime.combine(day, time.fromisoformat(written), HOME).astimezone(UTC)
