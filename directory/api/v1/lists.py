"""The addresses of every list of the vocabulary and the catalogue, and of its records. They read memory alone."""

from dataclasses import fields
from types import GenericAlias

from flask import g

from directory import clock
from directory.api.answers import kept
from directory.api.near import NotKnown, found
from directory.api.parameters import Count, Day, Parameter
from directory.api.v1.cut import ids_that_fit
from directory.api.v1.operations import Operation, operation
from directory.api.v1.reader import Page, Reader, Single
from directory.api.v1.vocabulary import KINDS, MOST
from directory.rules.spelling import show

TAG = "Vocabulary and catalogue"
AFTER = Parameter("after", "The records that come after this id; `next` of the page before.")


def _add(name, kind):
    """Register a list and its records."""
    limit = Count("limit", "How many records at most.", kind.a_page, most=MOST)
    days = tuple(one for one in kind.parameters if isinstance(one, Day))
    many = Operation("GET", f"/{name}", TAG, f"{kind.about}.", GenericAlias(Page, kind.shown),
                     (*kind.parameters, limit, AFTER), refuses=(404, 422), kept=True)
    one = Operation("GET", f"/{name}/<{kind.one}>", TAG, f"{kind.about}: one of them.",
                    GenericAlias(Single, kind.shown), days, refuses=(404, 422), kept=True,
                    example=lambda state: next(iter(_all(kind, state, {})), None))

    @operation(name, many)
    def listed(asked):
        return _kept(lambda: _page(name, asked), asked)

    @operation(f"{name}_one", one)
    def single(asked, **ids):
        record = found(_all(kind, g.state, asked), ids[kind.one], name)
        return _kept(lambda: _single(kind.show(record, _reader(asked))), asked)


def _kept(make, asked):
    """An answer that follows from the edition, from what was published, and from the day, which makes data overdue."""
    return kept(make, language=asked["language"], of=(g.edition.id, g.state.number, clock.today()))


def _all(kind, state, asked):
    return kind.records(state, {**asked, "on": asked.get("on") or clock.today()})


def _page(name, asked):
    """The page of a list that was asked for."""
    kind = KINDS[name]
    records = _all(kind, g.state, asked)
    wanted = [(one, asked[one.parameter.name]) for one in kind.filters
              if one.leaves_out and asked[one.parameter.name] is not None]
    ids = ids_that_fit(g.edition, name, records=records, wanted=wanted, settled=kind.settled)
    first = _place_after(asked["after"], ids, name)
    shown = ids[first:first + asked["limit"]]
    following = shown[-1] if first + len(shown) < len(ids) else None
    reader = _reader(asked)
    return Page(g.edition.id, len(ids), len(shown), following, tuple(kind.show(records[one], reader) for one in shown))


def _place_after(after, ids, name):
    """Where the page begins that follows an id.

    :raises NotKnown: the id is not, or not any more, among those that fit
    """
    if after is None:
        return 0
    try:
        return ids.index(after) + 1
    except ValueError:
        raise NotKnown(name, show(after)) from None


def _reader(asked):
    return Reader(g.edition, asked["language"], clock.today())


def _single(shown):
    return {"edition": g.edition.id, **{one.name: getattr(shown, one.name) for one in fields(shown)}}


for _name, _kind in KINDS.items():
    _add(_name, _kind)
