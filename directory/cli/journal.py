"""`envagin journal`: receipts are checked elsewhere and forgotten in time, and the key to check them with is told."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click
import orjson

from directory import clock
from directory.cli.database import open_database
from directory.cli.output import REFUSED, format_option, refuse, tell, translate
from directory.cli.rules import ruleset_in
from directory.config import settings
from directory.findings import say
from directory.journal import NotAReceiptFile, forget_old, own_signer, pages_shown, receipt_from, verify
from directory.own_secret import FILE as SECRET_FILE
from directory.routing import receipt_faults

MOST_BYTES = 1_000_000  # of a receipt's file; one with its answer has about 50,000


@click.group("journal")
def journal():
    """What the service remembers: receipts, and what came back."""


@journal.command("verify-receipt")
@click.argument("file", metavar="FILE")
@click.option("--rules", "folder", metavar="DIR", help="The rule files to check against.")
@click.option("--public-key", "key", metavar="FILE|TEXT", help="Of the service that made the receipt; else our own.")
@format_option("text", "json")
def verify_receipt(file, folder, key, form):
    """Check a receipt without the service: its signature, its rule and its steps, with the rule files alone."""
    written = _written(file)
    document = written.get("document")
    area = document.get("area") if isinstance(document, dict) else None
    ruleset = ruleset_in(folder, area if isinstance(area, str) else None)
    faults = receipt_faults(ruleset, written, signed=_signed_by(key), day=clock.today())
    found = [{"check": one.check, "message": one.message.text(translate()), "hint": one.hint.text(translate())}
             for one in faults]
    steps = () if any(one.check == "format" for one in faults) else receipt_from(written).steps
    last = steps[-1].day.isoformat() if steps else None
    tell({"ok": not found, "faults": found, "steps": len(steps), "last": last} if form == "json"
         else "\n".join(_lines(found, len(steps), last)))
    sys.exit(REFUSED if found else 0)


def _written(file):
    """What a file holds, as JSON has it. Where a name stands twice, programs do not agree on which counts."""
    try:
        with open(file, "rb") as opened:
            raw = opened.read(MOST_BYTES)
        written = orjson.loads(raw)
        json.loads(raw, object_pairs_hook=_each_name_once)
    except (OSError, ValueError, RecursionError, NotAReceiptFile) as error:
        refuse(say("%(file)s cannot be read: %(why)s", file=file, why=str(error)).text(translate()))
    return written if isinstance(written, dict) else {}


def _each_name_once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise NotAReceiptFile("a name stands twice in it")
    return dict(pairs)


def _signed_by(key):
    """A function that says whether a signature is that of a document: by a public key, or by one of our own."""
    if key is None:
        if not settings().secret and not (settings().home / SECRET_FILE).exists():
            refuse(say("There is no key of our own here. Name that of the service with --public-key.")
                   .text(translate()))
        return _signer().is_signed
    try:
        public = Path(key).read_text("utf-8").split() if Path(key).is_file() else [key]
    except (OSError, ValueError):
        public = [key]
    return lambda document, signature: any(verify(document, signature, one) for one in public)


def _signer():
    try:
        return own_signer(settings())
    except OSError as error:
        return refuse(say("ENVAGIN_HOME cannot be used: %(reason)s", reason=str(error)).text(translate()))


def _lines(found, steps, last):
    for one in found:
        yield f"{one['check']}: {one['message']}"
        yield f"    {one['hint']}"
    if not found:
        yield say("The receipt is signed, by the rules, and each step could follow.").text(translate())
        yield (say("This is how it stood then. Steps: %(steps)s, the last on %(day)s.", steps=steps, day=last) if steps
               else say("This is how it stood before any step.")).text(translate())
        yield say("Ask the service how it stands now.").text(translate())


@journal.command("public-key")
@format_option("text", "json")
def show_public_key(form):
    """Print the key that anybody may check our receipts with; after it that of the secret before, where there is one.
    """
    keys = _signer().public_keys
    tell({"public_keys": list(keys)} if form == "json" else "\n".join(keys))


@journal.command("forget")
@format_option("text", "json")
def forget_receipts(form):
    """Forget the receipts whose day has come. It happens by itself whenever a receipt is kept."""
    with open_database() as database, database.transaction() as session:
        count = forget_old(session, clock.today())
    tell({"forgotten": count} if form == "json"
         else say("%(count)s receipts were forgotten.", count=count).text(translate()))


@journal.command("visits")
@format_option("text", "json")
def tell_visits(form):
    """Tell how often each kind of page of the way in was shown, by quarter and language, in fives. It counts pages, not
    people.
    """
    with open_database() as database, database.transaction() as session:
        shown = pages_shown(session)
    lines = [f"{one.quarter}  {one.page:<10}{one.language:<4}{one.count}" for one in shown]
    nothing = say("No page has been shown five times yet.").text(translate())
    tell([asdict(one) for one in shown] if form == "json" else "\n".join(lines) or nothing)
