"""`envagin editions`: publish what is proved, go back, and look at what was published when."""

import sys

import click

from directory import clock
from directory.cli.output import REFUSED, finding_lines, format_option, refuse, tell, translate
from directory.cli.published import new_reader, publication_on, published
from directory.cli.rules import day_given
from directory.config import settings
from directory.editions import (
    Act, catalogue_now, contents, last_publication, propose, propose_again, publications, put, rule_files, stored_named,
)
from directory.errors import RulesNotProved
from directory.findings import say
from directory.personal_numbers import holds_personal_number
from directory.rules import diff_json, diff_text


def _without_person(_context, _option, text):
    """A text that is kept; what looks like a personal identity number is refused."""
    if holds_personal_number(text):
        refuse(say("This looks like a personal identity number. Leave it out: nothing of a person is kept.")
               .text(translate()))
    return text


BY = click.option("--by", default="command", callback=_without_person,
                  help="The function that publishes; never a person's name.")
NOTE = click.option("--note", default="", callback=_without_person, help="Why; shown by list and show.")


@click.group()
def editions():
    """Publish rules and catalogue together, go back, and ask what was in force when."""


@editions.command("publish")
@click.option("--rules", "folder", metavar="DIR", help="The rule files to publish.")
@NOTE
@BY
@click.option("--dry-run", is_flag=True, help="Only say what would be published, and who would be sent elsewhere.")
@format_option("text", "json")
def publish_edition(folder, note, by, dry_run, form):
    """Prove the rule files against the catalogue of the database, say who is sent elsewhere, and publish both."""
    with published(first=False) as database:
        try:
            files = rule_files(folder or settings().rules)
            with database.transaction() as session:
                catalogue = catalogue_now(session, settings(), now=clock.now())
            with database.transaction() as session:
                proposal = propose(session, files, catalogue, reader=new_reader(folder), day=clock.today(),
                                   tell=_progress)
        except RulesNotProved as error:
            _refused(error.findings, form)
        _put(database, proposal, Act(clock.now(), by, note), form=form, dry_run=dry_run)


@editions.command("rollback")
@click.argument("prefix", required=False, default="", metavar="[HASH]")
@NOTE
@BY
@click.option("--dry-run", is_flag=True, help="Only say who would be sent elsewhere.")
@format_option("text", "json")
def roll_back(prefix, note, by, dry_run, form):
    """Put an edition in force once more: the one before, or the one whose id starts with HASH."""
    with published() as database:
        with database.transaction() as session:
            proposal = propose_again(session, prefix, reader=new_reader(), day=clock.today())
        _put(database, proposal, Act(clock.now(), by, note), form=form, dry_run=dry_run)


@editions.command("list")
@format_option("text", "json")
def list_publications(form):
    """List every publication, the newest first; the first of them is in force."""
    with published() as database, database.transaction() as session:
        found = [_publication(one) for one in publications(session)]
    tell(found if form == "json" else "\n".join(_line(one) for one in found))


@editions.command("show")
@click.argument("prefix", required=False, default="", metavar="[HASH]")
@click.option("--on", "day", metavar="DAY", help="The edition that was in force when this day ended.")
@format_option("text", "json")
def show_edition(prefix, day, form):
    """Say what an edition holds, when it was in force, and what it changed: the one in force, of a day, or HASH."""
    day = day_given(day) if day else None
    with published() as database, database.transaction() as session:
        if prefix:
            wanted = stored_named(session, prefix).id
        else:
            wanted = (publication_on(session, day) if day else last_publication(session)).edition_id
        answer = _contents(wanted, contents(session, wanted, reader=new_reader()))
    tell(answer if form == "json" else "\n".join(_shown(answer)))


def _contents(edition_id, found):
    return {
        "edition": edition_id, "made_at": _at(found.made_at), "made_by": found.made_by, "note": found.note,
        "in_force": [_publication(one) for one in found.publications], "before": found.before,
        "holds": dict(found.counts), "changed": {kind: dict(ids) for kind, ids in found.changed.items()},
    }


def _at(moment):
    """A moment as it is told: in the time of the country."""
    return moment.astimezone(clock.HOME).isoformat()


def _progress(step):
    click.echo(step.text(translate()), err=True)


def _put(database, proposal, act, *, form, dry_run):
    """Publish a proposal unless it is only asked about, and tell what was done."""
    before = proposal.last.edition_id if proposal.last else None
    written = None
    if not dry_run and not proposal.is_in_force:
        written = put(database, proposal, act)
    answer = {"edition": proposal.id, "before": before, "published": written is not None,
              "unchanged": proposal.is_in_force, "bytes": written or 0,
              "diff": diff_json(proposal.moved) if proposal.moved else None}
    tell(answer if form == "json" else "\n".join(_put_lines(proposal, answer)))


def _put_lines(proposal, answer):
    if answer["unchanged"]:
        yield say("Edition %(id)s is in force already: nothing has changed.", id=proposal.id).text(translate())
        return
    if proposal.moved:
        yield diff_text(proposal.moved, translate())
    done = say("Edition %(id)s is published; %(bytes)s bytes were written.", id=proposal.id, bytes=answer["bytes"])
    sentence = done if answer["published"] else say("Edition %(id)s would be published.", id=proposal.id)
    yield sentence.text(translate())


def _refused(findings, form):
    if form == "json":
        tell({"edition": None, "published": False, "findings": [
            {"check": one.check, "file": one.file, "line": one.line, "message": one.message.text(translate())}
            for one in findings]})
    for line in finding_lines(findings):
        click.echo(line, err=True)
    click.echo(say("Nothing is published.").text(translate()), err=True)
    sys.exit(REFUSED)


def _publication(one):
    return {"number": one.number, "edition": one.edition_id, "at": _at(one.at),
            "action": one.action, "by": one.by, "note": one.note}


def _line(one):
    return " ".join(filter(None, (str(one["number"]), one["at"][:19], one["edition"], one["action"], one["by"],
                                  one["note"])))


def _shown(answer):
    """What a reader wants to know of an edition, line by line."""
    yield say("Edition %(id)s, made %(at)s by %(by)s.", id=answer["edition"], at=answer["made_at"][:19],
              by=answer["made_by"]).text(translate())
    yield from filter(None, [answer["note"]])
    for one in answer["in_force"]:
        yield _line(one)
    yield say("It holds:").text(translate())
    yield from (f"  {kind}: {count}" for kind, count in answer["holds"].items())
    if answer["before"]:
        yield say("It differs from %(id)s, the edition before:", id=answer["before"]).text(translate())
    for kind, ids in answer["changed"].items():
        yield from (f"  {kind} {how}: {', '.join(names)}" for how, names in ids.items() if names)
