"""What a referral is known to answer."""

from directory.routing import inputs_said


def test_what_is_written_is_answered_and_an_unknown_level_is_not():
    raw = {"level": "unknown", "acute": "no", "tried": {"school_measures": "no"}, "facts": {"placed": "no"}}

    assert inputs_said(raw) == {"acute", "tried.school_measures", "facts.placed"}
    assert inputs_said({"level": "bas", "acute": None, "tried": None}) == {"level"}
