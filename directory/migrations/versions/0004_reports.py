"""Reports that something in the catalogue is wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    op.create_table(
        "reports", sa.Column("day", sa.Date, primary_key=True), sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("record", sa.String(80), primary_key=True), sa.Column("code", sa.String(20), primary_key=True),
        sa.Column("edition", sa.String(16), primary_key=True), sa.Column("count", sa.Integer, nullable=False),
        sa.CheckConstraint("count > 0", name="count"))


def downgrade():
    op.drop_table("reports")
