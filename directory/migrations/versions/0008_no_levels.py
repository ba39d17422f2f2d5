"""Returns are no longer counted by how much was asked for: nothing was ever told of those sums."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade():
    counts = sa.table("counts", sa.column("measure", sa.String))
    op.execute(counts.delete().where(counts.c.measure == "level"))


def downgrade():
    """What was counted is not there any more; the tables are the same."""
