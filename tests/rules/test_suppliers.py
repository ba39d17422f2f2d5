"""Who can supply what a rule asks for: written where the rule stands, found in every area that it holds in."""

from directory.findings import ERROR
from directory.rules import load
from tests.build import found_in, make_nation, prove

ASKS = {"A": "to: clinic, requires: [{id: yes, text: A yes}], attach: [{id: curve, text: A curve}]"}


def base_of(folder, **more):
    return load(make_nation(folder, rules=ASKS, **more)).base


def test_the_suppliers_of_an_item_come_in_the_order_of_the_file(tmp_path):
    base = base_of(tmp_path, suppliers="{clinic: [curve, yes], rescue: [curve]}")

    assert base.suppliers_of("nation", "curve") == ("clinic", "rescue")
    assert base.suppliers_of("nation", "yes") == ("clinic",)
    assert base.suppliers_of("nation", "other") == ()


def test_an_area_adds_suppliers_of_its_own_to_those_above_it(tmp_path):
    west = {"layer": "region", "within": "nation", "suppliers": "{rescue: [yes]}"}
    base = base_of(tmp_path, suppliers="{clinic: [yes]}", west=west)

    assert base.suppliers_of("west", "yes") == ("clinic", "rescue")
    assert base.suppliers_of("nation", "yes") == ("clinic",)


def test_a_supplier_that_is_no_unit_and_no_asker_is_an_error(tmp_path):
    findings = found_in(make_nation(tmp_path, rules=ASKS, suppliers="{klinic: [yes]}"))

    assert [(one.check, one.line > 1) for one in findings] == [("words", True)]


def test_an_item_that_no_rule_asks_for_is_an_error_at_the_supplier_line_and_the_near_one_is_named(tmp_path):
    (one,) = found_in(make_nation(tmp_path, rules=ASKS, suppliers="{clinic: [curv]}"))

    assert (one.check, one.ids) == ("supplies", ("clinic", "curv"))
    assert "curve" in str(one.hint)


def test_an_item_of_a_layer_above_may_be_supplied_in_an_area(tmp_path):
    west = {"layer": "region", "within": "nation", "suppliers": "{rescue: [curve]}"}

    assert [one for one in prove(make_nation(tmp_path, rules=ASKS, west=west)).findings if one.level == ERROR] == []


def test_every_file_of_a_layer_may_name_suppliers(tmp_path):
    more = {"layer": "nation", "id": "nation", "suppliers": "{rescue: [curve]}"}
    folder = make_nation(tmp_path, rules=ASKS, suppliers="{clinic: [curve]}")
    (folder / "more.yaml").write_text(
        "\n".join(["format: one-way-in/1", *(f"{key}: {value}" for key, value in more.items()), ""]), "utf-8")

    assert set(load(folder).base.suppliers_of("nation", "curve")) == {"clinic", "rescue"}


def test_an_item_that_is_of_a_referral_alone_says_so(tmp_path):
    asks = {"A": "to: clinic, requires: [{id: curve, referral: yes, text: A curve}, {id: consent, text: A consent}]"}
    rules = load(make_nation(tmp_path, rules=asks)).base.layers["nation"].rules

    assert [(one.id, one.referral) for rule in rules for one in rule.requires] == [("curve", True), ("consent", False)]
