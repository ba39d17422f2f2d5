"""Desks, receipts with their answers, and what is counted of returned referrals."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade():
    op.create_table(
        "desks", sa.Column("handle", sa.String(40), primary_key=True), sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("area", sa.String(40), nullable=False),
        sa.Column("key_hash", sa.String(64), nullable=False),
        sa.Column("added", sa.Date, nullable=False), sa.Column("closed", sa.Date),
        sa.UniqueConstraint("key_hash", name="uq_desks_key_hash"))
    op.create_table(
        "receipts", sa.Column("code", sa.String(12), primary_key=True), sa.Column("document", sa.JSON, nullable=False),
        sa.Column("signature", sa.String(100), nullable=False), sa.Column("area", sa.String(40), nullable=False),
        sa.Column("holder", sa.String(40), nullable=False), sa.Column("asked", sa.String(40), nullable=False),
        sa.Column("is_open", sa.Boolean, nullable=False), sa.Column("due", sa.Date),
        sa.Column("confirm", sa.String(64), nullable=False), sa.Column("forget_on", sa.Date, nullable=False))
    op.create_index("ix_receipts_area", "receipts", ["area"])
    op.create_index("ix_receipts_forget_on", "receipts", ["forget_on"])
    op.create_table(
        "kept_answers", sa.Column("hash", sa.String(32), primary_key=True),
        sa.Column("answer", sa.JSON, nullable=False))
    op.create_table(
        "counts", sa.Column("demo", sa.Boolean, primary_key=True), sa.Column("area", sa.String(40), primary_key=True),
        sa.Column("measure", sa.String(20), primary_key=True), sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("one", sa.String(80), primary_key=True), sa.Column("other", sa.String(80), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False), sa.CheckConstraint("count > 0", name="count"))
    op.create_table(
        "published_quarters", sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("day", sa.Date, nullable=False), sa.Column("sums", sa.JSON, nullable=False))


def downgrade():
    for table in ("published_quarters", "counts", "kept_answers", "receipts", "desks"):
        op.drop_table(table)
