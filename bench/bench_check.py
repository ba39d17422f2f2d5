"""A check of a referral against a public answer on the same case: CPU of the whole page, in process, neither kept.

Every answer page is of a place of its own in one region, so that none was made before; the question of what to ask next
is known, as it is to a worker that has served for a while. Most of its cost is its QR code; without that a check costs
some 1.2 to 1.6 times as much. The checks are the same questions, asked by a school. Then
10,000 coded referrals, no two alike, in CSV and XLSX: read, checked and written. Claims: a check at most 1.5 times the
CPU of an answer (the median over the rounds); 10,000 rows in at most 5 s of CPU, and an XLSX of some kB that unpacks
to a tag of 8,000,000 characters refused in at most 0.5 s, on a machine that does a fixed piece of Python in 0.1 s, as
in bench_proof.py.
"""

import io
import os
import random
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from bench_proof import fixed_work
from directory import clock
from directory.app import create_app
from directory.config import settings
from directory.editions import build
from directory.routing import Answers, answers_for_need, next_step
from directory.routing.batch import ADDED, Batch, columns_of
from directory.routing.meant import units_in
from directory.web.desk.batch_file import FileRefused, Sheet, read_sheet, write_sheet

MOST_TIMES, MOST_SECONDS, MOST_HOSTILE = 1.5, 5, 0.5
ENDLESS = b"<worksheet><row " + b" " * 8_000_000  # a parser that is fed bit by bit reads it from its start each time
REGION = "vgr"
ROWS = 10_000
BEGINS = {"age": "school", "urgency": "wait"}
MATTERS = {"koncentration_adhd": "adhd", "autism": "autism", "lasskriv": "dyslexi"}  # a need, and what a school types
COLUMNS = ("area", "need", "level", "age", "from", "to", "acute", "tried.school_measures", "facts.diagnosis_set", "has")


def of_answers(client, edition, need):
    """CPU of a page for each place of the region: the answer to a family."""
    seal = client.application.extensions["seal"]
    paths = [f"/vag/{seal.seal(answered(edition, one.id, need))}" for one in edition.catalogue.areas.values()
             if one.within == REGION and one.id not in edition.ruleset.areas]
    shown(client.get(paths.pop()))
    return per_page(len(paths), lambda: [shown(client.get(path)) for path in paths])


def answered(edition, place, need):
    """The answers of a family that lead to a need, with the first of what is asked after that."""
    calm = {"day": clock.today(), "known": {}}
    answers = answers_for_need(edition, Answers(place, "guardian", dict(BEGINS)), need)
    while question := next_step(edition, answers, **calm).question:
        answers = answers.and_then(question.id, question.options[0].id)
    return answers


def of_checks(client, edition, typed):
    """The same for the check of a referral on the matter."""
    sent = {"area": edition.catalogue.areas[REGION].name["sv"], "need": typed, "level": "specialist", "age": "9",
            "from": "skolsköterska", "to": "BUP", "tried.school_measures": "yes"}
    shown(client.post("/remiss", data=sent))
    return per_page(40, lambda: [shown(client.post("/remiss", data=sent)) for _ in range(40)])


def shown(answer):
    """An answer, which must be a whole page with a receiver."""
    assert answer.status_code == 200 and b"<h1>" in answer.data and b'class="card"' in answer.data, answer.status_code


def per_page(count, work):
    start = process_time()
    work()
    return (process_time() - start) / count


def rows_of(edition, chance):
    """Rows of codes chosen by chance, as different as codes can be."""
    inputs, areas, units = edition.inputs, list(edition.catalogue.areas), units_in(edition, edition.ruleset.nation.id)
    for _ in range(ROWS):
        yield (chance.choice(areas), chance.choice(inputs.values["need"]), chance.choice(inputs.values["level"]),
               f"{chance.randrange(20)}y{chance.randrange(1, 12)}m", chance.choice(inputs.askers), chance.choice(units),
               chance.choice(["no", "no", "no", "today"]), chance.choice(["yes", "no"]), chance.choice(["yes", "no"]),
               chance.choice(["", "consent", "consent everyday-function"]))


def of_rows(edition, rows, kind):
    """CPU of 10,000 rows from bytes to bytes."""
    raw = write_sheet(Sheet((), (), kind), COLUMNS, rows)
    start = process_time()
    sheet = read_sheet(raw)
    batch = Batch(edition, columns_of(edition, sheet.header), "sv", clock.today())
    answers = [batch.answer(row) for row in sheet.rows]
    told = [(*row, *one.cells) for row, one in zip(sheet.rows, answers, strict=True)]
    write_sheet(sheet, (*sheet.header, *ADDED), told)
    spent = process_time() - start
    assert len(answers) == ROWS and not any(one.faults for one in answers)
    return spent


def of_a_hostile_file():
    """CPU of refusing an XLSX whose sheet is a tag without an end."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_sheet(Sheet((), (), "xlsx"), COLUMNS, ()))) as whole:
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
            for name in whole.namelist():
                made.writestr(name, ENDLESS if name.endswith("sheet1.xml") else whole.read(name))
    start = process_time()
    try:
        read_sheet(written.getvalue())
    except FileRefused:
        return process_time() - start
    raise AssertionError("a sheet without an end was read")


def main():
    with TemporaryDirectory() as home:
        os.environ["ENVAGIN_HOME"] = home
        edition = build(settings().rules, settings().seed, day=clock.today())
        client = create_app(edition).test_client(use_cookies=False)
        ratios = sorted(of_checks(client, edition, typed) / of_answers(client, edition, need)
                        for need, typed in MATTERS.items())
    ratio = ratios[len(ratios) // 2]
    print(f"a check page: {ratio:.2f} times the CPU of an answer page (from {ratios[0]:.2f} to {ratios[-1]:.2f} over "
          f"{len(ratios)} matters; claimed: at most {MOST_TIMES})")
    rows, slow = list(rows_of(edition, random.Random(1))), False
    for kind in ("csv", "xlsx"):
        spent = of_rows(edition, rows, kind) * 0.1 / per_page(1, fixed_work)
        slow = slow or spent > MOST_SECONDS
        print(f"{ROWS:,} rows of {kind}: {spent:.1f} s of CPU from file to file (claimed: at most {MOST_SECONDS})")
    spent = of_a_hostile_file() * 0.1 / per_page(1, fixed_work)
    slow = slow or spent > MOST_HOSTILE
    print(f"a hostile XLSX: refused in {spent:.3f} s of CPU (claimed: at most {MOST_HOSTILE})")
    sys.exit(1 if slow or ratio > MOST_TIMES else 0)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
