"""The way in for families: start, questions, answer, the urgent numbers, and the way out."""

from directory.web.public import keeping, leave, own_words_views, views  # noqa: F401 - they register their views
from directory.web.public.door import public

__all__ = ["public"]
