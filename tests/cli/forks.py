"""Reads what to run, a line of JSON each, and runs it in a process of its own that has everything imported already.

To import the package costs two seconds of processor time, and hundreds of tests run a command.
"""

import gc
import json
import os
import resource
import runpy
import sys

import directory.cli  # noqa: F401 - what every child starts with


def become(asked):
    """Turn this process, a fork, into the command, and end it: to take down all that was imported costs a third of a
    second."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    for number, name, way in ((0, os.devnull, os.O_RDONLY), (1, asked["out"], os.O_WRONLY),
                              (2, asked["err"], os.O_WRONLY)):
        os.dup2(os.open(name, way), number)
    sys.argv = ["envagin", *asked["words"]]
    status = run()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    # The kernel's sum for a child counts what it was forked with; its own peak stands here.
    with open("/proc/self/status") as told, open(asked["peak"], "w") as peak:
        peak.write(next(line.split()[1] for line in told if line.startswith("VmHWM:")))
    os._exit(status)


def run():
    """The exit status of the command."""
    try:
        runpy.run_module("directory")
    except SystemExit as end:
        return end.code or 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


def tell(**values):
    print(json.dumps(values), flush=True)


used = resource.getrusage(resource.RUSAGE_SELF)
tell(seconds=used.ru_utime + used.ru_stime)
gc.freeze()  # what is never looked at again is never copied
for line in sys.stdin:
    child = os.fork()
    if not child:
        become(json.loads(line))
    _, status, used = os.wait4(child, 0)  # the child's own use, not that of all children so far
    tell(status=os.waitstatus_to_exitcode(status), seconds=used.ru_utime + used.ru_stime)
