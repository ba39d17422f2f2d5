"""An answer page of the way in under gunicorn with 2 sync workers, against a bare Flask page of 10 kB.

Both are served on this machine at once and asked in turn by wrk with 16 connections; the ratio is the median over the
rounds, of requests a second. Claim: at least 0.6. Then how many pages families load from the start to their answer,
over ways chosen by chance, and how many of those answers a question beside them can still change: counts, not times.
Claim: at most four loads.
"""

import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from bench_http import served

SECONDS, ROUNDS, WAYS = 2, 7, 120
LEAST, MOST_LOADS = 0.6, 4
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def requests_a_second(address):
    command = ["wrk", "-c16", "-t2", f"-d{SECONDS}s", address]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in text:
        sys.exit(f"{address} did not answer with 2xx:\n{text}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])


def send(host, method, path, **form):
    """The next address, the options of the page that is shown, and whether it is an answer."""
    connection = HTTPConnection(host)
    connection.request(method, path, urlencode(form) if form else None, FORM if form else {})
    answer = connection.getresponse()
    text = answer.read().decode()
    return answer.headers.get("Location"), re.findall(r'name="answer" value="(\w+)"', text), 'class="card"' in text


def walk(host, chance):
    """The address where nothing is left to ask, the loads from the start to the answer, the questions beside it."""
    places = ["hudiksvall", "ange", "danderyd", "falkoping", "ale", "generic"]
    path, *_ = send(host, "POST", "/vag", urgency="wait", place=chance.choice(places), who="guardian",
                    age=chance.choice(["small", "school", "teen", "young"]))
    loads = further = 0
    while True:
        _, options, is_answer = send(host, "GET", path)
        loads += not further
        if not options:
            return path, loads, further
        further += is_answer
        calm = [one for one in options if one not in ("unknown", "today", "now", "body", "harm")]
        path, *_ = send(host, "POST", path, answer=chance.choice(calm))


def main():
    if not shutil.which("wrk"):
        sys.exit("This benchmark needs wrk: apt-get install wrk")
    chance = random.Random(1)
    with served("bare_page") as bare, served("wsgi") as own:
        host = urlsplit(own).netloc
        ways = [walk(host, chance) for _ in range(WAYS)]
        ratios = sorted(requests_a_second(own + ways[0][0]) / requests_a_second(bare + "/") for _ in range(ROUNDS))
    ratio = ratios[ROUNDS // 2]
    print(f"an answer page: {ratio:.2f} of a bare page's requests (from {ratios[0]:.2f} to {ratios[-1]:.2f}; "
          f"claimed: at least {LEAST})")
    loads, further = Counter(one for _, one, _ in ways), Counter(one for *_, one in ways)
    print(f"loads from the start to the answer: {shown(loads)} (claimed: at most {MOST_LOADS})")
    print(f"questions beside the answer, which can still change it: {shown(further)}; "
          f"final at once: {further[0] / WAYS:.0%}")
    sys.exit(0 if ratio >= LEAST and max(loads) <= MOST_LOADS else 1)


def shown(counts):
    return ", ".join(f"{one}: {count}" for one, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
