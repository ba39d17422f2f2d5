"""`envagin journal publish-quarter`: the sums of a quarter that is over are frozen, their small numbers hidden."""

import click

from directory import clock
from directory.catalogue import catalogue_from
from directory.cli.output import format_option, refuse, tell, translate
from directory.cli.published import published
from directory.findings import say
from directory.journal import QuarterRefused, publish_quarter

REFUSALS = {"no_quarter": say("A quarter is written as 2026-Q3."),
            "not_over": say("The quarter is not over. It is published when no more can be reported of it.")}


@click.command("publish-quarter")
@click.argument("quarter", metavar="QUARTER")
@format_option("text", "json")
def publish(quarter, form):
    """Publish what came back in QUARTER, once: it changes no more, and to publish it again changes nothing."""
    try:
        with published() as database:
            with database.transaction() as session:
                within = {one.id: one.within for one in catalogue_from(session).areas.values()}
            with database.transaction() as session:
                found = publish_quarter(session, quarter, day=clock.today(), within=within)
    except QuarterRefused as error:
        refuse(REFUSALS[error.why].text(translate()))
    if form == "json":
        tell({"quarter": found.quarter, "day": found.day.isoformat()})
    else:
        tell(say("%(quarter)s was published on %(day)s.", quarter=found.quarter, day=found.day.isoformat())
             .text(translate()))
