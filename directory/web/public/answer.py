"""The answer page: whom to contact first, how, and what happens then, as values that its template reads."""

from dataclasses import dataclass, replace
from typing import Any

from directory.ages import MONTHS
from directory.findings import say
from directory.i18n import DEFAULT, REVIEWED, translator
from directory.routing import MANAGERS, Advice, Place, Said, Words, kind_name, office_hours, said, text_of
from directory.rules import UNSURE
from directory.rules.model import SELF
from directory.web.askers import STAFF, YOUTH
from directory.web.contacts import NationalNumber, UnitCard, unit_card
from directory.web.desk_card import Desk, Step, called, is_public, numbers_of, numbers_on, who_knows, whom_to_ring
from directory.web.paper import Paper
from directory.web.public.answer_also import Helper, also_help
from directory.web.public.answer_danger import also_protect, call_now, danger_in, numbers_in_danger
from directory.web.public.answer_reasons import reasons_for
from directory.web.public.answer_ring import Piece, pieces_of, to_talk_to
from directory.web.public.answer_say import SOCIAL_SERVICES, Saying, is_harm, not_home, then_in_danger, words_in_danger
from directory.web.public.own_words_read import WordsRead
from directory.web.public.pages import Further

OLDER = 13 * MONTHS  # months: whoever has come that far is called a young person, and no child
ASK_FIRST = say("Call. They listen, ask questions and help you on to the right place.")
ASK_AS_STAFF = say("Call. Say what the question is, and give no name. They tell you where it belongs.")
NO_RULE: dict[str, Any] = {"days": None, "promise": None, "requires": (), "attach": (), "meanwhile": (),
                           "if_wrong": None, "rule": None}


@dataclass(frozen=True, slots=True)
class Signs:
    """What calls for 112, and what for a call the same day; each with its Swedish twin where nobody has reviewed the
    page's language.
    """

    call_112: Said
    twin: Said | None
    same_day: Said | None
    same_day_twin: Said | None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: the question and the answer in words, and the address where it can be changed."""

    question: Said
    answer: Said
    change: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Whom somebody may call whatever the answer is, and why; `twin` is the Swedish of that, where nobody has reviewed
    the page's language. `unit` is None where its number stands on the page already.
    """

    unit: UnitCard | None
    text: Said
    twin: Said | None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, in what they have answered: `who`; whether they are `young`, 13 to 17; what they say aloud that it is
    about; the age in the words that they chose; `elsewhere`: where they live, if no agreement is loaded for it; `told`:
    the inputs of the rules that their answers or the clock have set; `beside`: whom their answers say that they may
    call anyway; `from_18`: who takes over from the 18th birthday on, where that is near. `about_twin`: the Swedish of
    `about`, where nobody has reviewed the page's language.
    """

    who: str
    young: bool
    about: Said | None
    age: Said | None
    elsewhere: Said | None
    given: tuple[Given, ...]
    told: frozenset[str]
    beside: tuple[Beside, ...] = ()
    from_18: Said | None = None
    about_twin: Said | None = None


@dataclass(frozen=True, slots=True)
class RuleNote:
    """Which rule decided; where it is written, what it rests on, and what other agreements say."""

    id: str
    area: Said
    place: str
    sources: tuple[Said, ...]
    disputed: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where an answer can be kept: the address to ask at, and the days after which it is forgotten."""

    address: str
    days: int


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """`meeting`: the desk calls a meeting; `meets`: what is promised is one. `danger`: acute, protection (harm is
    suspected) or None. `via`: the desk to go through, which `sends` the question on or only helps. `further`: a
    question that can still change the answer, which holds for those who do not know. `numbers`: those to ring besides
    where there is danger; `protect`: the English of what is said of social services then. `older`: it is about somebody
    from 13 on, no child in words. `web`: one can write to whoever takes care of it on 1177's pages. `opening`: what is
    said first when they answer, where no child of some age is meant. `signs`: when it cannot wait, where there is no
    danger and the needs have their own. `by_day`: whether offices are open now; None: that is not known. `ringing`:
    `do`, with numbers of the whole country as links. `bris`: whom a child can talk to where the card has no number.
    `saying`: what one says in danger. `then`, `not_home`: the English of what whoever answers does then, and of what a
    child who is harmed can ask for.
    """

    desk: Desk
    meeting: bool
    meets: bool
    danger: str | None
    protect: str | None
    older: bool
    web: bool
    do: Said
    ringing: tuple[Piece, ...]
    do_twin: Said | None
    bris: UnitCard | None
    saying: Saying | None
    then: tuple[str, ...]
    not_home: tuple[str, ...]
    via: Desk | None
    sends: bool
    further: Further | None
    because: Said | None
    days: int | None
    promise: str | None  # who promises an answer within `days`: law, agreement, local
    requires: tuple[Said, ...]
    attach: tuple[Said, ...]
    meanwhile: tuple[Step, ...]
    onward: tuple[Step, ...]
    if_wrong: Said | None
    opening: Said | None
    also: tuple[Helper, ...]
    asker: Asker
    keeping: Keeping | None
    paper: Paper
    numbers: tuple[NationalNumber, ...]
    signs: Signs | None
    rule: RuleNote | None
    reasons: tuple[str, ...]
    edition: str
    by_day: bool | None
    read: WordsRead | None = None


def answer_page(advice: Advice, asker: Asker, *, further: Further | None, keeping: Keeping | None, paper: Paper,
                now=None):
    """The page on an advice to somebody who asked.

    :param paper: what stands on paper beside the words
    :param now: the moment, which tells what is open; None: that is not shown
    """
    words, how, decision = advice.words, advice.how, advice.decision
    danger, months = danger_in(advice), decision.case.months
    to_do = _do(advice, asker.who)
    do = said(to_do, words.language) or Said(how.way)
    numbers = numbers_in_danger(advice, asker.who, about_something=asker.about is not None, now=now)
    desk = desk_of(decision.holder, advice.caller, words, danger=bool(danger), now=now, who=asker.who)
    via = _via(advice, now, asker.who) if how.via else None
    in_card = numbers_of(via if via and how.way != SELF else desk)
    bris = to_talk_to(advice, asker.who, shown=in_card)
    shown = in_card.union(numbers_on(bris, *numbers.values()))
    return AnswerPage(
        desk=desk, by_day=desk.by_day, opening=text_of(how.say, words.language),
        also=also_help(advice, asker.who, shown=shown.union(*(numbers_on(one.unit) for one in asker.beside))),
        meeting=decision.holder != decision.receiver, danger=danger,
        meets=decision.holder != decision.receiver or decision.receiver in MANAGERS,
        protect=also_protect(advice, asker.who),
        older=months is not None and months >= OLDER, web=who_knows(decision.holder, words) == "1177",
        do=do, ringing=_ringing(do, advice), do_twin=_twin(to_do, do, words.language),
        bris=bris, saying=words_in_danger(advice, asker.who), then=then_in_danger(advice), not_home=not_home(advice),
        via=via,
        sends=how.way != SELF, further=further, because=_because(advice, words.language),
        onward=_onward(advice) if len(advice.way) > 1 else (), asker=_beside_once(asker, shown), paper=paper,
        numbers=tuple(NationalNumber(*one) for one in numbers.items()), keeping=keeping, signs=_signs(advice),
        reasons=reasons_for(advice, asker),
        edition=advice.edition, **(_of_rule(advice, asker.who) if advice.rule else NO_RULE),
    )


def _ringing(do, advice):
    """What to do with numbers as links; where nobody is in danger, that of the receiver stands in its card alone."""
    own = set() if danger_in(advice) else {advice.decision.receiver, advice.decision.holder}
    national = advice.words.catalogue.national
    return pieces_of(do.text, {agency: unit for agency, unit in national.items() if agency not in own})


def _beside_once(asker, shown):
    """The asker, with no number beside the answer that stands on the page already."""
    beside = (replace(one, unit=None) if numbers_on(one.unit) <= shown else one for one in asker.beside)
    return replace(asker, beside=tuple(beside))


def _of_rule(advice, who) -> dict[str, Any]:
    """What the rule says beside where to go. What adults must do or send along is not said to a child."""
    rule, words, language = advice.rule, advice.words, advice.words.language
    within = rule.answer_within
    return {
        "days": within.days if within else None, "promise": within.kind if within else None,
        "requires": _texts(rule.requires, language) if who != YOUTH else (),
        "attach": _texts(rule.attach, language) if who != YOUTH else (),
        "meanwhile": _steps(((one.unit, one.youth if who == YOUTH else one.text) for one in rule.alongside
                             if one.youth or who != YOUTH), words),
        "if_wrong": text_of(rule.if_wrong, language),
        "rule": _rule_note(advice),
    }


def _signs(advice):
    """When it cannot wait, by the group of the need; None where somebody is in danger, or nothing is written."""
    catalogue, language = advice.words.catalogue, advice.words.language
    need = catalogue.needs.get(advice.decision.case.need)
    if need is None or danger_in(advice):
        return None
    group = catalogue.groups[need.group]
    call, same_day = said(group.call_112, language), said(group.same_day, language)
    if call is None:
        return None
    return Signs(call, _twin(group.call_112, call, language), same_day, _twin(group.same_day, same_day, language))


def _twin(texts, shown, language):
    """The Swedish of a text that must not be misread, where nobody has reviewed the language it is shown in."""
    swedish = said(texts, DEFAULT)
    return swedish if language not in REVIEWED and swedish and shown and swedish.text != shown.text else None


def _texts(items, language):
    return tuple(filter(None, (text_of(one.text, language) for one in items)))


def _steps(pairs, words):
    return tuple(Step(kind_name(kind, words), text_of(text, words.language)) for kind, text in pairs)


def _onward(advice):
    return _steps(((one.decision.receiver, one.by.because if one.by else None) for one in advice.way), advice.words)


def _do(advice, who):
    """What to do, in one line by language: as the rule says it, else to call and ask."""
    how, is_unsure = _how(advice, who), advice.decision.gate == UNSURE
    if is_unsure or not how.text:
        in_danger = is_unsure and danger_in(advice)
        message = call_now(advice, who) if in_danger else ASK_AS_STAFF if who == STAFF else ASK_FIRST
        return {DEFAULT: message.text(translator(DEFAULT)), "en": message.key}
    return how.text.by_language


def _how(advice, who):
    """How to turn there; staff who tell social services of harm do what the rule says to care, which names no pupil."""
    tells = who == STAFF and is_harm(advice) and advice.decision.receiver in SOCIAL_SERVICES
    return advice.rule.how.get("care", advice.how) if tells and advice.rule else advice.how


def _because(advice, language):
    if advice.decision.gate == UNSURE:
        return Said(advice.because)
    return text_of(advice.rule.because, language) if advice.rule else None


def _via(advice, now, who):
    return desk_of(advice.how.via, advice.via, advice.words, danger=bool(danger_in(advice)), now=now, who=who)


def desk_of(kind, place: Place, words: Words, *, danger, now=None, who=None):
    """Where to turn to reach a kind of unit, by what is known of its place.

    :param danger: whether somebody may be in danger; then nothing is shown that nobody has confirmed
    :param now: the moment, which tells what is open; None: that is not shown
    :param who: who asks; None: not known
    """
    units = tuple(_card(one, words.language, danger=danger, now=now, who=who) for one in place.units)
    lost = _card(place.lost, words.language, danger=danger, now=now, who=who) if place.lost else None
    is_rung = bool(numbers_on(*units, lost))
    ask = None if is_rung or danger else who_knows(kind, words)
    ring = whom_to_ring(kind, words) if danger and not is_rung else None
    twin = None if words.language in REVIEWED else called(kind, replace(words, language=DEFAULT))
    return Desk(kind_name(kind, words), units, place.own, lost, ask, ring, twin, sample=_have_samples(units),
                called=called(kind, words), by_day=office_hours(now) if now else None, is_public=is_public(kind, words))


def _card(unit, language, *, danger, now, who):
    """How to reach a unit. Mailboxes are for staff, and notes are written to adults."""
    card = unit_card(unit, language, danger=danger, now=now, mailbox=who == STAFF)
    return replace(card, note=None) if who == YOUTH else card


def _have_samples(cards):
    """Whether some of them show a number that nobody has confirmed."""
    return any(not one.dial for card in cards for one in card.phones)


def _rule_note(advice):
    rule, words, language = advice.rule, advice.words, advice.words.language
    known = [(one, advice.sources.get(one)) for one in rule.source]
    sources = (text_of(record.title, language) if record else Said(one) for one, record in known)
    disputed = _steps(((one.to, one.because) for one in rule.disputed), words)
    place = f"{rule.place.file}:{rule.place.line}"
    return RuleNote(rule.id, _area(rule.layer, words), place, tuple(filter(None, sources)), disputed)


def _area(area, words):
    """The name of an area, which may be called as a word of another language is: it says that it is Swedish."""
    record = words.catalogue.areas.get(area)
    return record and said(record.name, words.language) or Said(area)
