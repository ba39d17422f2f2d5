"""The words for what is counted of returned referrals."""

from flask_babel import lazy_gettext as _l

REASONS = {
    "wrong_level": _l("Wrong level"), "missing_attachment": _l("Something was missing"),
    "age_border": _l("Age border"), "not_our_area": _l("Not our task"), "full": _l("Full"),
    "no_answer": _l("No answer"), "did_not_attend": _l("Did not come to the meeting"),
    "other_agreed": _l("Other reason that is agreed on"),
}
HELD = {"0-7": _l("0–7 days"), "8-21": _l("8–21 days"), "22-": _l("22 days or more")}
MEETINGS = {"in_time": _l("Held in time"), "late": _l("Held too late")}
BASES = {
    "agreement": _l("The agreement says so"), "law": _l("The law says so"), "guidance": _l("Guidance says so"),
    "authority": _l("The authority says so"), "inference": _l("Our own reading"),
}
