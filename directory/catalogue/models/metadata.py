"""HSDS metadata: which function changed which field of which record when. Rows are added, never changed or removed."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified
from directory.db import Moment, Table


class Metadata(Identified, Table):
    """Of a record that is new or gone, one row, for its id. Values are JSON, "" where there is none.

    `resource_id` outlives its record, so it is bound to no table. `updated_by` is the handle of a function.
    """

    __tablename__ = "metadata"

    resource_id: Mapped[Id] = mapped_column(index=True)
    resource_type: Mapped[str]
    last_action_date: Mapped[datetime] = mapped_column(Moment)
    last_action_type: Mapped[str]
    field_name: Mapped[str]
    previous_value: Mapped[str]
    replacement_value: Mapped[str]
    updated_by: Mapped[str]
