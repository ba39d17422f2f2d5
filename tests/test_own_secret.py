"""The secret that a service makes for itself, and what happens where its file is not whole."""

import pytest

from directory.own_secret import LEAST, own_secret


def test_it_is_made_once_for_the_owner_alone(tmp_path):
    first = own_secret(tmp_path / "home")

    assert own_secret(tmp_path / "home") == first and len(first) >= LEAST
    assert (tmp_path / "home/secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("left", ["", "half of it"])
def test_a_file_that_was_cut_short_is_refused_since_anybody_could_guess_it(tmp_path, left):
    (tmp_path / "secret").write_text(left)

    with pytest.raises(OSError, match="Put it back from a backup"):
        own_secret(tmp_path)
