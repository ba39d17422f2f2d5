"""Rules and catalogue joined: which real unit takes a case, how it is reached now, and why."""

from directory.routing.advise import Advice, Place, advise
from directory.routing.answer import as_json

__all__ = ["Advice", "Place", "advise", "as_json"]
