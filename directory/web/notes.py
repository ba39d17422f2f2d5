"""What a rule rests on and what speaks against it, as the pages of the rules show it."""

from dataclasses import dataclass

from directory.days import is_whole
from directory.routing import Said, kind_name, text_of


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source: `dated` as the paper says, the day it was read, and the day by which it is read again (`late`: past).

    `confirmed` says who has confirmed that the paper says so; empty: nobody has.
    """

    id: str
    title: Said
    publisher: str
    dated: str
    read: str
    review: str
    late: bool
    confirmed: str

    @property
    def is_read_on_a_day(self):
        """Whether more than the month or the year of the reading is known."""
        return is_whole(self.read)


@dataclass(frozen=True, slots=True)
class Dispute:
    """The receiver that another agreement names, and why."""

    to: Said
    because: Said | None
    sources: tuple[str, ...]


def source_notes(ids, sources, *, language, day):
    """A note on each source that a page names, in the order of the ids; one that is not listed shows its id alone."""
    return tuple(_note(one, sources.get(one), language, day) for one in sorted(set(ids)))


def _note(source, record, language, day):
    if record is None:
        return SourceNote(source, Said(source), "", "", "", "", False, "")
    return SourceNote(
        source, text_of(record.title, language) or Said(source), record.publisher or "", record.dated or "",
        record.read_on or "", day_text(record.review), bool(record.review and record.review < day),
        record.confirmed_by or "",
    )


def day_text(day):
    """A day as pages write it; empty where there is none."""
    return day.isoformat() if day else ""


def disputes(rule, words):
    """What other agreements say of the cases of a rule."""
    return tuple(Dispute(kind_name(one.to, words), text_of(one.because, words.language), one.source)
                 for one in rule.disputed)
