"""Areas and the real units in them, as the API shows them. What nobody has confirmed says so, detail by detail."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from directory.api.v1.reader import Named, Source
from directory.catalogue import as_known, is_overdue

DETAILS = ("phones", "contacts", "urls", "addresses", "schedules")
CONFIRMED = Annotated[bool, "Whether its owner, or a dated reading, has confirmed it. If not, it is a sample: do not "
                            "ring, write or go there."]


@dataclass(frozen=True, slots=True)
class Area:
    """The whole country, a region or a municipality."""

    id: str
    name: str
    kind: Literal["nation", "region", "municipality"]
    within: Annotated[str | None, "The id of the area that it lies in."]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Some days of the week on which it is open from one time to another, such as 08:00 to 17:00."""

    days: tuple[str, ...]
    opens: str
    closes: Annotated[str, "No later than `opens`: on the next day."]
    holidays: Annotated[str, "closed on them, open on them too, or only on them."]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of a function, never of a person."""

    number: str
    text: Annotated[str | None, "Whose it is, and what for."]
    hours: str | None
    audience: Annotated[str, "Whom it is for: public or professionals."]
    schedules: tuple[Schedule, ...]
    confirmed: CONFIRMED


@dataclass(frozen=True, slots=True)
class Contact:
    """A mailbox of a function."""

    email: str
    confirmed: CONFIRMED


@dataclass(frozen=True, slots=True)
class Url:
    """A page of its own."""

    url: str
    confirmed: CONFIRMED


@dataclass(frozen=True, slots=True)
class Address:
    """Where it lies."""

    address_1: str
    confirmed: CONFIRMED


@dataclass(frozen=True, slots=True)
class Unit:
    """A real unit, what HSDS calls a service at a location; a national number is one too."""

    id: str
    name: str
    agency: Annotated[str, "The id of the kind of agency that it is."]
    area: str
    organization: str | None
    description: Annotated[str | None, "What a family should know before they turn there."]
    phones: tuple[Phone, ...]
    contacts: tuple[Contact, ...]
    urls: tuple[Url, ...]
    addresses: tuple[Address, ...]
    schedules: tuple[Schedule, ...]
    opens_on: Annotated[date | None, "The first day that it is there."]
    closes_on: Annotated[date | None, "The last day that it is there; null: no end is known."]
    when_closed: Annotated[str | None, "The id of the agency or unit that answers when this is closed."]
    minimum_age: Annotated[int | None, "The first age in whole years; null: as its kind of agency."]
    maximum_age: Annotated[int | None, "The last age in whole years; null: as its kind of agency."]
    party: Annotated[bool | None, "Whether it is a party to the local agreement; null: not known."]
    assured_date: Annotated[date | None, "The day on which its owner confirmed it; null: nobody has."]
    read_on: Annotated[str | None, "When a national number was last read: a day, or a month or year; null: it is none."]
    overdue: Annotated[bool, "Whether that is more than a year ago. Contact details and hours are then left out."]
    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ContactPath:
    """How one party reaches another in some areas."""

    id: str
    from_party: Named
    to_party: Named
    areas: tuple[str, ...]
    state: str
    way: Annotated[str | None, "null: no way is agreed on."]
    answer_within_days: int | None
    meeting_within_days: int | None
    description: str | None
    source: tuple[Source, ...]


def area(one, reader):
    return Area(one.id, reader.text(one.name), one.kind, one.within)


def unit(one, reader):
    one, overdue = as_known(one, reader.day), is_overdue(one, reader.day)
    return Unit(
        one.id, reader.text(one.name), one.agency, one.area, one.organization, reader.text(one.note),
        **(dict.fromkeys(DETAILS, ()) if overdue else _details(one, reader)),
        opens_on=one.opens_on, closes_on=one.closes_on, when_closed=one.when_closed, minimum_age=one.minimum_age,
        maximum_age=one.maximum_age, party=one.party,
        assured_date=one.assured_date, read_on=one.read_on, overdue=overdue, source=reader.sources(one.sources))


def contact_path(one, reader):
    return ContactPath(
        one.id, _party(one.from_party, reader), _party(one.to_party, reader),
        areas=one.areas, state=one.state, way=reader.text(one.way), answer_within_days=one.answer_within_days,
        meeting_within_days=one.meeting_within_days, description=reader.text(one.note),
        source=reader.sources(one.sources))


def _party(one, reader):
    return Named(one, reader.text(reader.catalogue.parties[one].name))


def _details(one, reader):
    """The contact details, each with whether it is confirmed."""
    confirmed = one.assured_date is not None
    return {
        "phones": tuple(_phone(phone, reader) for phone in one.phones),
        "contacts": (Contact(one.email, confirmed),) if one.email else (),
        "urls": (Url(one.url, confirmed),) if one.url else (),
        "addresses": (Address(one.address, confirmed),) if one.address else (),
        "schedules": _schedules(one),
    }


def _phone(one, reader):
    return Phone(one.number, reader.text(one.text), reader.text(one.hours), one.audience, _schedules(one),
                 one.confirmed)


def _schedules(one):
    return tuple(Schedule(each.days, each.opens, each.closes, each.holidays) for each in one.schedules)
