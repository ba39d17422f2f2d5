"""The words of a rule base as frozen values. What they mean together is for compile, the checks and decide to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from directory.ages import Ages
from directory.findings import Place

SAFETY, PROTECTION, DEADLOCK, RULES = "safety", "protection", "deadlock", "rules"
STAGES = (SAFETY, PROTECTION, DEADLOCK, RULES)  # the only order there is
NATION, REGION, MUNICIPALITY = "nation", "region", "municipality"
TIERS = (NATION, REGION, MUNICIPALITY)
NEED, LEVEL, AGE, ACUTE = "need", "level", "age", "acute"
TRIED, FACTS = "tried.", "facts."  # an input `tried.school_measures`, `facts.placed`
NO, YES, UNKNOWN = "no", "yes", "unknown"
MEETING = "sip"  # the format's own word for the joint meeting, the receiver of every open case
FAMILY, YOUTH = "family", "youth"  # the groups of askers that Reach speaks of
EVERYONE = "*"  # the one group there is where a base names none
SELF, REMISS = "self", "remiss"
WAYS = (SELF, REMISS, "konsultation", "anmalan", "ansokan", "call", "none")
OPEN_WAYS = frozenset({SELF, "call", "anmalan", "ansokan"})
DEADLINE_KINDS = ("law", "agreement", "local")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the rule files, in one language or several: `by_language` maps a code to it, "" to a bare one."""

    by_language: Mapping[str, str]

    def read(self, language):
        """The sentence in a language; where it has none the bare one, else Swedish, else any."""
        texts = self.by_language
        return texts.get(language) or texts.get("") or texts.get("sv") or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class When:
    """A conjunction: for each input named the values that fit, and the ages that fit (None: any)."""

    values: Mapping[str, frozenset[str]]
    ages: Ages | None = None

    def inputs(self):
        """The inputs that this condition speaks of."""
        return {*self.values, *((AGE,) if self.ages else ())}

    def common(self, other):
        """The condition that holds where both hold, or None where they exclude each other."""
        values = dict(self.values)
        for name, allowed in other.values.items():
            values[name] = values[name] & allowed if name in values else allowed
            if not values[name]:
                return None
        ages = self.ages.common(other.ages) if self.ages and other.ages else self.ages or other.ages
        return None if self.ages and other.ages and ages is None else When(values, ages)

    def needs(self, all_needs):
        """The needs that fit, out of `all_needs`."""
        return self.values.get(NEED, all_needs)


ANY = When({})


@dataclass(frozen=True, slots=True)
class Valid:
    """The days a version is in force, both included; None: no bound."""

    first: date | None = None
    last: date | None = None

    def holds(self, day):
        """Whether the version is in force on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALWAYS = Valid()


@dataclass(frozen=True, slots=True)
class How:
    """How a group of askers reaches a receiver: `via` a unit one goes through, sent by one of the professions `who`;
    `say`: what somebody who calls says first, None: what they say of any child."""

    way: str = SELF
    via: str | None = None
    who: tuple[str, ...] = ()
    text: Text | None = None
    say: Text | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something that must be done or sent along first; `referral`: only with a referral."""

    id: str
    text: Text
    referral: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """What `unit` goes on doing meanwhile. `youth` says it to a child or young person; None: it is not said to them."""

    unit: str
    text: Text
    youth: Text | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Within how many `days` the receiver answers, and what kind of promise that is: one of DEADLINE_KINDS."""

    days: int
    kind: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """The receiver that another agreement names for the same cases."""

    to: str
    because: Text
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excepted:
    """Why a rule may send where Fitness says that it should not."""

    because: Text
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A row of the table. `target` is the rule inside which a replacement stands, or where it `opens` an open row.

    `unsure` answers instead of the area's where it is not known which of several rules decides, and all name it.
    """

    id: str
    layer: str
    stage: str
    place: Place
    when: When
    to: str
    because: Text | None = None
    how: Mapping[str, How] = field(default_factory=dict)
    requires: tuple[Item, ...] = ()
    attach: tuple[Item, ...] = ()
    answer_within: Deadline | None = None
    alongside: tuple[Duty, ...] = ()
    also: tuple[str, ...] = ()
    if_wrong: Text | None = None
    disputed: tuple[Disputed, ...] = ()
    exception: Excepted | None = None
    calls: str | None = None
    unsure: str | None = None
    source: tuple[str, ...] = ()
    valid: Valid = ALWAYS
    target: str | None = None
    opens: bool = False

    def how_for(self, group):
        """How askers of `group` reach the receiver; a group that is not named goes there itself."""
        return self.how.get(group) or self.how.get(EVERYONE) or _BY_ONESELF


_BY_ONESELF = How()


@dataclass(frozen=True, slots=True, eq=False)
class HandOver:
    """What `by` makes known: inputs set to values. The table then decides again."""

    id: str
    layer: str
    place: Place
    by: str
    when: When
    sets: Mapping[str, str]
    adds: tuple[str, ...] = ()
    because: Text | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of unit. `acute` is True, or the needs it takes when acute."""

    id: str
    layer: str
    place: Place
    name: Text
    ages: Ages | None = None
    acute: bool | frozenset[str] = frozenset()
    may_ask: tuple[str, ...] = ()
    acts_as: tuple[str, ...] = ()
    kind_of: str | None = None
    process: bool = False

    def takes_acute(self, need):
        """Whether an acute case of a need may be sent here."""
        return self.acute is True or (self.acute is not False and need in self.acute)


@dataclass(frozen=True, slots=True)
class Bind:
    """The real units of a kind: one, or the child's `own` among those told, if any (`lost`: if one does not know)."""

    kind: str
    place: Place
    units: tuple[str, ...]
    own: str | None = None
    lost: str | None = None

    def single(self):
        """The one unit that is bound, or None where the child's own decides."""
        return self.units[0] if self.own is None and len(self.units) == 1 else None


@dataclass(frozen=True, slots=True)
class ReachHere:
    """How an area reaches the receiver of a rule that no overlay may replace."""

    rule: str
    place: Place
    how: Mapping[str, How]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supplier:
    """A kind of unit or an asker, and the ids of the `items` that it can supply."""

    kind: str
    place: Place
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a case may say: `values` of each input but age, in order, the first being the default."""

    values: Mapping[str, tuple[str, ...]]
    ages: Ages
    askers: tuple[str, ...]
    groups: Mapping[str, frozenset[str]]

    def default(self, name):
        """The value of an input that a case leaves out."""
        return self.values[name][0]

    def group_of(self, asker):
        """The group of askers that somebody belongs to; EVERYONE where none names them."""
        return next((group for group, members in self.groups.items() if asker in members), EVERYONE)


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Everything that one area says: its files put together."""

    id: str
    tier: str
    place: Place
    within: str | None = None
    title: Text | None = None
    units: tuple[Unit, ...] = ()
    rules: tuple[Rule, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    binds: tuple[Bind, ...] = ()
    closed: Mapping[str, Place] = field(default_factory=dict)
    reach: tuple[ReachHere, ...] = ()
    same_desk: tuple[tuple[str, ...], ...] = ()
    unsure: str | None = None
    suppliers: tuple[Supplier, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What rules rest on. `dated` is as the paper writes it; after the day `review` it should be read again.

    `read_on` is the day when somebody read it, or the month or year of it where no more is known.
    """

    id: str
    place: Place
    title: Text
    publisher: str | None = None
    dated: str | None = None
    read_on: str | None = None
    url: str | None = None
    confirmed_by: str | None = None
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of `check` that holds all of `ids` is accepted, in one area or all (None), until a day or for good."""

    check: str
    ids: tuple[str, ...]
    place: Place
    area: str | None
    because: Text
    until: date | None


@dataclass(frozen=True, slots=True)
class Vignette:
    """A referral with its right answer, published elsewhere than in a rule file. `case` is as it was written.

    `story` tells what happened and `because` why the answer is right.
    """

    id: str
    place: Place
    area: str
    case: Mapping
    to: tuple[str, ...]
    title: Text | None = None
    chain: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    story: Text | None = None
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An answer in a family's words. What it says of a case: `needs` (none: any), `ages`, and inputs set to values.

    `youth` are the words of the young who ask for themselves; None: `text` serves. `spoken`: what one says to a unit.
    `alongside` stands beside whatever answer it leads to. It is true of no asker of `not_from`, and only `only_at`.
    """

    id: str
    text: Text
    hint: Text | None = None
    needs: tuple[str, ...] = ()
    ages: Ages | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    danger: bool = False
    youth: Text | None = None
    alongside: tuple[Duty, ...] = ()
    not_from: tuple[str, ...] = ()
    only_at: Ages | None = None
    spoken: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question to families of the needs and ages of `when`; its `options` run from best to worst where one can."""

    id: str
    place: Place
    text: Text
    options: tuple[Option, ...]
    hint: Text | None = None
    when: When = ANY
    source: tuple[str, ...] = ()
    youth: Text | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """A whole rule base. `layers` by id, parents before children; `unread` are the layers that a fault spoils."""

    inputs: Inputs | None
    max_hand_overs: int
    gates: Mapping[str, tuple[When, ...]]
    layers: Mapping[str, Layer]
    sources: Mapping[str, Source]
    waivers: tuple[Waiver, ...]
    vignettes: tuple[Vignette, ...]
    hash: str
    unread: frozenset[str] = frozenset()
    questions: tuple[Question, ...] = ()

    def chain(self, area):
        """The layers in force in an area, the nation first."""
        chain = []
        while area in self.layers and self.layers[area] not in chain:
            chain.append(self.layers[area])
            area = chain[-1].within
        return chain[::-1]

    def suppliers_of(self, area, item):
        """Who can supply an item in an area: kinds of unit and askers, in the order of the files."""
        found = [one.kind for layer in self.chain(area) for one in layer.suppliers if item in one.items]
        return tuple(dict.fromkeys(found))

    def readable(self, area):
        """Whether the area exists and no fault spoils it or what lies above it."""
        chain = self.chain(area)
        return bool(self.inputs and chain and not any(layer.id in self.unread for layer in chain))
