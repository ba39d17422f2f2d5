"""The service as `make run` starts it, in processes of its own: gunicorn with two workers, and many callers at once."""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Event, Thread

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.house.project_files import ROOT

PATIENCE = 120  # seconds that a busy machine is waited for; nothing is measured
RUN = re.search(r"gunicorn (wsgi:application.*?)\n\n", (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " "))[1]
CASE = {"area": "land", "need": "focus", "level": "bas", "age": "9"}


class Service:
    """A running service: its address, and what it said."""

    def __init__(self, process, port, log):
        self.process, self.port, self.log = process, port, log

    def get(self, path):
        """Status and JSON of an address."""
        return self._ask("GET", path)

    def decide(self):
        """Status and JSON of the decision on CASE."""
        return self._ask("POST", "/api/v1/decisions", json.dumps(CASE))

    def _ask(self, method, path, body=None):
        asking = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            asking.request(method, path, body, {"Content-Type": "application/json"})
            answer = asking.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            asking.close()

    def editions(self, count=24):
        """The editions that answer now, whichever worker is asked."""
        return {self.get("/health/ready")[1]["edition"] for _ in range(count)}

    def problems(self):
        return {one["code"] for _ in range(12) for one in self.get("/health/ready")[1]["problems"]}

    def kill(self):
        """End every process at once, with no chance to tidy up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def served(settings, *, log):
    """A service of some settings, with the very arguments of `make run`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = shlex.split(RUN.replace("$(HOST):$(PORT)", f"127.0.0.1:{port}"))
    given = {"HOME": settings.home, "RULES": settings.rules, "SEED": settings.seed, "POLL": settings.poll,
             "DATABASE_URL": settings.database_url, "WATCH": int(settings.watch), "LANGUAGE": "en"}
    environment = {**os.environ, **{f"ENVAGIN_{name}": str(value) for name, value in given.items()}}
    with open(log, "wb") as told:
        process = subprocess.Popen([sys.executable, "-m", "gunicorn", *words], cwd=ROOT, env=environment, stdout=told,
                                   stderr=told, start_new_session=True)
    service = Service(process, port, log)
    try:
        wait_until(lambda: process.poll() is not None or is_up(port), "the service to start")
        yield service
    finally:
        if process.poll() is None:
            service.kill()


@contextmanager
def on_a_port(app):
    """The address of an application that is served from here, in threads."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    serving = Thread(target=server.serve_forever)
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        serving.join()
        server.server_close()


class Silent(WSGIRequestHandler):
    def log(self, *_):
        """Write nothing: what is asked here is nobody's business."""


def is_up(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(is_so, what):
    """Wait for something that will be so, however slow the machine is."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


@contextmanager
def callers(service, *, count=4):
    """Callers who ask for decisions without a pause; the answers, as pairs of status and JSON, grow in a list."""
    answers, stop = [], Event()

    def ask():
        while not stop.is_set():
            try:
                answers.append(service.decide())
            except OSError as error:
                answers.append((0, repr(error)))

    threads = [Thread(target=ask) for _ in range(count)]
    for one in threads:
        one.start()
    try:
        yield answers
    finally:
        stop.set()
        for one in threads:
            one.join()
