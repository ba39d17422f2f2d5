"""What a check says in words: its verdict in one line, the consent that is needed, and texts that are ready to copy.

Every text says who holds the question now. None says anything of a child but what the question is about.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.ages import MONTHS, Ages
from directory.findings import Say, say
from directory.i18n import pick, translator
from directory.journal.question import MEETING_DAYS
from directory.routing.check import (
    ACUTE, ASK, FROM_18, INCOMPLETE, MEETING, ONWARD, REPORT, RETURNS, RIGHT, UNSURE, WRONG, Checked, Referral)
from directory.routing.first_holder import first_holder
from directory.routing.meant import NO_UNIT
from directory.rules.model import FAMILY, PROTECTION, YOUTH

# Who says yes to a referral, by age. From about 15 the young person's own word counts: the more, the more mature.
# :source: LAW-FB (6 kap. 11 §: a growing say until 18), LAW-LSS and LAW-LVU (15 years), LAW-HSL 16 kap. 4 § (the plan)
CONSENT = (
    (Ages(0, 15 * MONTHS - 1), say("The guardians say yes. The child is told and heard, in a way that fits the age.")),
    (Ages(15 * MONTHS, 18 * MONTHS - 1), say(
        "Ask the young person too, not the guardians alone. From about 15 years their own word counts, by maturity.")),
    (Ages(18 * MONTHS, 120 * MONTHS), say("The young person says yes. The guardians are told only if they want that.")),
)
CONSENT_UNKNOWN_AGE = say("The guardians say yes. From about 15 years the young person's own word counts too.")
NO_CONSENT = say("A report of concern needs nobody's consent. Report first. Ask social services what to tell at home.")
HELP_FIRST = say("Where life is in danger, help comes first. Ask for consent when there is time.")
CONSENT_SOURCES = ("LAW-FB",)

VERDICTS = {  # the line by verdict, where the referral has been sent, and where it has not been sent yet
    RIGHT: (say("Right receiver, complete"), say("Send it to %(receiver)s")),
    INCOMPLETE: (say("Right receiver, missing: %(count)s"), say("Send it to %(receiver)s. Missing: %(count)s")),
    WRONG: (say("Wrong receiver: pass it on to %(receiver)s"),) * 2,
    ONWARD: (say("Right way in: send it on to %(receiver)s"),) * 2,
    ACUTE: (say("Urgent: call %(receiver)s now"),) * 2,
    REPORT: (say("Report at once to %(receiver)s"),) * 2,
    MEETING: (say("A joint meeting settles it: %(holder)s calls it"),) * 2,
    UNSURE: (say("More must be known first: %(inputs)s"),) * 2,
    ASK: (say("Do not send it back: ask once for what is missing"),) * 2,
    RETURNS: (say("This would be a return: call a joint meeting"),) * 2,
    FROM_18: (say("Right receiver from the 18th birthday on: %(to)s"),) * 2,
}
TOO_EARLY = say("Do not send it back: %(receiver)s has its part left")  # of ASK, where nothing is known to be missing
STAYS = say("%(holder)s holds the question.")
UNTIL = say("%(holder)s holds the question until %(receiver)s has confirmed.")
UNTIL_SENT = say("%(holder)s holds the question until %(to)s has confirmed.")
UNTIL_TAKEN = say("%(holder)s holds the question until another unit has taken it on.")
UNTIL_MET = say("%(holder)s holds the question until the meeting has named who takes it.")
CALLS = say("%(caller)s calls the meeting.")
NOT_PASSED_ON = say("The duty to report is each one's own. It is not passed on with the referral.")
SENDER = {
    RIGHT: say("The referral has come to the right unit. %(to)s takes the question."),
    INCOMPLETE: say("The referral has come to the right unit. You need not send a new one."),
    WRONG: say("The question belongs to %(receiver)s. We pass it on. You need not send it again."),
    ONWARD: say("The referral came the right way. We send it on to %(receiver)s. You need not send it again."),
    ACUTE: say("This is urgent. Call %(receiver)s now, do not wait for an answer in writing."),
    MEETING: say("A joint meeting settles the question. %(holder)s calls it, by %(day)s at the latest."),
    UNSURE: say("We ask once, before the question goes anywhere: %(inputs)s."),
    ASK: say("We do not send the question back. By the rules %(receiver)s does its part first."),
    RETURNS: say("By the rules the question belongs to %(receiver)s, which has had it already. We do not send it "
                 "back. We call a joint meeting, by %(day)s at the latest."),
    REPORT: say("Report your concern to %(receiver)s at once, yourself. Do not call home first. Nothing of this goes "
                "to the family. Ask %(receiver)s what to say at home."),
    FROM_18: say("The question is ours from the 18th birthday on. Go on with it until we have confirmed. We plan the "
                 "change together, now."),
}
YOURS = say("This question is yours by the rule %(rule)s: %(need)s. Confirm with the code that you get. If you "
            "do not agree, do not send it back: call a joint meeting.")
CALL = say("I call about a question that is urgent: %(need)s. By the rule %(rule)s it is yours.")
INVITE = say("You are called to a joint meeting on a question: %(need)s. It is held by %(day)s at the latest. Whoever "
             "is called comes. Nobody sends the question on before that.")
CONCERN = say("This is a report of concern: %(need)s. We have not called home. You decide what is said to the family.")
NEXT = {RIGHT: YOURS, INCOMPLETE: YOURS, WRONG: YOURS, ONWARD: YOURS, ACUTE: CALL, MEETING: INVITE, RETURNS: INVITE,
        REPORT: CONCERN}
ASK_FOR = say("We ask once for what is missing: %(items)s. Send it to us.")
ASKED = say("We have asked the sender for what is missing: %(items)s.")
JOURNAL = say("Referral checked %(today)s. %(verdict)s. Rule %(rule)s, edition %(edition)s.")
REPORT_TOO = say("Then report your concern to social services, yourself. Do not call home first. Nothing of this goes "
                 "to the family.")
TO_REPORT = say("Each one who knows of it reports at once. The home is not called first.")
SUPPLIED = say("%(item)s (from %(unit)s)")


@dataclass(frozen=True, slots=True)
class CopyTexts:
    """Texts to copy, in one language; empty where there is nobody to send one to."""

    to_sender: str
    to_next: str
    journal: str


def unit_name(words, kind):
    """The name of a kind of unit, a profession or a family as whoever sends."""
    return translator(words.language)(NO_UNIT[kind].key) if kind in NO_UNIT else words.unit(kind)


def short_name(words, kind):
    """As `unit_name`, with the short name of a unit that has one."""
    return unit_name(words, kind) if kind in NO_UNIT else pick(words.short_of(kind), words.language)


def verdict_line(checked: Checked, referral: Referral):
    """The verdict in one line."""
    is_early = checked.verdict == ASK and not checked.missing
    line = TOO_EARLY if is_early else VERDICTS[checked.verdict][not referral.to]
    return _said(line, _words(checked, referral))


def holder_of(checked: Checked, referral: Referral):
    """The kind of unit, or the profession, that holds the question now, as a receipt of it would say."""
    return first_holder(checked.advice.decision, sender=checked.sender, to=referral.to)


def caller_of(checked: Checked, referral: Referral):
    """The kind of unit that calls the joint meeting: whom the rules name, else the unit that the question came to."""
    return checked.advice.decision.holder if checked.verdict == MEETING else referral.to or holder_of(checked, referral)


def copy_texts(edition, checked: Checked, referral: Referral, *, day: date):
    """The texts to copy on a day."""
    words = checked.advice.words
    said = _words(checked, referral) | {
        "caller": short_name(words, caller_of(checked, referral)), "today": day.isoformat(),
        "day": (day + timedelta(MEETING_DAYS)).isoformat(), "verdict": verdict_line(checked, referral)}
    asks = bool(checked.missing) and checked.verdict in (INCOMPLETE, WRONG, ONWARD, ASK, FROM_18)
    texts = (_to_sender(checked, asks) if referral.to and not _stays_away(edition, checked) else [],
             _to_next(checked, asks) if checked.verdict not in (RIGHT, INCOMPLETE) or not referral.to else [],
             [JOURNAL, TO_REPORT] if checked.is_concern else [JOURNAL])
    holding = _who_holds(checked, referral)
    return CopyTexts(*(" ".join([*(_said(one, said) for one in parts), holding]) if parts else "" for parts in texts))


def _to_sender(checked, asks):
    too = [REPORT_TOO] if checked.is_concern and checked.verdict != REPORT else []
    return [SENDER[checked.verdict], *too, *([ASK_FOR] if asks else [])]


def _to_next(checked, asks):
    if checked.verdict not in NEXT:
        return []
    calls = [CALLS] if checked.verdict == MEETING else []  # the others say it already
    return [NEXT[checked.verdict], *calls, *([ASKED] if asks else [])]


def _stays_away(edition, checked):
    """Whether nothing is written to the sender: of harm nothing goes to the family, and who is reported to knows it."""
    decision = checked.advice.decision
    group = edition.inputs.group_of(decision.case.asker)
    if checked.is_concern:
        return group in (FAMILY, YOUTH) or checked.sender == decision.receiver
    return decision.gate == PROTECTION and group == FAMILY


def consent_of(checked: Checked):
    """What to think of with consent in a case."""
    decision = checked.advice.decision
    if checked.is_concern:
        return NO_CONSENT
    if checked.verdict == ACUTE and decision.gate != PROTECTION:
        return HELP_FIRST
    months = decision.case.months
    return next((text for ages, text in CONSENT if months is not None and months in ages), CONSENT_UNKNOWN_AGE)


def _who_holds(checked, referral):
    """Who holds the question, until when, and who calls the meeting where there must be one."""
    words, holder = checked.advice.words, holder_of(checked, referral)
    said = _words(checked, referral) | {
        "holder": short_name(words, holder), "caller": short_name(words, caller_of(checked, referral))}
    return " ".join(_said(one, said) for one in _holding(checked, referral, holder))


def _holding(checked, referral, holder):
    if checked.is_concern:
        return (NOT_PASSED_ON,)
    if checked.verdict in (MEETING, RETURNS):
        return (UNTIL_MET,) if checked.verdict == MEETING else (CALLS, UNTIL_MET)
    if holder == (referral.to or checked.advice.decision.receiver) or checked.verdict == ASK:
        return (STAYS,)
    if checked.verdict in (RIGHT, INCOMPLETE, FROM_18) and referral.to:
        return (UNTIL_SENT,)
    return (UNTIL,) if checked.verdict in (RIGHT, INCOMPLETE, ACUTE) else (UNTIL_TAKEN,)


def _words(checked, referral):
    advice, words = checked.advice, checked.advice.words
    case = advice.decision.case
    return {
        "language": words.language, "receiver": short_name(words, advice.decision.receiver),
        "holder": short_name(words, advice.decision.holder),
        "to": short_name(words, referral.to) if referral.to else "", "need": words.need(case.need),
        "rule": advice.rule.id if advice.rule else UNSURE, "edition": advice.edition, "count": len(checked.missing),
        "inputs": ", ".join(words.input(name).lower() for name in advice.decision.settles),
        "items": "; ".join(_item(one, words) for one in checked.missing)}


def _item(needed, words):
    text = needed.item.text.read(words.language).rstrip(".")
    return _said(SUPPLIED, {"language": words.language, "item": text, "unit": short_name(words, needed.by)}) \
        if needed.by else text


def _said(sentence: Say, words):
    """A sentence in a language with the words that it names."""
    return Say(sentence.key, words).text(translator(words["language"]))
