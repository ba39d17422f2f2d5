"""Editions: their parts, what each is made of, and which was in force when."""

import sqlalchemy as sa
from alembic import op

from directory.db import Moment

revision = "0002"
down_revision = "0001"


def upgrade():
    op.create_table("edition_parts", sa.Column("hash", sa.String(64), primary_key=True),
                    sa.Column("body", sa.LargeBinary, nullable=False))
    op.create_table("editions", sa.Column("id", sa.String(16), primary_key=True),
                    sa.Column("manifest", sa.Text, nullable=False), sa.Column("made_at", Moment, nullable=False),
                    _text("made_by"), _text("note"))
    op.create_table("publications", sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
                    sa.Column("edition_id", sa.String(16), sa.ForeignKey("editions.id"), nullable=False, index=True),
                    sa.Column("at", Moment, nullable=False), _text("action"), _text("by"), _text("note"))


def downgrade():
    for table in ("publications", "editions", "edition_parts"):
        op.drop_table(table)


def _text(name):
    return sa.Column(name, sa.String, nullable=False)
