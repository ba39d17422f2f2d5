"""A generated country (country.py): its proof, one municipality changed, decisions, counterfactuals and a diff of it.

From compiled form means: the files have been read and compiled into tables before the clock starts. The proof is every
check and the second method on every area; a changed municipality is compiled anew on the area above, which stands, and
proved. Claims: 10 s of CPU and 1 GiB of memory for the proof, 50 ms for a municipality, a decision at most 4 times one
on the shipped base, all counterfactuals of a case at most 200 decisions, and a diff (one rule of the nation and one in
each of ten municipalities changed) at most the proof. The time of a fixed piece of Python is printed beside them, as in
bench_proof.py: claims in seconds are of a machine that does it in 0.1 s.
"""

import gc
import resource
import sys
from dataclasses import replace
from tempfile import TemporaryDirectory
from time import process_time

from bench_decide import random_cases
from bench_proof import cpu_of, fixed_work
from country import write
from directory import clock
from directory.catalogue import load_seed
from directory.editions import knowledge_of
from directory.findings import has_errors, in_order
from directory.rules import Knowledge, Ruleset, changes, compile_base, decide, diff, diff_json, load
from directory.rules.checks import second_method
from directory.rules.compile import compile_area
from directory.rules.model import MUNICIPALITY, NATION, RULES
from directory.rules.verify import check_area, views_of
from directory.rules.view import View

LEAST_RULES, LEAST_CELLS = 100_000, 60_000_000
CASES, EXPLAINED, CHANGED = 20_000, 2_000, 10


def read_country():
    with TemporaryDirectory() as folder:
        loaded = load(write(folder))
    if has_errors(loaded.findings):
        sys.exit(f"The country cannot be read: {loaded.findings[0]}")
    return loaded.base


def knowledge_with(base):
    """What the catalogue knows, and the units that the country made up."""
    known = knowledge_of(load_seed("seed")[0])
    made_up = {unit for layer in base.layers.values() for bind in layer.binds for unit in (*bind.units, bind.lost)}
    return Knowledge(known.records, known.units | made_up, known.ids)


def prove(views):
    found = [one for view in views.values() for one in check_area(view)] + list(second_method.compare(views))
    if has_errors(found):
        sys.exit(f"The country has errors; its proof is not worth timing: {in_order(found)[0]}")


def in_force(areas):
    """The rules that decide some case today, counted in each area."""
    today = clock.today()
    return sum(len({row.rule for need in area.needs for table in area.span(need, today).tables.values()
                    for row in table.rows if row.mask}) for area in areas.values())


def cells(areas):
    return sum(table.grid.cells(table.universe) for area in areas.values() for spans in area.needs.values()
               for table in spans[0].tables.values())


def seconds(action):
    start = process_time()
    action()
    return process_time() - start


def another(base):
    """The country with one rule of the nation and one of each of ten municipalities sending elsewhere."""
    layers = dict(base.layers)
    for layer in [one for one in layers.values() if one.tier == NATION] + [
            one for one in layers.values() if one.tier == MUNICIPALITY and len(one.rules) > 1][:CHANGED]:
        rule = max((one for one in layer.rules if one.stage == RULES and not one.opens),
                   key=lambda one: len(one.when.values.get("need", ())))
        to = next(one.to for one in layer.rules if one.stage == RULES and not one.opens and one.to != rule.to)
        rules = tuple(replace(one, to=to) if one is rule else one for one in layer.rules)
        layers[layer.id] = replace(layer, rules=rules)
    return replace(base, layers=layers)


def decision_seconds(ruleset):
    """The seconds of a decision, and of all the counterfactuals of one; the tables have been asked before."""
    cases = list(random_cases(ruleset, CASES))
    decisions = [decide(ruleset, case) for case in cases]
    one = cpu_of(lambda: [decide(ruleset, case) for case in cases]) / CASES
    for decision in decisions[:EXPLAINED]:
        changes(ruleset, decision)
    return one, cpu_of(lambda: [changes(ruleset, decision) for decision in decisions[:EXPLAINED]]) / EXPLAINED


def main():
    base = read_country()
    knowledge, areas = knowledge_with(base), compile_base(base)
    rules, count = in_force(areas), cells(areas)
    print(f"{len(areas)} areas, {sum(len(one.rules) for one in base.layers.values())} rules written, {rules} in force, "
          f"{count} cells")
    gc.collect()
    gc.freeze()  # what has been compiled stays; to look through it again and again is no part of a proof
    views = views_of(base, areas, knowledge=knowledge, day=clock.today())
    speed = cpu_of(fixed_work)
    proof = seconds(lambda: prove(views))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = (speed + cpu_of(fixed_work)) / 2  # before and after: the machine's speed changes in these seconds

    def change(area):
        made = compile_area(base, base.layers[area.id], area.parent)
        prove({area.id: View(base, made, knowledge, clock.today(), parent=views[area.parent.id])})

    municipalities = [area for area in areas.values() if area.tier == MUNICIPALITY]
    changed = sorted(cpu_of(lambda area=area: change(area)) for area in municipalities[::29])
    ruleset, shipped = Ruleset(base, areas), load("routing_rules").base
    one, around = decision_seconds(ruleset)
    one_shipped, around_shipped = decision_seconds(Ruleset(shipped, compile_base(shipped)))
    later = another(base)
    compared = Ruleset(later, compile_base(later))
    found = []
    differing = seconds(lambda: found.append(diff_json(diff(ruleset, compared, day=clock.today()))))
    slower = max(speed / 0.1, 1)
    print(f"a fixed piece of Python: {speed * 1000:.0f} ms of CPU on this machine now")
    claims = [
        (f"rules in force at least {LEAST_RULES}, cells at least {LEAST_CELLS}", rules >= LEAST_RULES
         and count >= LEAST_CELLS),
        (f"proof: {proof:.1f} s of CPU, {proof / speed:.0f} times the fixed piece (claimed: 10 s)",
         proof <= 10 * slower),
        (f"memory at its peak: {memory:.0f} MiB (claimed: 1024)", memory <= 1024),
        (f"a municipality changed: {changed[len(changed) // 2] * 1000:.0f} ms, at most {changed[-1] * 1000:.0f} "
         f"(claimed: 50)", changed[-1] <= 0.05 * slower),
        (f"a decision: {one * 1e6:.1f} µs, {one / one_shipped:.1f} times one on the shipped base (claimed: 4)",
         one <= 4 * one_shipped),
        (f"all counterfactuals: {around / one:.0f} decisions here, {around_shipped / one_shipped:.0f} on the shipped "
         f"base (claimed: 200)", around <= 200 * one and around_shipped <= 200 * one_shipped),
        (f"diff of {found[0]['changed_cells']} changed cells in {len(found[0]['by_area'])} areas: {differing:.1f} s, "
         f"{differing / proof:.2f} of the proof (claimed: 1)", differing <= proof),
    ]
    for text, holds in claims:
        print(text if holds else f"NOT SO: {text}")
    sys.exit(not all(holds for _, holds in claims))


if __name__ == "__main__":
    main()
