"""What is typed into a report of a return is read as the codes that it holds; what may be several is given back."""

import pytest

from directory.routing.bounce_meant import group_meant, sender_meant


@pytest.mark.parametrize(("text", "kind"), [
    ("BUP", "bup"), ("elevhalsa", "elevhalsa"), ("pupil health", "elevhalsa"), ("guardian", "guardian"),
    ("A parent or guardian", "guardian"), ("BVC-sjuksköterska", "bvc")])
def test_a_sender_is_a_unit_a_family_or_the_unit_that_a_profession_works_at(edition, text, kind):
    assert sender_meant(edition, "hudiksvall", text).id == kind


def test_a_profession_that_works_at_several_units_is_asked_back(edition):
    works_at = edition.catalogue.roles["logoped_r"].works_at

    meant = sender_meant(edition, "hudiksvall", "logoped_r")

    assert len(works_at) > 1 and meant.id is None and set(meant.near) == set(works_at)


@pytest.mark.parametrize(("text", "group"), [
    ("utveckling_larande", "utveckling_larande"), ("Skolan", "skolan"), ("ADHD", "utveckling_larande"),
    ("koncentration_adhd", "utveckling_larande"), ("Feeling bad", "ma_daligt")])
def test_a_group_is_known_by_its_own_name_and_by_those_of_its_needs(edition, text, group):
    assert group_meant(edition, text).id == group


@pytest.mark.parametrize("meaning", [sender_meant, lambda edition, area, text: group_meant(edition, text)])
@pytest.mark.parametrize("text", ["", "   ", "xyzzy 123", "'; drop table", "x" * 500])
def test_what_nobody_knows_means_nothing(edition, meaning, text):
    assert meaning(edition, "hudiksvall", text).id is None
