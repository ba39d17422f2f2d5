"""The index of a catalogue: made with the edition, in memory alone and never changed, so that every thread may read it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from directory.catalogue import Catalogue
from directory.search.areas import area_words
from directory.search.entries import Entry, Phrase, phrases_of, records_of, task_of
from directory.search.language import language
from directory.search.lexicon import Lexicon, lexicon_of
from directory.search.query import Choices, choices_of
from directory.search.text import fold, stem
from directory.search.units import Units, units_of
from directory.search.weights import weighed

TECHNIQUES = ("fold", "inflections", "compounds", "typos", "beginnings", "synonyms", "english", "alike", "needs",
              "texts", "understanding", "threshold")
ALL = frozenset(TECHNIQUES)
CALLED, PARTS, TASK = "called", "parts", "task"  # the fields that are weighed
STOP_TELLS, FILLER_TELLS = 0.06, 0.25  # of what a word tells that says little of whom to contact
LEVELS_IN_ORDER = ("bas", "forsta_linjen", "specialist", "akut", "myndighet")  # nearest to the family first


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Index:
    """Entries and phrases by their number; `weights` is what a word adds to an entry, by field.

    `places` are the phrases that hold a stem, or a compound with it, by field. `tells` is how much a stem tells at all,
    from 0 to 1, `sizes` how much all words of a phrase tell, `said` how a folded word is written. `receivers` are whom
    the catalogue says a need goes to.
    """

    catalogue: Catalogue
    techniques: frozenset[str]
    choices: Choices
    entries: tuple[Entry, ...]
    numbers: Mapping[str, int]
    phrases: tuple[Phrase, ...]
    sizes: tuple[float, ...]
    places: Mapping[str, Mapping[str, tuple[int, ...]]]
    weights: Mapping[str, Mapping[str, Mapping[int, float]]]
    tells: Mapping[str, float]
    lexicon: Lexicon
    said: Mapping[str, str]
    areas: Mapping[tuple[str, ...], str]
    units: Units
    receivers: Mapping[str, tuple[str, ...]]

    def stem(self, word):
        return stem(word) if "inflections" in self.techniques else word

    def tell(self, word):
        """How much a folded word tells of whom to contact; one that is known nowhere tells most."""
        return _tell(word, self.stem(word), self.tells)


def index_of(catalogue: Catalogue, *, techniques=ALL):
    """The index of a catalogue.

    :param techniques: those that are used; the rest are left out, to see what each gives
    """
    techniques = frozenset(techniques)
    records = records_of(catalogue)
    entries = tuple(Entry(record.id, kind, record.name) for kind, record in records)
    phrases = tuple(phrase for number, (kind, record) in enumerate(records)
                    for phrase in phrases_of(number, kind, record, techniques))
    tasks = [task_of(record, techniques) for _, record in records]
    lexicon = _lexicon(phrases, tasks, techniques)
    stems, parts = _stems(phrases, lexicon), _parts(phrases, lexicon)
    tells = _tells(stems, parts)
    return Index(
        catalogue, techniques, choices_of(catalogue), entries, {one.id: at for at, one in enumerate(entries)}, phrases,
        _sizes(phrases, stems, tells), {CALLED: _places(stems), PARTS: _places(parts)},
        weighed(_fields(phrases, stems, parts, tasks, lexicon), (CALLED, PARTS, TASK)), tells, lexicon, _said(phrases),
        area_words(catalogue), units_of(catalogue), _receivers(catalogue))


def _lexicon(phrases, tasks, techniques):
    others = language().others if "alike" in techniques else frozenset()
    return lexicon_of([one.words for one in phrases], tasks, techniques=techniques, others=others)


def _stems(phrases, lexicon):
    return [tuple(map(lexicon.stem, one.words)) for one in phrases]


def _parts(phrases, lexicon):
    """The parts of the compounds of each phrase."""
    parts = {word: lexicon.split(word) for word in lexicon.called}
    return [tuple(part for word in one.words for part in parts[word]) for one in phrases]


def _sizes(phrases, stems, tells):
    return tuple(sum(map(lambda word, own: _tell(word, own, tells), one.words, inside)) or 1.0
                 for one, inside in zip(phrases, stems, strict=True))


def _fields(phrases, stems, parts, tasks, lexicon):
    """The words of each entry by field."""
    found = [{CALLED: [], PARTS: [], TASK: list(map(lexicon.stem, task))} for task in tasks]
    for phrase, own, inside in zip(phrases, stems, parts, strict=True):
        found[phrase.entry][CALLED] += own
        found[phrase.entry][PARTS] += inside
    return found


def _said(phrases):
    """How a folded word is written, where that differs from the word itself."""
    return {own: word for one in phrases for word in re.findall(r"\w+", one.said.lower())
            if (own := fold(word)) != word}


def _places(found):
    places = defaultdict(list)
    for number, inside in enumerate(found):
        for one in dict.fromkeys(inside):
            places[one].append(number)
    return {one: tuple(numbers) for one, numbers in places.items()}


def _tells(stems, parts):
    """How rare each stem is among the phrases, from 0 to 1."""
    count = defaultdict(int)
    for own, inside in zip(stems, parts, strict=True):
        for one in {*own, *inside}:
            count[one] += 1
    most = log(len(stems) + 1)
    return {one: 1 - log(found) / most for one, found in count.items()}


def _tell(word, own, tells):
    known = language()
    short = len(word) == 1 or (len(word) == 2 and word.isdigit())
    less = STOP_TELLS if word in known.stop else FILLER_TELLS if short or own in known.filler_stems else 1.0
    return tells.get(own, 1.0) * less


def _receivers(catalogue):
    """By need: agencies before roles, what is nearest to the family first, then what receives least else."""
    found = defaultdict(list)
    for one in (*catalogue.agencies.values(), *catalogue.roles.values()):
        first = min((LEVELS_IN_ORDER.index(level) for level in one.levels if level in LEVELS_IN_ORDER), default=9)
        for need in one.receives:
            found[need].append((one.id in catalogue.roles, first, len(one.receives), one.id))
    return {need: tuple(one for *_, one in sorted(rows)) for need, rows in found.items()}
