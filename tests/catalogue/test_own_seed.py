"""Our own seed has no faults, and it and our own rules speak of the same things."""

from datetime import datetime

from directory.catalogue import load_seed, opening_of
from directory.clock import HOME
from directory.config import settings
from directory.rules.model import ACUTE, AGE, FACTS, LEVEL, NATION, NEED, TRIED


def own_units(edition):
    """Every kind of unit that is no process, of every area."""
    areas = edition.ruleset.areas.values()
    return {unit.id: unit for area in areas for unit in area.units.values() if not unit.process}


def test_our_own_seed_has_no_faults():
    assert load_seed(settings().seed)[1] == []


def test_the_needs_of_the_catalogue_are_those_of_the_rules(edition):
    assert set(edition.catalogue.needs) == set(edition.inputs.values[NEED])


def test_every_need_is_taken_by_somebody(edition):
    taken = set().union(*(one.receives for one in edition.catalogue.agencies.values()))

    assert set(edition.catalogue.needs) - taken == set()


def test_every_kind_of_unit_is_an_agency_or_says_which_it_is_a_kind_of(edition):
    agencies = set(edition.catalogue.agencies)

    assert [one.id for one in own_units(edition).values() if not {one.id, one.kind_of} & agencies] == []


def test_every_role_and_agency_may_ask(edition):
    catalogue = edition.catalogue

    assert {*catalogue.roles, *catalogue.agencies} <= set(edition.inputs.askers)


def test_every_area_with_rules_is_in_the_catalogue_and_lies_where_the_rules_say(edition):
    layers = edition.ruleset.base.layers

    known = {one.id: (one.kind, one.within) for one in edition.catalogue.areas.values()}
    assert {one: known.get(one) for one in layers} == {one.id: (one.tier, one.within) for one in layers.values()}
    assert [one for one, (kind, within) in known.items() if (kind == NATION) != (within is None)] == []


def test_everything_that_rules_ask_about_has_words(edition):
    inputs, words = edition.inputs, edition.catalogue.inputs

    assert set(words) - {"answer", "way"} == {*inputs.values, AGE}
    for name in (LEVEL, ACUTE):
        assert list(words[name].values) == list(inputs.values[name])
    answers = {value for name in inputs.values if name.startswith((TRIED, FACTS)) for value in inputs.values[name]}
    assert {value for value in answers if not value.isdigit()} == set(words["answer"].values)


def test_every_way_in_that_a_rule_names_has_words(edition):
    rules = [rule for layer in edition.ruleset.base.layers.values() for rule in layer.rules]

    named = {how.way for rule in rules for how in rule.how.values()}
    assert named <= set(edition.catalogue.inputs["way"].values)


def test_every_text_stands_in_swedish_and_english(edition):
    known = edition.catalogue
    lists = (known.agencies, known.roles, known.needs, known.areas, known.units, known.inputs, known.groups)

    assert [one.id for each in lists for one in each.values() if not {"sv", "en"} <= set(one.name)] == []


def test_the_national_numbers_are_there(edition):
    numbers = {one.phones[0].number for one in edition.catalogue.national.values()}

    assert numbers == {"112", "1177", "114 14", "116 111", "90101", "020-50 50 50"}


def test_national_numbers_are_open_as_their_words_say(edition):
    moment = datetime(2026, 12, 25, 3, 0, tzinfo=HOME)

    known = {one.id: opening_of(one, moment).open for one in edition.catalogue.national.values()}
    assert known == {**dict.fromkeys(known, True), "sjalvmordslinjen-90101": None}


def test_a_need_that_may_hide_danger_says_when_to_call_112(edition):
    dangerous = ("suicidtankar", "psykos_mani", "trauma", "far_illa", "omsorgssvikt", "vald", "sexuella_overgrepp",
                 "hedersvald", "foraldrakonflikt", "alkohol_droger", "akut_fara_liv", "akut_hot", "forgiftning")
    described = {one: edition.catalogue.needs[one].description for one in dangerous}

    assert [(one, code) for one, said in described.items() for code in ("sv", "en") if "112" not in said[code]] == []


def test_where_somebody_at_home_may_do_harm_the_home_is_never_asked_first(edition):
    needs = {one: edition.catalogue.needs[one].description["en"] for one in ("vald", "sexuella_overgrepp")}

    assert [one for one, said in needs.items() if "do not ask the home first" not in said] == []
    assert "Do not ask the family first." in edition.catalogue.needs["hedersvald"].description["en"]
    assert "they report first" in edition.catalogue.agencies["elevhalsa"].does_not["en"]


def test_pupils_of_eighteen_who_think_of_suicide_are_not_sent_to_child_psychiatry(edition):
    catalogue = edition.catalogue

    for one in (catalogue.agencies["elevhalsa"], catalogue.roles["skolskoterska"]):
        assert "from 18" in one.does_not["en"]


def test_whoever_must_report_must_do_so_at_once(edition):
    catalogue = edition.catalogue
    kinds = {one.secrecy for one in (*catalogue.agencies.values(), *catalogue.roles.values()) if one.duty_to_report}

    texts = [catalogue.secrecies[one].description["en"] for one in kinds if one]
    assert [text for text in texts if "must" in text and "report" in text and "at once" not in text] == []


def test_every_group_of_needs_says_when_it_cannot_wait_and_what_that_rests_on(edition):
    groups, sources = edition.catalogue.groups.values(), edition.ruleset.base.sources

    for texts in (text for one in groups for text in (one.call_112, one.same_day)):
        assert set(texts) == {"sv", "en"}
    assert all("112" in one.call_112["sv"] for one in groups)
    assert all("samma dag" in one.same_day["sv"] or "genast" in one.same_day["sv"] for one in groups)
    assert all(one.sources and set(one.sources) <= set(sources) for one in groups)
