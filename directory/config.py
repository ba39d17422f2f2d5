"""The only module that reads the environment. Every setting is here, with what it is for."""

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings, each from the environment variable `ENVAGIN_<NAME>`."""

    home: Path = Path("var")  # where all state lies
    rules: Path = Path("routing_rules")  # the rule files that are served
    seed: Path = Path("seed")  # the catalogue's files
    language: str = ""  # of commands: sv or en; empty: as LC_ALL, LC_MESSAGES or LANG say


def settings():
    """The settings in force."""
    found: dict[str, Any] = {}
    for one in fields(Settings):
        value = os.environ.get(f"ENVAGIN_{one.name.upper()}")
        if value is not None:
            found[one.name] = Path(value) if one.type is Path else value
    return Settings(**found)


def reader_language():
    """The language of whoever reads a command's output: `sv` or `en`."""
    chosen = settings().language or next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "sv" if chosen.lower().startswith("sv") else "en"
