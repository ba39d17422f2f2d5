"""How often a search gives the right answer first, or among its first three, by sets of queries that people would type.

A search is any function `search(text) -> (sure, ids in order)`. An answer that is not sure counts as none, so that a
search gains nothing by doubting everything. Run it while tuning: `python bench/search_quality.py --failures`. The third
that is kept aside is measured with `--aside` alone, and what failed there is never listed.
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from directory import clock
from directory.config import settings
from directory.editions import build
from directory.routing import search
from directory.search import ALL, SearchQuery, index_of

QUERIES = Path(__file__).parent / "queries"
OWN, ASIDE, ELSEWHERE = (QUERIES / f"{name}.tsv" for name in ("own", "own_aside", "elsewhere"))
AMONG = 3
PARTS = ("first", "among", "unsure")
LEAST_OF_A_KIND = 10  # queries: a kind with fewer is too small to be judged by itself
# Per cent, as claimed: of a set, of a set, of each kind of it, of what the catalogue has no answer to.
LEAST_FIRST, LEAST_AMONG, LEAST_FIRST_OF_A_KIND, LEAST_UNSURE = 85, 95, 60, 80


@dataclass(frozen=True)
class Query:
    """A query and what may be its first hit; `right` is empty where the catalogue has no answer."""

    id: str
    text: str
    kind: str
    right: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a search answered to a query."""

    query: Query
    sure: bool
    found: tuple[str, ...]

    @property
    def place(self):
        """Where the first right hit stands, from 1; None: there is none, or the answer is not sure."""
        places = (at for at, one in enumerate(self.found, 1) if one in self.query.right)
        return next(places, None) if self.sure else None

    @property
    def failed(self):
        """Whether the first hit is not right, or there is one where nothing is."""
        return self.place != 1 if self.query.right else self.sure


@dataclass(frozen=True)
class Share:
    """Of how many queries the right answer came first and among the first three, and how many had no sure answer."""

    asked: int
    first: int
    among: int
    unsure: int

    def per_cent(self, part):
        return 100 * getattr(self, part) / self.asked


def read_queries(path):
    """The queries of a tab-separated file; columns but `qid` and `query` may be missing."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Query(row["qid"], row["query"], row.get("kind") or "-",
                  tuple(filter(None, (row.get("acceptable_ids") or "").split("|")))) for row in rows]


def measure(queries, search):
    return [Outcome(query, *search(query.text)) for query in queries]


def share(outcomes):
    places = Counter(one.place for one in outcomes)
    return Share(len(outcomes), places[1], sum(places[place] for place in range(1, AMONG + 1)),
                 sum(not one.sure for one in outcomes))


def shares(outcomes):
    """The share of `all` and of each kind, in the order of the file."""
    kinds = dict.fromkeys(one.query.kind for one in outcomes)
    return {"all": share(outcomes)} | {kind: share([one for one in outcomes if one.query.kind == kind])
                                       for kind in kinds}


def broken(outcomes):
    """A line for each claim on right answers that a set of queries does not reach; its kinds are judged too."""
    found = shares(outcomes)
    whole = found.pop("all")
    claims = [("right first", whole.per_cent("first"), LEAST_FIRST),
              (f"right among {AMONG}", whole.per_cent("among"), LEAST_AMONG)]
    claims += [(f"right first of {kind}", one.per_cent("first"), LEAST_FIRST_OF_A_KIND)
               for kind, one in found.items() if one.asked >= LEAST_OF_A_KIND]
    return [_short_of(*claim) for claim in claims if claim[1] < claim[2]]


def broken_elsewhere(outcomes):
    """The same for queries that the catalogue has no answer to."""
    unsure = share(outcomes).per_cent("unsure")
    return [_short_of("nothing sure", unsure, LEAST_UNSURE)] if unsure < LEAST_UNSURE else []


def _short_of(name, reached, least):
    return f"{name}: {reached:.1f} %, claimed: at least {least} %"


def edition_of_files():
    """The edition that the rule files and the catalogue of the settings make, whether they are published or not."""
    return build(settings().rules, settings().seed, day=clock.today())


def by_room(edition, techniques=ALL):
    """The search of this project over an edition; without some techniques where fewer are given."""
    edition = replace(edition, index=index_of(edition.catalogue, techniques=techniques))

    def ask(text):
        found = search(edition, SearchQuery(text), day=clock.today())
        return found.sure, tuple(hit.id for hit in found.hits)
    return ask


def by_command(path):
    """What `envagin search --batch` answers to the queries of a file from the edition in force."""
    command = [str(Path(sys.executable).with_name("envagin")), "search", "--batch", str(path)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    texts = {query.id: query.text for query in read_queries(path)}
    answers = {texts[line["qid"]]: (line["sure"], tuple(hit["id"] for hit in line["hits"]))
               for line in map(json.loads, run.stdout.splitlines())}
    return answers.__getitem__


def as_text(name, outcomes, failures=False):
    """The lines of a set: all and each kind, then what failed where that is asked."""
    yield f"{name:16}{'queries':>8}{'first':>8}{f'of {AMONG}':>8}{'unsure':>8}"
    for kind, one in shares(outcomes).items():
        yield f"  {kind:14}{one.asked:8}" + "".join(f"{one.per_cent(part):6.0f} %" for part in PARTS)
    if failures:
        yield from (_failure(one) for one in outcomes if one.failed)


def _failure(outcome):
    query, answer = outcome.query, " ".join(outcome.found[:5]) or "nothing"
    place = "not sure" if not outcome.sure else f"place {outcome.place}" if outcome.place else "not found"
    return f"    {query.id}  {query.text!r}  {place}; right: {' '.join(query.right)}; found: {answer}"


def as_json(outcomes, failures=False):
    figures = {kind: {"queries": one.asked, **{part: round(one.per_cent(part), 1) for part in PARTS}}
               for kind, one in shares(outcomes).items()}
    missed = {one.query.id: one.found[:5] for one in outcomes if one.failed}
    return {"shares": figures, **({"failures": missed} if failures else {})}


def _elsewhere(outcomes, failures):
    yield f"{ELSEWHERE.stem:16}{len(outcomes):8}  nothing sure: {share(outcomes).per_cent('unsure'):.0f} %"
    if failures:
        yield from (f"    {one.query.text!r} found {' '.join(one.found[:5])}" for one in outcomes if one.failed)


def _arguments():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--also", action="append", type=Path, default=[], metavar="FILE", help="another set of queries")
    asked.add_argument("--aside", action="store_true", help="measure what is kept aside too")
    asked.add_argument("--failures", action="store_true", help="list each query whose first hit is not right")
    asked.add_argument("--published", action="store_true", help="ask envagin search, which has the edition in force")
    asked.add_argument("--without", choices=sorted(ALL), action="append", default=[], help="leave a technique out")
    asked.add_argument("--format", choices=("text", "json"), default="text", dest="form")
    return asked.parse_args()


def main():
    given = _arguments()
    paths = [OWN, *given.also, *([ASIDE] if given.aside else []), ELSEWHERE]
    ask = None if given.published else by_room(edition_of_files(), ALL - set(given.without))
    found = {path: measure(read_queries(path), ask or by_command(path)) for path in paths}
    listed = {path: given.failures and path != ASIDE for path in paths}
    if given.form == "json":
        print(json.dumps({path.stem: as_json(found[path], listed[path]) for path in paths}, ensure_ascii=False))
        return
    for path in paths:
        lines = _elsewhere if path == ELSEWHERE else lambda *rest, name=path.stem: as_text(name, *rest)
        print(*lines(found[path], listed[path]), sep="\n")


if __name__ == "__main__":
    main()
