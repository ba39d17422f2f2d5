"""A count of returned referrals as people read it."""

from flask_babel import gettext as _

from directory.journal import Listed, Shown


def shown_text(shown: Shown):
    """A count as people read it."""
    numbers = (shown,) if isinstance(shown, int) else map(int, shown.split("–"))
    return "–".join(f"{one:,}".replace(",", "\u00a0") for one in numbers)


def listed_text(one: Listed):
    """A listed count as people read it."""
    if one.exact:
        return shown_text(one.least)
    return _("at least %(count)s", count=shown_text(one.least))
