"""The only module that reads the environment. Every setting is here, with what it is for."""

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

YES, NO = ("1", "yes", "true", "on"), ("", "0", "no", "false", "off")
LEAST_SECRET = 32  # characters: of a random text as many as nobody can guess


class SettingRefused(ValueError):
    """The environment gives the variable `name` a value that is none of its kind."""

    def __init__(self, name, value):
        super().__init__(f"{name} is {value!r}")
        self.name, self.value = name, value


class SecretTooShort(SettingRefused):
    """The secret in the variable `name` could be guessed from what is signed with it. It is told nowhere."""

    def __init__(self, name):
        super().__init__(name, "***")
        self.args = (f"{name} has fewer than {LEAST_SECRET} characters. Give it a longer random text, such as "
                     "`openssl rand -base64 32` writes, or take it away: then the service makes one itself.",)


class Days(int):
    """A number of days, at least 1 and at most ten years.

    :raises ValueError: it is another
    """

    def __new__(cls, text):
        days = super().__new__(cls, text)
        if not 1 <= days <= 3_650:
            raise ValueError
        return days


class Secret(str):
    """A text that keys are made of, long enough not to be guessed; or empty.

    :raises ValueError: it has fewer than LEAST_SECRET characters
    """

    def __new__(cls, text=""):
        if text and len(text) < LEAST_SECRET:
            raise ValueError
        return super().__new__(cls, text)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings, each from the environment variable `ENVAGIN_<NAME>`."""

    home: Path = Path("var")  # where all state lies
    rules: Path = Path("routing_rules")  # the rule files that are served
    seed: Path = Path("seed")  # the catalogue's files
    database_url: str = ""  # sqlite:///… or postgresql+psycopg://…; empty: SQLite under `home`
    poll: float = 1.0  # seconds between two looks for a new publication
    watch: bool = False  # whether a saved rule or seed file is published by itself once it is proved
    secret: Secret = Secret()  # seals addresses, signs receipts and sessions; empty: one made once under `home`
    secret_before: str = ""  # the one before it, however short, so that what it sealed can still be read
    address: str = ""  # of the service as people reach it, https://…/, for QR codes; empty: as a request says
    owner: str = "En väg in (demonstration)"  # who is responsible for the service, in the accessibility statement
    contact: str = "tillganglighet@envagin.example"  # where one writes about what is not accessible; a function
    leave_to: str = "https://www.smhi.se/"  # where the quick exit leads: a page that tells nothing of who reads it
    receipt_days: Days = Days(90)  # after which a receipt is forgotten, with all its steps
    hand_over_days: Days = Days(7)  # within which the unit that a question is handed over to confirms
    language: str = ""  # of commands: sv or en; empty: as LC_ALL, LC_MESSAGES or LANG say

    @property
    def database(self):
        """The address of the database."""
        return self.database_url or f"sqlite:///{self.home / 'envagin.db'}"


def settings():
    """The settings in force.

    :raises SettingRefused: one has a value that is none of its kind
    """
    found: dict[str, Any] = {}
    for one in fields(Settings):
        value = os.environ.get(f"ENVAGIN_{one.name.upper()}")
        if value is not None:
            found[one.name] = _read(one, value)
    return Settings(**found)


def _read(one, text):
    """The value of a setting's field."""
    if one.type is bool:
        if text.lower() not in (*YES, *NO):
            raise SettingRefused(f"ENVAGIN_{one.name.upper()}", text)
        return text.lower() in YES
    try:
        return one.type(text)
    except ValueError as error:
        name = f"ENVAGIN_{one.name.upper()}"
        raise (SecretTooShort(name) if one.type is Secret else SettingRefused(name, text)) from error


def reader_language():
    """The language of whoever reads a command's output: `sv` or `en`."""
    chosen = settings().language or next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "sv" if chosen.lower().startswith("sv") else "en"
