"""The words for what the catalogue's records hold as codes; each table in the order in which pages list its words."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from directory.ages import MONTHS

OLDEST = 99  # years; as an upper end it says that there is none (seed/README.md)
KINDS = {"agency": _l("Agency"), "role": _l("Role"), "unit": _l("Unit"), "process": _l("Way of working"),
         "need": _l("Need")}
ORGANIZATIONS = {"kommun": _l("Municipality"), "region": _l("Region"), "stat": _l("State"),
                 "civilsamhalle": _l("Civil society"), "enskild": _l("Private")}
LEVELS = {"bas": _l("base level"), "forsta_linjen": _l("first line"), "specialist": _l("specialist level"),
          "akut": _l("emergency"), "myndighet": _l("authority")}
ACCESS = {"self": _l("contact it yourself"), "remiss": _l("referral"), "anmalan": _l("report"),
          "ansokan": _l("application"), "beslut": _l("decision of an authority"), "via_skola": _l("through the school"),
          "uppsokande": _l("it seeks out people itself"), "domstol": _l("decision of a court"),
          "via_verksamhet": _l("through another service"), "112": _l("call 112")}
OPEN_TO = {"child": _l("the child or young person"), "guardian": _l("parents and guardians"),
           "relative": _l("others close to the child"), "professional": _l("staff"), "court": _l("courts"),
           "anyone": _l("anybody")}

CODES = {"number": _l("The number is wrong"), "address": _l("The address or the mailbox is wrong"),
         "hours": _l("The hours are wrong"), "closed": _l("It has closed"), "task": _l("It does not do this"),
         "ages": _l("The ages are wrong"), "other": _l("Something else is wrong")}


def worded(table, codes):
    """The words of some codes in the order of their table; a code that it does not have stands for itself, last."""
    known = [str(words) for code, words in table.items() if code in codes]
    return tuple(known + sorted(code for code in codes if code not in table))


def ages_text(ages, words):
    """The ages that a record is for, in years."""
    if ages.last // MONTHS < OLDEST:
        return _("%(years)s years", years=words.ages(ages))
    return _("%(years)s years and older", years=ages.first // MONTHS) if ages.first else _("all ages")
