"""Why an answer is what it is, in the words of whoever asked."""

from flask_babel import gettext as _

from directory.findings import say
from directory.i18n import FROM_THE_RIGHT, in_order, translator
from directory.routing import Advice
from directory.rules.model import ACUTE, AGE, FACTS, LEVEL, NO
from directory.web.askers import YOUTH
from directory.web.public.answer_danger import HARM_SUSPECTED, danger_in

TO_YOUTH = {  # by input its name to a child or young person, where that of all others speaks of a child
    HARM_SUSPECTED: say("Somebody hurts you, or you are not looked after"),
    f"{FACTS}placed": say("You live in a foster home or other home away from your family"),
}


def reasons_for(advice: Advice, asker):
    """Why, in words, by what was told alone; ages in them keep their order where a language is read from the right.

    :param asker: an `Asker`
    """
    is_turned = advice.words.language in FROM_THE_RIGHT
    texts = (_reason(one, text, asker, words=advice.words) for one, text in advice.why
             if (one.input in asker.told or not one.accepts) and not _speaks_against(one, advice))
    return tuple(in_order(text) if is_turned else text for text in texts)


def _speaks_against(reason, advice):
    """Whether a reason says that it can wait, where the answer is that it cannot."""
    return reason.input == ACUTE and reason.value == NO and bool(danger_in(advice))


def _reason(reason, text, asker, *, words):
    """The text of a reason: of an age the ages that were chosen, of which a case has but the first; of a level how
    everyday life is, for the names of levels are the staff's.
    """
    if reason.input == LEVEL and reason.accepts:
        return f"{words.input(LEVEL)}: {words.in_full(LEVEL, reason.value)}"
    if asker.who == YOUTH and reason.input in TO_YOUTH and reason.accepts:
        name = TO_YOUTH[reason.input].text(translator(words.language))
        return f"{name}: {words.value(reason.input, reason.value)}."
    if reason.input != AGE or not reason.accepts:
        return text
    return _("The age is %(value)s; the rule holds for %(ages)s.", value=asker.age.text,
             ages=words.written_ages(reason.accepts[0]))
