"""Who holds a question before any step is taken with it: one answer for a check and for what is kept of it.

Whoever sends a question is responsible until another has taken it on. A family holds none: then it is for whoever is
asked, which is the unit that the answer says where they named none.
"""

from directory.journal.question import opened
from directory.rules import Decision


def put_to(decision: Decision, *, sender, to):
    """The kind of unit that a question is put to; empty where a unit holds it and has not sent it yet."""
    return to or ("" if sender else decision.holder)


def first_holder(decision: Decision, *, sender, to):
    """The kind of unit that answers for a question.

    :param sender: the kind of unit that sends it, empty for a family
    """
    standing = opened(sender, put_to(decision, sender=sender, to=to))
    return standing.holder or standing.asked
