"""`envagin accounts`: desks, which may report and act. A key is told once, alone on standard output."""

from contextlib import contextmanager

import click

from directory import clock
from directory.access import (
    HandleRefused, HandleTaken, NoSuchDesk, add_desk, close_desk, desk_of_handle, desks, renew_key)
from directory.cli.database import open_database
from directory.cli.output import format_option, refuse, tell, translate
from directory.cli.published import edition_on
from directory.findings import names, say
from directory.routing import acting_kinds, kinds_bound
from directory.rules.spelling import did_you_mean, show

SAID = {  # of what is refused, by its code
    "handle_refused": say("An id is 2 to 40 of the letters a–z, digits, _ and -, and nobody's number."),
    "handle_taken": say("There is an open desk with this id. Another key for it: envagin accounts new-key ID"),
    "no_such_desk": say("There is no open desk with this id."),
}


@click.group()
def accounts():
    """Add, list and close desks, and give one another key."""


@accounts.command("add-desk")
@click.argument("handle", metavar="ID")
@click.option("--kind", help="As which kind of unit it acts; without it that of the unit ID.")
@click.option("--area", help="Where it acts; without it the area of the unit ID.")
@format_option("text", "json")
def add(handle, kind, area, form):
    """Add the desk ID, the id of a unit or one of its own, and tell its key."""
    kind, area = _acts_as(edition_on(clock.today()), handle, kind, area)
    with _changing() as session:
        key = add_desk(session, handle, kind=kind, area=area, day=clock.today())
    _tell_key(handle, kind, area, key=key, form=form)


@accounts.command("new-key")
@click.argument("handle", metavar="ID")
@format_option("text", "json")
def give_new_key(handle, form):
    """Give the desk ID another key; with the one before nobody gets in any more."""
    with _changing() as session:
        key, desk = renew_key(session, handle), desk_of_handle(session, handle)
    _tell_key(handle, desk.kind, desk.area, key=key, form=form)


@accounts.command("close-desk")
@click.argument("handle", metavar="ID")
def close(handle):
    """Close the desk ID: nobody gets in with its key any more, and who is in is out."""
    with _changing() as session:
        close_desk(session, handle, clock.today())
    click.echo(say("The desk %(id)s is closed.", id=handle).text(translate()), err=True)


@accounts.command("list")
@format_option("text", "json")
def list_desks(form):
    """List every desk: what it acts as and where, since when, and whether it is closed."""
    with open_database() as database, database.transaction() as session:
        found = [_row(one) for one in desks(session)]
    tell(found if form == "json" else "\n".join(map(_line, found)))


@contextmanager
def _changing():
    """A session of the database; what is refused in it ends the command and is told."""
    with open_database() as database:
        try:
            with database.transaction() as session:
                yield session
        except (HandleRefused, HandleTaken, NoSuchDesk) as error:
            refuse(SAID[error.code].text(translate()))


def _acts_as(edition, handle, kind, area):
    """The kind and the area that a desk acts as; "" is no kind, where it takes no steps; told where they are none."""
    unit, acting = edition.catalogue.units.get(handle), _acting(edition)
    own = unit and _kind_of(edition.ruleset, unit)
    kind = kind or (own if own in acting else "")
    area = area or (unit and unit.area) or ""
    if kind and not area:
        refuse(say("Say --area too: where the desk acts.").text(translate()))
    if kind in _kinds(edition.ruleset) - acting:
        refuse(say("A desk of %(kind)s could take no step: no question is put to it.", kind=kind).text(translate()),
               say("Leave --kind out. The desk may then report and upload.").text(translate()))
    _check(kind, acting, "--kind")
    _check(area, edition.catalogue.areas, "--area")
    return kind, area


def _kinds(ruleset):
    """The kinds of unit, in any area."""
    return {one for area in ruleset.areas.values() for one in area.units}


def _acting(edition):
    """Those that a question can be put to, in any area."""
    return {one for area in edition.ruleset.areas for one in acting_kinds(edition, area)}


def _kind_of(ruleset, unit):
    """The kind that a unit is bound to: that of its agency, if it is bound to that or to none."""
    bound = {kind for area in ruleset.areas.values() for kind in kinds_bound(area, unit.id)}
    return unit.agency if unit.agency in bound or not bound else min(bound)


def _check(value, known, option):
    if value and value not in known:
        hint = did_you_mean(value, known) or say("Choose among: %(choices)s.", choices=names(known))
        refuse(say("%(option)s %(value)s is not known.", option=option, value=show(value)).text(translate()),
               hint.text(translate()))


def _tell_key(handle, kind, area, *, key, form):
    tell({"handle": handle, "kind": kind, "area": area, "key": key} if form == "json" else key)
    click.echo(say("This is the key of the desk %(id)s. It is told this once; only its hash is kept.",
                   id=handle).text(translate()), err=True)
    if not kind:
        click.echo(say("%(id)s acts as no unit that questions are put to. It may report and upload, but take no steps.",
                       id=handle).text(translate()), err=True)


def _row(one):
    return {"handle": one.account.handle, "kind": one.account.kind, "area": one.account.area,
            "added": one.added.isoformat(), "closed": one.closed and one.closed.isoformat()}


def _line(row):
    state = say("closed %(day)s", day=row["closed"]).text(translate()) if row["closed"] else ""
    return "\t".join(filter(None, (row["handle"], row["kind"], row["area"], row["added"], state)))
