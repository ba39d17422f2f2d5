"""Grids: sets of cases as bits say the same as sets of cases written out."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.ages import Ages
from directory.rules.grid import make_grid
from directory.rules.model import When

VALUES = {"level": ("l1", "l2", "l3"), "tried.a": ("no", "yes"), "facts.p": ("unknown", "yes", "no")}
WHOLE = Ages(0, 251)
CUTS = (72, 150, 216)
GRID = make_grid(VALUES, {"acute": frozenset({"no"}), "tried.b": frozenset({"no", "yes"})}, WHOLE, CUTS)

whens = st.builds(
    When,
    st.fixed_dictionaries(
        {}, optional={name: st.frozensets(st.sampled_from(values), min_size=1) for name, values in VALUES.items()}
    ),
    st.sampled_from([None, Ages(0, 71), Ages(72, 149), Ages(72, 251), Ages(150, 215), WHOLE]),
)
masks = st.integers(0, GRID.all)
sets = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in VALUES.items()})


def cases(mask):
    return {tuple(sorted(GRID.case_at(bit).items())) for bit in range(GRID.size) if mask >> bit & 1}


@given(whens)
@settings(max_examples=60)
def test_a_mask_holds_the_cases_that_fit_and_no_other(when):
    firsts = (0, *CUTS)
    fitting = {
        (("age", age), ("facts.p", p), ("level", level), ("tried.a", a))
        for age, level, a, p in product(firsts, *VALUES.values())
        if (when.ages is None or age in when.ages)
        and all({"level": level, "tried.a": a, "facts.p": p}[name] in allowed for name, allowed in when.values.items())
    }

    assert cases(GRID.mask(when)) == fitting


@given(masks, sets)
@settings(max_examples=60)
def test_moved_cases_have_the_new_values_and_keep_the_rest(mask, new):
    assert cases(GRID.moved(mask, new)) == {tuple(sorted({**dict(case), **new}.items())) for case in cases(mask)}


@given(masks, sets)
@settings(max_examples=60)
def test_before_is_every_case_that_moves_into_the_set(mask, new):
    there = cases(mask)

    assert cases(GRID.before(mask, new)) == {
        case for case in cases(GRID.all) if tuple(sorted({**dict(case), **new}.items())) in there
    }


@given(masks.filter(bool))
@settings(max_examples=60)
def test_a_box_lies_inside_its_set_around_its_case(mask):
    bit = (mask & -mask).bit_length() - 1

    box = GRID.box_mask(GRID.box_around(bit, mask))

    assert box >> bit & 1 and not box & ~mask
    assert GRID.first_case(mask) == GRID.case_at(bit)


def test_a_value_that_is_left_out_fits_all_or_nothing():
    assert GRID.mask(When({"tried.b": frozenset({"no"})})) == GRID.all
    assert GRID.mask(When({"acute": frozenset({"yes"})})) == 0


def test_cells_count_whole_years_and_what_is_left_out():
    grid = make_grid({"level": ("l1", "l2")}, {"tried.b": frozenset({"no", "yes"})}, WHOLE, (210,))

    assert grid.cells(grid.all) == 2 * 2 * 22  # 21 years, one of them cut in two


def test_a_stretch_reaches_to_the_next_cut():
    assert GRID.stretch([72]) == Ages(72, 149)
    assert GRID.stretch([72, 150]) == Ages(72, 215)
    assert GRID.stretch([216]) == Ages(216, 251)
