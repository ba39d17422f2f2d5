"""The answer to a check, as values that its page reads: right or wrong receiver, and what follows of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from directory.ages import parse_ages
from directory.catalogue import PROFESSIONALS
from directory.i18n import translator
from directory.journal.question import MEETING_DAYS
from directory.routing import (
    Checked, Referral, Said, copy_texts, may_be_kept, said, speaks_of_elsewhere, text_of, told_apart)
from directory.routing.check import ACUTE, FROM_18
from directory.routing.check_texts import CopyTexts
from directory.routing.check_words import (
    SUPPLIERS, Law, belongs_to, consent_and_law, holder_of, short_name, stays_with_sender, supplier_name, unit_name,
    verdict_line)
from directory.routing.receipt_of import who_is_asked_when_unsure
from directory.rules import UNSURE, decide
from directory.rules.model import AGE, LEVEL, NEED
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
class LawLine:
    """A law, and the section of it."""

    title: Said
    section: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Another value of an input, and who receives then."""

    input: str
    value: str
    receiver: str


@dataclass(frozen=True, slots=True)
class LevelLine:
    """Who receives at some levels."""

    levels: str
    unit: Said


@dataclass(frozen=True, slots=True)
class RuleLine:
    """The rule that decided, the area that it is of, its file and line, what it rests on and what other papers say:
    here, and `elsewhere` those of other regions alone.
    """

    id: str
    area: str
    place: str
    because: Said
    sources: tuple[SourceNote, ...]
    disputed: tuple[Step, ...]
    elsewhere: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """What a check says, in the order of the page. `line` is the verdict in words, `ends` what a unit may do that is
    not the right receiver; `keeps`: whether it may be kept; `may_not_sign`: the profession that sends, where it may not
    sign; `meet_by`: the day by which a meeting is held that is called today. `receiver` is its whole name and `unit` as
    it stands in a sentence. `holder` holds the question before any step, None: nobody does yet. `passes`: the unit that
    it came to holds no such question, so that the sender does until another confirms. `by_referral`: a family turns to
    who takes referrals alone, so that another writes one. `signs` tells who may sign here, and `signs_elsewhere` in
    other regions. `birthday` receives from the near 18th birthday on; `birthdays`: where that depends on the level.
    `came_back_to` is the unit that it came to, where that has held it before; `is_own`: it is not sent, and whoever has
    it receives such questions; `against`: the answers that the items speak against. `is_protected`: it is a concern
    that social services themselves send; `until_18`, `at_night` and `from_one_of` are those of the check, by name.
    """

    verdict: str
    line: str
    receiver: Said
    unit: Said
    holder: Said | None
    passes: bool
    by_referral: bool
    desk: Desk
    do: Said | None
    danger: bool
    is_concern: bool
    keeps: bool
    rule: RuleLine | None
    items: tuple[ItemLine, ...]
    signers: tuple[Said, ...]
    signs: Said | None
    signs_elsewhere: Said | None
    may_not_sign: Said | None
    days: int | None
    promise: str | None
    meanwhile: tuple[Step, ...]
    consent: str
    consent_law: tuple[LawLine, ...]
    changes: tuple[ChangeLine, ...]
    birthday: Said | None
    birthdays: tuple[LevelLine, ...]
    texts: CopyTexts
    ends: tuple[str, ...]
    meet_by: str
    if_wrong: Said | None
    came_back_to: Said | None
    is_own: bool
    against: tuple[str, ...]
    is_protected: bool
    until_18: Said | None
    at_night: Said | None
    from_one_of: tuple[Said, ...]


def check_answer(edition, checked: Checked, referral: Referral, *, now: datetime, has_unit=False):
    """The answer to a check.

    :param now: the time in Sweden
    :param has_unit: whether a unit would have the question that is kept
    """
    advice, rule, day = checked.advice, checked.advice.rule, now.date()
    words, receiver = advice.words, advice.decision.receiver
    language, within = words.language, rule.answer_within if rule else None
    signs, signs_elsewhere = _signs(edition, advice)
    consent, law = consent_and_law(checked)
    return CheckAnswer(
        verdict=checked.verdict, line=verdict_line(checked, referral), receiver=_name(receiver, words),
        unit=_short(belongs_to(checked), words), holder=_short_or_none(holder_of(checked, referral), words),
        passes=checked.standing.passes, by_referral=checked.by_referral, desk=_desk(advice, now),
        do=_do(checked, language),
        danger=checked.verdict == ACUTE or checked.is_concern, is_concern=checked.is_concern,
        keeps=may_be_kept(advice, has_unit=has_unit), rule=_rule_line(edition, advice, day),
        items=_items(checked, words), signers=tuple(_name(one, words) for one in checked.signers), signs=signs,
        signs_elsewhere=signs_elsewhere, may_not_sign=_may_not_sign(checked, words),
        days=within.days if within else None, promise=within.kind if within else None,
        meanwhile=tuple(Step(_name(one.unit, words), text_of(one.text, language))
                        for one in (rule.alongside if rule else ())),
        consent=consent.text(translator(language)), consent_law=law_lines(edition, law, language),
        changes=_changes(edition, advice),
        birthday=_birthday(checked, words),
        birthdays=_birthdays(checked, words), texts=copy_texts(edition, checked, referral, day=day), ends=checked.ends,
        meet_by=(day + timedelta(MEETING_DAYS)).isoformat(),
        if_wrong=text_of(rule.if_wrong, language) if rule else None,
        came_back_to=_short_or_none(checked.came_back and referral.to, words), is_own=checked.is_own,
        against=tuple(map(words.input, checked.against)), is_protected=checked.is_protected,
        until_18=_short_or_none(checked.until_18, words),
        at_night=_short_or_none(checked.at_night, words),
        from_one_of=tuple(_short(one, words) for one in checked.from_one_of))


def _birthday(checked, words):
    return _short(checked.birthday.receiver, words) if checked.birthday else None


def _birthdays(checked, words):
    """Who receives from the birthday on by level, each unit once."""
    levels: dict = {}
    for level, one in checked.birthdays:
        levels.setdefault(one.receiver, []).append(words.value(LEVEL, level))
    return tuple(LevelLine(", ".join(found), _short(kind, words)) for kind, found in levels.items())


def _may_not_sign(checked, words):
    """The profession that sends, where it may not; all may report, and from 18 on another rule decides."""
    may = checked.may_sign or checked.is_concern or checked.verdict in (ACUTE, FROM_18)
    return None if may else _name(checked.advice.decision.case.asker, words)


def _name(kind, words):
    texts = words.texts_of(kind)
    return Said(unit_name(words, kind)) if texts == {"": kind} else said(texts, words.language) or Said(kind)


def _short(kind, words):
    """A name as it stands in a sentence."""
    return Said(short_name(words, kind))


def _short_or_none(kind, words):
    return _short(kind, words) if kind else None


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


def _do(checked, language):
    """How one gets to the receiver; nothing where whoever of social services sent the question has it already."""
    advice = checked.advice
    if stays_with_sender(checked):
        return None
    ways = advice.words.catalogue.inputs["way"].values
    return text_of(advice.how.text, language) or said(ways.get(advice.how.way, {}), language) or Said(advice.how.way)


def _rule_line(edition, advice, day):
    rule, words = advice.rule, advice.words
    if rule is None:
        return None
    here, elsewhere = _disputed(edition, advice)
    return RuleLine(id=rule.id, area=words.area(rule.layer), place=f"{rule.place.file}:{rule.place.line}",
                    because=text_of(rule.because, words.language) or Said(advice.because),
                    sources=source_notes(rule.source, advice.sources, language=words.language, day=day),
                    disputed=here, elsewhere=elsewhere)


def _disputed(edition, advice):
    """What other agreements say: those that speak of here, and those of other regions."""
    words, area, found = advice.words, advice.decision.case.area, ([], [])
    for one in advice.rule.disputed:
        is_elsewhere = speaks_of_elsewhere(edition, area, one.because.read(words.language))
        found[is_elsewhere].append(Step(_short(one.to, words), text_of(one.because, words.language)))
    return tuple(map(tuple, found))


def _items(checked, words):
    """What the receiver requires, what is missing first."""
    missing = (ItemLine(one.item.id, _text(one.item, words), False, _supplier(one.by, words) if one.by else None,
                        tuple(_supplier(each, words) for each in one.others)) for one in checked.missing)
    return (*missing, *(ItemLine(one.id, _text(one, words), True, None, ()) for one in checked.present))


def _supplier(kind, words):
    """Who can supply an item: a family in words that fit any age, as a sentence begins."""
    if kind not in SUPPLIERS:
        return _short(kind, words)
    text = supplier_name(words, kind)
    return Said(text[0].upper() + text[1:])


def _text(item, words):
    return text_of(item.text, words.language) or Said(item.id)


def _signs(edition, advice):
    """What the receiver's record says of who may sign: in this region, and in others."""
    kind, units = advice.decision.receiver, advice.words.units
    agency = edition.catalogue.agencies.get(kind) or edition.catalogue.agencies.get(
        units[kind].kind_of if kind in units else None)
    told = said(agency.signs, advice.words.language) if agency else None
    if told is None:
        return None, None
    texts = told_apart(edition, advice.decision.case.area, told.text)
    return tuple(replace(told, text=one) if one else None for one in texts)


def law_lines(edition, cited: Law, language):
    """Laws that are cited by the ids of their sources; of those that are not known any more, none."""
    known = edition.ruleset.base.sources
    titles = ((text_of(known[one].title, language), section) for one, section in cited if one in known)
    return tuple(LawLine(title, section) for title, section in titles if title)


def _changes(edition, advice):
    """What of the case itself would lead elsewhere, were it different; not what only makes it unsure."""
    words = advice.words
    found = (one for one in advice.would_change if one.input not in NO_CHANGES and not _is_unsure(edition, advice, one))
    return tuple(ChangeLine(words.input(one.input), _value(one, words), words.unit(one.receiver))
                 for one in found)[:MOST_CHANGES]


def _value(change, words):
    return words.written_ages(change.new) if change.input == AGE else words.value(change.input, change.new)


def _is_unsure(edition, advice, change):
    """Whether no rule decides once an input has changed; few are decided anew, as few could be."""
    case = advice.decision.case
    if change.receiver not in who_is_asked_when_unsure(edition.ruleset.areas[case.area]):
        return False
    value = parse_ages(change.new).first if change.input == AGE else change.new
    return decide(edition.ruleset, case.but({change.input: value})).gate == UNSURE
