"""A service with a database of its own, and desks with keys: what tests of desks send, and as whom."""

from dataclasses import dataclass

import pytest

from directory import access, clock, migrations
from directory.app import create_app
from directory.config import settings
from directory.db import connect

AREA = "hudiksvall"
DESKS = {  # by handle the kind of unit and the area; a ward holds nothing, a clerk acts as none and reports everywhere
    "school": ("elevhalsa", AREA), "bup": ("bup", "gavleborg"), "clinic": ("vardcentral", "gavleborg"),
    "social": ("soc_mottag", AREA), "far-away": ("bup", "skane"), "ward": ("bup_akut", "gavleborg"),
    "clerk": ("", "generic")}


@dataclass(frozen=True)
class Service:
    """An application on a database of its own; `keys` are those of DESKS."""

    app: object
    database: object
    keys: dict

    def client(self):
        """A caller who keeps cookies, and gets every error as an answer."""
        return self.app.test_client()

    def bearer(self, handle):
        """The header with which a desk asks the API; none for a visitor, who is ""."""
        return {"Authorization": f"Bearer {self.keys.get(handle, handle)}"} if handle else {}

    def post(self, path, body, *, desk=""):
        """What the API answers to JSON."""
        headers = {"Accept-Language": "en", **self.bearer(desk)}
        return self.app.test_client(use_cookies=False).post(f"/api/v1{path}", json=body, headers=headers)

    def get(self, path):
        return self.app.test_client(use_cookies=False).get(f"/api/v1{path}", headers={"Accept-Language": "en"})

    def signed_in(self, handle):
        """A caller who has traded a desk's key for a session."""
        client = self.client()
        assert client.post("/remiss/nyckel", data={"key": self.keys[handle]}).status_code == 303
        return client


def serve(edition, home, environment: pytest.MonkeyPatch):
    """A service whose state lies in a folder, with every desk of DESKS."""
    environment.setenv("ENVAGIN_HOME", str(home))
    database = connect(settings().database)
    migrations.bring_up_to_date(database)
    with database.transaction() as session:
        keys = {handle: access.add_desk(session, handle, kind=kind, area=area, day=clock.today())
                for handle, (kind, area) in DESKS.items()}
    return Service(create_app(edition), database, keys)
