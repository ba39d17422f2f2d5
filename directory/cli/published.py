"""Published editions as commands name them: by the first letters of their id, or by a day on which one was in force."""

import re
from contextlib import contextmanager
from datetime import datetime, time, timedelta

from directory import clock
from directory.cli.database import open_database
from directory.cli.output import finding_lines, refuse, translate
from directory.config import settings
from directory.editions import Reader, ensure_first_edition, in_force_at, stored_named
from directory.errors import EditionDamaged, NoSuchEdition, PublishedMeanwhile, RulesNotProved
from directory.findings import names, say

ID = re.compile(r"[0-9a-f]{4,16}")  # letters enough to mean an edition and no word


def is_edition(text):
    """Whether a text may be the id of an edition, or its first letters."""
    return ID.fullmatch(text) is not None


def new_reader(folder=None):
    """A reader of editions whose rules say that they lie in a folder, that of the settings where none is named."""
    return Reader(folder or settings().rules, settings().home)


@contextmanager
def published(*, first=True):
    """The database of editions; what goes wrong with them ends the command and is told.

    :param first: publish the first edition where there is none
    """
    with open_database() as database:
        try:
            if first:
                ensure_first_edition(database, settings(), reader=new_reader(), now=clock.now())
            yield database
        except RulesNotProved as error:
            refuse(*finding_lines(error.findings))
        except (NoSuchEdition, EditionDamaged, PublishedMeanwhile) as error:
            refuse(_sentence(error).text(translate()))


def edition_named(prefix):
    """The edition whose id starts with some letters."""
    with published(first=False) as database, database.transaction() as session:
        return new_reader().read(session, stored_named(session, prefix).id)


def edition_on(day):
    """The edition that was in force when a day ended, or is so far."""
    with published() as database, database.transaction() as session:
        return new_reader().read(session, publication_on(session, day).edition_id)


def publication_on(session, day):
    """The publication that was in force when a day ended."""
    end = datetime.combine(day + timedelta(days=1), time(), clock.HOME) - timedelta(microseconds=1)
    found = in_force_at(session, end)
    if found is None:
        refuse(say("Nothing was published yet on %(day)s.", day=day.isoformat()).text(translate()))
    return found


def _sentence(error):
    if isinstance(error, EditionDamaged):
        return say("Edition %(id)s is damaged (%(part)s).", id=error.edition, part=error.part)
    if isinstance(error, PublishedMeanwhile):
        return say("Somebody else has published meanwhile. Look at what would change, and try again.")
    if not error.prefix:
        return say("There is no edition before the one in force.")
    if error.found:
        return say("Several editions start with %(prefix)s: %(found)s.", prefix=error.prefix, found=names(error.found))
    return say("There is no edition %(prefix)s.", prefix=error.prefix)
