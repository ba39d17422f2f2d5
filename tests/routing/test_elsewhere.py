"""What a text says of other regions is told apart from what holds here."""

import pytest

from directory.routing import told_apart

ALL, HERE, THERE = "You mostly apply yourselves.", "In Uppsala a doctor writes.", "Västerbottens BUP wants a referral."


@pytest.mark.parametrize(("area", "own", "other"), [
    ("hudiksvall", [ALL], [HERE, THERE]), ("uppsala", [HERE], [ALL, THERE]), ("generic", [ALL, HERE, THERE], [])])
def test_what_is_said_of_this_region_stands_alone_and_what_is_said_of_others_is_set_aside(edition, area, own, other):
    assert told_apart(edition, area, " ".join((ALL, HERE, THERE))) == (" ".join(own), " ".join(other))


def test_a_sentence_that_names_this_region_and_another_holds_here(edition):
    text = "In Stockholm and Västerbotten you apply yourselves."

    assert told_apart(edition, "stockholm", text) == (text, "")
    assert told_apart(edition, "vgr", text) == ("", text)
