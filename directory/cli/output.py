"""How commands speak: the reader's language, JSON alone on standard output, refusals on standard error, status 1."""

import json
import sys

import click

from directory.config import reader_language
from directory.findings import say
from directory.i18n import translator

REFUSED = 1  # exit status where something was found or refused


def translate():
    """The function that puts sentences into the language of whoever reads the command's output."""
    return translator(reader_language())


def tell(answer):
    """Write an answer: text as it is, anything else as JSON."""
    click.echo(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False, indent=2))


def refuse(*lines):
    """End the command with status 1 and say why on standard error."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(REFUSED)


def format_option(*forms):
    """The option `--format`; a value that is not offered is refused with status 1, as every refused value is."""
    def check(_context, _option, value):
        if value not in forms:
            message = say("--format %(value)s is not known; choose among %(forms)s.", value=value,
                          forms=", ".join(forms))
            refuse(message.text(translate()))
        return value

    return click.option("--format", "form", default=forms[0], callback=check, help="|".join(forms))


def finding_lines(findings):
    """Findings as lines for standard error."""
    for one in findings:
        hint = f"\n    {one.hint.text(translate())}" if one.hint else ""
        yield f"{one.file}:{one.line}: {one.check}: {one.message.text(translate())}{hint}"
