"""The command line: `envagin`, and `python -m directory`. Reports go to standard output, messages to standard error."""

import click

from directory.cli.rules import rules
from directory.cli.settings import list_settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """En väg in: who takes a child's question, proved from rule files."""


main.add_command(rules)
main.add_command(list_settings)
