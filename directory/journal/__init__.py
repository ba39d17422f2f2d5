"""What the service remembers of what happened: questions that somebody asked to keep, and reports."""

from directory.journal.bounces import (
    Bounce, TooManyReported, count_bounce, count_held, count_meeting, count_refusal)
from directory.journal.codes import REASONS, CodeRefused, read_code, shown_code, shown_confirmation
from directory.journal.confirming import WrongConfirmation
from directory.journal.counting import quarter_of
from directory.journal.documented import BASES, Documented, flows, read_documented
from directory.journal.handed_out import NotAReceiptFile, receipt_file, receipt_from, standing_of_steps
from directory.journal.quarters import (
    Published, QuarterRefused, publish_quarter, published_quarters, sums_published)
from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, ENDS, HAND_OVER, MEETING_HELD, NOBODY, RECEIVED, SAID_NO, Standing, Step,
    StepRefused, ends_for, refuse_no_end, returns_if_handed_over)
from directory.journal.receipt import Draft, Receipt
from directory.journal.receipts import (
    MOST_LISTED, NotKept, ReceiptFull, Taken, Terms, keep, open_receipt, receipts_asking, receipts_at, say_no,
    take_step)
from directory.journal.reports import (
    CODES, COUNTED, ENOUGH, NO_ROOM, Reported, Reports, note_report, reports_counted)
from directory.journal.retention import forget_old
from directory.journal.room import TooManyKept
from directory.journal.returned_once import AlreadyCounted, count_return
from directory.journal.signing import Signer, own_signer, verify
from directory.journal.stored import NoSuchReceipt, ReceiptAltered
from directory.journal.sums import NOTHING, OWN, STEP, Figures, Listed, figures_of, total_of
from directory.journal.suppress import SMALL, TOTAL, Shown, least_of
from directory.journal.took_on import count_step
from directory.journal.visits import PagesShown, count_shown, in_fives, pages_shown

__all__ = [
    "ACCEPT", "ASK_ONCE", "AlreadyCounted", "BASES", "Bounce", "CALL_MEETING", "CODES", "CONSULT", "COUNTED",
    "CodeRefused", "Documented", "Draft", "ENDS", "ENOUGH", "Figures", "HAND_OVER", "Listed", "MEETING_HELD",
    "MOST_LISTED", "NOBODY", "NOTHING", "NO_ROOM", "NoSuchReceipt", "NotAReceiptFile", "NotKept", "OWN",
    "PagesShown", "Published", "QuarterRefused", "REASONS", "RECEIVED", "Receipt", "ReceiptAltered", "ReceiptFull",
    "Reported", "Reports", "SAID_NO", "SMALL", "STEP", "Shown", "Signer", "Standing", "Step", "StepRefused",
    "TOTAL", "Taken", "Terms", "TooManyKept", "TooManyReported", "WrongConfirmation", "count_bounce", "count_held",
    "count_meeting", "count_refusal", "count_return", "count_shown", "count_step", "ends_for", "figures_of",
    "flows", "forget_old", "in_fives", "keep", "least_of", "note_report", "open_receipt", "own_signer",
    "pages_shown", "publish_quarter", "published_quarters", "quarter_of", "read_code", "read_documented",
    "receipt_file", "receipt_from", "receipts_asking", "receipts_at", "refuse_no_end", "reports_counted",
    "returns_if_handed_over", "say_no", "shown_code", "shown_confirmation", "standing_of_steps", "sums_published",
    "take_step", "total_of", "verify",
]
