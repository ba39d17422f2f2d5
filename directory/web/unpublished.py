"""What staff are told on every page of the rules: that something newer was saved or published and does not answer."""

from flask import g

from directory.i18n import translator
from directory.web.frame import language


def unpublished():
    """Why something newer does not answer, in the words of the page; nothing where all is well."""
    translate = translator(language())
    return tuple(one.text.text(translate) for one in g.state.problems)
