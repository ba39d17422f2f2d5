"""Texts of a check that are ready to copy: to the sender, to the next unit, for the record.

Each says who holds the question: a text that tells of a step, who holds it after that step; the record, who held it
when it was checked. None says anything of a child but what the question is about.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.findings import say
from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER, MEETING_DAYS, Standing, Step, after, ends_for)
from directory.routing.check import (
    ACUTE, ALSO, ASK, FROM_18, INCOMPLETE, MEETING, ONWARD, REPORT, REPORTED, RETURNS, RIGHT, UNSURE, WRONG, Checked,
    Referral)
from directory.routing.check_words import (
    caller_of, filled, holder_of, short_name, supplier_name, verdict_line, words_for)
from directory.routing.first_holder import whose
from directory.routing.holds import holding_kinds
from directory.routing.same_desk import same_desk
from directory.rules.model import FAMILY, PROTECTION, YOUTH

# The steps that the text to the sender tells of, by verdict: the first list of which all can be taken. None of the
# others is told of; where no list fits, the text tells of no step.
TOLD = {
    RIGHT: ((ACCEPT,),), ALSO: ((ACCEPT,),), REPORTED: (), REPORT: (), ACUTE: (),
    INCOMPLETE: ((ASK_ONCE,),),
    WRONG: ((ASK_ONCE, HAND_OVER), (HAND_OVER,), (CONSULT,), (ACCEPT,)),
    ONWARD: ((ASK_ONCE, HAND_OVER), (HAND_OVER,), (CONSULT,), (ACCEPT,)),
    ASK: ((ASK_ONCE,), (CONSULT,)),
    UNSURE: ((ACCEPT,),), FROM_18: (), RETURNS: ((CALL_MEETING,),), MEETING: ((CALL_MEETING,),),
}
TAKES_IT = say("The referral has come to the right unit. %(to)s takes the question.")
BELONGS = say("The question belongs to %(receiver)s. %(way)s")
TURN_THERE = say("Turn there.")  # where the rule has no words of its own for the way
HELP_THERE = say("The question belongs to %(receiver)s. We help you to get there.")
# By verdict, where the steps are taken that it tells of, and where none is; of FROM_18, to a unit and to a family.
SENDER = {
    RIGHT: (TAKES_IT, say("The referral has come to the right unit. %(to)s answers you.")),
    INCOMPLETE: (say("The referral has come to the right unit. You need not send a new one."),) * 2,
    WRONG: (say("The question belongs to %(receiver)s. We pass it on. You need not send it again."), BELONGS),
    ONWARD: (say("The referral came the right way. We send it on to %(receiver)s. You need not send it again."),
             BELONGS),
    ALSO: (say("The rules name us too, beside %(receiver)s. We take the question."),) * 2,
    ACUTE: (say("This is urgent. Call %(receiver)s now, do not wait for an answer in writing."),) * 2,
    MEETING: (say("A joint meeting settles the question. %(holder)s calls it, by %(day)s at the latest."),) * 2,
    UNSURE: (say("Tell us, before the question goes anywhere: %(inputs)s. We take it on meanwhile."),
             say("More must be known before the question goes anywhere: %(inputs)s.")),
    ASK: (say("We do not send the question back. By the rules %(receiver)s does its part first."),) * 2,
    RETURNS: (say("By the rules the question belongs to %(receiver)s, which has had it already. We do not send it "
                  "back. We call a joint meeting, by %(day)s at the latest."),
              say("By the rules the question belongs to %(receiver)s, which has had it already. A joint meeting is "
                  "called, by %(day)s at the latest.")),
    REPORT: (say("Report your concern to %(receiver)s at once, yourself. Do not call home first. Nothing of this goes "
                 "to the family. Ask %(receiver)s what to say at home."),) * 2,
    REPORTED: (say("Thank you for your report. It has come to the right place. We assess at once whether the child "
                   "needs protection. We decide what is told at home."),) * 2,
    FROM_18: (say("The question is ours from the 18th birthday on. Go on with it until we have confirmed. We plan the "
                  "change together, now."),
              say("The question is ours from the 18th birthday on. Until then it belongs to %(receiver)s. %(way)s")),
}
CAME_BACK = say("The question has come back to us, and we have had it before. We do not send it on. We call a joint "
                "meeting, by %(day)s at the latest.")
YOURS = say("This question is yours by the rule %(rule)s: %(need)s. Confirm with the code that you get. If you "
            "do not agree, do not send it back: call a joint meeting.")
ANSWERS = say("We turn to you with a question: %(need)s. By the rule %(rule)s it is for you to answer.")
CALL = say("I call about a question that is urgent: %(need)s. By the rule %(rule)s it is yours.")
CALL_UNRULED = say("I call about a question that is urgent: %(need)s.")
INVITE = say("You are called to a joint meeting on a question: %(need)s. It is held by %(day)s at the latest. Whoever "
             "is called comes. Nobody sends the question on before that.")
CONCERN = say("This is a report of concern: %(need)s. We have not called home. You decide what is said to the family.")
CALLS = say("%(caller)s calls the meeting.")
ASK_FOR = say("We ask once for what is missing: %(items)s. Send it to us.")
ASKED = say("We have asked the sender for what is missing: %(items)s.")
LACKS = say("Still missing: %(items)s.")
SUPPLIED = say("%(item)s (from %(unit)s)")
JOURNAL = say("Referral checked %(today)s. %(verdict)s. Rule %(rule)s, edition %(edition)s.")
JOURNAL_UNRULED = say("Referral checked %(today)s. %(verdict)s. No rule decides yet. Edition %(edition)s.")
REPORT_TOO = say("Then report your concern to social services, yourself. Do not call home first. Nothing of this goes "
                 "to the family.")
TO_REPORT = say("Each one who knows of it reports at once. The home is not called first.")
NOT_PASSED_ON = say("The duty to report is each one's own. It is not passed on with the referral.")
STAYS = say("%(holder)s holds the question.")
UNTIL = say("%(holder)s holds the question until %(receiver)s has confirmed.")
UNTIL_MET = say("%(holder)s holds the question until the meeting has named who takes it.")
WHEN_CHECKED = say("When this was checked, %(holder)s held the question.")
NOBODY_HELD = say("When this was checked, nobody held the question yet.")


@dataclass(frozen=True, slots=True)
class CopyTexts:
    """Texts to copy, in one language; empty where there is nobody to send one to."""

    to_sender: str
    to_next: str
    journal: str


def copy_texts(edition, checked: Checked, referral: Referral, *, day: date):
    """The texts to copy on a day."""
    told, said = steps_told(edition, checked, referral, day=day), _said(checked, referral, day=day)
    to_sender = _to_sender(checked, told) if referral.to and not _stays_away(edition, checked) else []
    holding = _after(edition, checked, referral, told=told)
    return CopyTexts(
        _joined(to_sender, said, holding), _joined(_to_next(edition, checked, referral, told), said, holding),
        _joined(_journal(checked), said, _when_checked(checked, referral)))


def _joined(sentences, said, last):
    """A text of sentences and those that end it, which bring their own words; empty where there are none."""
    return " ".join(filled(*one) for one in (*((each, said) for each in sentences), *last)) if sentences else ""


def _said(checked, referral, *, day):
    """What the sentences name."""
    words, caller = checked.advice.words, caller_of(checked, referral)
    return words_for(checked, referral) | {
        "caller": short_name(words, caller) if caller else "", "way": _way(checked), "today": day.isoformat(),
        "day": (day + timedelta(MEETING_DAYS)).isoformat(), "verdict": verdict_line(checked, referral),
        "items": "; ".join(_item(one, words) for one in checked.missing)}


def _way(checked):
    """How whoever sends reaches the receiver."""
    how, language = checked.advice.how, checked.advice.words.language
    return how.text.read(language) if how.text else filled(TURN_THERE, {"language": language})


def steps_told(edition, checked: Checked, referral: Referral, *, day: date) -> tuple[Step, ...]:
    """The steps that the texts tell of, all of which a receipt of the check would let be taken."""
    alike, ends = same_desk(edition, referral.case.area), checked.ends
    by = caller_of(checked, referral) if checked.verdict in (MEETING, RETURNS) else referral.to
    if checked.verdict in (RIGHT, MEETING):  # these may be taken too, where no end is offered
        ends = ends_for(checked.standing, by, alike)
    told = next((kinds for kinds in TOLD[checked.verdict] if all(one in ends for one in kinds)), ())
    items = " ".join(one.item.id for one in checked.missing)
    return tuple(Step(one, by, day, checked.advice.decision.receiver if one == HAND_OVER else "",
                      items if one == ASK_ONCE else "") for one in told)


def standing_told(edition, checked: Checked, referral: Referral, *, day: date) -> Standing:
    """The standing of the question after the steps that the texts tell of."""
    return _taken(edition, checked, steps_told(edition, checked, referral, day=day))


def _taken(edition, checked, steps):
    standing = checked.standing
    for step in steps:
        standing = after(standing, step, same_desk(edition, checked.advice.decision.case.area))
    return standing


def _to_sender(checked, told):
    kinds = [one.kind for one in told]
    first = SENDER[checked.verdict][not told]
    if checked.came_back and checked.verdict == RETURNS:
        first = CAME_BACK
    elif checked.verdict == FROM_18:
        first = SENDER[FROM_18][not checked.standing.holder]
    elif checked.verdict in (WRONG, ONWARD) and HAND_OVER not in kinds:
        first = HELP_THERE if ACCEPT in kinds else BELONGS
    too = [REPORT_TOO] if checked.is_concern and not checked.is_reported and checked.verdict != REPORT else []
    return [first, *too, *_missing(checked, ASK_FOR if ASK_ONCE in kinds else LACKS)]


def _missing(checked, sentence):
    """What is said of the items that are missing; nothing where nobody waits for them."""
    waits = checked.verdict in (INCOMPLETE, WRONG, ONWARD, ASK, FROM_18)
    return [sentence] if checked.missing and waits else []


def _to_next(edition, checked, referral, told):
    """To whom the question goes, where it goes anywhere."""
    if checked.verdict in (REPORT, ACUTE):
        call = CALL if checked.advice.rule else CALL_UNRULED
        return [CONCERN if checked.verdict == REPORT else call]
    if checked.verdict in (MEETING, RETURNS):
        return [INVITE, CALLS] if caller_of(checked, referral) else [INVITE]
    return _passed_on(edition, checked, referral, [one.kind for one in told])


def _passed_on(edition, checked, referral, kinds):
    """What goes along with a question that is sent, or handed over."""
    stays = checked.is_own or bool(referral.to) and HAND_OVER not in kinds
    if stays or not checked.advice.rule:
        return []
    yours = YOURS if _can_confirm(edition, checked) else ANSWERS
    return [yours, *_missing(checked, ASKED if ASK_ONCE in kinds else LACKS)]


def _can_confirm(edition, checked):
    """Whether the receiver can hold the question, so that there is something to wait for."""
    decision = checked.advice.decision
    return decision.receiver in holding_kinds(edition, decision.case.area)


def _journal(checked):
    first = JOURNAL if checked.advice.rule else JOURNAL_UNRULED
    return [first, TO_REPORT] if checked.is_concern and not checked.is_reported else [first]


def _stays_away(edition, checked):
    """Whether nothing is written to the sender: of harm nothing goes to the family, and who is reported to knows it."""
    decision = checked.advice.decision
    group = edition.inputs.group_of(decision.case.asker)
    if checked.is_concern:
        return group in (FAMILY, YOUTH) or decision.receiver in checked.senders
    return decision.gate == PROTECTION and group == FAMILY


def _after(edition, checked, referral, *, told):
    """Who holds the question after the steps that are told of, and until when: sentences with their words."""
    if checked.is_reported:
        return _named(checked, STAYS, referral.to)
    if checked.is_concern:
        return [(NOT_PASSED_ON, words_for(checked, referral))]
    standing = _taken(edition, checked, told)
    holder = whose(standing)
    if not holder:
        return []
    if checked.verdict in (MEETING, RETURNS):
        return _named(checked, UNTIL_MET, holder)
    asked = _awaited(edition, checked, referral, standing)
    return _named(checked, UNTIL if asked and asked != holder else STAYS, holder, asked)


def _awaited(edition, checked, referral, standing):
    """The unit that has yet to confirm, once the text has gone where it goes; empty where none has."""
    if not standing.holder or checked.is_own:
        return ""
    if referral.to and checked.verdict != ACUTE:
        return standing.asked
    return checked.advice.decision.receiver if _can_confirm(edition, checked) else ""


def _when_checked(checked, referral):
    holder = holder_of(checked, referral)
    if checked.is_concern and not checked.is_reported:
        return [(NOT_PASSED_ON, words_for(checked, referral))]
    return _named(checked, WHEN_CHECKED, holder) if holder else [(NOBODY_HELD, words_for(checked, referral))]


def _named(checked, sentence, holder, asked=""):
    words = checked.advice.words
    return [(sentence, {"language": words.language, "holder": short_name(words, holder),
                        "receiver": short_name(words, asked) if asked else ""})]


def _item(needed, words):
    text = needed.item.text.read(words.language).rstrip(".")
    unit = supplier_name(words, needed.by) if needed.by else ""
    return filled(SUPPLIED, {"language": words.language, "item": text, "unit": unit}) if unit else text
