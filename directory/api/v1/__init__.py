"""Version 1 of the API."""

from directory.api.v1 import bounces, decisions, described, lists, receipts, referrals, search, steps
from directory.api.v1.operations import OPERATIONS, v1

__all__ = ["OPERATIONS", "bounces", "decisions", "described", "lists", "receipts", "referrals", "search", "steps", "v1"]
