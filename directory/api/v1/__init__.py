"""Version 1 of the API."""

from directory.api.v1.decisions import v1

__all__ = ["v1"]
