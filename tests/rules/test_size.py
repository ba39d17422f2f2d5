"""What is too large to be proved is refused by name and soon, before anything is compiled."""

from datetime import date
from itertools import product

from directory.findings import ERROR
from directory.rules import load, verify
from tests.build import DAY, make_nation

FLAGS = [f"f{number}" for number in range(30)]


def errors(folder):
    return [one for one in verify(load(folder), day=DAY).findings if one.level == ERROR]


def ladder(flags):
    """Rules that ask for one flag more each."""
    rows = {f"A{at}": _asks({**dict.fromkeys(flags[:at], "no"), flag: "yes"}) for at, flag in enumerate(flags)}
    return {**rows, "Z": _asks(dict.fromkeys(flags, "no"))}


def _asks(flags):
    return f"when: {{tried: {{{', '.join(f'{name}: {value}' for name, value in flags.items())}}}}}, to: x"


def test_rules_that_ask_for_thirty_flags_are_refused_before_they_are_compiled(tmp_path):
    inputs = f"{{need: [a], level: [l], age: 0-20, tried: [{', '.join(FLAGS)}]}}"

    found = errors(make_nation(tmp_path, rules=ladder(FLAGS), inputs=inputs))

    assert [(one.check, one.ids, one.area) for one in found] == [("size", ("A29", "a"), "nation")]


def test_twelve_flags_are_proved(tmp_path):
    inputs = f"{{need: [a], level: [l], age: 0-20, tried: [{', '.join(FLAGS[:12])}]}}"

    found = errors(make_nation(tmp_path, rules=ladder(FLAGS[:12]), inputs=inputs))

    assert {one.check for one in found} <= {"Progress"}


def test_a_region_that_makes_a_table_too_large_is_the_one_that_is_told_of(tmp_path):
    inputs = f"{{need: [a], level: [l], age: 0-20, tried: [{', '.join(FLAGS)}]}}"
    region = {"layer": "region", "within": "nation", "replaces": {"R": f"rule: A, {_asks(dict.fromkeys(FLAGS, 'no'))}"}}

    found = errors(make_nation(tmp_path, rules={"A": "to: x"}, inputs=inputs, west=region))

    assert [(one.check, one.area, one.ids) for one in found] == [("size", "west", ("R", "a"))]


def test_more_inputs_than_can_be_counted_are_refused(tmp_path):
    facts = ", ".join(f"f{number}: [{', '.join(f'v{value}' for value in range(9))}]" for number in range(5_000))
    inputs = f"{{need: [a], level: [l], age: 0-20, facts: {{{facts}}}}}"

    assert [one.check for one in errors(make_nation(tmp_path, rules={"A": "to: x"}, inputs=inputs))] == ["size"]


def test_a_list_of_more_than_a_thousand_words_is_one_finding(tmp_path):
    needs = ", ".join(f"n{number}" for number in range(1_500))

    found = errors(make_nation(tmp_path, rules={"A": f"when: {{need: [{needs}]}}, to: x"}))

    assert [(one.check, "more than 1000" in str(one.message)) for one in found] == [("shape", True)]


def test_a_file_of_more_rules_than_anybody_reviews_is_one_finding(tmp_path):
    found = errors(make_nation(tmp_path, rules={f"A{number}": "to: x" for number in range(2_100)}))

    assert [(one.check, "more than 2000 entries" in str(one.message)) for one in found] == [("shape", True)]


def test_a_rule_in_force_from_the_first_day_there_is_is_in_force_always(tmp_path):
    folder = make_nation(tmp_path, rules={"A": "to: x, valid: {from: 0001-01-01, to: 9999-12-31}"})

    verdict = verify(load(folder), day=DAY)

    assert verdict.ok
    assert verdict.ruleset.areas["nation"].span("focus", date.min).days.first is None


def test_hand_overs_that_fit_together_in_every_order_are_refused_by_name(tmp_path):
    flags = FLAGS[:7]
    rules, moves = {}, {}
    for values in product("01", repeat=len(flags)):
        unit = "u" + "".join(values)
        said = {flag: "yes" if value == "1" else "no" for flag, value in zip(flags, values, strict=True)}
        rules[f"A{unit}"] = _asks(said).replace("to: x", f"to: {unit}")
        moves |= {f"H{unit}{flag}": f"by: {unit}, when: {{tried: {{{flag}: no}}}}, adds: {flag}"
                  for flag, value in said.items() if value == "no"}
    inputs = f"{{need: [a], level: [l], age: 0-20, tried: [{', '.join(flags)}]}}"

    verdict = verify(load(make_nation(tmp_path, rules=rules, hand_overs=moves, inputs=inputs, max_hand_overs="10")),
                     day=DAY)

    assert [(one.check, len(one.ids)) for one in verdict.findings if one.level == ERROR] == [("NB3", 8)]
    assert not {"NB2", "NB3"} & verdict.proved.keys()


def test_units_that_wait_for_many_things_in_any_order_are_proved_soon(tmp_path):
    flags = FLAGS[:6]
    rules, moves = {}, {}
    for values in product(("no", "yes"), repeat=len(flags)):
        said = dict(zip(flags, values, strict=True))
        rules["A" + "".join(values)] = _asks(said).replace("to: x", f"to: u{values.count('yes')}")
    for at, flag in product(range(6), flags):
        moves[f"H{at}{flag}"] = f"by: u{at}, when: {{tried: {{{flag}: no}}}}, adds: {flag}"
    inputs = f"{{need: [a], level: [l], age: 0-20, tried: [{', '.join(flags)}]}}"
    folder = make_nation(tmp_path, rules=rules, hand_overs=moves, inputs=inputs, max_hand_overs="6")

    verdict = verify(load(folder), day=DAY)

    assert (verdict.ok, verdict.proved["NB3"].chains, verdict.proved["NB3"].longest) == (True, 7, 7)
