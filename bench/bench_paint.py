"""The largest paint of the way in on a simulated phone: 360 × 640, a processor four times slower, slow 4G.

Claims: under 1.5 s on every page, in at most 20 kB and 6 requests. The same browser loads a bare page of 10 kB in the
same run, as what this machine makes of any page.
"""

import re
import sys
from statistics import median
from urllib.parse import urlsplit

from bench_http import served
from bench_way_in import send
from playwright.sync_api import sync_playwright

CHROMIUM, QUIET = "/usr/bin/chromium", ["--no-sandbox", "--disable-gpu"]
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4  # times
LOADS = 5
MOST_SECONDS, MOST_BYTES, MOST_REQUESTS = 1.5, 20_000, 6
LARGEST = """() => new Promise(found => new PerformanceObserver(list => found(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true}))"""
FORM = {"place": "hudiksvall", "who": "guardian", "age": "school", "urgency": "wait"}


def load(browser, address):
    """Seconds to the largest paint, bytes and requests of a page that nobody has loaded before."""
    page = browser.new_context(**PHONE).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    seconds = page.evaluate(LARGEST) / 1000
    page.context.close()
    return seconds, sum(sizes), len(sizes)


def addresses(own):
    """The start, a question, an answer, and the acute page."""
    host = urlsplit(own).netloc
    question, *_ = send(host, "POST", "/vag", **FORM)
    path, options = question, send(host, "GET", question)[1]
    while options:
        path, *_ = send(host, "POST", path, answer=options[0])
        options = send(host, "GET", path)[1]
    return {"start": "/", "question": question, "answer": path, "acute": "/nu", "Arabic start": "/ar/",
            "Arabic answer": re.sub("^", "/ar", path)}


def main():
    fails = False
    with served("bare_page") as bare, served("wsgi") as own, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        plain = median(load(browser, bare + "/")[0] for _ in range(LOADS))
        print(f"a bare page of 10 kB: {plain:.2f} s")
        for name, path in addresses(own).items():
            loads = [load(browser, own + path) for _ in range(LOADS)]
            seconds, size, requests = median(one[0] for one in loads), loads[0][1], loads[0][2]
            fails |= seconds >= MOST_SECONDS or size > MOST_BYTES or requests > MOST_REQUESTS
            print(f"{name}: largest paint {seconds:.2f} s ({seconds / plain:.2f} of the bare page), {size:,} bytes in "
                  f"{requests} requests")
        browser.close()
    print(f"claimed: under {MOST_SECONDS} s, at most {MOST_BYTES:,} bytes and {MOST_REQUESTS} requests")
    sys.exit(1 if fails else 0)


if __name__ == "__main__":
    main()
