"""What a check says in words: its verdict in one line, who holds the question, and the consent that is needed."""

from directory.ages import MONTHS, Ages
from directory.findings import Say, say
from directory.i18n import pick, translator
from directory.journal.question import HAND_OVER
from directory.routing.check import (
    ACUTE, ALSO, ASK, FROM_18, INCOMPLETE, MEETING, ONWARD, REPORT, REPORTED, RETURNS, RIGHT, UNSURE, WRONG, Checked)
from directory.routing.first_holder import whose
from directory.routing.meant import NO_UNIT
from directory.routing.referral import Referral
from directory.rules.model import PROTECTION

Law = tuple[tuple[str, str], ...]  # pairs of the id of a source and the section of it
GROWING_SAY: Law = (("LAW-FB", "6 kap. 11 §"),)  # of the child, until 18
REPORTS: Law = (("LAW-SOL", "19 kap. 1 §"),)

# Who says yes to a referral, by age, and what that rests on. From about 15 the young person's own word counts: the
# more, the more mature; LAW-LSS and LAW-LVU name 15 years.
CONSENT: tuple[tuple[Ages, Say, Law], ...] = (
    (Ages(0, 15 * MONTHS - 1), say("The guardians say yes. The child is told and heard, in a way that fits the age."),
     GROWING_SAY),
    (Ages(15 * MONTHS, 18 * MONTHS - 1), say(
        "Ask the young person too, not the guardians alone. From about 15 years their own word counts, by maturity."),
     GROWING_SAY),
    (Ages(18 * MONTHS, 120 * MONTHS), say("The young person says yes. The guardians are told only if they want that."),
     ()),
)
CONSENT_UNKNOWN_AGE = say("The guardians say yes. From about 15 years the young person's own word counts too.")
NO_CONSENT = say("A report of concern needs nobody's consent. Report first. Ask social services what to tell at home.")
REPORT_CAME = say("A report of concern needs nobody's consent. You decide what is told at home.")
HELP_FIRST = say("Where life is in danger, help comes first. Ask for consent when there is time.")

VERDICTS = {  # the line by verdict, where the referral has been sent, and where it has not been sent yet
    RIGHT: (say("Right receiver, complete"), say("Send it to %(receiver)s")),
    INCOMPLETE: (say("Right receiver, missing: %(count)s"), say("Send it to %(receiver)s. Missing: %(count)s")),
    WRONG: (say("Wrong receiver: pass it on to %(receiver)s"),) * 2,
    ONWARD: (say("Right way in: send it on to %(receiver)s"),) * 2,
    ALSO: (say("Can receive it too. First by the rules: %(receiver)s"),) * 2,
    ACUTE: (say("Urgent: call %(receiver)s now"),) * 2,
    REPORT: (say("Report at once to %(receiver)s"),) * 2,
    REPORTED: (say("Right receiver: a report of concern. Assess the protection at once"),) * 2,
    MEETING: (say("A joint meeting settles it: %(holder)s calls it"),) * 2,
    UNSURE: (say("More must be known first: %(inputs)s"),) * 2,
    ASK: (say("Do not send it back: ask once for what is missing"),) * 2,
    RETURNS: (say("This would be a return: call a joint meeting"),) * 2,
    FROM_18: (say("Right receiver from the 18th birthday on: %(to)s"),) * 2,
}
WHICH_UNIT = say("Find out first which unit sends. %(receiver)s may have had the question")
# By verdict the lines that stand instead of those above: the first of which it is so.
INSTEAD = {
    RIGHT: ((lambda one: one.is_own, say("The question is yours already")),),
    INCOMPLETE: ((lambda one: one.is_own, say("The question is yours already. Missing: %(count)s")),),
    ACUTE: ((lambda one: one.is_right, say("Right receiver, and urgent")),),
    ASK: ((lambda one: one.from_one_of, WHICH_UNIT),
          (lambda one: not one.ends, say("%(receiver)s has its part left, and keeps the question")),
          (lambda one: not one.missing, say("Do not send it back: %(receiver)s has its part left"))),
    RETURNS: ((lambda one: one.came_back, say("The question has come back: call a joint meeting")),
              (lambda one: one.from_one_of, WHICH_UNIT)),
    WRONG: ((lambda one: HAND_OVER not in one.ends, say("Wrong receiver: it belongs to %(receiver)s")),),
}
# Where a family turns to who takes referrals alone: sent, and not sent yet.
BY_REFERRAL = (say("Right receiver, but a referral is needed"), say("A referral to %(receiver)s is needed"))
SUPPLIERS = {"guardian": say("the guardians"), "youth": say("the young person")}  # whoever they are by age


def unit_name(words, kind):
    """The name of a kind of unit, a profession or a family as whoever sends."""
    return translator(words.language)(NO_UNIT[kind].key) if kind in NO_UNIT else words.unit(kind)


def short_name(words, kind):
    """As `unit_name`, with the short name of a unit that has one."""
    return unit_name(words, kind) if kind in NO_UNIT else pick(words.short_of(kind), words.language)


def supplier_name(words, kind):
    """As `short_name`, of whoever can supply an item, as it stands within a sentence."""
    known = SUPPLIERS.get(kind)
    return known.text(translator(words.language)) if known else short_name(words, kind)


def verdict_line(checked: Checked, referral: Referral):
    """The verdict in one line."""
    return filled(_line(checked, referral), words_for(checked, referral))


def _line(checked, referral):
    if checked.by_referral:
        return BY_REFERRAL[not referral.to]
    instead = (line for is_so, line in INSTEAD.get(checked.verdict, ()) if is_so(checked))
    return next(instead, VERDICTS[checked.verdict][not referral.to])


def holder_of(checked: Checked, referral: Referral):
    """The kind of unit, or the profession, that holds the question now; empty where nobody does yet. A report that has
    come is for whom it came to.
    """
    return referral.to if checked.is_reported else whose(checked.standing)


def belongs_to(checked: Checked):
    """The kind of unit that the question is for. What nothing but protection decides stays with those of social
    services who sent it, whoever of them answers at this hour.
    """
    decision = checked.advice.decision
    return checked.senders[0] if stays_with_sender(checked) else decision.receiver


def stays_with_sender(checked: Checked):
    """Whether social services sent what nothing but protection decides."""
    return checked.verdict == ASK and checked.advice.decision.gate == PROTECTION


def consent_of(checked: Checked):
    """What to think of with consent in a case."""
    return consent_and_law(checked)[0]


def consent_and_law(checked: Checked):
    """What to think of with consent in a case, and the law that this rests on."""
    decision = checked.advice.decision
    if checked.is_concern:
        return REPORT_CAME if checked.is_reported else NO_CONSENT, REPORTS
    if checked.verdict == ACUTE and decision.gate != PROTECTION:
        return HELP_FIRST, ()
    return consent_at(decision.case.ages)


def consent_at(ages: Ages | None):
    """Who says yes at some ages, None: they are not known; and the law that this rests on."""
    found = ((text, law) for known, text, law in CONSENT if ages and ages.within(known))
    return next(found, (CONSENT_UNKNOWN_AGE, GROWING_SAY))


def words_for(checked: Checked, referral: Referral):
    """What sentences on a check name, in its language."""
    advice, words = checked.advice, checked.advice.words
    decision = advice.decision
    return {
        "language": words.language, "receiver": short_name(words, belongs_to(checked)),
        "holder": short_name(words, decision.holder),
        "caller": short_name(words, checked.caller) if checked.caller else "",
        "to": short_name(words, referral.to) if referral.to else "",
        "need": words.need(decision.case.need), "rule": advice.rule.id if advice.rule else "",
        "edition": advice.edition, "count": len(checked.missing),
        "inputs": ", ".join(words.input(name).lower() for name in decision.settles)}


def filled(sentence: Say, words):
    """A sentence in a language with the words that it names."""
    return Say(sentence.key, words).text(translator(words["language"]))
