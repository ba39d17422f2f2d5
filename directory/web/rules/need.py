"""A need as a decision table: the rules in force in an area, what each asks and answers, and the hand-overs between."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from directory.routing import Said, Words, ages_of, conditions, how_here, kind_name, levels_of, said, text_of
from directory.rules import ReadRow, owner_of, read_need
from directory.rules.model import EVERYONE, FACTS, LEVEL, NEED, RULES, TRIED
from directory.web.areas import AreaName, area_name, area_names
from directory.web.counts import listed_text
from directory.web.notes import Dispute, SourceNote, day_text, disputes, source_notes
from directory.web.returned import RuleReturns

WAY = "way"  # the catalogue's words for the ways in


@dataclass(frozen=True, slots=True)
class Way:
    """How some groups of askers come in: by what way, through whom, sent by which professions.

    No groups: that holds for everybody. `texts` are the rule's own words, each with the groups that it is for.
    """

    groups: tuple[str, ...]
    way: Said
    via: Said | None
    who: tuple[Said, ...]
    texts: tuple[tuple[tuple[str, ...], Said], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A vignette that this rule answers."""

    id: str
    title: Said
    area: AreaName
    ok: bool


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as a row. `tier` and `area`: whose it is. `less`: rules that take some of its cases; `replaces`: the rule
    inside which it stands, of which it may leave nothing (`wholly`). Empty conditions: all that reach the table.
    """

    id: str
    tier: str
    area: str
    levels: tuple[str, ...]
    ages: str
    tried: tuple[str, ...]
    facts: tuple[str, ...]
    others: tuple[str, ...]
    receiver: Said
    caller: Said | None
    open: bool
    ways: tuple[Way, ...]
    days: int | None
    promise: str | None
    cells: int
    less: tuple[str, ...]
    replaces: str | None
    wholly: bool
    needs: tuple[str, ...]
    because: Said | None
    sources: tuple[str, ...]
    disputed: tuple[Dispute, ...]
    exception: Said | None
    requires: tuple[Said, ...]
    attach: tuple[Said, ...]
    meanwhile: tuple[tuple[Said, Said | None], ...]
    also: tuple[Said, ...]
    if_wrong: Said | None
    first_day: str
    last_day: str
    place: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class StageTable:
    """The rows of a stage; `ordinary` where the need's ordinary cases are decided."""

    stage: str
    ordinary: bool
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """What `by` makes known, when; the table then decides again. `usual`: of several that fit the one to expect."""

    id: str
    tier: str
    area: str
    by: Said
    levels: tuple[str, ...]
    ages: str
    when: tuple[str, ...]
    makes: tuple[str, ...]
    because: Said | None
    usual: bool
    place: str


@dataclass(frozen=True, slots=True)
class NeedPage:
    """`owner` is the area whose table it is, where that is not the area shown.

    `returns`: in a quarter and a region, by rule how often what it answered came back, in words.
    """

    areas: tuple[AreaName, ...]
    area: AreaName
    need: str
    name: str
    group: str | None
    owner: AreaName | None
    stages: tuple[StageTable, ...]
    hand_overs: tuple[HandOverRow, ...]
    sources: tuple[SourceNote, ...]
    returns: tuple[str, str, Mapping[str, str]]
    day: str
    edition: str


def need_page(edition, area, need, *, language, day, answers):
    """The table of a need in an area on a day.

    :param answers: every vignette with what the rules answer
    """
    ruleset = edition.ruleset
    words = Words(edition.catalogue, language, area.units)
    owner = owner_of(area, need, day)
    reading = read_need(area, need, owner=owner, day=day, levels=ruleset.base.inputs.values[LEVEL])
    writer = _Writer(ruleset, area, words, answers)
    ordinary = next((one.stage for one in reversed(reading.stages) if one.rows), RULES)
    stages = tuple(StageTable(one.stage, one.stage == ordinary, tuple(writer.row(row, need) for row in one.rows))
                   for one in reading.stages if one.rows)
    (group, _needs), = words.needs_by_group([need])
    return NeedPage(
        area_names(ruleset, words, area.id), area_name(area, words), need, words.need(need),
        group, area_name(ruleset.areas[owner], words) if owner != area.id else None, stages,
        tuple(map(writer.hand_over, reading.hand_overs)),
        source_notes(_named(reading.rules), ruleset.base.sources, language=language, day=day),
        ("", "", {}), day.isoformat(), edition.id,
    )


def with_returns(page: NeedPage, returns: RuleReturns, *, edition, language):
    """The same with what came back of each rule's answers."""
    area = Words(edition.catalogue, language, {}).area(returns.area)
    return replace(page, returns=(returns.quarter, area, {one: listed_text(each) for one, each in
                                                          returns.by_rule.items()}))


def _named(rules):
    """The ids of all sources that rules name."""
    for rule in rules:
        yield from rule.source
        for one in rule.disputed:
            yield from one.source
        yield from rule.exception.source if rule.exception else ()


class _Writer:
    """Rules and hand-overs → rows in the words of one reader."""

    def __init__(self, ruleset, area, words, answers):
        self.ruleset, self.area, self.words = ruleset, area, words
        self.values = ruleset.base.inputs.values
        self.hits: dict[str, list[Hit]] = {}
        for one in answers:
            for rule in one.rules:
                self.hits.setdefault(rule, []).append(self._hit(one))

    def row(self, one: ReadRow, need):
        rule, words, language = one.rule, self.words, self.words.language
        within = rule.answer_within
        return RuleRow(
            rule.id, self._tier(rule), words.area(rule.layer), **self._when(one.when),
            receiver=kind_name(rule.to, words), caller=kind_name(one.holder, words) if one.holder != rule.to else None,
            open=rule.opens, ways=() if rule.opens else self._ways(rule),
            days=within.days if within else None, promise=within.kind if within else None,
            cells=one.cells, less=tuple(other.id for other in one.less), replaces=one.replaces, wholly=one.wholly,
            needs=self._other_needs(rule, one.when, need), because=text_of(rule.because, language),
            sources=rule.source, disputed=disputes(rule, words),
            exception=text_of(rule.exception.because, language) if rule.exception else None,
            requires=self._texts(rule.requires), attach=self._texts(rule.attach),
            meanwhile=tuple((kind_name(duty.unit, words), text_of(duty.text, language)) for duty in rule.alongside),
            also=tuple(kind_name(kind, words) for kind in rule.also), if_wrong=text_of(rule.if_wrong, language),
            first_day=day_text(rule.valid.first), last_day=day_text(rule.valid.last),
            place=_place(rule), hits=tuple(self.hits.get(rule.id, ())),
        )

    def hand_over(self, one):
        made = _When(one.when, self.words, self.values)
        sets = tuple(f"{self.words.input(name)}: {self.words.value(name, value)}" for name, value in one.sets.items())
        return HandOverRow(one.id, self._tier(one), self.words.area(one.layer), kind_name(one.by, self.words),
                           made.levels, made.ages, made.rest, sets, text_of(one.because, self.words.language),
                           one.usual, _place(one))

    def _when(self, when):
        made = _When(when, self.words, self.values)
        return {"levels": made.levels, "ages": made.ages, "tried": made.tried, "facts": made.facts,
                "others": made.others}

    def _tier(self, one):
        return self.ruleset.base.layers[one.layer].tier

    def _texts(self, items):
        return tuple(filter(None, (text_of(one.text, self.words.language) for one in items)))

    def _ways(self, rule):
        """The ways in; groups that come in alike stand together, and so do those that read the same."""
        groups = tuple(self.ruleset.base.inputs.groups) or (EVERYONE,)
        alike = _alike({group: how_here(self.area, rule, group) for group in groups},
                       by=lambda how: (how.way, how.via, how.who))
        return tuple(self._way(together, everybody=len(together) == len(groups)) for together in alike)

    def _way(self, together, *, everybody):
        words, how = self.words, next(iter(together.values()))
        names = words.catalogue.inputs[WAY].values
        read = {group: text_of(one.text, words.language) for group, one in together.items()}
        alike = _alike({group: text for group, text in read.items() if text}, by=lambda text: text)
        return Way(
            () if everybody else tuple(together), said(names.get(how.way, {}), words.language) or Said(how.way),
            kind_name(how.via, words) if how.via else None, tuple(kind_name(one, words) for one in how.who),
            tuple((tuple(same), next(iter(same.values()))) for same in alike),
        )

    def _other_needs(self, rule, when, need):
        """The other needs that the same rule decides about; what comes before the table holds for most of them."""
        others = when.values.get(NEED, frozenset()) - {need} if rule.stage == RULES else ()
        return tuple(self.words.need(one) for one in self.values[NEED] if one in others)

    def _hit(self, one):
        title = text_of(one.vignette.title, self.words.language) or Said(one.vignette.id)
        area = self.ruleset.areas[one.vignette.area]
        return Hit(one.vignette.id, title, area_name(area, self.words), one.judged.ok)


def _alike(found, *, by):
    """A mapping cut into mappings whose values are alike, in the order of the first of each."""
    cut: dict = {}
    for key, value in found.items():
        cut.setdefault(by(value), {})[key] = value
    return list(cut.values())


class _When:
    """A condition in words: levels, ages, what has been tried, facts, and what else it asks."""

    def __init__(self, when, words, values):
        self.levels = levels_of(when, words, levels=values[LEVEL])
        self.ages = ages_of(when, words)
        self.tried = conditions(when, words, values=values, prefix=TRIED)
        self.facts = conditions(when, words, values=values, prefix=FACTS)
        plain = {name: known for name, known in values.items() if name not in (NEED, LEVEL) and "." not in name}
        self.others = conditions(when, words, values=plain)

    @property
    def rest(self):
        return self.others + self.tried + self.facts


def _place(one):
    return f"{one.place.file}:{one.place.line}"
