"""A decision with `explain: none`, in process, against a bare dict-and-bisect look-up of the same base.

The look-up is the least that any program must do: build the key of a case from what its need asks for, find the stretch
of its age by bisection, and fetch the rule from a dict that holds one entry a case. Both answer the same random cases.
Claim: at most 5 times. Printed as a ratio of the two in one run.
"""

import random
import sys
from bisect import bisect_right
from time import process_time

from directory import clock
from directory.rules import Case, Ruleset, compile_base, decide, load
from directory.rules.model import NEED

CASES, ROUNDS = 20_000, 5


def random_cases(ruleset, count):
    inputs, chance = ruleset.base.inputs, random.Random(1)
    for _ in range(count):
        values = {name: chance.choice(allowed) if chance.random() < 0.3 else allowed[0]
                  for name, allowed in inputs.values.items() if name != NEED}
        yield Case(chance.choice(list(ruleset.areas)), chance.choice(inputs.values[NEED]),
                   chance.randint(inputs.ages.first, inputs.ages.last), values, inputs.askers[0], clock.today())


def bare_lookup(ruleset, cases):
    """A function that looks a case up, with everything it needs made beforehand."""
    shape, answers = {}, {}
    for case in cases:
        key = case.area, case.need
        if key not in shape:
            tables = ruleset.areas[case.area].span(case.need, case.on).tables.values()
            names = tuple(dict.fromkeys(name for table in tables for name in table.grid.axes if name != "age"))
            firsts = sorted({first for table in tables for first in table.grid.firsts})
            shape[key] = names, firsts
        answers[_key(shape, case)] = decide(ruleset, case).row.rule

    def look_up(case):
        return answers[_key(shape, case)]
    return look_up


def _key(shape, case):
    key = case.area, case.need
    names, firsts = shape[key]
    values = case.values
    return key, bisect_right(firsts, case.months), tuple([values[name] for name in names])


def seconds(action, cases):
    start = process_time()
    for case in cases:
        action(case)
    return process_time() - start


def main():
    base = load("routing_rules").base
    ruleset = Ruleset(base, compile_base(base))
    cases = list(random_cases(ruleset, CASES))
    look_up = bare_lookup(ruleset, cases)
    found = sorted((seconds(lambda case: decide(ruleset, case), cases), seconds(look_up, cases)) for _ in range(ROUNDS))
    ratios = sorted(one / other for one, other in found)
    own = found[ROUNDS // 2][0]
    print(f"decision: {own / CASES * 1e6:.1f} µs, {ratios[ROUNDS // 2]:.1f} times a bare look-up "
          f"(from {ratios[0]:.1f} to {ratios[-1]:.1f}; claimed: at most 5)")
    sys.exit(ratios[ROUNDS // 2] > 5)


if __name__ == "__main__":
    main()
