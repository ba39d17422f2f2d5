"""What HSDS has no tables for: kinds of agencies, roles, ways to work together, and the words of the rules' inputs."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts, Words, Written
from directory.db import Table


class Described(Written):
    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Texts]
    description: Mapped[Texts]
    synonyms: Mapped[Words]
    legal: Mapped[str | None]
    sources: Mapped[Words]


class Helping(Described):
    """What it is often confused with stands in `neighbours`. `english` are search words."""

    english: Mapped[Words]
    does_not: Mapped[Texts]


class Receiving(Helping):
    """Which needs it takes stands in `attributes`. Ages are months, both included. `secrecy` is a handle."""

    organization: Mapped[Words]
    levels: Mapped[Words]
    first_month: Mapped[int]
    last_month: Mapped[int]
    access_note: Mapped[Texts]
    where: Mapped[Texts]
    open_to: Mapped[Words]
    secrecy: Mapped[str | None]
    duty_to_report: Mapped[bool | None]


class Agency(Receiving, Table):
    """A kind of agency, such as BVC; the agencies of a place are services. `when_closed` is the handle of another, or
    of a unit, that answers when it is closed."""

    __tablename__ = "agencies"

    short: Mapped[Texts]
    access: Mapped[Words]
    signs: Mapped[Texts]
    when_closed: Mapped[str | None]


class Role(Receiving, Table):
    __tablename__ = "roles"


class RoleAgency(Identified, Table):
    """Where a role works."""

    __tablename__ = "role_agencies"

    role_id: Mapped[Id] = mapped_column(ForeignKey("roles.id"), index=True)
    agency_id: Mapped[Id] = mapped_column(ForeignKey("agencies.id"), index=True)
    position: Mapped[int]


class Process(Helping, Table):
    __tablename__ = "processes"


class Neighbour(Identified, Table):
    """`other` is the handle of an agency, role or process that the row `link_id` of `link_entity` is confused with."""

    __tablename__ = "neighbours"

    link_id: Mapped[Id] = mapped_column(index=True)
    link_entity: Mapped[str]
    position: Mapped[int]
    other: Mapped[str]
    difference: Mapped[Texts]


class Secrecy(Written, Table):
    """A kind of secrecy that staff keep."""

    __tablename__ = "secrecies"

    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Texts]
    description: Mapped[Texts]
    legal: Mapped[str | None]
    sources: Mapped[Words]


class Input(Written, Table):
    """What people read for an input of the rules; `asked` says who answers it."""

    __tablename__ = "inputs"

    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Texts]
    asked: Mapped[str | None]


class InputValue(Identified, Table):
    __tablename__ = "input_values"

    input_id: Mapped[Id] = mapped_column(ForeignKey("inputs.id"), index=True)
    position: Mapped[int]
    value: Mapped[str]
    name: Mapped[Texts]
    short: Mapped[Texts]
