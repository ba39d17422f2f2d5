"""The hours of a unit or a number in words: which days of the week, from when to when, and what of red days."""

from datetime import datetime

from babel import Locale
from babel.dates import format_date
from flask_babel import gettext as _

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")  # as Babel counts them, from 0
WHOLE_DAY = ("00:00", "24:00")


def hours_lines(schedules, language):
    """A line for each schedule: `mån–fre 08:00–17:00, stängt på röda dagar`. Nothing where no hours are known."""
    names = Locale(language).days["stand-alone"]["abbreviated"]
    return tuple(_line(one, names) for one in schedules)


def moment_text(moment: datetime | None, now: datetime, language):
    """When something changes, as one says it: the time alone today, else with the day. Empty where it is not known."""
    if moment is None:
        return ""
    clock = moment.strftime("%H:%M")
    return clock if moment.date() == now.date() else f"{format_date(moment, 'EEEE d MMMM', locale=language)} {clock}"


def _line(schedule, names):
    said = {"opens": schedule.opens, "closes": schedule.closes}
    if set(schedule.days) == set(DAYS) and (schedule.opens, schedule.closes) == WHOLE_DAY:
        text = _("day and night")
    else:
        text = _("%(days)s %(opens)s–%(closes)s", days=_days(schedule.days, names), **said)
    return _("%(hours)s, %(red)s", hours=text, red=_of_red_days(schedule))


def _of_red_days(schedule):
    words = {"open": _("also on red days"), "only": _("only on red days")}
    return words.get(schedule.holidays, _("closed on red days"))


def _days(days, names):
    """The days of the week in words, neighbouring ones from the first to the last."""
    runs: list[list[int]] = []
    for index in (number for number, day in enumerate(DAYS) if day in days):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ", ".join(names[run[0]] if len(run) == 1 else f"{names[run[0]]}–{names[run[-1]]}" for run in runs)
