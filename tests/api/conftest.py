"""A service with a database and desks, for what the API keeps."""

import pytest

from tests.desks import serve


@pytest.fixture(scope="session")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        made = serve(edition, tmp_path_factory.mktemp("desks"), environment)
    return made
