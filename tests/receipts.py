"""What tests of receipts send: a referral that is kept, and a desk that takes steps with it."""

import re

from jinja2 import StrictUndefined

from directory import clock, journal
from tests.desks import AREA, DESKS, serve
from tests.doors import Page

REFERRAL = {"area": AREA, "need": "koncentration_adhd", "level": "specialist", "age": "9", "from": "elevhalsa",
            "to": "bup"}  # a school that has not mapped anything yet, to child psychiatry: the circle begins


def serve_receipts(edition, home, environment):
    """A service whose templates fail where they ask for what is not there."""
    service = serve(edition, home, environment)
    service.app.jinja_env.undefined = StrictUndefined
    return service


def keep(service, **changes):
    """The address of the page of a new receipt, of REFERRAL with some fields changed, kept by the desk that sends."""
    said = {**REFERRAL, **changes}
    sends = [handle for handle, (kind, _) in DESKS.items() if kind == said["from"]]
    client = service.signed_in(sends[0]) if sends else service.client()
    answer = client.post("/remiss/kod", data=said)
    assert answer.status_code == 303, Page(answer).text
    return answer.headers["Location"]


def opened(service, where):
    """What is kept of a receipt, by the address of its page."""
    with service.database.transaction() as session:
        return journal.open_receipt(session, where.rpartition("/")[2], day=clock.today(),
                                    signer=service.app.extensions["signer"])


class Caller:
    """A desk that has signed in."""

    def __init__(self, service, handle):
        self.client = service.signed_in(handle)

    def page(self, where):
        return Page(self.client.get(where))

    def step(self, where, end, *, page=None, seen=None, **fields):
        """What comes of a step, sent from the form of a page; `seen` as from one that was shown before."""
        hidden = {attrs["name"]: attrs["value"] for tag, attrs in (page or self.page(where)).tags
                  if attrs.get("type") == "hidden" and attrs["name"] in ("token", "seen")}
        if seen is not None:
            hidden["seen"] = str(seen)
        return self.client.post(f"{where}/steg", data={**hidden, "end": end, **fields})


def ends_in(page):
    return [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "end"]


def targets_in(page):
    """The kinds of unit that a hand-over may lead to, and those that it may not."""
    inside = re.search(r'<select id="to".*?</select>', page.html, re.DOTALL)
    options = re.findall(r'<option value="(\w+)"([^>]*)>', inside[0]) if inside else []
    return ([kind for kind, more in options if "disabled" not in more],
            [kind for kind, more in options if "disabled" in more])


def confirmation_in(page):
    """The code to confirm with that a page shows, or ""."""
    found = re.search(r'class="code big">(\w{3}-\w{3})<', page.html)
    return found[1] if found else ""
