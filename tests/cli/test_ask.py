"""`envagin rules ask`: an answer that cannot be taken is refused, and so are rules that do not decide."""

import pytest

from tests.build import make_base, make_nation
from tests.cli.commands import envagin


@pytest.mark.parametrize(("answers", "word"), [
    (["gone=no"], "gone"), (["urgency"], "urgency"), (["urgency=gone"], "gone"), (["=no"], "no question"),
    (["urgency=wait", "urgency=now"], "wait and now"),
])
def test_an_answer_that_says_nothing_or_two_things_is_refused_by_its_name(answers, word):
    ran = envagin("rules", "ask", "--area", "hudiksvall", *(f"--answer={one}" for one in answers))

    assert (ran.status, ran.out) == (1, "")
    assert word in ran.err and "Traceback" not in ran.err


def test_an_answer_may_be_given_twice():
    ran = envagin("rules", "ask", "--area", "hudiksvall", "--answer=urgency=wait", "--answer=urgency=wait")

    assert (ran.status, ran.err) == (0, "")


def test_rules_that_do_not_decide_are_refused(tmp_path):
    unsure = make_base(tmp_path / "unsure")
    gap = make_nation(tmp_path / "gap", rules={"A": "when: {level: more}, to: x"})

    for folder, area in ((unsure, "almby"), (gap, "nation")):
        ran = envagin("rules", "ask", "--area", area, "--rules", folder)

        assert (ran.status, ran.out) == (1, "")
        assert "verify" in ran.err and "Traceback" not in ran.err
