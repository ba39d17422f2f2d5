"""The manual of the seed names every list and every key that a file may have, and no other."""

import re

from marshmallow import fields

from directory.catalogue.shapes import SECTIONS, written_name
from tests.house.project_files import ROOT

README = (ROOT / "seed" / "README.md").read_text("utf-8")


def first_words(title, column):
    """The words in code letters of one column of the table under a heading."""
    table = README.partition(f"## {title}\n")[2].partition("\n## ")[0]
    cells = [row.split("|")[column] for row in table.split("\n") if row.startswith("| `")]
    return {word for cell in cells for word in re.findall(r"`(\w+)`", cell)}


def keys_of(shape):
    for field in shape.fields.values():
        yield written_name(field)
        if isinstance(field, fields.List):
            yield from keys_of(field.inner.schema)


def test_every_list_stands_in_the_table_of_files():
    assert first_words("The files", 2) == set(SECTIONS)


def test_every_key_stands_in_the_table_of_keys():
    within_a_row = {"short", "text", "for", "difference"}  # explained beside the key that they belong to

    known = {key for shape in SECTIONS.values() for key in keys_of(shape)}
    assert first_words("The keys", 1) == known - within_a_row
