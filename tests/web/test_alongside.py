"""What goes on in the meantime, said to whoever asks: to adults what they must see to, to somebody young what holds."""

from directory.ages import parse_ages
from tests.doors import Page, ask

HEADING = "Det här pågår under tiden"
SCHOOL = "Går du i skolan? Då ska den hjälpa dig hela tiden."
TO_ADULTS = "Är du orolig för hur barnet har det hemma?"
FOCUS = {"age": "teen"}
SUICIDAL = {"age": "teen", "matter": "ma_daligt", "development": None, "feeling": "suicidtankar"}
CRIME = {"age": "teen", "matter": "hemma_vald", "development": None, "home": "brottsoffer", "everyday": None,
         "tried": None}
SCHOOL_AGES = parse_ages("6-17")


def meanwhile(client, **answers):
    """What stands under the heading on what goes on in the meantime."""
    html = ask(client, **answers).get_data(as_text=True)
    return html.partition(HEADING)[2].partition("<h2")[0]


def test_somebody_young_reads_in_words_to_them_that_the_school_must_go_on_helping(client):
    said = meanwhile(client, who="youth", **FOCUS)

    assert SCHOOL in said and "barnet" not in said


def test_a_parent_reads_the_words_to_adults(client):
    said = meanwhile(client, who="guardian", **FOCUS)

    assert "kolan" in said and SCHOOL not in said


def test_what_is_for_adults_alone_is_not_said_to_somebody_young(client):
    young, adult = (meanwhile(client, who=who, **CRIME) for who in ("youth", "other"))

    assert TO_ADULTS in adult and SCHOOL in young
    assert TO_ADULTS not in young


def test_where_life_may_be_in_danger_nothing_is_said_of_the_meantime(client):
    assert meanwhile(client, who="guardian", **SUICIDAL) == ""


def test_the_words_to_somebody_young_are_in_the_language_of_the_page(client):
    page = Page(ask(client, prefix="/en", who="youth", **FOCUS))

    assert "Do you go to school? Then it must help you all the time." in page.text


def test_whatever_the_school_goes_on_doing_for_those_who_go_there_has_words_to_them(edition):
    rules = [rule for layer in edition.ruleset.base.layers.values() for rule in layer.rules]

    duties = [(rule.id, duty) for rule in rules for duty in rule.alongside if duty.unit == "skola"
              and (rule.when.ages is None or rule.when.ages.common(SCHOOL_AGES))]
    assert duties
    assert [one for one, duty in duties if duty.youth is None] == []
