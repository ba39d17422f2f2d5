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


class Receiving(Described):
    """Which needs it takes stands in `attributes`. Ages are months, both included."""

    organization: Mapped[Words]
    levels: Mapped[Words]
    first_month: Mapped[int]
    last_month: Mapped[int]
    access_note: Mapped[Texts]


class Agency(Receiving, Table):
    """A kind of agency, such as BVC; the agencies of a place are services."""

    __tablename__ = "agencies"

    short: Mapped[Texts]
    access: Mapped[Words]


class Role(Receiving, Table):
    __tablename__ = "roles"


class RoleAgency(Identified, Table):
    """Where a role works."""

    __tablename__ = "role_agencies"

    role_id: Mapped[Id] = mapped_column(ForeignKey("roles.id"), index=True)
    agency_id: Mapped[Id] = mapped_column(ForeignKey("agencies.id"), index=True)
    position: Mapped[int]


class Process(Described, Table):
    __tablename__ = "processes"


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
