"""When each group of needs cannot wait: what calls for 112, what for a call the same day, and what that rests on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TABLE = "taxonomy_terms"
NEW = {"call_112": "{}", "same_day": "{}", "sources": "[]"}  # columns of JSON, and what stands in the rows there are


def upgrade():
    for name, value in NEW.items():
        op.add_column(TABLE, sa.Column(name, sa.JSON, nullable=False, server_default=value))


def downgrade():
    for name in NEW:
        op.drop_column(TABLE, name)
