"""The answer to a check, as values that its page reads: right or wrong receiver, and what follows of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from directory.catalogue import PROFESSIONALS
from directory.i18n import translator
from directory.journal.question import MEETING_DAYS
from directory.routing import Checked, Referral, Said, copy_texts, may_be_kept, said, text_of
from directory.routing.check import ACUTE, FROM_18
from directory.routing.check_texts import CopyTexts
from directory.routing.check_words import (
    CONSENT_SOURCES, SUPPLIERS, consent_of, holder_of, short_name, supplier_name, unit_name, verdict_line)
from directory.rules.model import AGE, NEED
from directory.web.careful_card import careful_card
from directory.web.contacts import UnitCard
from directory.web.desk_card import Desk, Step, who_knows
from directory.web.notes import SourceNote, source_notes

MOST_CHANGES = 12  # that are shown; more tell nobody anything
NO_CHANGES = (NEED, "area")  # inputs whose other values are other questions


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What must be done or sent along. `has`: it is; else `by` can supply it, or `others`; None: whoever sends."""

    id: str
    text: Said
    has: bool
    by: Said | None
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Another value of an input, and who receives then."""

    input: str
    value: str
    receiver: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """The rule that decided, the area that it is of, its file and line, what it rests on and what other papers say."""

    id: str
    area: str
    place: str
    because: Said
    sources: tuple[SourceNote, ...]
    disputed: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a check says, in the order of the page. `line` is the verdict in words, `ends` what a unit may do that is
    not the right receiver; `keeps`: whether it may be kept; `may_not_sign`: the profession that sends, where it may not
    sign; `meet_by`: the day by which a meeting is held that is called today. `holder` holds the question before any
    step, None: nobody does yet. `came_back_to` is the unit that it came to, where that has held it before; `is_own`: it
    is not sent, and whoever has it receives such questions; `against`: the answers that the items speak against.
    """

    verdict: str
    line: str
    receiver: Said
    holder: Said | None
    desk: Desk
    do: Said
    danger: bool
    is_concern: bool
    keeps: bool
    rule: RuleLine | None
    items: tuple[ItemLine, ...]
    signers: tuple[Said, ...]
    signs: Said | None
    may_not_sign: Said | None
    days: int | None
    promise: str | None
    meanwhile: tuple[Step, ...]
    consent: str
    consent_sources: tuple[Said, ...]
    changes: tuple[ChangeLine, ...]
    birthday: Said | None
    texts: CopyTexts
    ends: tuple[str, ...]
    meet_by: str
    if_wrong: Said | None
    came_back_to: Said | None
    is_own: bool
    against: tuple[str, ...]


def check_answer(edition, checked: Checked, referral: Referral, *, now: datetime, has_unit=False):
    """The answer to a check.

    :param now: the time in Sweden
    :param has_unit: whether a unit would have the question that is kept
    """
    advice, rule, day = checked.advice, checked.advice.rule, now.date()
    words, decision = advice.words, advice.decision
    language, within = words.language, rule.answer_within if rule else None
    danger = checked.verdict == ACUTE or checked.is_concern
    return CheckAnswer(
        checked.verdict, verdict_line(checked, referral), _name(decision.receiver, words),
        _holder(checked, referral, words), _desk(advice, now), _do(advice, language), danger,
        checked.is_concern, may_be_kept(advice, has_unit=has_unit), _rule_line(advice, day),
        _items(checked, words), tuple(_name(one, words) for one in checked.signers), _signs(edition, advice),
        _may_not_sign(checked, words),
        within.days if within else None, within.kind if within else None,
        tuple(Step(_name(one.unit, words), text_of(one.text, language)) for one in rule.alongside) if rule else (),
        consent_of(checked).text(translator(language)), titles_of(edition, CONSENT_SOURCES, language), _changes(advice),
        _name(checked.birthday.receiver, words) if checked.birthday else None,
        copy_texts(edition, checked, referral, day=day), checked.ends,
        (day + timedelta(MEETING_DAYS)).isoformat(), text_of(rule.if_wrong, language) if rule else None,
        _name(referral.to, words) if checked.came_back else None, checked.is_own,
        tuple(map(words.input, checked.against)))


def _holder(checked, referral, words):
    holder = holder_of(checked, referral)
    return Said(short_name(words, holder)) if holder else None


def _may_not_sign(checked, words):
    """The profession that sends, where it may not; all may report, and from 18 on another rule decides."""
    may = checked.may_sign or checked.is_concern or checked.verdict in (ACUTE, FROM_18)
    return None if may else _name(checked.advice.decision.case.asker, words)


def _name(kind, words):
    texts = words.texts_of(kind)
    return Said(unit_name(words, kind)) if texts == {"": kind} else said(texts, words.language) or Said(kind)


def _desk(advice, now):
    """Whom to reach: the receiver, and of a meeting whoever calls it; the numbers for staff before those for all."""
    decision, words = advice.decision, advice.words
    place = advice.caller
    units = tuple(_card(one, words.language, now) for one in place.units)
    lost = _card(place.lost, words.language, now) if place.lost else None
    ask = None if units or lost else who_knows(decision.holder, words)
    return Desk(_name(decision.holder, words), units, place.own, lost, ask)


def _card(unit, language, now) -> UnitCard:
    has_own = any(one.audience == PROFESSIONALS for one in unit.phones)
    audience = {"audience": PROFESSIONALS} if has_own else {}
    return careful_card(unit, language, day=now.date(), now=now, **audience)


def _do(advice, language):
    ways = advice.words.catalogue.inputs["way"].values
    return text_of(advice.how.text, language) or said(ways.get(advice.how.way, {}), language) or Said(advice.how.way)


def _rule_line(advice, day):
    rule, words = advice.rule, advice.words
    if rule is None:
        return None
    return RuleLine(rule.id, words.area(rule.layer), f"{rule.place.file}:{rule.place.line}",
                    text_of(rule.because, words.language) or Said(advice.because),
                    source_notes(rule.source, advice.sources, language=words.language, day=day),
                    tuple(Step(_name(one.to, words), text_of(one.because, words.language)) for one in rule.disputed))


def _items(checked, words):
    """What the receiver requires, what is missing first."""
    missing = (ItemLine(one.item.id, _text(one.item, words), False, _supplier(one.by, words) if one.by else None,
                        tuple(_supplier(each, words) for each in one.others)) for one in checked.missing)
    return (*missing, *(ItemLine(one.id, _text(one, words), True, None, ()) for one in checked.present))


def _supplier(kind, words):
    """Who can supply an item: a family in words that fit any age, as a sentence begins."""
    if kind not in SUPPLIERS:
        return _name(kind, words)
    text = supplier_name(words, kind)
    return Said(text[0].upper() + text[1:])


def _text(item, words):
    return text_of(item.text, words.language) or Said(item.id)


def _signs(edition, advice):
    """What the receiver's record says of who may sign."""
    kind, units = advice.decision.receiver, advice.words.units
    agency = edition.catalogue.agencies.get(kind) or edition.catalogue.agencies.get(
        units[kind].kind_of if kind in units else None)
    return said(agency.signs, advice.words.language) if agency else None


def titles_of(edition, ids, language):
    """The titles of sources by their ids; of those that are not known any more, none."""
    known = (edition.ruleset.base.sources.get(one) for one in ids)
    return tuple(filter(None, (text_of(one.title, language) for one in known if one)))


def _changes(advice):
    """What of the case itself would lead elsewhere, were it different."""
    words = advice.words
    return tuple(ChangeLine(words.input(one.input), one.new if one.input == AGE else words.value(one.input, one.new),
                            words.unit(one.receiver))
                 for one in advice.would_change if one.input not in NO_CHANGES)[:MOST_CHANGES]
