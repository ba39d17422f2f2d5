"""Words as the index and a query both know them."""

import pytest

from directory.search.text import distance, fold, grams, stem, words


@pytest.mark.parametrize(("text", "folded"), [
    ("Skolsköterska", "skolskoterska"), ("ÅNGEST", "angest"), ("s\u200bk\u00adola", "skola"), ("ﬁﬂ", "fifl"),
    ("e\u0301n", "en"), ("ett\ntvå", "ett tva"), ("ﺍلطب", "الطب"), ("bup\x07", "bup"),
])
def test_folding_leaves_what_is_heard(text, folded):
    assert fold(text) == folded


def test_accents_can_be_kept():
    assert fold("Skolsköterska", accents=False) == "skolsköterska"


def test_an_abbreviation_with_dots_is_one_word_and_so_is_one_with_an_ending():
    assert words("S.I.P. på BUP:s barn- och ungdomsmottagning") == (
        "sip", "pa", "bups", "barn", "och", "ungdomsmottagning")


def test_a_word_is_never_longer_than_a_word_can_be():
    assert max(map(len, words("å" * 10_000))) <= 60


@pytest.mark.parametrize("forms", [
    "skolsköterska skolsköterskan skolsköterskor skolsköterskorna skolsköterskans skolsköterskornas",
    "kurator kuratorn kuratorns kuratorer kuratorerna kuratorernas", "elev elever eleven eleverna elevens",
    "familjerätt familjerätten familjerättens", "team teamet teamen teamets", "läkare läkaren läkarens läkarna",
    "socialtjänst socialtjänsten socialtjänstens", "röker röka", "mottagning mottagningarna mottagningens",
])
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(fold(form)) for form in forms.split()}) == 1


def test_different_words_keep_different_stems():
    assert len({stem(fold(word)) for word in "rektor rehab skola skolk logoped logik kurator kurs".split()}) == 8


@pytest.mark.parametrize(("one", "other", "far"), [
    ("skola", "skola", 0), ("skola", "skolla", 1), ("skola", "sklola", 1), ("skola", "ksola", 1),
    ("skola", "ekorre", 3), ("", "", 0), ("a", "abcdef", 3),
])
def test_a_distance_counts_slips_up_to_one_more_than_is_asked_for(one, other, far):
    assert distance(one, other, 2) == distance(other, one, 2) == far


def test_pieces_know_the_beginning_and_the_end_of_a_word():
    assert {"^sk", "la$", "^sko", "ola$"} <= grams("skola")
