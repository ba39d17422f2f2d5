"""The country that benchmarks prove: a small one, from files, has overlays of every kind and no errors."""

import random
import runpy
from pathlib import Path

import pytest

from directory import config
from directory.rules import Ruleset, changes, compile_base, decide, diff, load, verify
from tests.build import DAY
from tests.rules.test_explain import random_cases

write = runpy.run_path(str(Path(__file__).resolve().parents[2] / "bench" / "country.py"))["write"]  # no package
REGIONS, MUNICIPALITIES = 21, 70  # so many that every pair of overlays meets in one


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write(tmp_path_factory.mktemp("country"), shipped=config.settings().rules, municipalities=MUNICIPALITIES)


@pytest.fixture(scope="module")
def loaded(folder):
    return load(folder)


def test_a_generated_country_is_proved_without_an_error(loaded):
    verdict = verify(loaded, day=DAY)

    assert [one for one in verdict.findings if one.level == "error"] == []
    assert len(verdict.areas) == 1 + REGIONS + MUNICIPALITIES


def test_its_overlays_are_of_every_kind(loaded):
    layers = [layer for layer in loaded.base.layers.values() if layer.tier != "nation"]
    rules = [rule for layer in layers for rule in layer.rules]

    kinds = ("units", "binds", "reach", "same_desk", "closed", "hand_overs", "unsure")
    assert [kind for kind in kinds if not any(getattr(layer, kind) for layer in layers)] == []
    assert {rule.opens for rule in rules} == {False, True}
    assert {"need", "level"} <= {name for rule in rules for name in rule.when.values}
    assert any(rule.when.ages for rule in rules) and any(rule.valid.first for rule in rules)


def test_the_same_seed_makes_the_same_country(folder, loaded, tmp_path):
    again = write(tmp_path / "again", shipped=config.settings().rules, municipalities=MUNICIPALITIES)
    other = write(tmp_path / "other", shipped=config.settings().rules, municipalities=5, seed=2)

    assert load(again).base.hash == loaded.base.hash != load(other).base.hash


def test_it_decides_explains_and_compares_with_itself(loaded):
    ruleset = Ruleset(loaded.base, compile_base(loaded.base))

    for case in random.Random(3).sample(list(random_cases(ruleset, 200)), 20):
        assert decide(ruleset, case).receiver and all(one.receiver for one in changes(ruleset, decide(ruleset, case)))
    assert diff(ruleset, Ruleset(loaded.base, compile_base(loaded.base)), day=DAY).changed_cells == 0
