"""The second method guards the first: a fault planted in the first is seen, and without it nothing is said.

Here, and nowhere else, something of our own is patched: a fault of the program cannot be handed in as a value.
"""

from dataclasses import replace

import pytest

from directory.ages import Ages
from directory.rules import compile as compiling
from directory.rules import flow, grid, second, stages
from directory.rules.checks import second_method
from directory.rules.flow import Flow
from directory.rules.grid import Grid
from directory.rules.model import Valid, When
from directory.rules.tables import Area, Row, Table
from tests.build import DAY, found_in, make_base, make_nation, views


def rich(folder):
    """A base in which everything that the first method can get wrong matters."""
    return make_nation(
        folder,
        inputs="{need: [focus, worry], level: [base, more], age: 0-20, tried: [a, b], facts: {harm: [no, yes]}}",
        units={"z": "acts_as: x"},
        protection={"P": "to: guard"},
        gates="{protection: [{facts: {harm: yes}, need: focus}]}",
        rules={
            "A": "when: {tried: {a: no}, age: 0-11}, to: x",
            "B": "when: {tried: {a: no}, age: 12-20}, to: y",
            "C": "when: {tried: {a: yes}, level: base}, to: v",
            "D": "when: {tried: {a: yes}, level: more}, to: w",
        },
        hand_overs={
            "H1": "by: x, when: {tried: {a: no}}, adds: a, level: more",
            "H2": "by: y, when: {tried: {a: no}}, adds: a",
        },
        west={
            "layer": "region",
            "within": "nation",
            "replaces": {"R": "rule: A, when: {age: 6-11}, to: z"},
            "open": {"O": "rule: C, when: {age: 9}"},
        },
    )


def disagreements(folder):
    return [one for one in second_method.compare(views(folder)) if one.check == "second-method"]


@pytest.fixture
def folder(tmp_path):
    return rich(tmp_path / "rich")


def test_the_methods_agree_where_nothing_is_planted(folder, tmp_path):
    assert disagreements(folder) == []
    assert disagreements(make_base(tmp_path / "small")) == []
    assert found_in(folder) == []


def ages_ignored(patch):
    mask = Grid.mask
    patch.setattr(Grid, "mask", lambda self, when: mask(self, When(when.values)))


def last_years_left_out(patch):
    aged = Grid._aged
    patch.setattr(Grid, "_aged", lambda self, ages: aged(self, Ages(ages.first, ages.last - 36)))


def cuts_one_month_late(patch):
    make = stages.make_grid
    patch.setattr(
        stages,
        "make_grid",
        lambda values, left_out, ages, cuts: make(values, left_out, ages, {cut + 1 for cut in cuts}),
    )


def old_value_kept(patch):
    moved = Grid.moved
    patch.setattr(Grid, "moved", lambda self, mask, sets: mask | moved(self, mask, sets))


def one_set_forgotten(patch):
    moved = Grid.moved
    patch.setattr(Grid, "moved", lambda self, mask, sets: moved(self, mask, dict(list(sets.items())[:-1])))


def cases_left_with_the_target(patch):
    overlaid = stages._overlaid
    patch.setattr(
        stages,
        "_overlaid",
        lambda rows, rules, need, grid: {
            key: row for key, row in overlaid(rows, rules, need, grid).items() if key not in rows
        },
    )


def overlay_forgotten(patch):
    patch.setattr(stages, "_overlaid", lambda rows, rules, need, grid: {})


def gate_forgotten(patch):
    own = stages.own_gates
    patch.setattr(
        stages, "own_gates", lambda base, stage, need: [] if stage == "protection" else own(base, stage, need)
    )


def acute_reaches_the_table(patch):
    patch.setattr(stages, "gates_before", lambda base, stage, need: [])


def a_hand_over_dropped(patch):
    moves = Flow.moves.func
    patch.setattr(
        Flow,
        "moves",
        property(lambda self: {key: [one for one in found if one[0].id != "H2"] for key, found in moves(self).items()}),
    )


def acts_as_ignored(patch):
    patch.setattr(Area, "acts_as", lambda self, unit: {unit})


def a_row_lost(patch):
    patch.setattr(
        stages,
        "Table",
        lambda stage, grid, universe, rows: Table(stage, grid, universe, rows[:-1] if len(rows) > 3 else rows),
    )


def a_row_said_to_be_another(patch):
    patch.setattr(
        stages, "Row", lambda rule, when, mask, holder: Row(rule, when, mask, "w" if holder == "v" else holder)
    )


def holder_of_an_open_row_forgotten(patch):
    patch.setattr(
        stages, "Row", lambda rule, when, mask, holder: Row(rule, when, mask, "sip" if rule.opens else holder)
    )


def open_cases_handed_over(patch):
    patch.setattr(flow, "Stop", lambda receiver, holder: flow_stop(receiver, receiver))


flow_stop = flow.Stop


def bits_shifted(patch):
    axes_of = grid._axes

    def shifted(columns):
        axes, size = axes_of(columns)
        return {name: replace(axis, masks=_shifted(axis.masks)) for name, axis in axes.items()}, size

    patch.setattr(grid, "_axes", shifted)


def _shifted(masks):
    return {value: mask >> 1 for value, mask in masks.items()}


PLANTED = [
    ages_ignored,
    last_years_left_out,
    cuts_one_month_late,
    old_value_kept,
    one_set_forgotten,
    cases_left_with_the_target,
    overlay_forgotten,
    gate_forgotten,
    acute_reaches_the_table,
    a_hand_over_dropped,
    acts_as_ignored,
    a_row_lost,
    a_row_said_to_be_another,
    holder_of_an_open_row_forgotten,
    open_cases_handed_over,
    bits_shifted,
]


@pytest.mark.parametrize("plant", PLANTED)
def test_a_fault_planted_in_the_first_method_is_caught(folder, monkeypatch, plant):
    plant(monkeypatch)

    found = disagreements(folder)

    assert found
    assert all(one.level == "error" and one.ids and one.hint for one in found)


def test_days_that_are_ignored_are_caught(tmp_path, monkeypatch):
    rules = {"A": "to: x, valid: {to: 2026-12-31}"}
    folder = make_nation(
        tmp_path,
        rules=rules,
        units={"y": ""},
        west={
            "layer": "region",
            "within": "nation",
            "replaces": {"R": "rule: A, to: y, valid: {from: 2026-01-01, to: 2026-06-30}"},
        },
    )
    monkeypatch.setattr(Valid, "holds", lambda self, day: True)
    ignored = views(folder)
    assert all(view.all_flows for view in ignored.values())
    monkeypatch.undo()

    assert list(second_method.compare(ignored))


def test_a_replacement_that_never_ends_is_caught(tmp_path, monkeypatch):
    folder = make_nation(
        tmp_path,
        rules={"A": "to: x"},
        units={"y": ""},
        west={
            "layer": "region",
            "within": "nation",
            "replaces": {"R": "rule: A, to: y, valid: {from: 2026-01-01, to: 2026-06-30}"},
        },
    )
    monkeypatch.setattr(compiling, "stretches", lambda valids: [Valid()])

    assert list(second_method.compare(views(folder)))


def test_the_second_method_shares_no_code_with_the_first():
    imported = {
        name
        for name in vars(second)
        if name in {"grid", "compile", "flow", "Grid", "Table", "Flow", "make_grid", "flows_of"}
    }

    assert imported == set()


def test_the_tallies_of_both_methods_count_what_nobody_and_what_two_take(tmp_path):
    folder = make_nation(tmp_path, rules={"A": "when: {age: 0-9}, to: x", "B": "when: {age: 9-17}, to: y"})
    view = views(folder)["nation"]
    ((need, span),) = view.spans

    ours = second.Walker(view.base, view.area).tally(need, DAY)

    assert ours == second_method.of_first_method(span)
    assert (ours.uncovered, ours.doubled) == (3 * 12 * 2 * 8, 12 * 2 * 8)
