"""Our own rules: what they promise rests on something."""

import re

OURS = "Projektet"  # publishes what is general knowledge, with no document behind it


def test_nobody_is_said_to_help_a_question_on_where_nothing_but_general_knowledge_says_so(edition):
    base = edition.ruleset.base
    rules = [rule for layer in base.layers.values() for rule in layer.rules]
    known = {one.id for one in base.sources.values() if one.publisher == OURS}

    assert known and [one.id for one in rules if one.if_wrong and set(one.source) <= known] == []


def test_no_way_ahead_speaks_of_a_child_in_the_third_person_to_the_young(edition):
    hand_overs = [one for layer in edition.ruleset.base.layers.values() for one in layer.hand_overs]
    read = [one for one in hand_overs if one.because and (one.when.ages is None or one.when.ages.last >= 6 * 12)]

    assert [one.id for one in read if "barnet" in one.because.by_language["sv"].casefold()] == []


def test_no_reason_tells_of_something_done_where_the_rule_does_not_ask_for_it(edition):
    """Who answers that they do not know is said to have tried nothing, and reads the reason all the same."""
    rules = {rule.id: rule for layer in edition.ruleset.base.layers.values() for rule in layer.rules}
    asked = {one.id for one in rules.values() for rule in (one, rules.get(one.target)) if rule and any(
        name.startswith("tried") and values == {"yes"} for name, values in rule.when.values.items())}
    done = re.compile("har gjort sitt|haft kontakt|lindrigt nog", re.IGNORECASE)
    telling = {one.id for one in rules.values() if one.because and done.search(one.because.by_language["sv"])}

    assert telling & asked and telling - asked == set()
