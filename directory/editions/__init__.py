"""What is published: rules and catalogue of one moment, proved together and known by their hash."""

from directory.editions.build import Edition, Proved, build, knowledge_of, prove, rule_files
from directory.editions.content import edition_id
from directory.editions.current import Current, Problem, State, fixed
from directory.editions.follow import open_current
from directory.editions.history import Contents, contents
from directory.editions.memory import Memory
from directory.editions.opening import catalogue_now, ensure_first_edition, open_database
from directory.editions.publish import Proposal, propose, propose_again, put
from directory.editions.read import Reader
from directory.editions.store import Act, in_force_at, last_publication, publications, stored_named

__all__ = [
    "Act", "Contents", "Current", "Edition", "Memory", "Problem", "Proposal", "Proved", "Reader", "State", "build",
    "catalogue_now", "contents", "edition_id", "ensure_first_edition", "fixed", "in_force_at", "knowledge_of",
    "last_publication", "open_current", "open_database", "propose", "propose_again", "prove", "publications", "put",
    "rule_files", "stored_named",
]
