"""The catalogue: the tables of HSDS 3.1, and kinds of agencies, roles, areas and the words of inputs beside them."""

import sqlalchemy as sa
from alembic import op

from directory.db import Moment

revision = "0001"
down_revision = None

STATUSES = "status IN ('active', 'inactive', 'defunct', 'temporarily closed')"
TYPES = "IN ('physical', 'postal', 'virtual')"


def upgrade():
    _kinds()
    _terms()
    _units()
    _ways_to_reach()
    _metadata()


def downgrade():
    for table in (
        "metadata", "languages", "schedules", "service_areas", "phones", "contacts", "service_at_locations", "services",
        "addresses", "locations", "organizations", "attributes", "taxonomy_terms", "taxonomies", "input_values",
        "inputs", "areas", "processes", "role_agencies", "roles", "agencies",
    ):
        op.drop_table(table)


def _kinds():
    op.create_table("agencies", *_written(unique=True), *_described(), *_receiving(), _json("short"), _json("access"))
    op.create_table("roles", *_written(unique=True), *_described(), *_receiving())
    op.create_table("role_agencies", _id(), _link("role_id", "roles.id"), _link("agency_id", "agencies.id"),
                    _whole("position"))
    op.create_table("processes", *_written(unique=True), *_described())
    within = sa.ForeignKey("areas.id", deferrable=True, initially="DEFERRED")
    op.create_table("areas", *_written(unique=True), _json("name"), _text("kind"), sa.Column("within_id", UUID, within))
    op.create_table("inputs", *_written(unique=True), _json("name"), _perhaps("asked"))
    op.create_table("input_values", _id(), _link("input_id", "inputs.id"), _whole("position"), _text("value"),
                    _json("name"), _json("short"))


def _terms():
    op.create_table("taxonomies", _id(), _text("name", unique=True), _text("description"), _perhaps("version"))
    op.create_table("taxonomy_terms", *_written(), sa.Column("taxonomy_id", UUID, sa.ForeignKey("taxonomies.id"),
                                                             nullable=False),
                    _link("parent_id", "taxonomy_terms.id", nullable=True), _json("name"), _json("description"),
                    _json("synonyms"))
    op.create_table("attributes", _id(), sa.Column("link_id", UUID, nullable=False, index=True), _text("link_entity"),
                    _text("link_type"), _link("taxonomy_term_id", "taxonomy_terms.id"))


def _units():
    op.create_table("organizations", _id(), _text("name", unique=True), _json("description"), _perhaps("email"),
                    _perhaps("website"))
    op.create_table("locations", _id(), _text("location_type"),
                    sa.CheckConstraint(f"location_type {TYPES}", name="type"))
    op.create_table("addresses", _id(), _link("location_id", "locations.id"), _text("address_1"), _perhaps("city"),
                    _perhaps("state_province"), _perhaps("postal_code"), _text("country"), _text("address_type"),
                    sa.CheckConstraint(f"address_type {TYPES}", name="type"))
    op.create_table("services", _id(), _link("organization_id", "organizations.id", nullable=True),
                    _link("agency_id", "agencies.id"), _json("name"), _perhaps("url"), _text("status"),
                    sa.Column("minimum_age", sa.Integer), sa.Column("maximum_age", sa.Integer),
                    sa.Column("assured_date", sa.Date), sa.CheckConstraint(STATUSES, name="status"))
    op.create_table("service_at_locations", *_written(), _one("service_id", "services.id"),
                    _one("location_id", "locations.id"), _json("description"),
                    sa.Column("national", sa.Boolean, nullable=False), _json("sources"),
                    sa.UniqueConstraint("handle", "national"))


def _ways_to_reach():
    unit = "service_at_location_id", "service_at_locations.id"
    op.create_table("contacts", _id(), _link(*unit), _perhaps("department"), _text("email"))
    op.create_table("phones", _id(), _link(*unit), _whole("position"), _text("number"), _json("description"),
                    sa.Column("confirmed", sa.Boolean, nullable=False))
    op.create_table("service_areas", _id(), _link(*unit), _link("area_id", "areas.id"))
    op.create_table("schedules", _id(), _link(*unit), _link("phone_id", "phones.id", nullable=True),
                    _json("description"), _perhaps("freq"), _perhaps("byday"), _perhaps("opens_at"),
                    _perhaps("closes_at"))
    op.create_table("languages", _id(), _link("service_id", "services.id", nullable=True),
                    _link("phone_id", "phones.id", nullable=True), _perhaps("name"), _text("code"), _perhaps("note"))


def _metadata():
    op.create_table("metadata", _id(), sa.Column("resource_id", UUID, nullable=False, index=True),
                    _text("resource_type"), sa.Column("last_action_date", Moment, nullable=False),
                    *map(_text, ("last_action_type", "field_name", "previous_value", "replacement_value",
                                 "updated_by")))


# ---- columns that several tables have

UUID = sa.Uuid(as_uuid=False)


def _id():
    return sa.Column("id", UUID, primary_key=True)


def _written(*, unique=False):
    return _id(), _text("handle", unique=unique), _text("file"), _whole("line"), _whole("position")


def _described():
    return (_json("name"), _json("description"), _json("synonyms"), _perhaps("legal"), _json("sources"))


def _receiving():
    return (_json("organization"), _json("levels"), _whole("first_month"), _whole("last_month"), _json("access_note"))


def _link(name, target, *, nullable=False):
    return sa.Column(name, UUID, sa.ForeignKey(target), nullable=nullable, index=True)


def _one(name, target):
    return sa.Column(name, UUID, sa.ForeignKey(target), nullable=False, unique=True)


def _text(name, *, unique=False):
    return sa.Column(name, sa.String, nullable=False, unique=unique or None)


def _perhaps(name):
    return sa.Column(name, sa.String)


def _json(name):
    return sa.Column(name, sa.JSON, nullable=False)


def _whole(name):
    return sa.Column(name, sa.Integer, nullable=False)
