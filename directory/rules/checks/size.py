"""size: what the rules for one need ask for can be held against each other, case by case.

Every input that rules, gates or hand-overs for a need speak of multiplies its cases. A few inputs are a table that a
person can read; thirty are more cases than any computer can hold, and the proof would never come to its end. So a need
whose inputs make more combinations than MOST is refused before anything is compiled.

To mend: let the rules for the need ask for fewer inputs, or split the need.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, facts: {a: [no, yes], b: [no, yes]}}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {facts: {a: no}}, to: clinic, because: The clinic sees them}
      - {id: A2, when: {facts: {a: yes, b: [no, yes]}}, to: clinic, because: The clinic sees them too}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s]}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - id: A1
        when: {tried: {a: no, b: no, c: no, d: no, e: no, f: no, g: no, h: no, i: no, j: no, k: no, l: no, m: no, n: no,
                       o: no, p: no, q: no, r: no, s: no}}
        to: clinic
        because: Nothing has been tried
"""

from itertools import chain
from math import prod

from directory.findings import ERROR, Finding, names, say
from directory.rules.model import NATION, NEED, Place

NAME = "size"
MOST = 2 ** 18  # combinations of inputs that rules for one need tell apart; the largest table of our own has 432
MOST_INPUTS = 200  # of a base


def size_faults(base):
    """A finding for each layer that makes the tables of a need too large; what lies below it is not looked at."""
    if base.inputs and len(base.inputs.values) > MOST_INPUTS:
        yield _too_many_inputs(base)
        return
    asked, told = {}, set()
    for layer in base.layers.values():
        if layer.within in told or not base.readable(layer.id):
            told.add(layer.id)
            continue
        asked[layer.id] = _asked(base, layer, asked.get(layer.within, {}))
        large = {need: count for need, found in asked[layer.id].items() if (count := _combinations(base, found)) > MOST}
        if large:
            told.add(layer.id)
            yield _too_large(layer, asked[layer.id], large)


def _too_many_inputs(base):
    nation = next(layer for layer in base.layers.values() if layer.tier == NATION)
    return Finding(NAME, ERROR, nation.place.file, nation.place.line,
                   say("There are %(count)s inputs; %(most)s at most can be proved.", count=len(base.inputs.values),
                       most=MOST_INPUTS),
                   say("Take out those that no rule asks for."), (nation.id,), nation.id)


def _asked(base, layer, above):
    """For each need the inputs, and the ages that cut its cases, which a layer and those above it speak of."""
    every = frozenset(base.inputs.values[NEED])
    found = {need: set(above.get(need, ())) for need in every}
    gates = chain.from_iterable(base.gates.values()) if layer.tier == NATION else ()
    for when in (*gates, *(one.when for one in (*layer.rules, *layer.hand_overs))):
        for need in when.needs(every):
            found[need].update(when.values, [when.ages] if when.ages else ())
    for one in layer.hand_overs:
        _join(found, one, one.when.needs(every))
    return found


def _join(found, one, needs):
    """Add what a hand-over sets; needs that a question moves between by it have the inputs of one table."""
    tied = {*needs, one.sets[NEED]} if NEED in one.sets else needs
    inputs = set(one.sets).union(*(found[need] for need in tied if tied is not needs))
    for need in tied:
        found[need] |= inputs


def _combinations(base, asked):
    """How many combinations the inputs and ages in `asked` make at most."""
    ages = [one for one in asked if not isinstance(one, str)]
    cuts = {one.first for one in ages} | {one.last + 1 for one in ages} | {base.inputs.ages.first}
    return len(cuts) * prod(len(base.inputs.values[name]) for name in asked if isinstance(name, str) and name != NEED)


def _too_large(layer, asked, large):
    need = max(large, key=large.get)
    widest = max((rule for rule in layer.rules if need in rule.when.needs({need})),
                 key=lambda rule: len(rule.when.inputs()), default=None)
    place = widest.place if widest else Place(layer.place.file, layer.place.line)
    inputs = sorted(name for name in asked[need] if isinstance(name, str) and name != NEED)
    return Finding(NAME, ERROR, place.file, place.line,
                   say("What is asked about %(needs)s makes more than %(most)s combinations: too many to prove.",
                       needs=names(sorted(large)), most=MOST),
                   say("Let the rules and hand-overs for %(need)s ask for fewer of %(inputs)s, or split the need.",
                       need=need, inputs=names(inputs)),
                   (*([widest.id] if widest else [layer.id]), need), layer.id)
