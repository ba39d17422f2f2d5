"""Columns that several tables have, and the kinds of values that stand in them."""

from typing import Annotated

from sqlalchemy import JSON, Uuid
from sqlalchemy.orm import Mapped, mapped_column

Id = Annotated[str, mapped_column(Uuid(as_uuid=False))]
Texts = Annotated[dict[str, str], mapped_column(JSON)]  # a sentence in each language, by its code
Words = Annotated[list[str], mapped_column(JSON)]


class Identified:
    """What HSDS has in every table: a UUID, here made of the seed's id (see `rows.id_of`)."""

    id: Mapped[Id] = mapped_column(primary_key=True, sort_order=-1)


class Written(Identified):
    """A record of the seed: its own id there, where it is written, and its place among its kind."""

    handle: Mapped[str]
    file: Mapped[str]
    line: Mapped[int]
    position: Mapped[int]
