"""The answer page: whom to contact first, how, and what happens then, as values that its template reads."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from directory.i18n import DEFAULT, FROM_THE_RIGHT, REVIEWED, in_order
from directory.routing import Advice, Place, Said, Words, kind_name, said, text_of
from directory.rules import UNSURE
from directory.rules.model import PROTECTION, SELF
from directory.web.contacts import UnitCard, unit_card
from directory.web.public.paper import Paper

MUNICIPALITY = "kommun"  # the organization in the catalogue whose units a municipality's switchboard knows
NO_RULE: dict[str, Any] = {"days": None, "promise": None, "requires": (), "attach": (), "meanwhile": (),
                           "if_wrong": None, "also": (), "rule": None}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where to turn. `own`: whose unit it is; `ask`: who knows which one where none is known: municipality, 1177."""

    name: Said
    units: tuple[UnitCard, ...]
    own: str | None
    lost: UnitCard | None
    ask: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A unit, and what it does or why the question comes to it."""

    unit: Said
    text: Said | None


@dataclass(frozen=True, slots=True)
class Signs:
    """What calls for 112, its Swedish `twin` where nobody has reviewed the page's language, and a call the same day."""

    call_112: Said
    twin: Said | None
    same_day: Said | None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: the question and the answer in words, and the address where it can be changed."""

    question: Said
    answer: Said
    change: str


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, in what they have answered: `who`; whether they are `young`, 13 to 17; what it is about and which age,
    in the words that they chose; `elsewhere`: where they live, if no agreement is loaded for it.
    """

    who: str
    young: bool
    about: Said | None
    age: Said | None
    elsewhere: Said | None
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class RuleNote:
    """Which rule decided; where it is written, what it rests on, and what other agreements say."""

    id: str
    area: str
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
    """`meeting`: the desk calls a meeting. `danger`: acute, protection (harm is suspected) or None. `via`: the desk to
    go through, which `sends` the question on or only helps. `numbers`: those to ring besides where there is danger.
    `signs`: when it cannot wait, where there is none and the needs have their own.
    """

    desk: Desk
    meeting: bool
    danger: str | None
    do: Said
    via: Desk | None
    sends: bool
    because: Said | None
    days: int | None
    promise: str | None  # who promises an answer within `days`: law, agreement, local
    requires: tuple[Said, ...]
    attach: tuple[Said, ...]
    meanwhile: tuple[Step, ...]
    onward: tuple[Step, ...]
    if_wrong: Said | None
    also: tuple[Said, ...]
    asker: Asker
    keeping: Keeping | None
    paper: Paper
    numbers: tuple[UnitCard, ...]
    signs: Signs | None
    rule: RuleNote | None
    reasons: tuple[str, ...]
    edition: str


def answer_page(advice: Advice, asker: Asker, *, keeping: Keeping | None, paper: Paper, now=None):
    """The page on an advice to somebody who asked.

    :param paper: what stands on paper beside the words
    :param now: the moment, which tells what is open; None: that is not shown
    """
    words, how, decision = advice.words, advice.how, advice.decision
    return AnswerPage(
        desk=desk_of(decision.holder, advice.caller, words, danger=bool(_danger(advice)), now=now),
        meeting=decision.holder != decision.receiver,
        danger=_danger(advice),
        do=_do(advice, words.language), via=_via(advice, now) if how.via else None,
        sends=how.way != SELF, because=_because(advice, words.language),
        onward=_onward(advice) if len(advice.way) > 1 else (), asker=asker, paper=paper, numbers=_numbers(advice, now),
        keeping=keeping, signs=_signs(advice), reasons=_reasons(advice), edition=advice.edition,
        **(_of_rule(advice) if advice.rule else NO_RULE),
    )


def _reasons(advice):
    """Why, in words; ages in them keep their order where a language is read from the right."""
    is_turned = advice.words.language in FROM_THE_RIGHT
    return tuple(in_order(text) if is_turned else text for _reason, text in advice.why)


def _of_rule(advice) -> dict[str, Any]:
    """What the rule says beside where to go."""
    rule, words, language = advice.rule, advice.words, advice.words.language
    within = rule.answer_within
    return {
        "days": within.days if within else None, "promise": within.kind if within else None,
        "requires": _texts(rule.requires, language), "attach": _texts(rule.attach, language),
        "meanwhile": _steps(((one.unit, one.text) for one in rule.alongside), words),
        "if_wrong": text_of(rule.if_wrong, language), "also": tuple(kind_name(one, words) for one in rule.also),
        "rule": _rule_note(advice),
    }


def _danger(advice):
    return "acute" if advice.acute else PROTECTION if advice.decision.gate == PROTECTION else None


def _numbers(advice, now):
    """The national numbers, where somebody may be in danger; the receiver's own stands above them."""
    if not _danger(advice):
        return ()
    national, shown = advice.words.catalogue.national, {advice.decision.receiver, advice.decision.holder}
    return tuple(unit_card(one, advice.words.language, danger=True, now=now) for agency, one in national.items()
                 if agency not in shown)


def _signs(advice):
    """When it cannot wait, by the group of the need; None where somebody is in danger, or nothing is written."""
    catalogue, language = advice.words.catalogue, advice.words.language
    need = catalogue.needs.get(advice.decision.case.need)
    if need is None or _danger(advice):
        return None
    group = catalogue.groups[need.group]
    call = said(group.call_112, language)
    if call is None:
        return None
    swedish = said(group.call_112, DEFAULT)
    twin = swedish if language not in REVIEWED and swedish and swedish.text != call.text else None
    return Signs(call, twin, said(group.same_day, language))


def _texts(items, language):
    return tuple(filter(None, (text_of(one.text, language) for one in items)))


def _steps(pairs, words):
    return tuple(Step(kind_name(kind, words), text_of(text, words.language)) for kind, text in pairs)


def _onward(advice):
    return _steps(((one.decision.receiver, one.by.because if one.by else None) for one in advice.way), advice.words)


def _do(advice, language):
    """What to do, in one line: as the rule says it, else the way in as the catalogue words it."""
    if advice.decision.gate == UNSURE and _danger(advice):
        return Said(_("Call now. They answer day and night."))
    words = advice.words
    ways = words.catalogue.inputs["way"].values
    return text_of(advice.how.text, language) or said(ways.get(advice.how.way, {}), language) or Said(advice.how.way)


def _because(advice, language):
    if advice.decision.gate == UNSURE:
        return Said(advice.because)
    return text_of(advice.rule.because, language) if advice.rule else None


def _via(advice, now):
    return desk_of(advice.how.via, advice.via, advice.words, danger=bool(_danger(advice)), now=now)


def desk_of(kind, place: Place, words: Words, *, danger, now=None):
    """Where to turn to reach a kind of unit, by what is known of its place.

    :param danger: whether somebody may be in danger; then nothing is shown that nobody has confirmed
    :param now: the moment, which tells what is open; None: that is not shown
    """
    units = tuple(unit_card(one, words.language, danger=danger, now=now) for one in place.units)
    lost = unit_card(place.lost, words.language, danger=danger, now=now) if place.lost else None
    ask = None if units or place.lost or danger else who_knows(kind, words)  # in danger its rule says whom to call
    return Desk(kind_name(kind, words), units, place.own, lost, ask)


def who_knows(kind, words):
    unit = words.units.get(kind)
    agency = words.catalogue.agencies.get(kind) or words.catalogue.agencies.get(unit.kind_of if unit else None)
    return "municipality" if agency and MUNICIPALITY in agency.organization else "1177"


def _rule_note(advice):
    rule, words, language = advice.rule, advice.words, advice.words.language
    known = [(one, advice.sources.get(one)) for one in rule.source]
    sources = (text_of(record.title, language) if record else Said(one) for one, record in known)
    disputed = _steps(((one.to, one.because) for one in rule.disputed), words)
    place = f"{rule.place.file}:{rule.place.line}"
    return RuleNote(rule.id, words.area(rule.layer), place, tuple(filter(None, sources)), disputed)
