"""The command line: `envagin`, and `python -m directory`. Reports go to standard output, messages to standard error."""

import click

from directory.cli.ask import ask_next
from directory.cli.coverage import cover
from directory.cli.diff import diff_rules
from directory.cli.rules import rules
from directory.cli.settings import list_settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """En väg in: who takes a child's question, proved from rule files."""


rules.add_command(ask_next)
rules.add_command(cover)
rules.add_command(diff_rules)
main.add_command(rules)
main.add_command(list_settings)
