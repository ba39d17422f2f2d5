"""Publishes edition after edition in children that are killed at any moment: `python -m tests.publisher FOLDER URL`.

Each publication that a child was told is on the disk is written to the file `acknowledged`, its number and edition.
"""

import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from directory.db import connect
from directory.editions import last_publication
from directory.editions.opening import open_database
from tests.small import answering, make_small, name_units, publish

KILLS = 50
LONGEST = 0.12  # seconds that a child lives on after its first publication; one publication takes about a tenth


def publish_until_killed(settings, acknowledged):
    """Publish on and on, after a look at what the child before has left."""
    database = connect(settings.database)
    answering(settings, database)  # whole, or this raises and the child ends with a status
    for number in range(10_000):
        name_units(settings, {f"unit-{index}": f"{os.getpid()} {number}" for index in range(20)})
        proposal = publish(settings, database)
        with database.transaction() as session:
            line = f"{last_publication(session).number} {proposal.id}\n"
        os.write(acknowledged, line.encode())


def main(folder, url):
    settings = replace(make_small(Path(folder) / "small"), database_url=url)
    database = open_database(settings)
    publish(settings, database)
    database.engine.dispose()
    chance = random.Random(4)
    acknowledged = os.open(Path(folder) / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for _ in range(KILLS):
        before = os.fstat(acknowledged).st_size
        child = os.fork()
        if not child:
            publish_until_killed(settings, acknowledged)
        while os.fstat(acknowledged).st_size == before and not os.waitpid(child, os.WNOHANG)[0]:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
