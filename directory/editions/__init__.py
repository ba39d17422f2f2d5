"""What is published: rules and catalogue of one moment, proved together and known by their hash."""

from directory.editions.build import Edition, build, edition_id, knowledge_of

__all__ = ["Edition", "build", "edition_id", "knowledge_of"]
