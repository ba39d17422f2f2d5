"""Our own rules: what they promise rests on something."""

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
