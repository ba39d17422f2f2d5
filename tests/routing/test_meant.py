"""What somebody types is understood by name, synonym and near miss; where it may mean several, they are offered."""

import pytest

from directory.routing.meant import MOST_NEAR, area_meant, asker_meant, need_meant, unit_meant, units_in

AREA = "hudiksvall"


@pytest.mark.parametrize(("text", "need"), [
    ("koncentration_adhd", "koncentration_adhd"), ("ADHD", "koncentration_adhd"),
    ("adhd-utredning", "koncentration_adhd"),
    ("kan inte sova", "somn"), ("  Ångest ", "oro_angest"), ("okoncentrerd", "koncentration_adhd"),
    ("Trouble with focus or sitting still", "koncentration_adhd")])
def test_a_need_is_known_by_id_name_synonym_and_near_miss_in_both_languages(edition, text, need):
    assert need_meant(edition, text).id == need


@pytest.mark.parametrize(("text", "unit"), [
    ("bup", "bup"), ("BUP", "bup"), ("Barn- och ungdomspsykiatri (BUP)", "bup"), ("barnpsyk", "bup"),
    ("vårdcentralen", "vardcentral"), ("soc", "soc_mottag"), ("elevhälsan", "elevhalsa")])
def test_a_unit_is_known_by_what_people_call_it(edition, text, unit):
    assert unit_meant(edition, AREA, text).id == unit


@pytest.mark.parametrize(("text", "sender"), [
    ("Skolsköterskan", "skolskoterska"), ("BVC", "bvc"), ("guardian", "guardian"), ("mother", "guardian"),
    ("Pupil", "youth"), ("neighbour", "other")])
def test_a_sender_is_a_unit_a_profession_or_a_family(edition, text, sender):
    assert asker_meant(edition, AREA, text).id == sender


@pytest.mark.parametrize(("text", "area"), [
    ("Hudiksvall", "hudiksvall"), ("hudiksval", "hudiksvall"), ("Ljusdals kommun", "ljusdal"),
    ("Hela landet", "generic"),
    ("region gävleborg", "gavleborg")])
def test_an_area_is_known_with_rules_of_its_own_and_without(edition, text, area):
    assert area_meant(edition, text).id == area


def test_what_may_mean_several_is_offered_as_a_choice_and_never_guessed(edition):
    meant = unit_meant(edition, AREA, "bup hudiksvall")

    assert meant.id is None
    assert meant.near[0] == "bup" and 1 < len(meant.near) <= MOST_NEAR


@pytest.mark.parametrize("text", ["", "   ", "%%%", "x", "qqqqzzzz" * 100, "\0", "<script>"])
def test_what_means_nothing_is_no_need_no_unit_and_no_area(edition, text):
    for meant in (need_meant(edition, text), unit_meant(edition, AREA, text), asker_meant(edition, AREA, text),
                  area_meant(edition, text)):
        assert meant.id is None


def test_a_unit_that_only_another_area_has_is_not_meant(edition):
    assert unit_meant(edition, "jamtland", "buh_bup_npf").id == "buh_bup_npf"
    assert unit_meant(edition, AREA, "buh_bup_npf").id is None


def test_a_meeting_is_no_unit_that_anything_is_sent_to(edition):
    assert "sip" not in units_in(edition, AREA) and "konsultation" not in units_in(edition, AREA)
    assert unit_meant(edition, AREA, "sip").id is None


@pytest.mark.parametrize(("text", "sender"), [
    ("mamma", "guardian"), ("pappa", "guardian"), ("föräldrar", "guardian"), ("far", "guardian"), ("barnet", "youth"),
    ("pojken", "youth"), ("granne", "other")])
def test_a_family_is_known_by_the_words_that_people_write_for_it(edition, text, sender):
    assert asker_meant(edition, AREA, text).id == sender


def test_who_applies_for_itself_may_be_a_parent_or_the_child(edition):
    for text in ("egenremiss", "själv", "self-referral"):
        assert asker_meant(edition, AREA, text).near == ("guardian", "youth")


@pytest.mark.parametrize("text", ["storasyskon", "the whole kin", "xyzzy"])
def test_a_family_can_be_chosen_last_where_a_sender_is_not_known(edition, text):
    near = asker_meant(edition, AREA, text).near

    assert near[-3:] == ("guardian", "youth", "other") and len(near) <= MOST_NEAR + 3


def test_a_family_among_the_choices_takes_the_place_of_no_profession(edition):
    near = asker_meant(edition, AREA, "psykolog").near

    assert {"skolpsykolog", "bup_psykolog", "bvc_psykolog", "guardian"} <= {*near}


@pytest.mark.parametrize(("text", "senders"), [
    ("kurator", {"skolkurator", "um_kurator", "bup_kurator", "habkurator"}),
    ("läkare", {"vardcentral", "skollakare", "barnlakare"}), ("psykiater", {"vuxenpsykiatri", "barnpsykiater"})])
def test_the_plain_name_of_a_profession_of_several_units_is_given_back_as_a_choice(edition, text, senders):
    meant = asker_meant(edition, AREA, text)

    assert meant.id is None and senders <= {*meant.near}


def test_psychiatry_alone_may_be_that_for_children_or_for_adults(edition):
    assert unit_meant(edition, AREA, "psykiatrin").near == ("bup", "vuxenpsykiatri")


@pytest.mark.parametrize(("text", "need"), [
    ("kissar", "enures"), ("bajsar", "enures"), ("kisar", "syn"), ("sömnsvårigheter", "somn")])
def test_words_that_differ_by_a_letter_are_not_taken_for_each_other(edition, text, need):
    assert need_meant(edition, text).id == need


def test_a_near_miss_of_one_that_may_also_be_another_is_given_back_as_a_choice(edition):
    assert {"syn", "enures"} <= {*need_meant(edition, "kissor").near}


@pytest.mark.parametrize("ending", ["r", "n", "s", "de"])
def test_no_inflection_of_a_word_for_a_need_is_taken_for_another_need(edition, ending):
    needs = [edition.catalogue.needs[one] for one in edition.inputs.values["need"]]
    known = {(need.id, word) for need in needs for word in need.synonyms if " " not in word}

    taken = {(word + ending, need, need_meant(edition, word + ending).id) for need, word in known}
    called = {}
    for need, word in known:
        called.setdefault(word, set()).add(need)
    assert [(text, need, other) for text, need, other in taken
            if other not in (None, need) and other not in called.get(text, ())] == []
