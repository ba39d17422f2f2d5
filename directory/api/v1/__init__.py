"""Version 1 of the API."""

from directory.api.v1 import decisions, described, lists, search
from directory.api.v1.operations import OPERATIONS, v1

__all__ = ["OPERATIONS", "decisions", "described", "lists", "search", "v1"]
