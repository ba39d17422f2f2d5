"""A whole country from the shipped base: regions and municipalities with overlays of every kind, and no errors.

Each overlay gives some of a kind's cases (all that it has of some needs, or those of one level or from an age on) to a
kind of its own that may do the same hand-overs; so no chain grows, none comes back, and every rule keeps its cases.
The same seed makes the same country. `write` puts it into a folder in the real format:

    python bench/country.py FOLDER [municipalities]
"""

import json
import random
import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory.ages import parse_ages
from directory.rules import compile_base, load
from directory.rules.model import AGE, FACTS, LEVEL, NEED, RULES, Rule
from directory.rules.verify import views_of

REGIONS, MUNICIPALITIES = 21, 290
SLICES = {"region": 4, "municipality": 14}  # what an overlay gives to kinds of its own
WAYS = ("need", "need", "level", "age", "open", "later", "versions", "own hand-overs")
CUTS = ("13-20", "16-20")
LATER, BEFORE = "2027-03-01", "2027-02-28"
TEXT = {"sv": "Så är det överenskommet här.", "en": "So it is agreed here."}


@dataclass(frozen=True)
class InForce:
    """A rule of an area with the needs that are left to it there; `id` and `to` are those of the nearest overlay."""

    id: str
    to: str
    needs: frozenset
    rule: Rule


@dataclass
class Overlay:
    """One layer as it is written: what its file says by section, and the rules that are in force below it."""

    id: str
    layer: str
    within: str
    rows: list
    made: list = field(default_factory=list)
    sections: dict = field(default_factory=dict)
    touched: set = field(default_factory=set)  # pairs of kind and need that a slice has been taken of
    opened: set = field(default_factory=set)  # kinds that call the meeting of an open row here or above
    beside: dict = field(default_factory=dict)  # each kind of its own: the kind whose cases it takes

    def add(self, section, entry):
        self.sections.setdefault(section, []).append(entry)

    def text(self):
        lines = ["format: one-way-in/1", f"layer: {self.layer}", f"id: {self.id}", f"within: {self.within}"]
        for section, entries in self.sections.items():
            if isinstance(entries, list):
                lines += [f"{section}:", *(f"  - {_flow(one)}" for one in entries)]
            elif isinstance(entries, dict):
                lines += [f"{section}:", *(f"  {key}: {_flow(one)}" for key, one in entries.items())]
            else:
                lines.append(f"{section}: {entries}")
        return "\n".join([*lines, ""])


def write(folder, *, shipped="routing_rules", municipalities=MUNICIPALITIES, slices=None, seed=1):
    """A folder with the shipped nation and sources and the generated overlays.

    :param slices: how many slices an overlay of each tier has, for another country than that of SLICES
    """
    folder, shipped = Path(folder), Path(shipped)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(shipped.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if "\nlayer: nation\n" in text or "\nlayer: sources\n" in text:
            (folder / f"{path.parent.name}-{path.name}").write_text(text, encoding="utf-8")
    for overlay in overlays(load(folder).base, municipalities, {**SLICES, **(slices or {})}, random.Random(seed)):
        (folder / f"{overlay.id}.yaml").write_text(overlay.text(), encoding="utf-8")
    return folder


def overlays(base, municipalities, slices, chance):
    """Every overlay of the country, regions first."""
    maker = Maker(base, chance, slices)
    regions = [maker.overlay(f"region{number:02}", "region", None, number)
               for number in range(min(REGIONS, municipalities))]
    yield from regions
    for number in range(municipalities):
        region = regions[number % len(regions)]
        overlay = maker.overlay(f"kommun{number:03}", "municipality", region, number)
        maker.bind(overlay, region, number)
        yield overlay


class Maker:
    """Makes overlays upon the nation of a base; what it chooses, `chance` chooses."""

    def __init__(self, base, chance, slices):
        self.base, self.chance, self.slices = base, chance, slices
        self.nation = next(iter(base.layers.values()))
        every = frozenset(base.inputs.values[NEED])
        units = {unit.id: unit for unit in self.nation.units}
        self.rows = [InForce(rule.id, rule.to, rule.when.needs(every), rule) for rule in self.nation.rules
                     if rule.stage == RULES and not rule.opens and not units[rule.to].process]
        self.origin = {kind: unit for kind, unit in units.items() if not unit.process}
        self.acts = {kind: (kind, *unit.acts_as) for kind, unit in units.items()}  # whose hand-overs a kind may do
        self._look_at_uses()

    def _look_at_uses(self):
        view = views_of(self.base, compile_base(self.base), knowledge=None, day=None)[self.nation.id]
        places = [(table.stage, row, unit) for _, _, table, row in view.rows() for unit in view.uses(row)]
        bound = {kind for kind, bind in view.area.binds.items() if bind.units}
        self.to_bind = sorted({unit for _, _, unit in places} - bound)
        fixed = {unit for stage, row, unit in places if stage != RULES or unit != row.rule.to}
        self.may_close = sorted({row.to for row in self.rows} - fixed - {view.area.unsure})
        self.to_reach = sorted({row.rule.id for stage, row, _ in places if stage != RULES})

    def overlay(self, area, tier, above, number):
        """The overlay of that number, without what binds its kinds."""
        overlay = Overlay(area, tier, above.id if above else self.nation.id,
                          list(above.rows + above.made if above else self.rows))
        overlay.opened |= above.opened if above else set()
        if tier == "municipality" and number % 4 == 0:
            self.close(overlay, f"{area}-closed")
        for each in range(self.slices[tier]):
            self.slice(overlay, f"{area}-{each}", WAYS[(number + each) % len(WAYS)])
        if number % 5 == 0:
            how = {"way": "call", "text": TEXT}
            overlay.add("reach", {"rule": self.chance.choice(self.to_reach), "how": how})
        return overlay

    def slice(self, overlay, name, way):
        """Give some cases of a kind to a kind of the area's own, or leave them open."""
        kind = self.chance.choice(sorted({row.to for row in overlay.rows}))
        needs = sorted({need for row in overlay.rows if row.to == kind for need in row.needs
                        if (kind, need) not in overlay.touched})
        if needs:
            some = self.chance.sample(needs, min(len(needs), self.chance.randint(1, 5)))
            self.give(overlay, name, kind, frozenset(some), way)

    def close(self, overlay, name):
        """Close a kind that no gate needs, and let one of the area's own take everything it had."""
        there = {row.to for row in overlay.rows if row.needs}
        kind = self.chance.choice([kind for kind in self.may_close if kind in there - overlay.opened])
        needs = frozenset(need for row in overlay.rows if row.to == kind for need in row.needs)
        self.give(overlay, name, kind, needs, "need")
        overlay.sections["closed"] = f"[{kind}]"

    def give(self, overlay, name, kind, needs, way):
        """Give the cases of some needs, or those of one level or from an age on, in one of WAYS."""
        overlay.touched |= {(kind, need) for need in needs}
        level = self.chance.choice(self.base.inputs.values[LEVEL]) if way == "level" else None
        ages = parse_ages(self.chance.choice(CUTS)) if way == "age" else None
        kinds = [f"{name}-kind", f"{name}-next"] if way == "versions" else [f"{name}-kind"]
        rows = [(row, when) for row in overlay.rows if row.to == kind
                if (when := self.inside(row, needs, level=level, ages=ages))]
        for number, (row, when) in enumerate(rows):
            self.replace(overlay, row, f"{name}-{number}", when=when, kinds=kinds, way=way)
        for one in kinds if rows and way != "open" else ():
            self.declare(overlay, one, kind, needs, own=way == "own hand-overs" and kind in self.base_kinds)

    @property
    def base_kinds(self):
        return {unit.id for unit in self.nation.units}

    def inside(self, row, needs, *, level, ages):
        """The condition of a slice inside a rule, or None where the rule has none of its cases."""
        here, when = row.needs & needs, row.rule.when
        within = ages and ages.common(when.ages or self.base.inputs.ages)
        if not here or ages and not within or level and level not in when.values.get(LEVEL, {level}):
            return None
        return {NEED: sorted(here), **({LEVEL: level} if level else {}), **({AGE: str(within)} if within else {})}

    def replace(self, overlay, row, made, *, when, kinds, way):
        said = {"rule": row.id, "when": when, "because": TEXT, "source": list(row.rule.source)}
        valid = {"later": [{"from": LATER}], "versions": [{"to": BEFORE}, {"from": LATER}]}.get(way, [None])
        if way == "open":
            overlay.opened.add(row.to)
            overlay.add("open", {"id": made, **said})
        for kind, days in zip(kinds, valid, strict=True) if way != "open" else ():
            overlay.add("replaces", {"id": made, **said, "to": kind, **_kept(row.rule),
                                     **({"valid": days} if days else {})})
        needs = frozenset(when[NEED])
        overlay.rows.remove(row)
        overlay.rows.append(replace(row, needs=row.needs - needs))
        if when.keys() == {NEED} and way in ("need", "own hand-overs"):  # what a municipality may replace in its turn
            overlay.made.append(InForce(made, kinds[0], needs, row.rule))

    def declare(self, overlay, one, kind, needs, *, own):
        """A kind of the area's own, which does what another does: as that other, or by hand-overs of its own."""
        origin = self.origin[one] = self.origin[kind]
        written = {"name": TEXT, "kind_of": origin.id, **({"ages": str(origin.ages)} if origin.ages else {})}
        self.acts[one] = (one,) if own else (one, *self.acts[kind])
        for move in self.nation.hand_overs if own else ():
            if move.by in self.acts[kind] and move.when.needs(needs) & needs:
                overlay.add("hand_overs", _hand_over(move, one, move.when.needs(needs) & needs))
        overlay.sections.setdefault("units", {})[one] = {**written, **({} if own else {"acts_as": self.acts[one][1:]})}
        overlay.beside[one] = kind

    def bind(self, overlay, region, number):
        """Bind every kind that receives in a municipality; some to several units, some to one with its neighbour."""
        own = {**region.sections.get("units", {}), **overlay.sections.get("units", {})}
        closed = overlay.sections.get("closed", "")[1:-1]
        binds = {}
        for kind in [one for one in self.to_bind if one != closed] + list(own):
            unit, draw = f"{overlay.id}-{kind}", self.chance.randrange(12)
            several = {"own": "choice", "units": [f"{unit}-a", f"{unit}-b"], "lost": f"{unit}-a"}
            beside = binds.get(overlay.beside.get(kind))
            binds[kind] = several if draw == 0 else beside if draw == 1 and isinstance(beside, str) else unit
        overlay.sections["binds"] = binds
        together = [sorted({*group, *shared}) for group in self.nation.same_desk
                    if (shared := {one for one in own if any(binds[one] == binds.get(kind) for kind in group)})]
        if number % 8 == 0:
            pairs = [pair for pair in sorted(overlay.beside.items()) if closed not in pair]
            together.append(list(self.chance.choice(pairs)))
        if together:  # who shares a unit with one of a desk belongs to that desk
            overlay.sections["same_desk"] = together
        if number % 6 == 0:
            overlay.sections["unsure"] = self.chance.choice(list(binds))


def _kept(rule):
    """What a replacement keeps of the rule that it stands in."""
    kept = {"how": {group: _how(how) for group, how in rule.how.items()}} if rule.how else {}
    if rule.exception:
        kept["exception"] = {"because": TEXT, "source": list(rule.exception.source)}
    return kept


def _how(how):
    return {"way": how.way, **({"via": how.via} if how.via else {}), **({"who": list(how.who)} if how.who else {})}


def _hand_over(move, by, needs):
    facts = {name.removeprefix(FACTS): value for name, value in move.sets.items() if name.startswith(FACTS)}
    sets = {**({"facts": facts} if facts else {}), **({LEVEL: move.sets[LEVEL]} if LEVEL in move.sets else {})}
    return {"id": f"{by}-{move.id}", "by": by, "when": _when(move.when, needs), "because": TEXT,
            **({"adds": list(move.adds)} if move.adds else {}), **({"sets": sets} if sets else {}),
            **({"usual": "yes"} if move.usual else {})}


def _when(when, needs):
    """A condition as it is written, for some of its needs."""
    written = {NEED: sorted(needs), **({AGE: str(when.ages)} if when.ages else {})}
    for name, values in when.values.items():
        group, _, key = name.partition(".")
        if key:
            written.setdefault(group, {})[key] = sorted(values)
        elif name != NEED:
            written[name] = sorted(values)
    return written


def _flow(value):
    """A value in YAML's flow style, which JSON is."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    write(sys.argv[1], municipalities=int(sys.argv[2]) if len(sys.argv) > 2 else MUNICIPALITIES)
