"""The speed of the search, in one run with SQLite FTS5 over the same records and a bare Flask address under gunicorn.

In process: every query of `queries/own.tsv` once, over the shipped catalogue and over 60,000 units, and 200 hostile
ones. Under gunicorn with 2 sync workers: one query again and again, in turn with the bare address, by Debian's wrk.
Claims: 4 ms of CPU in the middle, 15 ms for 95 % with 60,000 units, 50 ms for the worst hostile query, 0.6 of the bare
address's requests. Milliseconds are of a machine that does a fixed piece of Python in 0.1 s, as in bench_proof.py.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from urllib.parse import quote

from bench_editions import generated
from bench_http import CASE, SECONDS, requests_a_second, served
from bench_proof import cpu_of, fixed_work
from directory import clock
from directory.errors import DirectoryError
from directory.routing import search
from directory.search import index_of, read_query
from search_quality import OWN, edition_of_files, read_queries

sys.path.insert(0, str(Path(__file__).parent / "queries"))
from hostile import hostile_queries  # noqa: E402

ROUNDS = 7
REPEATED = "skolsköterskan"
FTS = "CREATE VIRTUAL TABLE records USING fts5(id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2')"


def answered(edition, words):
    """CPU seconds of reading and answering one query; a refusal is an answer."""
    start = process_time()
    try:
        search(edition, read_query({"q": words}, choices=edition.index.choices), day=clock.today())
    except DirectoryError:
        pass
    return process_time() - start


def full_text(catalogue):
    """The same records in SQLite FTS5, with the real units, and the CPU seconds of a query."""
    base = sqlite3.connect(":memory:")
    base.execute(FTS)
    called = [(one.id, [*one.name.values(), *one.synonyms, *one.english, *one.description.values()]) for records in (
        catalogue.agencies, catalogue.roles, catalogue.processes, catalogue.needs) for one in records.values()]
    units = [(one.id, one.name.values()) for one in catalogue.units.values()]
    base.executemany("INSERT INTO records VALUES (?, ?)", [(one, " ".join(said)) for one, said in (*called, *units)])

    def ask(words):
        start = process_time()
        match = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", words)) or '"-"'
        base.execute("SELECT id FROM records WHERE records MATCH ? ORDER BY rank LIMIT 10", [match]).fetchall()
        return process_time() - start
    return ask


def spread(seconds):
    """The middle and the 95th of a hundred, in milliseconds."""
    found = sorted(seconds)
    return 1000 * found[len(found) // 2], 1000 * found[int(len(found) * 0.95)]


def in_process(edition):
    """The times of the shipped catalogue, of 60,000 units, of FTS5 over both, and the worst hostile one."""
    queries = [one.text for one in read_queries(OWN)]
    large = generated(edition.catalogue)
    start = process_time()
    larger = replace(edition, catalogue=large, index=index_of(large))
    print(f"the index of {len(large.units)} units: {process_time() - start:.1f} s of CPU")
    found = {"own": spread(answered(edition, words) for words in queries),
             "large": spread(answered(larger, words) for words in queries)}
    for name, catalogue in (("own", edition.catalogue), ("large", large)):
        ask = full_text(catalogue)
        found[f"FTS5 {name}"] = spread(map(ask, queries))
    worst = max(((answered(larger, words), words) for words in hostile_queries()), key=lambda one: one[0])
    return found, 1000 * worst[0]


def got_a_second(address):
    """What wrk counts of GET requests; an answer that is no 2xx ends the benchmark."""
    text = subprocess.run(["wrk", "-c16", "-t2", f"-d{SECONDS}s", address], check=True, capture_output=True,
                          text=True).stdout
    if "Non-2xx" in text:
        sys.exit(f"{address} did not answer with 2xx:\n{text}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])


def memory_of_workers():
    """The megabytes that each gunicorn worker of this machine's own service holds."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text, command = status.read_text(), status.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if b"wsgi:application" in command:
            yield int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024


def under_gunicorn():
    """The ratios of a repeated query to the bare address, and the memory of the largest worker."""
    ratios = []
    with served("bare_flask") as bare, served("wsgi") as own:
        for _ in range(ROUNDS):  # in turn, so that a machine that slows down slows both
            asked = got_a_second(f"{own}/api/v1/search?q={quote(REPEATED)}")
            ratios.append(asked / requests_a_second(bare + "/", CASE))
        return sorted(ratios), max(memory_of_workers())


def main():
    if not shutil.which("wrk"):
        sys.exit("This benchmark needs wrk: apt-get install wrk")
    slower = max(cpu_of(fixed_work) / 0.1, 1)
    found, worst = in_process(edition_of_files())
    ratios, megabytes = under_gunicorn()
    ratio = ratios[ROUNDS // 2]
    for name in ("own", "large"):
        (middle, late), (other, other_late) = found[name], found[f"FTS5 {name}"]
        print(f"{name}: {middle:.2f} ms of CPU in the middle, {late:.2f} for 95 %; FTS5 {other:.2f} and "
              f"{other_late:.2f} ({middle / other:.1f} and {late / other_late:.1f} times that)")
    print(f"memory of a worker: {megabytes:.0f} MB with the shipped catalogue; bench_editions.py tells of 60,000 units")
    claims = [
        (f"the shipped catalogue: {found['own'][0]:.2f} ms in the middle (claimed: 4)", found["own"][0] <= 4 * slower),
        (f"60,000 units: {found['large'][1]:.2f} ms for 95 % (claimed: 15)", found["large"][1] <= 15 * slower),
        (f"the worst of 200 hostile queries: {worst:.1f} ms (claimed: 50)", worst < 50 * slower),
        (f"a repeated query: {ratio:.2f} of a bare address's requests, from {ratios[0]:.2f} to {ratios[-1]:.2f} "
         f"(claimed: 0.6)", ratio >= 0.6),
    ]
    for text, holds in claims:
        print(text if holds else f"NOT SO: {text}")
    sys.exit(not all(holds for _, holds in claims))


if __name__ == "__main__":
    main()
