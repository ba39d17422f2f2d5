"""The answers that were given, in words, for the answer page to repeat."""

from flask_babel import gettext as _

from directory.i18n import pick
from directory.rules.model import ACUTE, AGE, LEVEL, NEED, UNKNOWN
from directory.web.public.answer import Given
from directory.web.public.forms import WHO


def askers():
    """The words for each kind of asker that the page offers, by id; the first is the one it takes for granted."""
    return {"guardian": _("A parent or somebody close"), "youth": _("I am young and ask for myself"),
            "other": _("Somebody else")}


def given_answers(words, answers):
    """Each question with the answer that was given to it."""
    def named(field):
        value = answers.get(field)
        texts = words.catalogue.inputs[field].values
        return _("I do not know") if value == UNKNOWN else pick(texts[value], words.language)

    age = answers.get(AGE)
    found = [
        Given(_("Where the child or young person lives"), words.area(answers.get("area"))),
        Given(words.input(NEED), words.need(answers.get(NEED))),
        Given(words.input(AGE), _("I do not know") if age == UNKNOWN else _("%(years)s years", years=age)),
        Given(words.input(LEVEL), named(LEVEL)), Given(words.input(ACUTE), named(ACUTE)),
        Given(_("Who asks"), askers().get(answers.get(WHO)) or next(iter(askers().values()))),
    ]
    return tuple(found + [Given(words.input(name), _("Yes")) for name in sorted(answers.checked)])
