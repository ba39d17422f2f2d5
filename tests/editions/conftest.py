"""A small service: its settings, and what it would publish."""

import pytest

from tests.small import make_small


@pytest.fixture
def small(tmp_path):
    """The settings of a small service in a folder of its own."""
    return make_small(tmp_path / "small")
