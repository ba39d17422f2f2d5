"""When somebody read a national number: a day, or a month or year where no more is known."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TABLE, COLUMN = "service_at_locations", "read_on"


def upgrade():
    op.add_column(TABLE, sa.Column(COLUMN, sa.String))


def downgrade():
    op.drop_column(TABLE, COLUMN)
