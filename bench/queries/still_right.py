"""Whether what counts as right still is: every id is in the catalogue, and the rules still give a case's receiver.

`own_facts.tsv` and `own_aside_facts.tsv` say what the words of a case mean, so that a changed rule is seen here and not
taken for a worse search. Several values of a field mean that each of them may be read from the words.
Run: `python bench/queries/still_right.py`. Of what is kept aside only the id of a query is printed.
"""

import csv
import sys
from itertools import product
from pathlib import Path

from directory import clock
from directory.catalogue import load_seed
from directory.rules import Ruleset, compile_base, decide, load, read_case

HERE = Path(__file__).parent
FIELDS = ("area", "need", "level", "age", "acute")


def rows(name):
    with open(HERE / f"{name}.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def receivers(ruleset, facts):
    """Who receives the case, for each way to read its words."""
    for values in product(*(facts[field].split("|") for field in FIELDS)):
        case = read_case(dict(zip(FIELDS, values, strict=True)), ruleset.base.inputs, areas=ruleset.base.layers,
                         today=clock.today())
        yield decide(ruleset, case).receiver


def faults(name, *, known, ruleset):
    """A line for each query of a set whose right ids are unknown, or are not what the rules say."""
    right = {row["qid"]: row["acceptable_ids"].split("|") for row in rows(name)}
    for qid, ids in right.items():
        if unknown := set(ids) - known:
            yield f"{qid}: not in the catalogue: {' '.join(sorted(unknown))}"
    for facts in rows(f"{name}_facts"):
        given = set(receivers(ruleset, facts))
        if given != set(right[facts["qid"]]):
            yield f"{facts['qid']}: the rules give {' '.join(sorted(given))}, not {' '.join(right[facts['qid']])}"


def main():
    catalogue, _ = load_seed("seed")
    base = load("routing_rules").base
    records = (catalogue.agencies, catalogue.roles, catalogue.processes, catalogue.needs)
    known = {key for kind in records for key in kind}
    found = [line for name in ("own", "own_aside")
             for line in faults(name, known=known, ruleset=Ruleset(base, compile_base(base)))]
    print(*found or ["Every right answer is in the catalogue and agrees with the rules."], sep="\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
