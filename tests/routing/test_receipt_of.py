"""What is kept of an answer: the rule that gave it, and nothing of the child but that the rule fits."""

import random
from collections import defaultdict

import pytest

from directory import clock
from directory.ages import parse_ages
from directory.editions import build
from directory.journal import receipt_file
from directory.journal.document import first_document, receipt_of
from directory.journal.signing import as_signed
from directory.routing import advise, draft_of, still_says
from directory.rules import UNSURE, Case, read_case
from tests.small import make_small, send_to

TODAY = clock.today()
CASE = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "bas", "age": "9y7m"}


def draft(edition, *, sender="", to="", **changes):
    case = read_case({**CASE, **changes}, edition.inputs, areas=edition.ruleset.areas, today=TODAY)
    return of_case(edition, case, sender=sender, to=to)


def of_case(edition, case, *, sender="", to="", languages=("sv",)):
    advice = {language: advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id,
                               language=language) for language in languages}
    return draft_of(edition, advice, sender=sender, to=to)


def kept(made):
    return receipt_of(first_document(made, "ACDEFGHJK3", day=TODAY, forget_on=TODAY), "", made.answer)


def some_cases(edition, count):
    """Cases of every area and need, with facts of all kinds."""
    chance, inputs = random.Random(7), edition.inputs
    for _ in range(count):
        values = {name: chance.choice(known) if chance.random() < 0.4 else known[0]
                  for name, known in inputs.values.items() if name != "need"}
        values["level"] = chance.choice(inputs.values["level"])
        yield Case(chance.choice(list(edition.ruleset.areas)), chance.choice(inputs.values["need"]),
                   chance.randint(inputs.ages.first, inputs.ages.last), values, "guardian", TODAY)


@pytest.fixture(scope="module")
def drafts(edition):
    """Pairs of a case and what is kept of its answer."""
    return [(case, of_case(edition, case)) for case in some_cases(edition, 400)]


def test_a_receipt_says_which_rule_gave_which_answer_where(edition):
    found = draft(edition, tried={"school_measures": "yes"}, sender="elevhalsa", to="bup")

    assert (found.area, found.ages, found.edition) == ("hudiksvall", "6-17", edition.id)
    assert (found.sender, found.to) == ("elevhalsa", "bup")
    assert found.answer["sv"]["rule"]["id"] == found.rule
    assert found.answer["sv"]["receiver"]["id"] == found.receiver


def test_a_question_that_was_put_to_nobody_is_put_to_whoever_holds_it(edition):
    assert draft(edition).to == draft(edition).holder
    assert draft(edition, sender="elevhalsa").to == ""


def test_a_receipt_holds_no_exact_age_and_no_fact(edition):
    found = draft(edition, tried={"school_measures": "yes"}, facts={"goals_reached": "no"})
    told = as_signed(receipt_file(kept(found))).decode()

    assert "9y7m" not in told and "guardian" not in told
    assert {"why", "would_change", "pathway"}.isdisjoint(found.answer["sv"])
    assert "facts" not in kept(found).document and "need" not in kept(found).document


def test_cases_that_the_same_rule_decides_are_kept_alike(drafts):
    alike = defaultdict(list)
    for case, found in drafts:
        alike[found.area, found.rule, found.ages].append((case.months, as_signed([found.answer, found.within_days])))

    assert any(len({months for months, _ in same}) > 1 for same in alike.values())
    assert all(len({answer for _, answer in same}) == 1 for same in alike.values())


def test_the_ages_of_a_receipt_are_those_of_its_rule_around_the_childs(drafts):
    assert all(case.months in parse_ages(found.ages) for case, found in drafts)
    assert all(parse_ages(found.ages).first < parse_ages(found.ages).last for _, found in drafts)


def test_rules_that_are_unchanged_still_say_the_same(edition, drafts):
    assert all(still_says(edition, kept(found), day=TODAY) == (found.receiver,) for _, found in drafts)


def test_of_an_unknown_age_every_age_is_kept(edition):
    assert draft(edition, age="unknown").ages == str(edition.inputs.ages)


def test_an_answer_that_no_rule_gave_is_kept_too(edition):
    found = draft(edition, age="unknown", level="unknown")

    assert (found.rule, found.answer["sv"]["holds_for"]["cells"]) == (UNSURE, [])
    assert still_says(edition, kept(found), day=TODAY) == (found.receiver,)


def test_after_a_change_a_receipt_says_who_receives_today(tmp_path):
    small = make_small(tmp_path / "small")
    before = build(small.rules, small.seed, day=TODAY)
    receipt = kept(draft(before, area="land", need="focus", level="bas"))
    send_to(small, "school")
    after = build(small.rules, small.seed, day=TODAY)

    assert still_says(before, receipt, day=TODAY) == ("clinic",)
    assert still_says(after, receipt, day=TODAY) == ("school",)


def test_where_the_rules_were_divided_a_receipt_says_all_who_receive_today(tmp_path):
    small = make_small(tmp_path / "small")
    receipt = kept(draft(build(small.rules, small.seed, day=TODAY), area="land", need="focus", level="bas"))
    written = (small.rules / "rules.yaml").read_text("utf-8")
    (small.rules / "rules.yaml").write_text(written.replace(
        "rules: [{id: A1, to: clinic", "rules: [{id: A0, when: {age: 0-9y5m}, to: school, because: The young}, "
        "{id: A1, when: {age: 9y6m-20}, to: clinic"), "utf-8")

    assert set(still_says(build(small.rules, small.seed, day=TODAY), receipt, day=TODAY)) == {"school", "clinic"}
