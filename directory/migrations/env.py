"""What Alembic runs to reach the database: the connection that it is handed, in the transaction that it stands in."""

from alembic import context

from directory.db import Table

# SQLite can take back changed tables too, once the transaction has begun (keep_writers_out begins it).
context.configure(
    connection=context.config.attributes["connection"], target_metadata=Table.metadata, transactional_ddl=True,
    render_as_batch=True, compare_type=True, compare_server_default=True)
context.run_migrations()
