"""Whatever is typed: an answer or nothing for sure, never an error, never everything, in a moment."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.build import INDEX, ask

PIECES = ["bup", "skolsköterska", "sover inte", "ångest", "Almby", "5 år", "NOT", "*:*", "?*", '"', "(", "%s",
          "{{7*7}}", "' OR 1=1 --", "\u202e", "\u200b", "\x00", "barn", "och", "é", "😀", "ﷺ", "1" * 30, "a" * 90]
HOSTILE = ["a" * 10_000, "skolsköterska " * 1000, "?*" * 5000, "NOT " * 300, '"' * 77, "(" * 5000, "ﷺ" * 10_000,
           "\u0301" * 999,
           "skolsköterska" * 700, "9 år " * 2000, "i Almby " * 1000, "ab" * 5000, "%00", "${7*7}", "<script>", "\ud7ff"]


def answered_rightly(found):
    assert found.sure == bool(found.hits)
    assert len(found.hits) <= 10 < len(INDEX.entries) + len(INDEX.units.ids) + 1
    assert found.hits or found.groups
    assert all(hit.why for hit in found.hits)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_answered_in_a_moment(words):
    started = process_time()

    answered_rightly(ask(words))

    assert process_time() - started < 0.5


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_pieces_in_any_order_are_answered(words):
    answered_rightly(ask(words))


@given(st.text(max_size=300))
def test_any_text_is_answered(words):
    answered_rightly(ask(words))


@given(st.text(max_size=40), st.sampled_from([None, "agency", "unit", "need"]), st.sampled_from([None, "almby"]))
def test_any_text_with_filters_is_answered(words, kind, area):
    found = ask(words, kind=kind, area=area)

    assert all(kind in (None, hit.kind) for hit in found.hits)
