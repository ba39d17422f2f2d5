"""HSDS taxonomy, taxonomy_term and attribute: the needs and their groups, and who takes which need."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts, Words, Written
from directory.db import Table


class Taxonomy(Identified, Table):
    __tablename__ = "taxonomies"

    name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str]
    version: Mapped[str | None]


class TaxonomyTerm(Written, Table):
    """A group of needs has no parent; a need has its group, and may have its handle. `synonyms` and
    `english` are search words. `call_112`, `same_day` and their `sources` are said of a group alone."""

    __tablename__ = "taxonomy_terms"

    taxonomy_id: Mapped[Id] = mapped_column(ForeignKey("taxonomies.id"))
    parent_id: Mapped[Id | None] = mapped_column(ForeignKey("taxonomy_terms.id"), index=True)
    name: Mapped[Texts]
    description: Mapped[Texts]
    synonyms: Mapped[Words]
    english: Mapped[Words]
    call_112: Mapped[Texts]
    same_day: Mapped[Texts]
    sources: Mapped[Words]


class Attribute(Identified, Table):
    """`link_id` is the row of the table `link_entity` that the term is said of; `link_type` says in what way."""

    __tablename__ = "attributes"

    link_id: Mapped[Id] = mapped_column(index=True)
    link_entity: Mapped[str]
    link_type: Mapped[str]
    taxonomy_term_id: Mapped[Id] = mapped_column(ForeignKey("taxonomy_terms.id"), index=True)
