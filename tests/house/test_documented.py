"""What a newcomer sees or types is explained: folders, make targets, settings. Nothing is explained that is gone."""

import re
from dataclasses import fields

from directory.config import Settings
from tests.house.project_files import ROOT, files_below, listed

README = (ROOT / "README.md").read_text("utf-8")
SETTING = re.compile(r"\bENVAGIN_[A-Z_]*[A-Z]\b")
TARGET = re.compile(r"^([a-z-]+):.* ## ", re.MULTILINE)
FOLDER = re.compile(r"^\| `([\w.-]+)/` \|", re.MULTILINE)


def test_the_readme_has_a_line_for_every_folder_and_no_other():
    there = {path.name for path in listed(ROOT) if path.is_dir()}

    assert set(FOLDER.findall(README)) == there


def test_the_readme_names_every_make_target_and_no_other():
    targets = set(TARGET.findall((ROOT / "Makefile").read_text("utf-8")))

    assert targets
    assert set(re.findall(r"`make ([a-z-]+)", README)) == targets


def test_the_readme_lists_every_setting_with_its_default():
    rows = re.findall(r"^\| `(ENVAGIN_\w+)` \|.*\| `?(.*?)`? \|$", README, re.MULTILINE)

    assert dict(rows) == {f"ENVAGIN_{one.name.upper()}": str(one.default) or "not set" for one in fields(Settings)}


def test_no_text_speaks_of_a_setting_that_is_not_there():
    known = {f"ENVAGIN_{one.name.upper()}" for one in fields(Settings)}
    named = {word for path in files_below(suffixes=(".md", ".py", ".html")) for word in
             SETTING.findall(path.read_text("utf-8"))}

    assert named - known == set()
