"""Receipts: kept, opened, stepped with, forgotten; an altered one is refused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select, update

from directory.journal import (
    ACCEPT, ASK_ONCE, CALL_MEETING, HAND_OVER, MEETING_HELD, SAID_NO, NoSuchReceipt, ReceiptAltered, ReceiptFull,
    Signer, StepRefused, TooManyKept, WrongConfirmation, forget_old, receipts_asking, receipts_at)
from directory.journal.models import Count, KeptAnswer, Receipt
from directory.journal.confirming import MOST_TRIES
from directory.journal.receipts import MOST_STEPS
from directory.journal.room import VISITORS_A_MINUTE
from tests.journal.kept import BUP, FIRST_LINE, HEALTH_CENTRE, SCHOOL, SUNDAY, Journal

WRONG = "333333"


@pytest.fixture
def journal(database):
    return Journal(database)


def answers_kept(database):
    with database.transaction() as session:
        return len(session.scalars(select(KeptAnswer.hash)).all())


def handed_over(journal):
    """The code of a question that the health centre handed over to BUP, and the code to confirm with."""
    code = journal.keep().code
    return code, journal.take(code, HAND_OVER, HEALTH_CENTRE, to=BUP)[1]


def test_a_receipt_that_is_opened_is_the_one_that_was_kept(journal):
    kept = journal.keep(within_days=30, receiver=HEALTH_CENTRE)

    assert journal.open(kept.code) == kept
    assert (kept.week, kept.due, kept.forget_on) == ("2026-W47", date(2026, 12, 22), date(2027, 2, 20))
    assert (kept.standing.holder, kept.standing.asked, kept.is_open) == (SCHOOL, HEALTH_CENTRE, True)


def test_from_the_day_that_it_is_forgotten_no_receipt_is_shown(journal):
    code = journal.keep(days=90).code

    assert journal.open(code, SUNDAY + timedelta(89))
    with pytest.raises(NoSuchReceipt):
        journal.open(code, SUNDAY + timedelta(90))
    with pytest.raises(NoSuchReceipt):
        journal.take(code, ACCEPT, HEALTH_CENTRE, day=SUNDAY + timedelta(90))


def test_keeping_one_forgets_those_whose_day_has_come_with_answers_that_no_other_has(journal, database):
    old, shared = journal.keep(days=5, answer={"sv": "old"}), journal.keep(days=5)
    later = journal.keep(day=SUNDAY + timedelta(5))

    with database.transaction() as session:
        assert set(session.scalars(select(Receipt.code))) == {later.code}
        assert forget_old(session, SUNDAY + timedelta(5)) == 0
    assert answers_kept(database) == 1
    assert {old.code, shared.code}.isdisjoint({later.code})


def test_the_same_answer_is_kept_once(journal, database):
    journal.keep()
    journal.keep()
    journal.keep(answer={"sv": "another"})

    assert answers_kept(database) == 2


@pytest.mark.parametrize(("by", "later"), [
    ("", {"at": time(12, 1)}), ("clinic", {"day": SUNDAY + timedelta(1)})])
def test_a_time_has_room_for_so_many_receipts_and_shuts_nobody_else_out(journal, by, later):
    journal.has_room(by=by)
    journal.has_room(by=by)

    with pytest.raises(TooManyKept):
        journal.has_room(by=by)
    assert all(journal.has_room(by=one) for one in ("", "clinic", "another") if one != by)
    assert journal.has_room(by=by, **later)


def test_a_minute_has_room_for_receipts_of_so_many_visitors(journal):
    for _ in range(VISITORS_A_MINUTE):
        journal.keep(sender="")

    with pytest.raises(TooManyKept):
        journal.keep(sender="")
    assert journal.keep(by="clinic").standing.holder == SCHOOL
    assert journal.keep(sender="", at=time(12, 1))


def test_of_a_time_that_is_over_no_limit_is_kept(journal, database):
    for by in ("", "clinic"):
        journal.has_room(by=by)

    with database.transaction() as session:
        forget_old(session, SUNDAY + timedelta(1))
        assert session.scalars(select(Count)).all() == []


def test_a_code_that_nobody_gave_opens_nothing(journal):
    with pytest.raises(NoSuchReceipt):
        journal.open("ACDEFGHJK3")


ALTERED = {
    "week": {"document": {"week": "2026-W46"}}, "step": {"document": {"steps": []}},
    "holder": {"document": {"standing": {}}}, "answer": {"document": {"answer": "0" * 32}},
    "signature": {"signature": "AAAA"}, "area beside it": {"area": "hudiksvall"}, "holder beside it": {"holder": BUP},
    "day beside it": {"forget_on": date(2028, 1, 1)}, "shut beside it": {"is_open": True},
}


@pytest.mark.parametrize("changes", ALTERED.values(), ids=ALTERED)
def test_an_altered_receipt_is_refused(journal, database, changes):
    code = journal.keep().code
    document = journal.take(code, ACCEPT, HEALTH_CENTRE)[0].document
    with database.transaction() as session:
        values = {**changes, **({"document": {**document, **changes["document"]}} if "document" in changes else {})}
        session.execute(update(Receipt).where(Receipt.code == code).values(**values))

    with pytest.raises(ReceiptAltered):
        journal.open(code)
    with pytest.raises(ReceiptAltered):
        journal.take(code, CALL_MEETING, HEALTH_CENTRE)


def test_a_receipt_under_another_code_is_refused(journal, database):
    one, other = journal.keep(), journal.keep(to=BUP)
    with database.transaction() as session:
        session.execute(update(Receipt).where(Receipt.code == one.code).values(
            document=other.document, signature=other.signature, asked=BUP))

    with pytest.raises(ReceiptAltered):
        journal.open(one.code)


def test_an_altered_answer_is_refused(journal, database):
    code = journal.keep().code
    with database.transaction() as session:
        session.execute(update(KeptAnswer).values(answer={"sv": {"receiver": {"id": "nobody"}}}))

    with pytest.raises(ReceiptAltered):
        journal.open(code)


def test_a_receipt_of_another_installation_is_refused(journal, database):
    code = Journal(database, Signer("another secret")).keep().code

    with pytest.raises(ReceiptAltered):
        journal.open(code)


def test_a_hand_over_is_done_when_the_other_says_the_code_and_not_before(journal):
    code, confirm = handed_over(journal)

    assert journal.open(code).standing.holder == HEALTH_CENTRE
    assert journal.open(code).due == SUNDAY + timedelta(7)
    with pytest.raises(WrongConfirmation):
        journal.take(code, ACCEPT, BUP)
    taken, given = journal.take(code, ACCEPT, BUP, confirm=f"{confirm[:3]}-{confirm[3:]}".lower())
    assert (taken.standing.holder, taken.is_open, given) == (BUP, False, "")


@pytest.mark.parametrize("kind", [ASK_ONCE, HAND_OVER, CALL_MEETING])
def test_whoever_was_handed_a_question_does_nothing_with_it_without_the_code(journal, kind):
    code, confirm = handed_over(journal)

    with pytest.raises(WrongConfirmation):
        journal.take(code, kind, BUP, to=FIRST_LINE, item="growth")
    assert journal.take(code, kind, BUP, to=FIRST_LINE, item="growth", confirm=confirm)[0].standing.holder == BUP


def test_the_holder_needs_no_code_and_a_new_hand_over_has_a_new_one(journal):
    code, first = handed_over(journal)

    _, second = journal.take(code, HAND_OVER, HEALTH_CENTRE, to=FIRST_LINE)

    assert first != second
    with pytest.raises(WrongConfirmation):
        journal.take(code, ACCEPT, FIRST_LINE, confirm=first)
    assert journal.take(code, ACCEPT, FIRST_LINE, confirm=second)[0].standing.holder == FIRST_LINE


def test_so_many_wrong_codes_a_day_and_then_not_even_the_right_one(journal):
    code, confirm = handed_over(journal)

    left = []
    for typed in [WRONG] * MOST_TRIES + [confirm]:
        with pytest.raises(WrongConfirmation) as wrong:
            journal.take(code, ACCEPT, BUP, confirm=typed)
        left.append(wrong.value.left)

    assert left == [4, 3, 2, 1, 0, 0]
    assert journal.take(code, ACCEPT, BUP, confirm=confirm, day=SUNDAY + timedelta(1))[0].standing.holder == BUP


def test_wrong_codes_that_come_at_once_are_all_counted(journal):
    code, confirm = handed_over(journal)

    def attempt(_):
        with pytest.raises(WrongConfirmation):
            journal.take(code, ACCEPT, BUP, confirm=WRONG)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(attempt, range(MOST_TRIES)))
    with pytest.raises(WrongConfirmation):
        journal.take(code, ACCEPT, BUP, confirm=confirm)


def test_what_is_no_code_confirms_nothing(journal):
    code, _ = handed_over(journal)

    for typed in ("", "\ud800", "å" * 6, "3" * 5_000):
        with pytest.raises(WrongConfirmation):
            journal.take(code, ACCEPT, BUP, confirm=typed)


def test_of_two_that_step_at_once_one_wins(journal):
    code = journal.keep().code

    def ask(item):
        try:
            return journal.take(code, ASK_ONCE, HEALTH_CENTRE, item=item)[0].standing.asked_for
        except StepRefused as refused:
            return refused.why

    with ThreadPoolExecutor(2) as threads:
        found = set(threads.map(ask, ["growth", "school_mapping"]))

    assert found == {"asked_already", journal.open(code).standing.asked_for}
    assert len(journal.open(code).steps) == 1


def test_a_step_that_is_refused_leaves_no_trace(journal):
    kept = journal.keep()

    with pytest.raises(StepRefused):
        journal.take(kept.code, HAND_OVER, HEALTH_CENTRE, to=SCHOOL)
    assert journal.open(kept.code) == kept


def test_no_unit_says_no_for_a_family(journal):
    code = journal.keep().code

    with pytest.raises(StepRefused) as refused:
        journal.take(code, SAID_NO, HEALTH_CENTRE)
    assert refused.value.why == "no_end"


def test_no_more_refusals_are_kept_than_make_all_meet(journal):
    code = journal.keep(sender="", to=BUP).code

    found = [len(journal.say_no(code).steps) for _ in range(4)]

    assert found == [1, 2, 2, 2]
    assert journal.open(code).standing.refusals == 2


def fill(journal, code):
    """Take as many steps with a question as a receipt has room for; the school holds it then."""
    for _ in range(MOST_STEPS // 2):
        journal.take(code, CALL_MEETING, SCHOOL)
        journal.take(code, MEETING_HELD, SCHOOL, to=SCHOOL)


def test_a_receipt_has_room_for_so_many_steps(journal):
    code = journal.keep().code
    fill(journal, code)

    with pytest.raises(ReceiptFull):
        journal.take(code, HAND_OVER, SCHOOL, to=BUP)
    assert len(journal.say_no(code).steps) == MOST_STEPS


def test_a_full_receipt_can_still_come_to_whoever_a_meeting_names(journal):
    code = journal.keep().code
    fill(journal, code)

    journal.take(code, CALL_MEETING, SCHOOL)
    _, confirm = journal.take(code, MEETING_HELD, SCHOOL, to=BUP)
    taken, _ = journal.take(code, ACCEPT, BUP, confirm=confirm)

    assert (taken.standing.holder, taken.standing.settled) == (BUP, True)


def test_a_question_that_was_refused_twice_lies_on_the_holders_list(journal, database):
    code = journal.keep(sender="", to=BUP).code
    for _ in range(2):
        journal.take(code, ACCEPT, BUP)
        journal.say_no(code)

    with database.transaction() as session:
        assert [one.code for one in receipts_at(session, kinds=[BUP], areas=["ange"], day=SUNDAY)] == [code]


def test_a_meeting_is_due_within_three_weeks(journal):
    code = journal.keep(within_days=30).code

    called, _ = journal.take(code, CALL_MEETING, HEALTH_CENTRE)

    assert called.due == SUNDAY + timedelta(21)


def test_what_a_rule_promises_is_due_from_the_units_that_it_names_alone(journal):
    astray = journal.keep(within_days=30)
    code, confirm = astray.code, journal.take(astray.code, HAND_OVER, HEALTH_CENTRE, to=BUP)[1]

    arrived, _ = journal.take(code, ACCEPT, BUP, confirm=confirm, day=SUNDAY + timedelta(2))

    assert astray.due is None
    assert arrived.due == SUNDAY + timedelta(32)


def test_a_desk_sees_what_it_holds_or_is_asked_with_what_is_due_first_on_top(journal, database):
    late, soon, some_day = (journal.keep(within_days=days, receiver=HEALTH_CENTRE).code for days in (20, 3, None))
    journal.keep(area="hudiksvall")
    journal.keep(to=BUP, sender=FIRST_LINE)
    journal.take(journal.keep().code, ACCEPT, HEALTH_CENTRE)

    def listed(**more):
        with database.transaction() as session:
            found = receipts_at(session, kinds={HEALTH_CENTRE}, areas={"ange"}, **{"day": SUNDAY, **more})
            return [one.code for one in found]

    assert listed() == [soon, late, some_day]
    assert listed(most=2) == [soon, late] and listed(skip=2) == [some_day]
    assert listed(day=SUNDAY + timedelta(90)) == []


def test_what_a_holder_has_asked_for_is_found_and_a_question_of_which_nothing_is_asked_is_not(journal, database):
    journal.keep()
    code = journal.keep().code
    journal.take(code, ASK_ONCE, HEALTH_CENTRE, item="four-views")

    with database.transaction() as session:
        found = receipts_asking(session, areas=["ange"], day=SUNDAY)

    assert [(one.code, one.standing.asked_for) for one in found] == [(code, "four-views")]


def test_what_a_family_keeps_for_itself_is_on_no_list_before_a_unit_has_acted(journal, database):
    code = journal.keep(sender="", to=BUP).code

    def listed():
        with database.transaction() as session:
            return [one.code for one in receipts_at(session, kinds={BUP}, areas={"ange"}, day=SUNDAY)]

    assert listed() == []
    journal.take(code, CALL_MEETING, BUP)
    assert listed() == [code]
