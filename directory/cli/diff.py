"""`envagin rules diff`: who would be sent elsewhere."""

import os

import click

from directory.cli.output import format_option, refuse, tell, translate
from directory.cli.published import edition_named, is_edition
from directory.cli.rules import day_given, ruleset_in
from directory.findings import say
from directory.rules import diff, diff_json, diff_text


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@format_option("text", "json")
@click.option("--on", "day", metavar="DAY", help="The day that both are asked on, today if left out.")
def diff_rules(old, new, form, day):
    """Say which cases the rules in NEW send to another unit than those in OLD."""
    found = diff(_ruleset_of(old), _ruleset_of(new), day=day_given(day))
    tell(diff_json(found) if form == "json" else diff_text(found, translate()))


def _ruleset_of(name):
    """The ruleset that an argument names: a folder of rule files, or an edition by the first letters of its id."""
    if os.path.isdir(name):
        return ruleset_in(name)
    if is_edition(name):
        return edition_named(name).ruleset
    return refuse(say("%(value)s is no folder of rule files, and no edition.", value=name).text(translate()))
