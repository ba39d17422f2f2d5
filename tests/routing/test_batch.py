"""Many coded referrals: known columns alone, a row with a fault says where, and every other row has its answer."""

from datetime import date

import pytest

from directory.i18n import translator
from directory.routing.batch import ADDED, ALLOWED, Batch, ColumnsRefused, columns_of

DAY = date(2026, 11, 23)
COLUMNS = ("area", "need", "level", "age", "from", "to", "has", "tried.school_measures")
ROW = ("hudiksvall", "koncentration_adhd", "specialist", "9", "forskola", "bup", "", "yes")


@pytest.fixture
def answer(edition):
    """The answer to ROW with some cells changed."""
    def answered(columns=COLUMNS, **changes):
        changed = {name.replace("__", "."): value for name, value in changes.items()}
        cells = {**dict(zip(COLUMNS, ROW, strict=True)), **changed}
        batch = Batch(edition, columns_of(edition, columns), "en", DAY)
        return batch.answer([cells.get(name, "") for name in columns])
    return answered


def test_a_row_has_verdict_receiver_holder_rule_and_what_is_missing(answer):
    found = answer(has="four-views; consent,own-views")

    assert found.cells[:3] == ("incomplete", "bup", "Child and adolescent psychiatry (BUP)")
    assert found.cells[3:5] == ("forskola", "adhd-school-done")
    assert found.cells[5:] == ("support-evaluated pedagogical-statement school-findings", "")


@pytest.mark.parametrize(("changes", "verdict"), [
    ({"to": "hab"}, "wrong"), ({"to": ""}, "incomplete"), ({"area": "ljusdal"}, "incomplete"),
    ({"from": "skolskoterska", "tried__school_measures": "no"}, "ask"),
    ({"need": "far_illa"}, "report"), ({"age": "unknown", "area": "generic"}, "unsure")])
def test_a_row_is_checked_as_one_referral_is(answer, changes, verdict):
    assert answer(**changes).verdict == verdict


@pytest.mark.parametrize(("column", "value"), [
    ("area", "atlantis"), ("need", "adhd?"), ("level", "=1+1"), ("age", "nine"), ("from", "somebody"),
    ("to", "the doctor"), ("has", "everything"), ("tried.school_measures", "perhaps"), ("age", "")])
def test_a_code_that_is_not_known_is_named_by_its_column_and_nothing_else_is_said(answer, column, value):
    found = answer(**{column.replace(".", "__"): value})

    assert [name for name, _ in found.faults] == [column]
    assert found.cells[:6] == ("",) * 6 and found.cells[6].startswith(f"{column}: ")


def test_every_fault_of_a_row_is_told_at_once(answer):
    assert {name for name, _ in answer(need="x", to="y", has="z", age="w").faults} == {"need", "to", "has", "age"}


def test_a_personal_identity_number_is_told_of_and_not_repeated(answer):
    found = answer(has="19121212-1212")

    assert found.hidden == {"has"}
    assert "1212" not in "".join(found.cells)


def test_a_row_without_anything_has_no_answer_and_no_fault(answer, edition):
    empty = Batch(edition, COLUMNS, "en", DAY).answer(("",) * len(COLUMNS))

    assert set(empty.cells) == {""}


def test_alike_rows_have_the_same_answer_worked_out_once(edition):
    batch = Batch(edition, COLUMNS, "en", DAY)

    assert batch.answer(ROW) is batch.answer(ROW)


def test_columns_may_come_in_any_order_and_in_capitals(edition):
    assert columns_of(edition, [" Age", "LEVEL", "need", "area", "facts.placed"])[:2] == ("age", "level")


@pytest.mark.parametrize(("header", "unknown", "missing", "twice"), [
    (("area", "need", "level", "age", "namn"), ("namn",), (), ()), (("area", "need", "age"), (), ("level",), ()),
    (("area", "need", "level", "age", "Age"), (), (), ("age",)),
    (("area", "need", "level", "age", ""), ('""',), (), ()),
    (("area", "need", "level", "age", "verdict"), ("verdict",), (), ())])
def test_a_header_with_any_other_column_is_refused_whole(edition, header, unknown, missing, twice):
    with pytest.raises(ColumnsRefused) as refused:
        columns_of(edition, header)

    assert (refused.value.unknown, refused.value.missing, refused.value.twice) == (unknown, missing, twice)


def test_a_header_that_looks_like_a_personal_number_is_not_repeated(edition):
    with pytest.raises(ColumnsRefused) as refused:
        columns_of(edition, ["area", "need", "level", "age", "19121212-1212"])

    (said,) = refused.value.unknown
    assert "1212" not in said.text(translator("en")) and "1212" not in str(refused.value)


def test_no_column_that_is_added_is_one_that_may_be_there():
    assert not set(ADDED) & set(ALLOWED)


@pytest.mark.parametrize(("said", "verdict"), [("", "incomplete"), ("no", "ask")])
def test_an_answer_in_a_row_counts_against_what_its_items_show(answer, said, verdict):
    row = {"from": "skolskoterska", "to": "bup", "has": "four-views support-evaluated", "tried.school_measures": said}

    assert answer(**row).verdict == verdict
