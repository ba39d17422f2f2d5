"""The quality of the search over the shipped catalogue, and what each of its techniques gives.

Claims, on the queries that were written before the search was tuned and on the third of them that was kept aside: the
right answer first in 85 %, among the first three in 95 %, first in 60 % of each kind; nothing sure for 80 % of what
the catalogue has no answer to. These are the same on every machine. What each technique gives is told, not claimed.
"""

import sys

from search_quality import (
    ALL, ASIDE, ELSEWHERE, OWN, as_text, broken, broken_elsewhere, by_room, edition_of_files, measure, read_queries,
    share)


def ablation(edition):
    """Lines: the shares with all techniques and without each of them, on what was tuned on."""
    queries, elsewhere = read_queries(OWN), read_queries(ELSEWHERE)
    for left_out in (None, *sorted(ALL)):
        ask = by_room(edition, ALL - {left_out})
        found = share(measure(queries, ask))
        name = f"without {left_out}" if left_out else "all techniques"
        yield (f"{name:24}{found.per_cent('first'):6.1f} % first{found.per_cent('among'):7.1f} % among three"
               f"{share(measure(elsewhere, ask)).per_cent('unsure'):6.0f} % of what lies elsewhere unsure")


def main():
    edition, missed = edition_of_files(), []
    ask = by_room(edition)
    for path in (OWN, ASIDE):
        outcomes = measure(read_queries(path), ask)
        print(*as_text(path.stem, outcomes), sep="\n")
        missed += [f"{path.stem}: {line}" for line in broken(outcomes)]
    missed += [f"elsewhere: {line}" for line in broken_elsewhere(measure(read_queries(ELSEWHERE), ask))]
    print(*ablation(edition), *missed, sep="\n")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
