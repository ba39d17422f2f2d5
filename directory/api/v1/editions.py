"""Editions as the API shows them: what answered from when. Who published them and why stays with the publishers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Period:
    """A time during which an edition answered."""

    number: Annotated[int, "The number of the publication; 0: it was never published."]
    action: Annotated[str, "publish or rollback."]
    begins: datetime
    ends: Annotated[datetime | None, "null: it answers now."]


@dataclass(frozen=True, slots=True)
class Edition:
    """Rules and catalogue of one moment, known by the hash of what they say."""

    id: str
    in_force: bool
    periods: Annotated[tuple[Period, ...], "The newest first."]


def editions_of(publications):
    """Each edition that was ever published, by id, the newest first.

    :param publications: the newest first
    """
    ends = [None, *(one.at for one in publications)]
    found: dict[str, list[Period]] = {}
    for one, end in zip(publications, ends, strict=False):
        found.setdefault(one.edition_id, []).append(Period(one.number, one.action, one.at, end))
    return {one: Edition(one, periods[0].ends is None, tuple(periods)) for one, periods in found.items()}
