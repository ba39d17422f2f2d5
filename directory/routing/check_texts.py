"""Texts of a check that are ready to copy: to the sender, to the next unit, for the record.

Each says who holds the question: a text that tells of a step, who holds it after that step; the record, who held it
when it was checked. None says anything of a child but what the question is about.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.findings import say
from directory.journal.question import ASK_ONCE, CONSULT, HAND_OVER, MEETING_DAYS
from directory.routing.check import (
    ACUTE, ALSO, ASK, FROM_18, INCOMPLETE, MEETING, ONWARD, REPORT, REPORTED, RETURNS, RIGHT, UNSURE, WRONG, Checked)
from directory.routing.check_steps import standing_told, steps_told
from directory.routing.check_words import filled, holder_of, short_name, supplier_name, verdict_line, words_for
from directory.routing.first_holder import whose
from directory.routing.from_18 import goes_on_until_18
from directory.routing.holds import holding_kinds
from directory.routing.item_lines import item_line, listed
from directory.routing.referral import Referral
from directory.routing.same_desk import same_desk
from directory.routing.senders import is_family
from directory.rules.model import FAMILY, PROTECTION, YOUTH

TAKES_IT = say("The referral has come to the right unit. %(to)s takes the question.")
BELONGS = say("The question belongs to %(receiver)s. %(way)s")
TURN_THERE = say("Turn there.")  # where the rule has no words of its own for the way
HELP_THERE = say("The question belongs to %(receiver)s. We help you to get there.")
# To a family, which writes no referral: the same verdicts.
FAMILY_RIGHT = (say("You have come to the right place. %(to)s takes the question."),
                say("You have come to the right place. %(to)s answers you."))
FAMILY_SENDER = {
    RIGHT: FAMILY_RIGHT, INCOMPLETE: (say("You have come to the right place. You need not start again."),) * 2,
    ONWARD: (say("You have come the right way. We send the question on to %(receiver)s. You need not ask again."),
             BELONGS),
}
WHICH_UNIT = say("Tell us first which unit you write from. By the rules the question belongs to %(receiver)s, which "
                 "may have had it already.")
IF_NEWS = say("If we see that the child may be harmed, we tell you at once.")
UNTIL_18 = say("The question is ours from the 18th birthday on. Until then it belongs to %(receiver)s. We pass it on. "
               "You need not send it again.")
HELP_THERE_NOW = say("The question belongs to %(receiver)s. We help you to get there. %(way)s")
# By verdict, where the steps are taken that it tells of, and where none is; of FROM_18, to the unit that goes on
# with it, and to any other.
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
    ASK: (say("We do not send the question back. By the rules %(receiver)s does its part first."),
          say("By the rules %(receiver)s does its part first. The question stays there.")),
    RETURNS: (say("By the rules the question belongs to %(receiver)s, which has had it already. We do not send it "
                  "back. We call a joint meeting, by %(day)s at the latest."),
              say("By the rules the question belongs to %(receiver)s, which has had it already. Do not send it there. "
                  "%(caller)s calls a joint meeting, by %(day)s at the latest.")),
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
SAME_DESK = say("The question is yours already: you are the same desk.")
CALL_US = say("This is urgent. Call us now, do not wait for an answer in writing.")
ADVICE = say("We give advice.")
BY_REFERRAL = say("The question is for us, but it comes with a referral. %(way)s You need not write again.")
WRITE_IT = say("A question needs a referral to %(receiver)s: %(need)s. Rule %(rule)s says so. Meet the family and "
               "write it.")
YOURS = say("This question is yours by the rule %(rule)s: %(need)s. Confirm with the code that you get. If you "
            "do not agree, do not send it back: call a joint meeting.")
ANSWERS = say("We turn to you with a question: %(need)s. By the rule %(rule)s it is for you to answer.")
CALL = say("I call about a question that is urgent: %(need)s. By the rule %(rule)s it is yours.")
CALL_UNRULED = say("I call about a question that is urgent: %(need)s.")
INVITE = say("You are called to a joint meeting on a question: %(need)s. It is held by %(day)s at the latest. Whoever "
             "is called comes. Nobody sends the question on before that.")
CONCERN = say("This is a report of concern: %(need)s. We have not called home. You decide what is said to the family.")
CALLS = say("%(caller)s calls the meeting.")
ASK_FOR = say("We ask once for what is missing. Send it to us:")
ASKED = say("We have asked the sender for what is missing:")
LACKS = say("Still missing:")
SUPPLIED = say("%(item)s (from %(unit)s)")
JOURNAL = say("Referral checked %(today)s. %(verdict)s. Rule %(rule)s, edition %(edition)s.")
JOURNAL_18 = say("Referral checked %(today)s. %(verdict)s. Rule %(grown_rule)s from the birthday on, until then "
                 "%(rule)s. Edition %(edition)s.")
JOURNAL_18_ONLY = say("Referral checked %(today)s. %(verdict)s. Rule %(grown_rule)s from the birthday on, until then "
                      "no rule decides. Edition %(edition)s.")
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
NOBODY_UNTIL = say("Nobody holds the question until %(receiver)s has taken it.")
NOBODY_CALLED = say("Nobody holds the question until %(caller)s has called the meeting.")
NOBODY_YET = say("Nobody holds the question yet.")


@dataclass(frozen=True, slots=True)
class CopyTexts:
    """Texts to copy, in one language; empty where there is nobody to send one to."""

    to_sender: str
    to_next: str
    journal: str


def copy_texts(edition, checked: Checked, referral: Referral, *, day: date):
    """The texts to copy on a day."""
    told = steps_told(edition, checked, referral, day=day)
    standing = standing_told(edition, checked, told)
    said = _said(checked, referral, standing, day=day)
    is_written_to = referral.to and not _stays_away(edition, checked, referral)
    to_sender = _to_sender(edition, checked, referral, told) if is_written_to else []
    holding = _after(edition, checked, referral, standing)
    return CopyTexts(
        _joined(to_sender, said, holding), _joined(_to_next(edition, checked, referral, told), said, holding),
        _joined(_journal(checked), said, _when_checked(checked, referral)))


def _joined(sentences, said, last):
    """A text of sentences and those that end it, which bring their own words; empty where there are none.

    A sentence may be a pair of itself and the items that stand below it, one a line.
    """
    parts = [_part(one, said) for one in sentences] + [filled(*one) for one in last]
    return " ".join(parts).replace(" \n", "\n").replace("\n ", "\n") if sentences else ""


def _part(one, said):
    if not isinstance(one, tuple):
        return filled(one, said)
    sentence, lines = one
    return f"\n{listed(filled(sentence, said), lines)}\n"


def _said(checked, referral, standing, *, day):
    """What the sentences name."""
    words, grown = checked.advice.words, checked.birthday
    takes = standing.holder or referral.to
    return words_for(checked, referral) | {
        "to": short_name(words, takes) if takes else "", "way": _way(checked), "today": day.isoformat(),
        "day": (day + timedelta(MEETING_DAYS)).isoformat(), "verdict": verdict_line(checked, referral),
        "grown_rule": grown.row.rule.id if grown else ""}


def _way(checked):
    """How whoever sends reaches the receiver."""
    how, language = checked.advice.how, checked.advice.words.language
    return how.text.read(language) if how.text else filled(TURN_THERE, {"language": language})


def _to_sender(edition, checked, referral, told):
    kinds = [one.kind for one in told]
    if checked.by_referral:
        return [BY_REFERRAL]
    if _is_one_desk(edition, checked, referral):
        return [SAME_DESK]
    too = [REPORT_TOO] if checked.is_concern and not checked.is_reported and checked.verdict != REPORT else []
    too += [IF_NEWS] if checked.is_protected and not checked.is_concern else []
    advice = [ADVICE] if checked.verdict == ASK and CONSULT in kinds else []
    first = _first(edition, checked, referral, told)
    return [first, *too, *advice, *_missing(checked, ASK_FOR if ASK_ONCE in kinds else LACKS, checked.asks)]


def _first(edition, checked, referral, told):
    """What a text to the sender begins with."""
    verdict = checked.verdict
    if verdict == ACUTE and checked.is_right:
        return CALL_US
    if checked.from_one_of:
        return WHICH_UNIT
    if verdict == FROM_18:
        stays = goes_on_until_18(edition, checked.advice.decision, checked.standing.holder)
        return UNTIL_18 if told else SENDER[FROM_18][not stays]
    texts = (FAMILY_SENDER if is_family(edition, referral.case) else SENDER).get(verdict, SENDER[verdict])
    if verdict == RETURNS:
        return _of_a_return(edition, checked, referral, told)
    if verdict in (WRONG, ONWARD):
        return _of_another(checked, [one.kind for one in told], texts)
    return texts[not told]


def _is_one_desk(edition, checked, referral):
    """Whether it was sent to the sender's own desk, and nothing is urgent."""
    calm = checked.verdict not in (ACUTE, RETURNS) and not checked.is_concern
    return calm and bool(referral.to) and same_desk(edition, referral.case.area)(checked.standing.holder, referral.to)


def _of_a_return(edition, checked, referral, told):
    """Who calls the meeting: we, where the unit that it came to can; else another."""
    if checked.came_back:
        return CAME_BACK
    if not checked.caller:
        return BELONGS
    is_ours = bool(told) and same_desk(edition, referral.case.area)(checked.caller, referral.to)
    return SENDER[RETURNS][not is_ours]


def _of_another(checked, kinds, texts):
    """Where the question belongs to another, and who sees to it that it gets there."""
    if HAND_OVER in kinds:
        return texts[0]
    if not whose(checked.standing):
        return HELP_THERE_NOW
    return HELP_THERE if kinds else BELONGS


def _missing(checked, sentence, items):
    """What is said of the items that are missing; nothing where nobody waits for them."""
    waits = checked.verdict in (INCOMPLETE, WRONG, ONWARD, ASK, FROM_18, ALSO) and not checked.from_one_of
    return [(sentence, [_item(one, checked.advice.words) for one in items])] if items and waits else []


def _to_next(edition, checked, referral, told):
    """To whom the question goes, where it goes anywhere."""
    if checked.verdict == ACUTE and checked.is_right and not checked.is_concern:
        return []
    if checked.verdict in (REPORT, ACUTE):
        call = CALL if checked.advice.rule else CALL_UNRULED
        return [CONCERN if checked.verdict == REPORT else call]
    if checked.from_one_of:
        return []
    if checked.verdict in (MEETING, RETURNS):
        return [INVITE, CALLS] if checked.caller else [INVITE]
    return _passed_on(edition, checked, referral, [one.kind for one in told])


def _passed_on(edition, checked, referral, kinds):
    """What goes along with a question that is sent, or handed over."""
    if checked.by_referral:
        return [WRITE_IT, *_missing(checked, LACKS, checked.missing)]
    stays = checked.is_own or bool(referral.to) and HAND_OVER not in kinds
    if stays or not checked.advice.rule:
        return []
    yours = YOURS if _can_confirm(edition, checked) else ANSWERS
    asked = ASK_ONCE in kinds
    return [yours, *_missing(checked, ASKED if asked else LACKS, checked.asks if asked else checked.missing)]


def _can_confirm(edition, checked):
    """Whether the receiver can hold the question, so that there is something to wait for."""
    decision = checked.advice.decision
    return decision.receiver in holding_kinds(edition, decision.case.area)


def _journal(checked):
    first = JOURNAL if checked.advice.rule else JOURNAL_UNRULED
    if checked.verdict == FROM_18:
        first = JOURNAL_18 if checked.advice.rule else JOURNAL_18_ONLY
    return [first, TO_REPORT] if checked.is_concern and not checked.is_reported else [first]


def _stays_away(edition, checked, referral):
    """Whether nothing is written to the sender: of harm nothing goes to the family, and who is reported to knows it."""
    decision = checked.advice.decision
    group = edition.inputs.group_of(decision.case.asker)
    if checked.is_concern:
        return group in (FAMILY, YOUTH) or referral.to in checked.senders
    return decision.gate == PROTECTION and group == FAMILY


def _after(edition, checked, referral, standing):
    """Who holds the question after the steps that are told of, and until when: sentences with their words.

    :param standing: that after the steps
    """
    if checked.is_reported:
        return _named(checked, STAYS, referral.to)
    if checked.is_concern:
        return [(NOT_PASSED_ON, words_for(checked, referral))]
    holder = whose(standing)
    if not holder:
        return _nobody(edition, checked, referral)
    if checked.verdict in (MEETING, RETURNS) and not checked.from_one_of:
        return _named(checked, UNTIL_MET, holder)
    asked = _awaited(edition, checked, referral, standing)
    return _named(checked, UNTIL if asked and asked != holder else STAYS, holder, asked)


def _nobody(edition, checked, referral):
    """That nobody holds the question; of what is urgent only where somebody there will."""
    if checked.verdict in (MEETING, RETURNS) and checked.caller:
        return [(NOBODY_CALLED, words_for(checked, referral))]
    can = _can_confirm(edition, checked)
    if checked.verdict == ACUTE and not can:
        return []
    return [(NOBODY_UNTIL if can else NOBODY_YET, words_for(checked, referral))]


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
    text = item_line(needed.item, words.language)
    unit = supplier_name(words, needed.by) if needed.by else ""
    return filled(SUPPLIED, {"language": words.language, "item": text, "unit": unit}) if unit else text
