"""What is said, and whose numbers are shown, where somebody may be in danger: by what it is about, and by who asks."""

from directory.ages import MONTHS
from directory.findings import say
from directory.routing import GROWN, Advice
from directory.rules.model import FACTS, PROTECTION, YES
from directory.web.askers import STAFF, YOUTH
from directory.web.contacts import unit_card

HARM_SUSPECTED = f"{FACTS}harm_suspected"
MOOD, VIOLENCE, OTHER = "ma_daligt", "hemma_vald", "annat"  # groups of needs
ALWAYS, UNDER_18 = ("sos_112", "1177"), ("bris",)  # national numbers, by the agency whose they are
AT_SCHOOL = 6 * MONTHS  # months: from that birthday on an adult is told of Bris too, for the child to ring
NOT_OF = {"forgiftning": {"polis"}}  # by need: whom a rule names for other needs than that one
BESIDES = {MOOD: ("sjalvmordslinjen",), VIOLENCE: ("polis", "sjalvmordslinjen", "kvinnofridslinjen"),
           "droger_brott": ("polis",)}

CALL = say("Call now. They answer day and night.")
STAY = say(
    "Call now. They answer day and night. Do not leave the child or young person alone. Call 112 if it gets worse.")
STAY_AND_TALK = say(
    "Call now. They answer day and night. Do not leave the child or young person alone. Whoever is under 18 can also "
    "call Bris, 116 111. Whoever thinks of dying can also call 90101. Call 112 if it gets worse.")
BY_YOURSELF = say("Call now. They answer day and night. Tell an adult that you trust. Call 112 if it gets worse.")
TALK_TO_BRIS = say(
    "Call now. They answer day and night. Tell an adult that you trust. Are you under 18? Then you can also call Bris, "
    "116 111. Call 112 if it gets worse.")
TALK_TO_SOMEBODY = say(
    "Call now. They answer day and night. Tell an adult that you trust, and do not stay alone. Are you under 18? Then "
    "you can also call Bris, 116 111. Do you think of dying? Then you can also call 90101. Call 112 if it gets worse.")
CALL_NOW = {  # by group of needs and who asks; None: every other
    (MOOD, YOUTH): TALK_TO_SOMEBODY, (VIOLENCE, YOUTH): TALK_TO_BRIS, (None, YOUTH): BY_YOURSELF,
    (MOOD, None): STAY_AND_TALK,
    (OTHER, None): CALL,  # nobody can stay with a child that is missing
    (None, None): STAY,
}
PROTECT = {  # by who asks; None: every other
    YOUTH: say("Does somebody hurt you? Call social services too. They can protect you."),
    STAFF: say("Do you suspect that somebody is harmed? Report it to social services too, at once."),
    None: say("Is somebody hurt or treated badly? Call social services too."),
}


def danger_in(advice: Advice):
    """Which danger an advice is for: `acute`, PROTECTION, or None."""
    return "acute" if advice.acute else PROTECTION if advice.decision.gate == PROTECTION else None


def call_now(advice: Advice, who):
    """What to do where there is danger and nobody knows yet who takes it."""
    group = _group(advice)
    keys = ((group, who), (None, who), (group, None), (None, None))
    return next(CALL_NOW[key] for key in keys if key in CALL_NOW)


def also_protect(advice: Advice, who):
    """The English of what is said of social services where harm is suspected and another danger comes first; else None.
    """
    is_told = advice.decision.case.values.get(HARM_SUSPECTED) == YES
    if not (is_told and danger_in(advice)) or advice.decision.gate == PROTECTION:
        return None
    return PROTECT.get(who, PROTECT[None]).key


def numbers_in_danger(advice, who, *, about_something, now):
    """By agency the national numbers to ring besides the receiver's own; none where nobody is in danger.

    :param about_something: whether somebody has said what it is about; where not, every number may be the right one
    :param now: the moment, which tells what is open; None: that is not shown
    """
    if not danger_in(advice):
        return {}
    national, shown = advice.words.catalogue.national, {advice.decision.receiver, advice.decision.holder}
    wanted = _wanted(advice, who) if about_something else national.keys() - not_for(advice, who)
    return {agency: unit_card(one, advice.words.language, danger=True, now=now) for agency, one in national.items()
            if agency in wanted and agency not in shown}


def _wanted(advice, who):
    """The agencies that matter for an age and for what it is about, and those that the rule names."""
    harmed = advice.decision.case.values.get(HARM_SUSPECTED) == YES
    groups = {_group(advice), *((VIOLENCE,) if harmed or advice.decision.gate == PROTECTION else ())}
    named = advice.rule.also if advice.rule else ()
    lines = (one for group in groups for one in BESIDES.get(group, ()))
    return {*ALWAYS, *UNDER_18, *named, *lines} - not_for(advice, who) - not_of(advice)


def not_of(advice: Advice):
    """The agencies that the rule names, but not for the need that somebody asks about."""
    return NOT_OF.get(advice.decision.case.need, set())


def not_for(advice: Advice, who):
    """The agencies that somebody of this age is too old for, or too small to ring."""
    months = advice.decision.case.months
    is_theirs = months is None or (0 if who == YOUTH else AT_SCHOOL) <= months < GROWN
    return set() if is_theirs else set(UNDER_18)


def _group(advice):
    need = advice.words.catalogue.needs.get(advice.decision.case.need)
    return need.group if need else None
