"""HSDS organization: who answers for services. A municipality or a region, never a person."""

from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Identified, Texts
from directory.db import Table


class Organization(Identified, Table):
    __tablename__ = "organizations"

    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[Texts]
    email: Mapped[str | None]
    website: Mapped[str | None]
