"""The page of the statistics over 1,000,000 returned referrals, against the same page over 1,000.

Each number is spread over four published quarters and the one that runs, over every municipality, need group, reason
and pair of units, most where most live. The sums are written in bulk, as `count_bounce` would have left them; on a
thousand both ways are compared. Pages are asked of the application in this process, in turn, for the nation and for a
region: as they are kept in memory, and made anew each time. The ratio is the median over the rounds, of seconds of CPU.
Claim: at most 1.5.
"""

import os
import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import insert, select

from directory import clock, migrations
from directory.app import create_app
from directory.config import settings
from directory.db import connect
from directory.editions import build
from directory.journal import REASONS, Bounce, count_bounce, publish_quarter, quarter_of
from directory.journal.bounces import _of_bounce
from directory.journal.models import Count

FEW, MANY, CLAIM = 1_000, 1_000_000, 1.5
DAYS = (date(2025, 11, 3), date(2026, 2, 2), date(2026, 5, 4), date(2026, 8, 3), date(2026, 11, 2))
TODAY = date(2026, 11, 22)
ROUNDS, ASKED = 9, 20
KEY = ("demo", "area", "measure", "quarter", "one", "other")  # of a row of the table
PATHS = {"kept": ("/aterstudsar", "/aterstudsar?area=gavleborg"),
         "made anew": ("/aterstudsar?anew=1", "/aterstudsar?area=gavleborg&anew=1")}  # with more, none is kept


def bounces(number, edition):
    """Returned referrals with their days, most of them where the list of areas begins."""
    chosen, catalogue = random.Random(number), edition.catalogue
    areas = [one.id for one in catalogue.areas.values() if one.kind == "municipality"]
    weights = [1 / (rank + 1) ** 0.7 for rank in range(len(areas))]
    kinds, groups = list(catalogue.agencies)[:30], list(catalogue.groups)
    rules = [rule.id for layer in edition.ruleset.base.layers.values() for rule in layer.rules]
    for area in chosen.choices(areas, weights, k=number):
        sender, to = chosen.sample(kinds, 2)
        reason = chosen.choice(REASONS)
        yield chosen.choice(DAYS), Bounce(area, sender, to, chosen.choice(groups), chosen.choice(("bas", "specialist")),
                                          reason, chosen.choice(rules), "18" if reason == "age_border" else "")


def sums(found):
    """How often each row of the table is counted."""
    rows = Counter()
    for day, bounce in found:
        for measure, one, other in _of_bounce(bounce):
            rows[bounce.area, measure, quarter_of(day), one, other] += 1
    return rows


def filled(home, number, edition):
    """The application over so many returned referrals."""
    os.environ["ENVAGIN_HOME"] = str(home)
    database = connect(settings().database)
    migrations.bring_up_to_date(database)
    rows = [dict(zip(KEY, (False, *key), strict=True), count=count)
            for key, count in sums(bounces(number, edition)).items()]
    within = {one.id: one.within for one in edition.catalogue.areas.values()}
    with database.transaction() as session:
        session.execute(insert(Count), rows)
    for day in DAYS[:-1]:
        start = process_time()
        with database.transaction() as session:
            publish_quarter(session, quarter_of(day), day=TODAY, within=within)
        print(f"{number:>9} returns, {len(rows)} rows: {quarter_of(day)} published in {process_time() - start:.1f} s")
    return create_app(edition)


def same_as_counted(home, edition):
    """Whether sums in bulk are what `count_bounce` leaves."""
    found = list(bounces(FEW, edition))
    database = connect(f"sqlite:///{home / 'one.db'}")
    migrations.bring_up_to_date(database)
    with database.transaction() as session:
        for day, bounce in found:
            count_bounce(session, bounce, day=day)
        counted = {tuple(getattr(row, name) for name in KEY[1:]): row.count for row in session.scalars(select(Count))}
    bulk = {(area, measure, quarter, one, other): count
            for (area, measure, quarter, one, other), count in sums(found).items()}
    return counted == bulk


def seconds(client, paths):
    start = process_time()
    for _ in range(ASKED):
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200, answer.status
    return process_time() - start


def measured(how, few, many):
    """Whether pages hold to the claim; says how long they take."""
    paths = PATHS[how]
    seconds(few, paths), seconds(many, paths)
    found = [(seconds(few, paths), seconds(many, paths)) for _ in range(ROUNDS)]
    ratios = sorted(large / small for small, large in found)
    ratio, page = median(ratios), 1000 * median(small for small, _ in found) / ASKED / len(paths)
    print(f"a page {how}, over {FEW} returns: {page:.1f} ms of CPU; over {MANY} {ratio:.2f} times that "
          f"(from {ratios[0]:.2f} to {ratios[-1]:.2f}; claimed: at most {CLAIM})")
    return ratio <= CLAIM


def main():
    edition = build(settings().rules, settings().seed, day=clock.today())
    with TemporaryDirectory() as folder:
        homes = [Path(folder, name) for name in ("few", "many")]
        for home in homes:
            home.mkdir()
        assert same_as_counted(Path(folder), edition)
        few, many = (filled(home, number, edition).test_client()
                     for home, number in zip(homes, (FEW, MANY), strict=True))
        held = [measured(how, few, many) for how in PATHS]
    sys.exit(0 if all(held) else 1)


if __name__ == "__main__":
    main()
