"""An edition is one proved picture of rules and catalogue: it is refused when not proved, and known by its content."""

import shutil

import pytest

from directory import clock
from directory.config import settings
from directory.editions import build
from directory.errors import RulesNotProved


@pytest.fixture
def folders(tmp_path):
    """The project's own rules and seed, to be changed."""
    return [shutil.copytree(folder, tmp_path / folder.name) for folder in (settings().rules, settings().seed)]


def built(folders):
    return build(*folders, day=clock.today())


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_same_files_make_the_same_edition_wherever_they_lie(edition, folders):
    assert built(folders).id == edition.id


def test_a_rule_that_answers_otherwise_makes_another_edition(edition, folders):
    change(folders[0], "generic/nation.yaml", "title: {sv: Hela landet", "title: {sv: Hela riket")

    assert built(folders).id != edition.id


def test_a_record_that_says_something_else_makes_another_edition(edition, folders):
    change(folders[1], "areas.yaml", "sv: Hela landet", "sv: Hela riket")

    assert built(folders).id != edition.id


def test_rules_with_a_gap_are_not_published(folders):
    change(folders[0], "generic/safety.yaml", "acute: now}", "acute: now, age: 1-20}")

    with pytest.raises(RulesNotProved) as refused:
        built(folders)

    assert {one.check for one in refused.value.findings} >= {"T"}


def test_a_catalogue_with_a_fault_is_not_published(folders):
    change(folders[1], "areas.yaml", "kind: nation", "kind: planet")

    with pytest.raises(RulesNotProved) as refused:
        built(folders)

    assert [one.check for one in refused.value.findings] == ["seed"]


def test_a_folder_that_is_not_there_is_not_published(folders):
    for rules, seed in ((folders[0] / "x", folders[1]), (folders[0], folders[1] / "x")):
        with pytest.raises(RulesNotProved):
            built([rules, seed])
