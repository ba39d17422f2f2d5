"""What somebody has answered, in the words that they chose, for the pages to repeat."""

from flask_babel import gettext as _

from directory.ages import parse_ages
from directory.i18n import DEFAULT, REVIEWED
from directory.routing import Said, clock_inputs, not_knowing, said, takes_over_at_18, text_of
from directory.rules.model import AGE, NATION, NEED
from directory.web.askers import askers
from directory.web.contacts import unit_card
from directory.web.desk_card import called
from directory.web.public.answer import Asker, Beside, Given
from directory.web.public.forms import PLACE, WHO
from directory.web.public.pages import words_to

YOUNG = parse_ages("13-17")  # from 13 care and social services weigh what parents get to know


def asker_of(edition, answers, step, *, advice, change):
    """Somebody who asks, by their answers.

    :param advice: what the answers lead to
    :param change: a function from a question's id, PLACE or WHO to the address where its answer can be changed
    """
    language = advice.words.language
    ages = step.ages
    next_one = takes_over_at_18(edition, advice.decision, ages)
    given = (
        Given(Said(_("Where")), _place(edition, answers.place, language), change(PLACE)),
        Given(Said(_("Who asks")), Said(askers().get(answers.who) or _("Not answered")), change(WHO)),
        *(Given(_said(answers.who, question, language), _said(answers.who, option, language), change(question.id))
          for question, option in step.answered))
    return Asker(answers.who, ages is not None and ages.within(YOUNG), _about(step, language),
                 _age(answers.who, step, language),
                 _elsewhere(edition, answers, step, language), given, _told(edition, step),
                 tuple(_beside(edition, step, language)), next_one and called(next_one, advice.words),
                 None if language in REVIEWED else _about(step, DEFAULT))


def _said(asker, record, language):
    return text_of(words_to(asker, record), language)


def _age(asker, step, language):
    """How the narrowest answer says the age; None where it is not known."""
    narrowest = next((option for _, option in reversed(step.answered) if option.ages), None)
    return narrowest and _said(asker, narrowest, language)


def _about(step, language):
    """What one says aloud of what it is about, by the narrowest answer; that somebody does not know says nothing."""
    options = [option for option in _known(step) if option.needs]
    return text_of(options[-1].spoken, language) if options else None


def _known(step):
    """The options that were chosen, but for those of not knowing."""
    return [option for question, option in step.answered if option is not not_knowing(question)]


def _told(edition, step):
    """The inputs that answers, or the clock, have set; what a case takes for the rest nobody has said."""
    options = _known(step)
    needs = [set(one.needs) for one in options if one.needs]
    has_need = needs and len(set.intersection(*needs)) == 1
    narrowed = [NEED] * bool(has_need) + [AGE] * any(one.ages for one in options)
    return frozenset(narrowed).union(clock_inputs(edition), *(one.sets for one in options))


def _beside(edition, step, language):
    """Whom the answers say that one may call whatever comes of them; only those of the whole country, by their number.
    """
    for duty in (duty for _question, option in step.answered for duty in option.alongside):
        if unit := edition.catalogue.national.get(duty.unit):
            text, swedish = text_of(duty.text, language), said(duty.text.by_language, DEFAULT)
            twin = None if language in REVIEWED or text.text == swedish.text else swedish
            yield Beside(unit_card(unit, language, danger=True), text, twin)


def _place(edition, place, language):
    return said(edition.catalogue.areas[place].name, language) or Said(place)


def _elsewhere(edition, answers, step, language):
    """Where somebody lives, if the rules that hold there are only those of the whole country, or of another area."""
    here = edition.catalogue.areas[answers.place]
    return _place(edition, answers.place, language) if step.area != answers.place and here.kind != NATION else None
