"""Rule bases for tests, written to a folder from rows of a few words: a small complete one, and bases of one's own.

A layer is a dict from section to a text, or to rows by id. A row is the inside of an entry without its id; `because`
and `name` are added where a row leaves them out. In the small base a child's question about attention, worry or speech
goes from school or a clinic to child psychiatry; the region west has a first line of its own, the municipality almby a
youth clinic.
"""

import re
from copy import deepcopy
from datetime import date

from directory.ages import parse_ages
from directory.findings import ERROR
from directory.rules import Knowledge, Record, Ruleset, compile_base, load, read_case, verify
from directory.rules.verify import views_of

DAY = date(2026, 11, 21)  # the day of every test that does not name one
MAPS = ("units", "binds")
SENTENCES = ("safety", "protection", "deadlock", "rules", "replaces", "open", "hand_overs", "waivers")

SMALL = {
    "nation": {
        "layer": "nation",
        "inputs": "{need: [attention, worry, speech], level: [base, first, special], age: 0-20,"
        " from: [guardian, school, clinic, bup], tried: [school_done, care_done]}",
        "max_hand_overs": "3",
        "units": {
            "bvc": "ages: 0-5",
            "school": "ages: 6-20",
            "clinic": "ages: 0-20",
            "speech": "ages: 0-20",
            "bup": "ages: 0-17, may_ask: [school, clinic]",
            "adult": "ages: 18-20, may_ask: clinic",
            "bup_now": "ages: 0-17, acute: yes",
            "adult_now": "ages: 18-20, acute: yes",
        },
        "safety": {"S1": "when: {age: 0-17}, to: bup_now", "S2": "when: {age: 18-20}, to: adult_now"},
        "rules": {
            "A1": "when: {need: [attention, worry], level: base, age: 0-5}, to: bvc",
            "A2": "when: {need: [attention, worry], level: base, age: 6-17, tried: {school_done: no}}, to: school",
            "A3": "when: {need: [attention, worry], level: base, age: 6-17, tried: {school_done: yes}}, to: clinic",
            "A4": "when: {need: [attention, worry], level: base, age: 18-20}, to: clinic",
            "A5": "when: {need: [attention, worry], level: first, tried: {care_done: no}}, to: clinic",
            "A6": "when: {need: [attention, worry], level: first, age: 0-17, tried: {care_done: yes}}, to: bup",
            "A7": "when: {need: [attention, worry], level: first, age: 18-20, tried: {care_done: yes}}, to: adult",
            "A8": "when: {need: [attention, worry], level: special, age: 0-17}, to: bup",
            "A9": "when: {need: [attention, worry], level: special, age: 18-20}, to: adult",
            "T1": "when: {need: speech, level: base, age: 0-5}, to: bvc",
            "T2": "when: {need: speech, level: base, age: 6-20, tried: {school_done: no}}, to: school",
            "T3": "when: {need: speech, level: base, age: 6-20, tried: {school_done: yes}}, to: speech",
            "T4": "when: {need: speech, level: [first, special]}, to: speech",
        },
        "hand_overs": {
            "H1": "by: school, when: {tried: {school_done: no}}, adds: school_done, level: first",
            "H2": "by: clinic, when: {tried: {care_done: no}}, adds: care_done, level: special",
            "H3": "by: bvc, when: {need: [attention, worry], tried: {care_done: no}}, adds: care_done, level: special",
        },
    },
    "west": {
        "layer": "region",
        "within": "nation",
        "units": {"first_line": "ages: 6-17, acts_as: clinic"},
        "replaces": {"R1": "rule: A5, when: {age: 6-17}, to: first_line"},
    },
    "almby": {
        "layer": "municipality",
        "within": "west",
        "units": {"youth": "ages: 13-20, acts_as: school"},
        "replaces": {"M1": "rule: A2, when: {need: worry, age: 16-17}, to: youth"},
        "binds": {
            kind: f"{kind} in Almby"
            for kind in (
                "bvc",
                "school",
                "clinic",
                "first_line",
                "youth",
                "speech",
                "bup",
                "adult",
                "bup_now",
                "adult_now",
            )
        },
    },
    "cases": {
        "layer": "vignettes",
        "cases": {
            "V1": "in: almby, case: {need: attention, level: base, age: 9}, to: school,"
            " chain: [school, first_line, bup]",
            "V2": "in: almby, case: {need: worry, level: base, age: 16}, to: youth, chain: [youth, first_line, bup]",
            "V3": "in: west, case: {need: attention, level: special, age: 18}, to: adult, chain: [adult]",
            "V4": "in: almby, case: {need: worry, level: base, age: 12, acute: yes}, to: bup_now, chain: [bup_now]",
        },
    },
}


def make_base(folder, *, without=(), instead=None, **more):
    """The small base in a folder.

    :param without: ids of rows that are left out
    :param instead: rows by id that stand in the place of others
    :param more: sections to add to a layer: rows are added to rows; a text stands instead of another, None takes it out
    """
    layers = deepcopy(SMALL)
    for layer in layers.values():
        for section, rows in layer.items():
            if isinstance(rows, dict):
                layer[section] = {key: (instead or {}).get(key, row) for key, row in rows.items() if key not in without}
    for name, sections in more.items():
        layer = layers.setdefault(name, {})
        for section, rows in sections.items():
            layer[section] = {**layer.get(section, {}), **rows} if isinstance(rows, dict) else rows
    return write_layers(folder, layers)


def make_nation(folder, *, rules, inputs="", **sections):
    """A nation of one need and the flags a, b and c, whose units are those that its rows name; other layers by name."""
    layers = {
        name: sections.pop(name)
        for name in list(sections)
        if isinstance(sections[name], dict) and "layer" in sections[name]
    }
    rows = [
        *rules.values(),
        *sections.get("hand_overs", {}).values(),
        *sections.get("protection", {}).values(),
        *sections.get("deadlock", {}).values(),
    ]
    named = re.findall(r"\b(?:to|by|calls): ([a-z]\w*)", " ".join(rows))
    units = {**{one: "" for one in named if one != "sip"}, "rescue": "acute: yes", **sections.pop("units", {})}
    first = f"{{need: [focus], level: [base, more], age: 0-20, tried: [a, b, c]{', ' + inputs if inputs else ''}}}"
    nation = {
        "layer": "nation",
        "inputs": inputs if inputs.startswith("{") else first,
        "units": units,
        "safety": {"S": "to: rescue"},
        "rules": rules,
        **sections,
    }
    return write_layers(folder, {"nation": nation, **layers})


def write_layers(folder, layers):
    """The folder with one file a layer."""
    folder.mkdir(exist_ok=True)
    for name, sections in layers.items():
        (folder / f"{name}.yaml").write_text(layer_text(name, sections), encoding="utf-8")
    return folder


def layer_text(name, sections):
    lines = ["format: one-way-in/1", f"id: {name}"]
    for section, rows in sections.items():
        if isinstance(rows, dict) and rows:
            lines += [f"{section}:", *(_entry(section, key, row) for key, row in rows.items())]
        elif rows is not None and rows != {}:
            lines.append(f"{section}: {rows}")
    return "\n".join([*lines, ""])


def _entry(section, key, row):
    if section == "binds":
        return f"  {key}: {row}"
    added = (
        "name"
        if section == "units"
        else "title" if section == "sources" else "because" if section in SENTENCES else None
    )
    outside_braces = re.sub(r"\{[^{}]*\}", "", re.sub(r"\{[^{}]*\}", "", row))
    if added and f"{added}:" not in outside_braces:
        row = f"{row}, {added}: Said of {key}" if row else f"{added}: Said of {key}"
    return (
        f"  {key}: {{{row}}}"
        if section in MAPS
        else f"  - {{{row}}}" if section in ("reach", "waivers") else f"  - {{id: {key}, {row}}}"
    )


def prove(folder, **more):
    """The verdict on a folder, on `DAY` unless another is named."""
    return verify(load(folder), **{"day": DAY, **more})


def found_in(folder, *levels, **more):
    """The findings of some levels; errors when none is named."""
    return [one for one in prove(folder, **more).findings if one.level in (levels or (ERROR,))]


def the_error(folder, **more):
    """The one error of a folder."""
    (one,) = found_in(folder, **more)
    return one


def ruleset_of(folder):
    """What decides, of a folder whose files can be read; proved or not."""
    base = load(folder).base
    return Ruleset(base, compile_base(base))


def views(folder):
    """The views of all areas, as the checks and the second method are handed them."""
    base = load(folder).base
    return views_of(base, compile_base(base), knowledge=None, day=DAY)


def ask(ruleset, **raw):
    """A case, of which a test names what matters."""
    whole = {"area": "nation", "need": "focus", "level": "base", "age": "9", **raw}
    return read_case(whole, ruleset.base.inputs, areas=ruleset.areas, today=DAY)


def make_knowledge(*, receives=("focus",), ages="0-20", levels=("base", "more"), access=("self",), **kinds):
    """A catalogue that knows the named kinds; each may differ from the rest by a dict of its own."""
    from_words = {
        kind: {"receives": receives, "ages": ages, "levels": levels, "access": access, **own}
        for kind, own in kinds.items()
    }
    records = {
        kind: Record(
            parse_ages(one["ages"]), frozenset(one["levels"]), frozenset(one["receives"]), frozenset(one["access"])
        )
        for kind, one in from_words.items()
    }
    return Knowledge(records, frozenset(), frozenset(records))
