"""What it is about in own words: the catalogue's search finds needs, one is chosen, and the questions go on from there.

The words are read once and kept nowhere; what they were found to mean, ids of needs alone, travels sealed.
"""

from dataclasses import dataclass, replace

from directory.i18n import DEFAULT, tag
from directory.routing import Said, said, text_of
from directory.rules.model import NEED as NEED_INPUT
from directory.rules.model import PROTECTION, SAFETY
from directory.search import HoldsPersonalNumber, SearchQuery, as_spelt, find, read_query, standing, tell_all
from directory.web.askers import YOUTH
from directory.web.contacts import UnitCard, unit_card

MOST_NEEDS = 6  # that are offered
PLAIN = 5.0  # score from which words say what they mean
LIKELY = 4.0  # score from which what words mean comes before a danger that they but hint at
LEAST_SAID = 2  # words that say a danger plainly: one alone ("tabletter", "borta") does not tell what has happened
LEAST_BESIDE_HARM = {True: 0.5, False: 0.25}  # of the score of the best, where that is harm; by whether it is plain
LEAST_OF_GRAVE = 0.3  # of the score of the best, for danger or harm to be offered beside what words rather mean
LEAST_BESIDE_SAID = 0.7  # the same where the words say plainly what else they mean
LONGEST = 200  # letters that are read
EMPTY, LONG, PERSON, UNCHOSEN = FAULTS = ("empty", "long", "person", "unchosen")
UNSURE = "unsure"
MISSING = "forsvunnen"
ILL = "somatik"  # illness, of which some turns dangerous fast
BRIS = "bris"  # the agency with the national number of children
SEARCHED = (DEFAULT, "en")  # languages whose words the search knows


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of the `needs` that some words may mean, the likeliest first; `told`: EMPTY, PERSON, UNSURE or None. `plain`:
    the words that were just read say plainly that they mean the first, and nothing else.
    """

    needs: tuple[str, ...] = ()
    told: str | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class WordsField:
    """The field for own words, with those that were written; `is_searched`: whether words in the page's language are
    understood; `most` letters are read.
    """

    text: str
    is_searched: bool
    most: int = LONGEST


@dataclass(frozen=True, slots=True)
class OfferedNeed:
    id: str
    name: Said
    text: Said | None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """`needs`: those of danger and harm that the words say, then those that they may mean, the gravest first; one of
    them may be a `danger` or a `harm` to somebody. `told`: what is said of what was sent: one of FAULTS, UNSURE or
    None. `send`: the address of the form, `back` that of the questions. `bris`: whom a child can talk to where
    nobody knows what they mean.
    """

    send: str
    field: WordsField
    needs: tuple[OfferedNeed, ...]
    told: str | None
    back: str
    danger: bool
    harm: bool
    bris: UnitCard | None


def found_by(edition, words, language):
    """What some words may mean; of words that hold a personal number no more than that is said."""
    if not words:
        return Found(told=EMPTY)
    try:
        query = read_query({"q": words}, choices=edition.index.choices, language=language)
    except HoldsPersonalNumber:
        return Found(told=PERSON)
    return _meant(edition, query)


def _meant(edition, query: SearchQuery):
    query = replace(query, words=as_spelt(query.words), limit=MOST_NEEDS * 4)
    found = find(edition.index, query)
    stands = standing(edition.index, query.words)
    grave = _gravest_first(edition, [one.need for one in stands if _is_grave(edition, one.need)])
    hits = [one for one in found.hits if one.kind == "need"]
    first = [found.understood.need] if found.understood.need else []
    near = dict.fromkeys((*first, *(one.id for one in _near(edition, hits, stands))))
    plain = _said_plainly(edition, stands, query)
    order = [*plain, *grave, *_said(stands, query, near), *_meant_plainly(edition, hits, near),
             *_gravest_first(edition, near)]
    needs = tuple(dict.fromkeys(order))[:MOST_NEEDS]
    return Found(needs, None if needs else UNSURE, bool(plain))


def _said(stands, query, near):
    """The needs of which a phrase stands in the words: of one word only where nothing else is said, or where the whole
    means the same.
    """
    best = next(iter(near), None)
    return [one.need for one in stands
            if len(one.at) > 1 or len(query.words.split()) == 1 or one.need == best or best is None]


def _meant_plainly(edition, hits, near):
    """What the words plainly mean though no phrase of it stands in them, as a list of one at most: it comes before a
    danger that they but hint at.
    """
    is_likely = hits and hits[0].score >= LIKELY
    return [one for one in near if not _is_grave(edition, one)][:1] if is_likely else []


def _said_plainly(edition, stands, query):
    """The danger that words say and nothing beside it, as a list of one at most: every phrase that stands in them means
    danger, no other word tells anything, and one of the phrases is not said when nothing is wrong.
    """
    plain = [one.need for one in stands if not one.everyday and len(one.at) >= LEAST_SAID]
    if not plain or not all(_is_danger(edition, [one.need]) for one in stands) or not tell_all(stands, query.words):
        return []
    return plain[:1]


def _near(edition, hits, stands):
    """The hits without those that lie far below the best, where they or the best are grave: who is hit does not ask of
    defiance, and who asks of something else does not ask to be told of suicide. Still less does who has said it whole.
    """
    if not hits:
        return []
    best = hits[0]
    is_grave = {one.id: _is_grave(edition, one.id) for one in hits}
    beside = LEAST_BESIDE_HARM[best.score >= PLAIN] if best.id in _gated(edition, PROTECTION) else 0
    is_said = best.score >= LIKELY or any(not _is_grave(edition, one.need) for one in stands)
    of_grave = LEAST_BESIDE_SAID if is_said and not is_grave[best.id] else LEAST_OF_GRAVE
    least = {True: max(beside, of_grave), False: beside}
    return [one for one in hits if one.score >= least[is_grave[one.id]] * best.score]


def danger_meant(edition, found: Found, who):
    """The need that words plainly mean, where that is a danger: nobody is asked to choose it; else None.

    :param who: who asks; a child or young person who writes of somebody missing may be fleeing from harm themselves
    """
    first = found.needs[0] if found.needs and found.plain else None
    is_their_own = who == YOUTH and first == MISSING
    return first if first and not is_their_own and _is_danger(edition, [first]) else None


def own_words_page(edition, found: Found, language, *, addresses, sent, who):
    """The page on what some words were found to mean.

    :param addresses: where the form is sent, and where the questions are
    :param sent: the `Sent` of a form that is shown once more
    :param who: who asks; a child or young person reads their own words for a need
    """
    send, back = addresses
    known = [one for one in found.needs if one in edition.catalogue.needs]
    if who == YOUTH:  # who has run away may be fleeing from harm: that is asked before whether they are missing
        known.sort(key=MISSING.__eq__)
    offered = [_offered(edition, one, language, who) for one in known]
    told = sent.told or found.told or (UNSURE if found.needs and not known else None)
    return OwnWordsPage(
        send, words_field(language, sent.words), tuple(replace(one, chosen=one.id == sent.need) for one in offered),
        told, back, ILL in known or _is_danger(edition, known), bool(set(known) & _gated(edition, PROTECTION)),
        _to_talk_to(edition, language) if told == UNSURE and who == YOUTH else None)


def _to_talk_to(edition, language):
    unit = edition.catalogue.national.get(BRIS)
    return unit_card(unit, language, danger=True) if unit else None


def _gravest_first(edition, needs):
    """Needs as they stand, but first those that mean danger and then those that mean harm."""
    harms = _gated(edition, PROTECTION)
    return sorted(needs, key=lambda one: (not _is_danger(edition, [one]), one not in harms))


def words_field(language, text=""):
    return WordsField(text, tag(language) in SEARCHED)


def _offered(edition, one, language, who):
    """A need in words for who asks: what the catalogue tells of it is written to adults."""
    need = edition.catalogue.needs[one]
    name = said(need.name, language) or Said(one)
    if who == YOUTH:
        return OfferedNeed(one, text_of(_own_words_for(edition, one), language) or name, None)
    return OfferedNeed(one, name, said(need.description, language))


def _own_words_for(edition, need):
    """How a child or young person says what a need is: the answer that means it and nothing else; None: by none."""
    options = (one for question in edition.ruleset.base.questions for one in question.options)
    return next((one.youth for one in options if one.youth and tuple(one.needs) == (need,)), None)


def _is_grave(edition, need):
    """Whether a need is a danger or a harm to somebody."""
    return need in _gated(edition, PROTECTION) or _is_danger(edition, [need])


def _is_danger(edition, needs):
    """Whether one of the needs is among those of an answer that means danger, or safety takes it before all else."""
    dangers = (one for question in edition.ruleset.base.questions for one in question.options if one.danger)
    return bool(set(needs) & _gated(edition, SAFETY)) or any(set(one.needs) & set(needs) for one in dangers)


def _gated(edition, stage):
    """The needs that a stage of the rules takes whatever else is told."""
    return {need for gate in edition.ruleset.base.gates.get(stage, ()) for need in gate.values.get(NEED_INPUT, ())}
