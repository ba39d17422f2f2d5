"""The project stands on its own: nothing in it points at a place outside itself."""

import re

from tests.house.project_files import files_below

# In two pieces, so that this file does not find itself.
OUTSIDE = re.compile("|".join(["\\.\\./" + "shared", "/work/" + r"\w", "/tmp/" + r"\w", "/root/" + r"\w"]).encode())


def test_no_file_refers_to_a_place_outside_the_project():
    found = [path for path in files_below() if OUTSIDE.search(path.read_bytes())]

    assert found == []


def test_a_reference_to_the_outside_is_found():
    assert OUTSIDE.search(b"see ../" + b"shared/domain/law.md")
    assert not OUTSIDE.search(b"a shared rule in ../seed")
