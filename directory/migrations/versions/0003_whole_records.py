"""Whole records: what one does not do and is confused with, secrecy, hours, first and last days, contact paths."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

UUID = sa.Uuid(as_uuid=False)
HELPING = {"english": "[]", "does_not": "{}"}  # columns of JSON, and what stands in the rows that there are
RECEIVING = {**HELPING, "where": "{}", "open_to": "[]"}
TEXTS = {"agencies": {**RECEIVING, "signs": "{}"}, "roles": RECEIVING, "processes": HELPING,
         "taxonomy_terms": {"english": "[]"}}
PERHAPS: dict[str, dict] = {
    "agencies": {"secrecy": sa.String, "duty_to_report": sa.Boolean, "when_closed": sa.String},
    "roles": {"secrecy": sa.String, "duty_to_report": sa.Boolean},
    "service_at_locations": {"party": sa.Boolean, "opens_on": sa.Date, "closes_on": sa.Date, "when_closed": sa.String},
    "schedules": {"holidays": sa.String},
}
NEW = ("contact_path_areas", "contact_paths", "parties", "secrecies", "neighbours")


def upgrade():
    for table, columns in TEXTS.items():
        for name, value in columns.items():
            op.add_column(table, sa.Column(name, sa.JSON, nullable=False, server_default=value))
    for table, kinds in PERHAPS.items():
        for name, kind in kinds.items():
            op.add_column(table, sa.Column(name, kind))
    op.add_column("phones", sa.Column("audience", sa.String, nullable=False, server_default="public"))
    op.add_column("schedules", sa.Column("position", sa.Integer, nullable=False, server_default="0"))
    _links()
    _contact_paths()


def downgrade():
    for table in NEW:
        op.drop_table(table)
    op.execute("DELETE FROM schedules WHERE freq IS NOT NULL")  # the step before reads every row as words
    op.drop_column("schedules", "position")
    op.drop_column("phones", "audience")
    for columns in (PERHAPS, TEXTS):
        for table, names in columns.items():
            for name in names:
                op.drop_column(table, name)


def _links():
    op.create_table("neighbours", _id(), sa.Column("link_id", UUID, nullable=False, index=True), _text("link_entity"),
                    _whole("position"), _text("other"), _json("difference"))
    op.create_table("secrecies", *_written(), _json("name"), _json("description"), _perhaps("legal", sa.String),
                    _json("sources"))


def _contact_paths():
    op.create_table("parties", *_written(), _json("name"))
    op.create_table("contact_paths", *_written(), _link("from_party_id", "parties.id"),
                    _link("to_party_id", "parties.id"), _json("way"), _text("state"),
                    _perhaps("answer_within_days", sa.Integer), _perhaps("meeting_within_days", sa.Integer),
                    _json("note"), _json("sources"))
    op.create_table("contact_path_areas", _id(), _link("contact_path_id", "contact_paths.id"),
                    _link("area_id", "areas.id"), _whole("position"))


# ---- columns that several tables have

def _id():
    return sa.Column("id", UUID, primary_key=True)


def _written():
    return (_id(), sa.Column("handle", sa.String, nullable=False, unique=True), _text("file"), _whole("line"),
            _whole("position"))


def _link(name, target):
    return sa.Column(name, UUID, sa.ForeignKey(target), nullable=False, index=True)


def _text(name):
    return sa.Column(name, sa.String, nullable=False)


def _perhaps(name, kind):
    return sa.Column(name, kind)


def _json(name):
    return sa.Column(name, sa.JSON, nullable=False)


def _whole(name):
    return sa.Column(name, sa.Integer, nullable=False)
