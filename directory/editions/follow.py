"""A look at what was published: the state of a process after it. Whatever goes wrong, what answered still answers."""

from sqlalchemy.exc import SQLAlchemyError

from directory import clock
from directory.config import Settings
from directory.db import connect, reason_of
from directory.editions.current import Current, Problem, State, checked
from directory.editions.opening import InForce, ensure_first_edition, in_force, open_database
from directory.editions.read import Reader
from directory.editions.store import last_number
from directory.editions.watch import Watch, saved_problems
from directory.errors import EditionDamaged
from directory.findings import say

LOOKS_BEFORE_ANOTHER_TRY = 10  # at a publication that could not be read


def open_current(settings: Settings):
    """What this process answers from, published first where nothing has been.

    :raises RulesNotProved: nothing has been published and the files have errors
    :raises EditionDamaged: what was published cannot be read
    :raises sqlalchemy.exc.SQLAlchemyError: the database is away
    """
    database, reader = open_database(settings), Reader(settings.rules, settings.home)
    try:
        ensure_first_edition(database, settings, reader=reader, now=clock.now())
        with database.transaction() as session:
            found = in_force(session, reader)
    finally:
        database.engine.dispose()  # no connection may live through a fork
    return Current(_state(found), lambda: Follower(settings, reader).look, seconds=settings.poll)


class Follower:
    """Looks at what was published, in the thread that follows; it has a database of its own."""

    def __init__(self, settings: Settings, reader: Reader):
        self.settings, self.reader = settings, reader
        self.database = connect(settings.database, must_exist=True)
        self.watch = Watch(settings, self.database, reader) if settings.watch else None
        self.unread, self.looks_since = 0, 0  # the number of a publication that could not be read

    def look(self, state: State):
        """The state after a look."""
        try:
            after = self._newest(state)
        except EditionDamaged as error:
            after = checked(state, [Problem(error.code, say(
                "Edition %(id)s was published but is damaged (%(part)s). Publish again, or roll back.",
                id=error.edition, part=error.part))])
        except SQLAlchemyError as error:
            after = checked(state, [Problem("database_away", say(
                "The database does not answer: %(why)s", why=reason_of(error)))])
        except Exception as error:  # the thread must live: nobody else would tell of the next publication
            after = checked(state, [Problem("look_failed", say(
                "Looking for a newer edition failed: %(why)s", why=repr(error)))])
        return _with(after, self._of_files())

    def _of_files(self):
        """Why what was saved is not published."""
        try:
            if self.watch:
                self.watch.look()
        except Exception as error:
            return (Problem("look_failed", say("Looking at the saved files failed: %(why)s", why=repr(error))),)
        return saved_problems(self.settings)

    def _newest(self, state):
        with self.database.transaction() as session:
            number = last_number(session)
            if number == state.number:
                self.unread = 0
                return checked(state)
            if number == self.unread and self.looks_since < LOOKS_BEFORE_ANOTHER_TRY:
                self.looks_since += 1
                return checked(state, [one for one in state.problems if one.code == EditionDamaged.code])
            self.unread, self.looks_since = number, 0
            return _state(in_force(session, self.reader))


def _state(found: InForce):
    return State(found.edition, found.number, found.since, clock.now(), publications=found.publications)


def _with(state, problems):
    return checked(state, (*state.problems, *problems)) if problems else state
