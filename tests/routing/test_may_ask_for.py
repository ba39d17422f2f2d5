"""What a unit may ask for once: what the rules require before it takes on a question like this."""

import pytest

from directory.routing import may_ask_for
from tests.build import DAY


def ids_of(edition, *, area="hudiksvall", rule="adhd-school-first", kind="bup"):
    return [one.id for one in may_ask_for(edition, area, rule, kind=kind, day=DAY)]


def test_child_psychiatry_may_ask_for_what_the_school_owes_before_it_takes_the_question(edition):
    found = ids_of(edition)

    assert "four-views" in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("said", [{"rule": "no-such-rule"}, {"rule": "unsure"}, {"area": "moon"}, {"kind": "polis"}])
def test_where_the_rules_require_nothing_there_is_nothing_to_ask_for(edition, said):
    assert ids_of(edition, **said) == []
