"""HSDS language: in which languages a unit or a telephone answers, interpreters not counted."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified
from directory.db import Table


class Language(Identified, Table):
    """`code` is ISO 639-1 or 639-3."""

    __tablename__ = "languages"

    service_id: Mapped[Id | None] = mapped_column(ForeignKey("services.id"), index=True)
    phone_id: Mapped[Id | None] = mapped_column(ForeignKey("phones.id"), index=True)
    name: Mapped[str | None]
    code: Mapped[str]
    note: Mapped[str | None]
