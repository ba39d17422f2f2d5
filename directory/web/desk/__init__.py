"""The pages for desks: a referral is checked, receipts are opened and acted on, returns are reported and shown."""

from directory.web.desk import batch, bounces, check, meeting, receipts, session
from directory.web.desk.door import desk

__all__ = ["batch", "bounces", "check", "desk", "meeting", "receipts", "session"]
