"""The answers that were given, in words, for the answer page to repeat."""

from flask_babel import gettext as _

from directory.i18n import pick
from directory.rules.model import ACUTE, AGE, LEVEL, NEED, UNKNOWN
from directory.web.public.pages import Given


def given_answers(advice, answers, edition):
    """Each question with the answer that was given to it."""
    words, catalogue = advice.words, edition.catalogue

    def named(field):
        value = answers.get(field)
        return _("I do not know") if value == UNKNOWN else pick(catalogue.inputs[field].values[value], words.language)

    age = answers.get(AGE)
    found = [
        Given(_("Where the child lives"), words.area(answers.get("area"))), Given(words.input(NEED), words.need(answers.get(NEED))),
        Given(words.input(AGE), _("I do not know") if age == UNKNOWN else _("%(years)s years", years=age)),
        Given(words.input(LEVEL), named(LEVEL)), Given(words.input(ACUTE), named(ACUTE)),
    ]
    return tuple(found + [Given(words.input(name), _("Yes")) for name in sorted(answers.checked)])
