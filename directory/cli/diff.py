"""`envagin rules diff`: who would be sent elsewhere."""

import os

import click

from directory.cli.output import format_option, refuse, tell, translate
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
    """The ruleset that an argument names: a folder of rule files."""
    if not os.path.isdir(name):
        refuse(say("%(value)s is no folder of rule files.", value=name).text(translate()))
    return ruleset_in(name)
