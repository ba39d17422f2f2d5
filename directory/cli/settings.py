"""`envagin settings`: every setting, its variable and the value in force; passwords and secrets are not shown."""

import re
from dataclasses import fields

import click

from directory.cli.output import format_option, tell
from directory.config import settings

PASSWORD = re.compile(r"(://[^/@:]*:)[^/@]+(?=@)|(\bpassword=)[^&]+")  # in the address of a database
SECRETS = ("secret", "secret_before")


@click.command("settings")
@format_option("text", "json")
def list_settings(form):
    """List every setting with the value in force."""
    found = {f"ENVAGIN_{one.name.upper()}": _shown(one.name) for one in fields(settings())}
    tell(found if form == "json" else "\n".join(f"{name}={value}" for name, value in found.items()))


def _shown(name):
    value = getattr(settings(), name)
    if name in SECRETS and value:
        return "***"
    return PASSWORD.sub(lambda found: f"{found[1] or found[2]}***", str(value))
