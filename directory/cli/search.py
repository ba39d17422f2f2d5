"""`envagin search`: whom to contact, in people's own words; one query, or a file of them."""

import csv
import json
import sys

import click

from directory import clock
from directory.cli.output import REFUSED, format_option, refuse, tell, translate
from directory.cli.published import edition_named, edition_on
from directory.config import reader_language
from directory.findings import names, say
from directory.i18n import pick
from directory.routing import search
from directory.search import HoldsPersonalNumber, QueryRefused, read_query

COLUMNS = ("qid", "query")


@click.command("search")
@click.argument("words", required=False, metavar="[QUERY]")
@click.option("--batch", metavar="FILE", help="A table of tab-separated columns qid and query instead of one query.")
@click.option("--area")
@click.option("--kind", help="agency, role, process, need or unit.")
@click.option("--organization")
@click.option("--level")
@click.option("--age", help="9 or 9y6m.")
@click.option("--need")
@click.option("--access")
@click.option("--limit", help="How many hits, 10 where none is given.")
@click.option("--edition", "prefix", metavar="HASH", help="Search a published edition other than the one in force.")
@format_option("text", "json")
def search_command(words, batch, prefix, form, **filters):
    """Find whom to contact, and why each was found."""
    if (words is None) == (batch is None):
        refuse(say("Write either a query or --batch and a file.").text(translate()))
    edition = edition_named(prefix) if prefix else edition_on(clock.today())
    if batch:
        _answer_batch(edition, batch, filters)
    else:
        _answer_one(edition, words, filters, form)


def _answer_one(edition, words, filters, form):
    try:
        found = _found(edition, words, filters)
    except (QueryRefused, HoldsPersonalNumber) as error:
        refuse(*_why_refused(error))
    answer = _as_json(None, words, found)
    tell(answer if form == "json" else _as_text(found, edition))


def _answer_batch(edition, file, filters):
    """One line of JSON a row; a query that is refused is not repeated, and the command ends with status 1."""
    refused = False
    for row in _rows(file):
        try:
            answer = _as_json(row["qid"], row["query"], _found(edition, row["query"], filters))
        except QueryRefused as error:
            refuse(*_why_refused(error))
        except HoldsPersonalNumber as error:
            refused = True
            answer = {"qid": row["qid"], "query": None, "sure": False, "hits": [], "refused": error.code}
            click.echo("\n".join(_why_refused(error)), err=True)
        click.echo(json.dumps(answer, ensure_ascii=False))
    sys.exit(REFUSED if refused else 0)


def _rows(file):
    """The rows of a table whose first line names its columns."""
    try:
        with open(file, encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
            columns, rows = reader.fieldnames or (), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        refuse(say("%(file)s cannot be read: %(why)s", file=file, why=str(error)).text(translate()))
    if not set(COLUMNS) <= set(columns):
        refuse(say("%(file)s needs the columns %(columns)s, divided by tabs.", file=file,
                   columns=names(COLUMNS)).text(translate()))
    return rows


def _found(edition, words, filters):
    query = read_query({**filters, "q": words}, choices=edition.index.choices, language=reader_language())
    return search(edition, query, day=clock.today())


def _why_refused(error):
    if isinstance(error, HoldsPersonalNumber):
        return [error.message.text(translate())]
    return [f"{one.field}: {one.message.text(translate())} {one.hint.text(translate())}" for one in error.faults]


def _as_json(qid, words, found):
    language = reader_language()
    return {"qid": qid, "query": words, "sure": found.sure, "hits": [
        {"id": one.id, "kind": one.kind, "name": pick(one.name, language), "score": one.score,
         "why": " ".join(why.text(translate()) for why in one.why), "units": list(one.units)} for one in found.hits]}


def _as_text(found, edition):
    """The hits as lines; where nothing is sure, what to try instead."""
    language = reader_language()
    if found.sure:
        return "\n".join(f"{one.kind:8}{one.id:24}{pick(one.name, language)}\n{'':8}"
                         f"{' '.join(why.text(translate()) for why in one.why)}" for one in found.hits)
    groups = [pick(edition.catalogue.groups[one].name, language) for one in found.groups]
    lines = [say("Nothing certain.").text(translate())]
    if found.spellings:
        lines.append(say("Did you mean %(near)s?", near=names(found.spellings)).text(translate()))
    return "\n".join([*lines, say("What is it about? %(groups)s", groups=" · ".join(groups)).text(translate())])
