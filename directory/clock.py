"""The only module that reads the time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Stockholm")


def today() -> date:
    return now().date()


def now() -> datetime:
    return datetime.now(HOME)
