"""What tests of the pages may ask for beside tests/conftest.py."""

import pytest

from tests.receipts import serve_receipts


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    """A service that keeps receipts, with desks that have keys, for all tests of a file."""
    with pytest.MonkeyPatch.context() as environment:
        yield serve_receipts(edition, tmp_path_factory.mktemp("service"), environment)
