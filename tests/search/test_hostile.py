"""Whatever is typed: an answer or nothing for sure, never an error, never everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.build import INDEX, ask

PIECES = ["bup", "skolsköterska", "sover inte", "ångest", "Almby", "5 år", "NOT", "*:*", "?*", '"', "(", "%s",
          "{{7*7}}", "' OR 1=1 --", "\u202e", "\u200b", "\x00", "barn", "och", "é", "😀", "ﷺ", "1" * 30, "a" * 90]
HOSTILE = ["a" * 10_000, "skolsköterska " * 1000, "?*" * 5000, "NOT " * 300, '"' * 77, "(" * 5000, "ﷺ" * 10_000,
           "\u0301" * 999,
           "skolsköterska" * 700, "9 år " * 2000, "i Almby " * 1000, "ab" * 5000, "%00", "${7*7}", "<script>", "\ud7ff"]


def is_answer(found):
    """Whether something was found or what there is to find is named, each hit saying why, and not everything is."""
    few = len(found.hits) <= 10 < len(INDEX.entries) + len(INDEX.units.ids) + 1
    return few and found.sure == bool(found.hits) and bool(found.hits or found.groups) and all(
        hit.why for hit in found.hits)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered(words):
    assert is_answer(ask(words))


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_pieces_in_any_order_are_answered(words):
    assert is_answer(ask(words))


@given(st.text(max_size=300))
def test_any_text_is_answered(words):
    assert is_answer(ask(words))


@given(st.text(max_size=40), st.sampled_from([None, "agency", "unit", "need"]), st.sampled_from([None, "almby"]))
def test_any_text_with_filters_is_answered(words, kind, area):
    found = ask(words, kind=kind, area=area)

    assert all(kind in (None, hit.kind) for hit in found.hits)
