"""Killed at any moment, publishing leaves a whole edition, the old or the new, and loses none that was acknowledged."""

import subprocess
import sys
from dataclasses import replace

from directory.editions import Reader, publications
from tests.house.project_files import ROOT
from tests.publisher import KILLS
from tests.small import make_small


def test_killed_fifty_times_it_keeps_every_acknowledged_publication_and_no_half_edition(database, tmp_path):
    url = database.engine.url.render_as_string(hide_password=False)

    ran = subprocess.run([sys.executable, "-m", "tests.publisher", str(tmp_path / "work"), url], cwd=ROOT,
                         capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, "")
    settings = replace(make_small(tmp_path / "other"), database_url=url)
    acknowledged = [line.split() for line in (tmp_path / "work" / "acknowledged").read_text().splitlines()]
    with database.transaction() as session:
        every = {one.number: one.edition_id for one in publications(session)}
        for edition_id in set(every.values()):
            assert Reader(settings.rules, settings.home).read(session, edition_id).id == edition_id
    assert len(acknowledged) >= KILLS
    assert {int(number): edition for number, edition in acknowledged}.items() <= every.items()
    assert sorted(every) == list(range(1, len(every) + 1))
