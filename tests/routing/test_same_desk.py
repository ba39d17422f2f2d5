"""Which kinds of unit are one desk: the rule files say it."""

from directory.routing import same_desk


def test_a_school_and_its_pupil_health_are_one_desk_in_every_area(edition):
    assert [one for one in edition.ruleset.areas if not same_desk(edition, one)("skola", "elevhalsa")] == []
    assert [one for one in edition.catalogue.areas if not same_desk(edition, one)("elevhalsa", "skola")] == []


def test_a_preschool_is_another_desk_than_a_school_and_so_is_child_psychiatry(edition):
    others = ("forskola", "anpassad_skola", "bup", "soc_mottag")

    assert [(area, one) for area in edition.ruleset.areas for one in others
            if same_desk(edition, area)("skola", one)] == []


def test_an_area_may_have_desks_of_its_own(edition):
    assert same_desk(edition, "ange")("vardcentral", "forsta_linjen")
    assert not same_desk(edition, "hudiksvall")("vardcentral", "forsta_linjen")


def test_where_the_area_is_not_known_a_kind_is_one_desk_with_itself_alone(edition):
    alike = same_desk(edition, "atlantis")

    assert alike("skola", "skola") and not alike("skola", "elevhalsa")
