"""Questions to families: asked as long as an answer can change the receiver, and never when none can."""

import random
from datetime import date
from itertools import product

import pytest

from directory.rules import Interview, decide
from tests.build import DAY, make_base, make_nation, ruleset_of

QUESTIONS = {
    "layer": "questions",
    "questions": {
        "urgency": "text: Urgent?, options: [{id: no, text: No, acute: no},"
        " {id: yes, text: Yes, acute: yes, danger: yes}]",
        "age": "text: Age?, options: [{id: small, text: Small, age: 0-5}, {id: school, text: School, age: 6-17},"
        " {id: young, text: Young, age: 18-20}, {id: unknown, text: Do not know}]",
        "matter": "text: What?, options: [{id: mind, text: Mind, need: [worry, attention]},"
        " {id: speech, text: Speech, need: speech}]",
        "mind": "when: {need: [worry, attention]}, text: Which?, options: [{id: worry, text: Worry, need: worry},"
        " {id: attention, text: Attention, need: attention}]",
        "life": "text: Daily life?, options: [{id: well, text: Well, level: base},"
        " {id: partly, text: So, level: first},"
        " {id: badly, text: Badly, level: special}, {id: unknown, text: Do not know}]",
        "school": "when: {age: 6-17}, text: Has school helped?, options: [{id: no, text: No},"
        " {id: yes, text: Yes, tried: school_done}]",
        "care": "text: Has care helped?, options: [{id: no, text: No}, {id: yes, text: Yes, tried: care_done}]",
    },
}


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory):
    return ruleset_of(make_base(tmp_path_factory.mktemp("asked"), nation={"unsure": "clinic"}, family=QUESTIONS))


@pytest.fixture(scope="module")
def own():
    return ruleset_of("routing_rules")


def interview(ruleset, area="almby"):
    return Interview(ruleset, area, DAY)


def answer_to(ruleset, given, area="almby"):
    """Who receives the case of these answers, found by asking for the decision itself."""
    decision = decide(ruleset, interview(ruleset, area).case(given, "guardian"))
    return decision.receiver, decision.holder


def every_way(ruleset, given):
    """Every way of answering all questions that agrees with what was given."""
    questions = ruleset.base.questions
    choices = [[given[one.id]] if one.id in given else [option.id for option in one.options] for one in questions]
    for chosen in product(*choices):
        yield dict(zip([one.id for one in questions], chosen, strict=True))


def can_matter(ruleset, question, given):
    """The definition, looked up one whole way after the other."""
    return any(
        len({answer_to(ruleset, {**way, question.id: option.id}) for option in question.options}) > 1
        for way in every_way(ruleset, {**given, question.id: question.options[0].id})
    )


def walk(ruleset, area, chance):
    """Answers to every question that is put, drawn by chance."""
    given = {}
    while question := interview(ruleset, area).next_question(given):
        given[question.id] = chance.choice(question.options).id
    return given


@pytest.mark.parametrize("seed", range(8))
def test_a_question_is_put_exactly_when_two_answers_to_it_can_lead_to_two_receivers(ruleset, seed):
    given = walk(ruleset, "almby", random.Random(seed))
    told = {}
    for question in ruleset.base.questions:
        asked = interview(ruleset)
        is_put = question.id in given

        concerns = question.id in [one.id for one, _ in asked.answered({**told, question.id: question.options[0].id})]
        assert is_put == (concerns and can_matter(ruleset, question, told))
        told |= {question.id: given[question.id]} if is_put else {}


@pytest.mark.parametrize("seed", range(8))
def test_answers_are_settled_exactly_when_no_two_ways_of_going_on_lead_to_two_receivers(ruleset, seed):
    chance = random.Random(seed)
    given = {one.id: chance.choice(one.options).id for one in ruleset.base.questions if chance.random() < 0.6}

    ends = {answer_to(ruleset, way) for way in every_way(ruleset, given)}

    assert interview(ruleset).is_settled(given) == (len(ends) == 1)


def test_danger_ends_the_questions_where_one_unit_takes_all_who_are_in_danger(own):
    assert interview(own, "hudiksvall").next_question({"urgency": "now"}) is None
    assert answer_to(own, {"urgency": "now"}, "hudiksvall") == ("sos_112", "sos_112")


def test_a_matter_of_the_school_alone_asks_nothing_of_severity(own):
    given = {"urgency": "wait", "age": "teen", "matter": "skolan", "school": "mobbning"}

    assert interview(own, "hudiksvall").next_question(given) is None
    assert answer_to(own, given, "hudiksvall")[0] == "skola"


def test_the_worst_level_ends_the_questions_on_level(own):
    given = {"urgency": "wait", "age": "teen", "matter": "ma_daligt", "feeling": "atstorning", "eating": "disorder"}

    assert getattr(interview(own, "generic").next_question(given), "id", None) != "everyday"


def test_an_answer_to_a_question_that_does_not_concern_the_case_says_nothing(ruleset):
    asked = interview(ruleset)

    given = {"matter": "speech", "mind": "worry", "age": "young", "school": "yes", "life": "well"}

    assert [question.id for question, _ in asked.answered(given)] == ["age", "matter", "life"]
    assert asked.case(given, "guardian").need == "speech"


def test_answers_that_nobody_knows_say_nothing(ruleset):
    assert interview(ruleset).told({"matter": "gone", "gone": "no"}) == interview(ruleset).told({})


def test_what_the_clock_knows_stands_in_the_case(own):
    asked = Interview(own, "stockholm", date(2026, 11, 22), {"facts.out_of_hours": "yes"})

    assert asked.case({"urgency": "now"}, "guardian").values["facts.out_of_hours"] == "yes"


@pytest.mark.parametrize("seed", range(12))
def test_every_walk_ends_with_an_answer_that_no_further_answer_changes(own, seed):
    chance = random.Random(seed)
    area = chance.choice(list(own.areas))
    given = walk(own, area, chance)
    more = {one.id: chance.choice(one.options).id for one in own.base.questions}

    assert answer_to(own, {**more, **given}, area) == answer_to(own, given, area)


@pytest.mark.parametrize("seed", range(12))
def test_a_worse_answer_never_gives_a_milder_level_or_less_urgency(own, seed):
    chance, values = random.Random(seed), own.base.inputs.values
    given = {one.id: chance.choice(one.options).id for one in own.base.questions}
    for question, option in interview(own, "generic").answered(given):
        known = [one for one in question.options if one.id != "unknown"]
        for worse in known[known.index(option):] if option in known else ():
            for scale in ("level", "acute"):
                if scale in worse.sets and scale in option.sets:
                    grades = [interview(own, "generic").case({**given, question.id: one.id}, "guardian").values[scale]
                              for one in (option, worse)]
                    assert values[scale].index(grades[0]) <= values[scale].index(grades[1])


def test_how_much_help_is_needed_can_be_asked_of_every_need_and_who_does_not_know_is_heard_at_once(own):
    heard = {"everyday": "forsta_linjen", "trouble": "forsta_linjen", "at_home": "bas"}
    asked = [one for one in own.base.questions if one.id in heard]

    assert sorted(need for one in asked for need in one.when.values["need"]) == sorted(own.base.inputs.values["need"])
    assert {one.id: one.options[-1].sets["level"] for one in asked} == heard


def asked_first(folder, flags, *, rules):
    """What is asked first where a question on each of many flags stands before the one that tells the needs apart."""
    names = [f"f{number}" for number in range(flags)]
    questions = {name: f"text: Done?, options: [{{id: no, text: No}}, {{id: yes, text: Yes, tried: {name}}}]"
                 for name in names}
    questions["matter"] = "text: What?, options: [{id: a, text: A, need: a}, {id: b, text: B, need: b}]"
    inputs = f"{{need: [a, b], level: [base, more], age: 0-20, tried: [{', '.join(names)}]}}"
    made = make_nation(folder, rules=rules, inputs=inputs, family={"layer": "questions", "questions": questions})
    asked = interview(ruleset_of(made), "nation")
    return asked.next_question({}), asked


def test_many_questions_that_no_rule_asks_for_are_passed_over_at_once(tmp_path):
    rules = {"A": "when: {need: a}, to: x", "B": "when: {need: b}, to: y"}

    question, _ = asked_first(tmp_path, 30, rules=rules)

    assert question.id == "matter"


def test_a_search_that_never_ends_asks_in_vain_rather_than_keep_a_family_waiting(tmp_path):
    flags = [f"f{number}" for number in range(12)]
    chain = {f"A{number}": "".join(f"{flag}: yes, " for flag in flags[:number]) + f"{flag}: no"
             for number, flag in enumerate(flags)} | {"Z": ", ".join(f"{flag}: yes" for flag in flags)}
    rules = {key: f"when: {{need: a, tried: {{{tried}}}}}, to: x" for key, tried in chain.items()}

    question, asked = asked_first(tmp_path, 30, rules={**rules, "B": "when: {need: b}, to: y"})

    assert question.id in flags
    assert asked.next_question({**dict.fromkeys(flags, "no"), "matter": "a"}) is None
