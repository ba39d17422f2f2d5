"""What one says, and what happens then, where somebody may be in danger: by need, who asks and who answers."""

from dataclasses import dataclass

from directory.findings import say
from directory.routing import GROWN, Advice
from directory.rules.model import PROTECTION, YES
from directory.web.askers import STAFF, YOUTH
from directory.web.public.answer_danger import HARM_SUSPECTED, danger_in

HARMED = "far_illa"  # the need whose words serve wherever somebody suspects harm
HARMS = (HARMED, "omsorgssvikt", "vald", "sexuella_overgrepp", "hedersvald")
SOCIAL_SERVICES = ("soc_mottag", "socialjour")
SOS = "sos_112"
TELL_OF = {  # by need: what a child or young person says of themselves, and what anybody else says
    "suicidtankar": (say("I think of dying."), say("I call about somebody who thinks of dying.")),
    "sjalvskada": (say("I hurt myself on purpose."), say("I call about somebody who hurts themselves on purpose.")),
    "forgiftning": (say("I have swallowed something poisonous."), say("Somebody has swallowed something poisonous.")),
    "forsvunnen": (say("Somebody I know is missing."), say("I call about somebody who is missing.")),
    "akut_hot": (say("Somebody threatens or hits right now."),) * 2,
    "akut_fara_liv": (say("Somebody's life is in danger."),) * 2,
    "vald": (say("I am hit or threatened. Do not call home."), say("I call because somebody is hit or threatened.")),
    "sexuella_overgrepp": (say("Somebody has done something to my body that I did not want. Do not call home."),
                           say("I call because somebody may have been sexually abused.")),
    "omsorgssvikt": (say("I do not get food or the care that I need. Do not call home."),
                     say("I call about somebody who does not get food or care.")),
    "hedersvald": (say("I am not safe with my family. They must not know that I call."),
                   say("I call about somebody who is not safe with their family. The family must not know.")),
    HARMED: (say("I am treated badly. Do not call home."), say("I am afraid that somebody is harmed.")),
}
REPORT = say("I work with children and want to report concern for one of them.")  # of staff, to social services
NEVER_HOME = say("Say that nobody is to call home before you have talked.")
PROTECTS = say("The staff must tell those who can protect you.")  # of a child; who is grown decides that themselves
HELP_ME, HELP_US = say("I need help now.”"), say("We need help now.”")
WHAT_NOW = say("What do I do now?”")
WHERE_AND_WHAT = say("I am at … (say where you are). This has happened: …")  # what 112 asks for first
LISTEN = say("They listen and tell you what the next step is.")
THEN = {  # by who takes the call
    SOS: say("They ask what has happened and where you are. Do not hang up until they say so."),
    "polis": say("They ask what has happened and where. They can reach both 112 and the social services on call."),
    "barnakut": say("There they look at the body first."), "akutmottagning": say("There they look at the body first."),
}
POISON = "forgiftning"
NOT_URGENT = say("The poisons information centre gives advice when it is not urgent. Are you unsure? Call 112.")


@dataclass(frozen=True, slots=True)
class Saying:
    """Words to begin a call with, as English: what it is about, None where none are written for that, and the end."""

    about: str | None
    end: str


def words_in_danger(advice: Advice, who):
    """Words to begin a call with; None where nobody is in danger."""
    if not danger_in(advice):
        return None
    if who == STAFF and PROTECTS in _to_know(advice) and advice.decision.receiver in SOCIAL_SERVICES:
        return Saying(REPORT.key, WHAT_NOW.key)
    need, is_own = _told_of(advice), who == YOUTH
    about = TELL_OF[need][0 if is_own else 1] if need else None
    if about is None and advice.decision.holder == SOS:
        about = WHERE_AND_WHAT
    return Saying(about and about.key, (HELP_ME if is_own else HELP_US).key)


def _told_of(advice):
    """The need whose words serve; None: none do."""
    need = advice.decision.case.need
    is_protected = need in HARMS or is_harm(advice) and advice.decision.receiver in SOCIAL_SERVICES
    return need if need in TELL_OF else HARMED if is_protected else None


def is_harm(advice: Advice):
    """Whether somebody may be harmed by others, so that nobody should call home unasked."""
    decision = advice.decision
    told = decision.case.values.get(HARM_SUSPECTED) == YES or decision.gate == PROTECTION
    return bool(danger_in(advice)) and (told or decision.case.need in HARMS)


def not_home(advice: Advice):
    """The English of what somebody who is harmed can ask for, and of what staff must do for a child; none where nobody
    may be harmed.
    """
    return tuple(one.key for one in _to_know(advice))


def _to_know(advice):
    months = advice.decision.case.months
    told = (NEVER_HOME,) if months is not None and months >= GROWN else (NEVER_HOME, PROTECTS)
    return told if is_harm(advice) else ()


def then_in_danger(advice: Advice):
    """The English of what whoever takes the call does then, a sentence or two; none where nobody is in danger."""
    if not danger_in(advice):
        return ()
    then = THEN.get(advice.decision.receiver, LISTEN)
    more = (NOT_URGENT,) if advice.decision.case.need == POISON else ()
    return tuple(one.key for one in (then, *more))
