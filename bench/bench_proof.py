"""The proof of the shipped base: all areas from compiled form, each overlay changed alone, and the command from cold.

From compiled form means: the files have been read and compiled into tables before the clock starts. A changed overlay
means: its area is compiled anew on the area above, which stands, and every check and the second method run on it.
Claims: at most 2 s, 50 ms and 10 s of CPU. Machines differ by a factor of three, and so does one from minute to minute,
so the time of a fixed piece of Python is printed beside them; the claims are of a machine that does it in 0.1 s.
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
from directory.rules.view import View

ROUNDS = 7


def cpu_of(action):
    """The median CPU seconds of an action over ROUNDS runs."""
    found = []
    for _ in range(ROUNDS):
        start = process_time()
        action()
        found.append(process_time() - start)
    return sorted(found)[ROUNDS // 2]


def fixed_work():
    return sum(number * number % 7 for number in range(1_000_000))


def cold_verify():
    """CPU seconds of the command in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "directory", "rules", "verify"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    base, knowledge = load("routing_rules").base, knowledge_of(load_seed("seed")[0])
    areas = compile_base(base)

    def views():
        return views_of(base, areas, knowledge=knowledge, day=clock.today())

    def prove(some):
        found = [one for view in some.values() for one in check_area(view)] + list(second_method.compare(some))
        if any(one.level == "error" for one in found):
            sys.exit("The base has errors; its proof is not worth timing.")

    proved = views()
    prove(proved)

    def change(area):
        made = compile_area(base, base.layers[area.id], area.parent)
        prove({area.id: View(base, made, knowledge, clock.today(), parent=proved[area.parent.id])})

    speed = cpu_of(fixed_work)
    measured = [(f"proof of {len(areas)} areas", cpu_of(lambda: prove(views())), 2)]
    measured += [(f"{area.id} changed", cpu_of(lambda area=area: change(area)), 0.05)
                 for area in areas.values() if area.parent]
    measured.append(("rules verify, cold", cold_verify(), 10))
    print(f"a fixed piece of Python: {speed * 1000:.0f} ms of CPU on this machine now")
    for name, seconds, most in measured:
        print(f"{name}: {seconds * 1000:.0f} ms of CPU, {seconds / speed:.1f} times the fixed piece "
              f"(claimed: {most * 1000:.0f} ms)")
    slower = max(speed / 0.1, 1)
    sys.exit(any(seconds > most * slower for _, seconds, most in measured))


if __name__ == "__main__":
    main()
