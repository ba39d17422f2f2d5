"""What an address asks of whoever writes by it: the mark that each carries which may change anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """`desk`: a desk alone may. `why`: the reason why everybody may; "" where a desk alone may."""

    desk: bool
    why: str = ""


DESK = Permission(True)
MARK = "permission"  # the attribute of a view


def open_to_all(why):
    """A decorator for a view that everybody may send to.

    :param why: what makes that harmless
    """
    def mark(view):
        setattr(view, MARK, Permission(False, why))
        return view
    return mark
