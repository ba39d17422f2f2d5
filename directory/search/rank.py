"""How well each record fits what is wanted: what each word adds to it, and how much of a phrase of it was asked for."""

from collections import defaultdict
from dataclasses import dataclass

from directory.search.entries import NAME, SHORT
from directory.search.index import CALLED, PARTS, Index
from directory.search.wanted import Wanted

NOT_AS_WRITTEN = 0.94  # of a word that the phrase has in another form
TASK_ALONE = 0.25  # how well a record fits by what its task says alone
LEAST_FIT = 0.35  # what is left of a record's score where its best phrase holds little of what was asked
WHOLE = 0.75  # of what a phrase tells, held by the query, for all of it to be meant
EXACT, EXACTLY = 0.9, 1.5  # how near a phrase is that is just what was asked for, and how much more it counts
NAMED = 1.05  # of a phrase that is the name


@dataclass(frozen=True, slots=True)
class Match:
    """A record that was found: how well, how much it holds of what the query tells (0 to 1), and by which phrase.

    `whole` says that every word of that phrase was asked for. `phrase` is None where its task alone holds the words.
    """

    entry: int
    score: float
    covered: float
    phrase: int | None
    whole: bool
    fit: float


def rank(index: Index, wanted: list[Wanted]):
    """The records that hold some of what is wanted, the best first."""
    tells = sum(one.tells for one in wanted) or 1.0
    scores, covered = defaultdict(float), defaultdict(float)
    for one in wanted:
        for entry, (weight, sure) in _added(index, one).items():
            scores[entry] += weight * one.tells
            covered[entry] += sure * one.tells
    best = _best_phrases(index, _held(index, wanted), tells)
    found = [_match(index, entry, score, covered[entry] / tells, best.get(entry)) for entry, score in scores.items()]
    return sorted(found, key=lambda one: (-one.score, one.entry))


def _match(index, entry, score, covered, best):
    fit, phrase, whole = best or (TASK_ALONE, None, False)
    score *= LEAST_FIT + (1 - LEAST_FIT) * fit
    return Match(entry, score * (EXACTLY if fit >= EXACT else 1.0), covered, phrase, whole, fit)


def _added(index, one):
    """What a word adds to each entry, and how sure it is that the entry holds it."""
    found: dict[int, tuple[float, float]] = {}
    for meaning in one.meanings:
        for entry, weight in index.weights[meaning.field].get(meaning.stem, {}).items():
            own, sure = found.get(entry, (0.0, 0.0))
            found[entry] = max(own, weight * meaning.sure), max(sure, meaning.sure)
    return found


def _held(index, wanted):
    """How much of what is wanted each phrase holds."""
    held = defaultdict(float)
    for one in wanted:
        here: dict[int, float] = {}
        for meaning in one.meanings:
            if meaning.field in (CALLED, PARTS):
                for phrase in index.places[meaning.field].get(meaning.stem, ()):
                    sure = meaning.sure if one.word in index.phrases[phrase].words else meaning.sure * NOT_AS_WRITTEN
                    here[phrase] = max(here.get(phrase, 0.0), sure)
        for phrase, sure in here.items():
            held[phrase] += sure * one.tells
    return held


def _best_phrases(index, held, tells):
    """The phrase of each entry that is nearest to what was asked: how near, its number, and whether all of it was."""
    best: dict[int, tuple[float, int, bool]] = {}
    for phrase, amount in held.items():
        of_phrase, of_query = min(amount / index.sizes[phrase], 1.0), min(amount / tells, 1.0)
        fit = 2 * of_phrase * of_query / (of_phrase + of_query)
        said = index.phrases[phrase]
        fit *= NAMED if said.source in (NAME, SHORT) else 1.0
        if fit > best.get(said.entry, (0.0, 0, False))[0]:
            best[said.entry] = fit, phrase, of_phrase >= WHOLE
    return best
