"""The proof of the shipped base: all areas from compiled form, one changed overlay, and the command from cold.

From compiled form means: the files have been read and compiled into tables before the clock starts. One changed overlay
means: that area is compiled anew on the area above it, and every check and the second method run on it.
Claims: 2 s, 50 ms and 10 s of CPU. A bare count of the base's rules by a for-loop over all cells is not measured: it is
what the grids exist to avoid.
"""

import resource
import subprocess
import sys
from time import process_time

from directory import clock
from directory.catalogue import load_seed
from directory.editions import knowledge_of
from directory.rules import compile_base, load
from directory.rules.checks import second_method
from directory.rules.compile import compile_area
from directory.rules.verify import check_area, views_of

ROUNDS = 5


def middle(action):
    """The median CPU seconds of an action over ROUNDS runs."""
    found = []
    for _ in range(ROUNDS):
        start = process_time()
        action()
        found.append(process_time() - start)
    return sorted(found)[ROUNDS // 2]


def main():
    base, knowledge = load("routing_rules").base, knowledge_of(load_seed("seed")[0])
    areas = compile_base(base)

    def prove():
        views = views_of(base, areas, knowledge=knowledge, day=clock.today())
        found = [one for view in views.values() for one in check_area(view)] + list(second_method.compare(views))
        assert not any(one.level == "error" for one in found)

    def change(area):
        views = views_of(base, areas, knowledge=knowledge, day=clock.today())
        parent = views[area.parent.id]
        list(parent.every_flow), [flow.chains for _, flow in parent.every_flow]

        def again():
            made = compile_area(base, base.layers[area.id], area.parent)
            view = views_of(base, {**areas, area.id: made}, knowledge=knowledge, day=clock.today())[area.id]
            check_area(type(view)(base, made, knowledge, view.day, parent=parent))
            list(second_method.compare({area.id: type(view)(base, made, knowledge, view.day, parent=parent)}))
        return middle(again)

    print(f"proof of {len(areas)} areas from compiled form: {middle(prove):.2f} s of CPU (claimed: at most 2)")
    for area in areas.values():
        if area.parent:
            print(f"  {area.id} changed: {change(area) * 1000:.0f} ms (claimed: at most 50)")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "directory", "rules", "verify"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"rules verify, cold: {after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:.1f} s of CPU (claimed: at most 10)")


if __name__ == "__main__":
    main()
