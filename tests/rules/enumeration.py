"""Random small bases, and what the rule format's definitions say of them, found by looking at every single case.

Nothing here is fast and nothing is shared with the product: a case is a dict, a base is a dict of rows, and a row fits
a case or it does not.
"""

from dataclasses import dataclass, field
from itertools import product

from hypothesis import strategies as st

from tests.build import write_layers

NEEDS, LEVELS, FLAGS = ["n1", "n2"], ["l1", "l2"], ["f", "g"]
FACTS = {"p": ["unknown", "yes", "no"], "q": ["no", "yes"]}
UNITS = ["u1", "u2", "u3", "u4"]
CUTS = [72, 150, 216]  # months: 6 years, 12 years and a half, 18 years
MONTHS = [0, *CUTS]  # a case of each stretch of ages is as good as all
LAST = 20 * 12 + 11
MOST = 1  # hand-overs


@dataclass
class Drawn:
    """A base as it was drawn: rows are dicts; `when` maps an input to its allowed values, "age" to (first, last)."""

    rules: list
    hand_overs: list = field(default_factory=list)
    region: list = field(default_factory=list)
    gates: dict = field(default_factory=dict)
    acts_as: dict = field(default_factory=dict)


@st.composite
def conditions(draw, most=2):
    inputs = {"need": NEEDS, "level": LEVELS, **{flag: ["no", "yes"] for flag in FLAGS}, **FACTS}
    chosen = draw(st.lists(st.sampled_from([*inputs, "age"]), max_size=most, unique=True))
    when = {
        name: draw(st.lists(st.sampled_from(inputs[name]), min_size=1, max_size=2, unique=True))
        for name in chosen
        if name != "age"
    }
    if "age" in chosen:
        first = draw(st.sampled_from(MONTHS))
        when["age"] = (first, draw(st.sampled_from([end - 1 for end in [*CUTS, LAST + 1] if end > first])))
    return when


@st.composite
def trees(draw, when=None, depth=3):
    """Conditions that share the cases among themselves: a decision tree's leaves."""
    when = when or {}
    free = [name for name in ["need", "level", *FLAGS, "p", "age"] if name not in when]
    if depth == 0 or not draw(st.integers(0, 3)):
        return [when]
    name = draw(st.sampled_from(free))
    if name == "age":
        cut = draw(st.sampled_from(CUTS))
        parts = [(0, cut - 1), (cut, LAST)]
    else:
        parts = [[value] for value in {"need": NEEDS, "level": LEVELS, **FACTS}.get(name, ["no", "yes"])]
    return [leaf for part in parts for leaf in draw(trees({**when, name: part}, depth - 1))]


@st.composite
def bases(draw, *, exact):
    """A base whose tables are exact, or to which something has been done that may have spoilt them."""
    rules = [
        {"id": f"A{index}", "when": when, "to": draw(st.sampled_from(UNITS))}
        for index, when in enumerate(draw(trees()))
    ]
    if not exact and draw(st.booleans()):
        rules.append({"id": "X", "when": draw(conditions(3)), "to": draw(st.sampled_from(UNITS))})
    if not exact and draw(st.booleans()):
        rules.pop(draw(st.integers(0, len(rules) - 1)))
    targets = st.sampled_from([rule["id"] for rule in rules] or ["A0"])
    region = [
        {"id": f"R{index}", "rule": target, "when": draw(conditions()), "to": draw(st.sampled_from([*UNITS, None]))}
        for index, target in enumerate(draw(st.lists(targets, max_size=2, unique=exact)))
    ]
    gates = {"protection": [{"q": ["yes"]}]} if draw(st.booleans()) else {}
    if draw(st.booleans()):
        gates["deadlock"] = [{"p": ["no"], "q": ["yes"]}, {"need": ["n1"], "age": (0, 71), "q": ["yes"]}]
    return Drawn(
        rules or [{"id": "A0", "when": {}, "to": "u1"}],
        draw(st.lists(hand_overs(), max_size=3)),
        region,
        gates,
        draw(st.dictionaries(st.sampled_from(UNITS), st.sampled_from(UNITS), max_size=1)),
    )


@st.composite
def hand_overs(draw):
    what = draw(st.sampled_from(["f", "g", "yes", "no"]))
    sets = {what: "yes"} if what in FLAGS else {"p": what}
    then = {
        name: draw(st.sampled_from(values))
        for name, values in (("level", LEVELS), ("need", NEEDS))
        if not draw(st.integers(0, 3))
    }
    known = {what: ["no"]} if what in FLAGS else {"p": ["unknown"]}
    return {
        "by": draw(st.sampled_from(UNITS)),
        "when": {**draw(conditions(1)), **(known if draw(st.integers(0, 4)) else {})},
        "sets": {**sets, **then},
    }


# ---- the base as files


def written(when):
    parts = {"tried": {}, "facts": {}}
    for name, values in when.items():
        group = "tried" if name in FLAGS else "facts" if name in FACTS else None
        if group:
            parts[group][name] = values
        else:
            parts[name] = shown_ages(*values) if name == "age" else values
    return shown({name: part for name, part in parts.items() if part})


def shown(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {shown(part)}" for name, part in value.items()) + "}"
    return f"[{', '.join(value)}]" if isinstance(value, list) else value


def shown_ages(first, last):
    return f"{first // 12}y{first % 12}m-{last // 12}y{last % 12}m"


def sets_text(sets):
    facts = {name: value for name, value in sets.items() if name in FACTS}
    rest = {name: value for name, value in sets.items() if name in ("need", "level")}
    adds = [name for name in sets if name in FLAGS]
    return ", ".join(
        [
            *([f"adds: {shown(adds)}"] if adds else []),
            *([f"sets: {shown({**({'facts': facts} if facts else {}), **rest})}"] if facts or rest else []),
        ]
    )


def write(folder, drawn):
    rows = {rule["id"]: f"when: {written(rule['when'])}, to: {rule['to']}" for rule in drawn.rules}
    moves = {
        f"H{index}": f"by: {one['by']}, when: {written(one['when'])}, {sets_text(one['sets'])}"
        for index, one in enumerate(drawn.hand_overs)
    }
    nation = {
        "layer": "nation",
        "max_hand_overs": str(MOST),
        "rules": rows,
        "hand_overs": moves,
        "inputs": shown({"need": NEEDS, "level": LEVELS, "age": "0-20", "tried": FLAGS, "facts": FACTS}),
        "gates": shown({stage: f"[{', '.join(map(written, gate))}]" for stage, gate in drawn.gates.items()}),
        "units": {
            **{unit: f"acts_as: {drawn.acts_as[unit]}" if unit in drawn.acts_as else "" for unit in UNITS},
            "rescue": "acute: yes",
        },
        **{stage: {stage[0].upper(): "to: rescue"} for stage in ("safety", *drawn.gates)},
    }
    here = {row["id"]: f"rule: {row['rule']}, when: {written(row['when'])}" for row in drawn.region}
    region = {
        "layer": "region",
        "within": "nation",
        "replaces": {row["id"]: f"{here[row['id']]}, to: {row['to']}" for row in drawn.region if row["to"]},
        "open": {row["id"]: here[row["id"]] for row in drawn.region if not row["to"]},
    }
    return write_layers(folder, {"nation": nation, "west": region})


# ---- what the definitions say


def every_case():
    inputs = {
        "need": NEEDS,
        "level": LEVELS,
        "age": MONTHS,
        "acute": ["no", "yes"],
        **{flag: ["no", "yes"] for flag in FLAGS},
        **FACTS,
    }
    return [dict(zip(inputs, values, strict=True)) for values in product(*inputs.values())]


def fits(when, case):
    return all(
        allowed[0] <= case["age"] <= allowed[1] if name == "age" else case[name] in allowed
        for name, allowed in when.items()
    )


def stage_of(drawn, case):
    if case["acute"] != "no":
        return "safety"
    return next(
        (stage for stage in ("protection", "deadlock") if any(fits(when, case) for when in drawn.gates.get(stage, ()))),
        "rules",
    )


def matches(drawn, area, case):
    """Every (receiver, holder, open) that a rule gives a case."""
    stage = stage_of(drawn, case)
    if stage != "rules":
        return [("rescue", "rescue", False)]
    found = []
    for rule in drawn.rules:
        if fits(rule["when"], case):
            here = (
                [row for row in drawn.region if row["rule"] == rule["id"] and fits(row["when"], case)]
                if area == "west"
                else []
            )
            found += [(row["to"] or "sip", row["to"] or rule["to"], not row["to"]) for row in here] or [
                (rule["to"], rule["to"], False)
            ]
    return found


def next_cases(drawn, area, case):
    receiver, _, is_open = matches(drawn, area, case)[0]
    if stage_of(drawn, case) != "rules" or is_open:
        return []
    acting = {receiver, drawn.acts_as.get(receiver, receiver)}
    return [
        (one, {**case, **one["sets"]}) for one in drawn.hand_overs if one["by"] in acting and fits(one["when"], case)
    ]


def ways(drawn, area, case, before=()):
    """Every chain from a case as (receiver, holder) pairs; one that would go on for ever is cut."""
    here = (*before, matches(drawn, area, case)[0][:2])
    later = next_cases(drawn, area, case) if len(here) < 7 else []
    return [way for _, there in later for way in ways(drawn, area, there, here)] or [here]


def goes_round(drawn, area):
    """Whether some chain never ends: a case that is led to from itself."""
    keys = {key_of(case): {key_of(there) for _, there in next_cases(drawn, area, case)} for case in every_case()}
    left = set(keys)
    while True:  # take away what leads to nothing
        ending = {key for key in left if not keys[key] & left}
        if not ending:
            return bool(left)
        left -= ending


def key_of(case):
    return tuple(case.values())


def lacks_progress(drawn, area, case):
    if stage_of(drawn, case) != "rules" or matches(drawn, area, case)[0][2]:
        return False
    waiting = [(flag, "yes") for flag in FLAGS if case[flag] == "no"] + [
        ("p", value) for value in ("yes", "no") if case["p"] == "unknown"
    ]
    given = [tuple(one["sets"].items()) for one, _ in next_cases(drawn, area, case)]
    unit = matches(drawn, area, case)[0][0]
    return any(
        stage_of(drawn, {**case, name: value}) == "rules"
        and matches(drawn, area, {**case, name: value})[0][0] != unit
        and not any((name, value) in sets for sets in given)
        for name, value in waiting
    )


def makes_nothing_known(drawn, area, case):
    return any(
        all(case[name] != {"p": "unknown"}.get(name, "no") for name in one["sets"] if name in (*FLAGS, *FACTS))
        for one, _ in next_cases(drawn, area, case)
    )


def verdict(drawn):
    """The checks that the base fails, by name: T alone where it is not exact, for then nothing else means anything."""
    pairs = [(area, case) for area in ("nation", "west") for case in every_case()]
    if any(len(matches(drawn, area, case)) != 1 for area, case in pairs):
        return {"T"}
    failed = {"Progress"} if any(lacks_progress(drawn, *pair) for pair in pairs) else set()
    failed |= {"makes-known"} if any(makes_nothing_known(drawn, *pair) for pair in pairs) else set()
    if any(goes_round(drawn, area) for area in ("nation", "west")):
        return failed | {"NB1"}
    chains = {tuple(holder for _, holder in way) for area, case in pairs for way in ways(drawn, area, case)}
    if any(len(set(chain)) < len(chain) for chain in chains):
        return failed | {"NB2"}
    return failed | ({"NB3"} if any(len(chain) - 1 > MOST for chain in chains) else set())
