"""The command line: `envagin`, and `python -m directory`. Reports go to standard output, messages to standard error."""

import click

from directory.cli.accounts import accounts
from directory.cli.ask import ask_next
from directory.cli.coverage import cover
from directory.cli.database import database_commands
from directory.cli.diff import diff_rules
from directory.cli.editions import editions
from directory.cli.journal import journal
from directory.cli.output import refuse
from directory.cli.quarters import publish
from directory.cli.rules import rules
from directory.cli.search import search_command
from directory.cli.seed import seed
from directory.cli.settings import list_settings
from directory.config import LEAST_SECRET, SecretTooShort, SettingRefused, settings
from directory.findings import say


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main():
    """En väg in: who takes a child's question, proved from rule files."""
    try:
        settings()
    except SecretTooShort as error:
        refuse(say("%(name)s has fewer than %(least)s characters. Give it a longer random text, or take it away: then "
                   "the service makes one itself.", name=error.name, least=LEAST_SECRET).text())
    except SettingRefused as error:
        refuse(say("%(name)s is %(value)s, which is no value for it.", name=error.name, value=error.value).text())


journal.add_command(publish)
rules.add_command(ask_next)
rules.add_command(cover)
rules.add_command(diff_rules)
main.add_command(accounts)
main.add_command(editions)
main.add_command(journal)
main.add_command(rules)
main.add_command(search_command)
main.add_command(seed)
main.add_command(database_commands)
main.add_command(list_settings)
