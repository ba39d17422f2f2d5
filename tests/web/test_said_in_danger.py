"""What an answer gives to say, to ring and to expect where it is urgent, or where a child is alone with it."""

import re

import pytest

from directory.web.public.answer_ring import pieces_of
from directory.web.public.answer_say import TELL_OF
from tests.doors import Page, ask

NOTHING_MORE = {"development": None, "everyday": None, "tried": None}
SUICIDAL = {"age": "teen", "matter": "ma_daligt", "feeling": "suicidtankar", **NOTHING_MORE}
POISON = {"age": "small", "matter": "annat", "other": "forgiftning", **NOTHING_MORE}
MISSING = {"age": "teen", "matter": "annat", "other": "forsvunnen", **NOTHING_MORE}
HIT = {"urgency": "harm", "age": "young", "matter": "hemma_vald", "home": "harmed", "harmed": "vald", **NOTHING_MORE}
NOBODY_KNOWS = {"urgency": "today", "age": "school", "matter": "unknown", **NOTHING_MORE}
NOW = {"urgency": "now", "age": "teen", "matter": None, **NOTHING_MORE}
ALONE = {"place": "ange", "who": "youth", "age": "school", "matter": "hemma_vald", "home": "barn_som_anhorig",
         "at_home": "mostly", "everyday": None, "development": None, "tried": None}


def said_on(client, **answers):
    """What one is told to say, as words."""
    html = ask(client, prefix="/en", **answers).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", "", html.partition("<blockquote>")[2].partition("</p>")[0]).split())


def do_of(client, **answers):
    return ask(client, **answers).get_data(as_text=True).partition('class="do">')[2].partition("</p>")[0]


@pytest.mark.parametrize(("who", "answers", "words"), [
    ("youth", SUICIDAL, "“Hello. I am … (say your age). I think of dying. I need help now.”"),
    ("youth", HIT, "“Hello. I am … (say your age). I am hit or threatened. Do not call home. I need help now.”"),
    ("guardian", POISON,
     "“Hello. Somebody has swallowed something poisonous. The child is … (say the age). We need help now.”"),
    ("guardian", MISSING, "“Hello. I call about somebody who is missing. Their age is … (say it). We need help now.”"),
    ("youth", NOBODY_KNOWS, "“Hello. I am … (say your age). I need help now.”"),
    ("youth", NOW,
     "“Hello. I am … (say your age). I am at … (say where you are). This has happened: … I need help now.”"),
    ("guardian", NOW,
     "“Hello. I am at … (say where you are). This has happened: … Their age is … (say it). We need help now.”")])
def test_an_urgent_answer_gives_words_to_begin_the_call_with(client, who, answers, words):
    assert said_on(client, who=who, **answers) == words


def test_the_needs_that_have_words_of_their_own_are_in_the_catalogue(edition):
    assert TELL_OF.keys() - edition.catalogue.needs.keys() == set()


def test_a_young_person_who_is_hit_reads_that_nobody_should_call_home_first(client):
    texts = {name: Page(ask(client, prefix="/en", who="youth", **one)).text
             for name, one in (("hit", HIT), ("suicidal", SUICIDAL))}

    assert {name: "nobody is to call home" in text for name, text in texts.items()} == {"hit": True, "suicidal": False}
    assert "The older you are" not in texts["hit"]


def test_a_child_under_13_who_is_hit_reads_it_too(client):
    text = Page(ask(client, prefix="/en", who="youth", **{**HIT, "age": "school"})).text

    assert "nobody is to call home" in text


@pytest.mark.parametrize("answers", [SUICIDAL, POISON, MISSING, HIT, NOBODY_KNOWS])
def test_every_number_in_the_bold_line_of_an_urgent_answer_can_be_tapped(client, answers):
    line = do_of(client, who="youth", **{**answers, "age": "teen"})

    bare = re.sub(r"<a .*?</a>", "", line)
    assert "tel:" in line
    assert re.findall(r"\d{3}", bare) == []


def test_the_numbers_of_a_text_are_pieces_of_their_own_and_an_address_is_none(edition):
    pieces = pieces_of("Ring 1177 eller 114 14. Skriv på 1177.se, inte 11771.", edition.catalogue.national)

    assert [one.dial for one in pieces if one.dial] == ["1177", "11414"]
    assert "".join(one.text for one in pieces) == "Ring 1177 eller 114 14. Skriv på 1177.se, inte 11771."


def test_a_child_whose_age_is_told_is_sent_to_an_adult_first_and_not_asked_for_the_age(client):
    line = re.sub(r"<[^>]+>", "", do_of(client, who="youth", **NOBODY_KNOWS))

    assert line.startswith("Säg det till en vuxen du litar på.")
    assert "under 18" not in line


@pytest.mark.parametrize(("answers", "words"), [
    (POISON, "Do not hang up"), (POISON, "poisons information"), (MISSING, "both 112 and the social services"),
    (SUICIDAL, "They listen")])
def test_what_happens_then_is_said_by_who_takes_the_call(client, answers, words):
    text = Page(ask(client, prefix="/en", **answers)).text

    assert words in text.partition("What happens then")[2].partition("Good to have ready")[0]


def test_a_poisoned_small_child_is_not_sent_to_the_police_nor_to_bris(client):
    html = ask(client, **POISON).get_data(as_text=True).partition("<main")[2]

    assert set(re.findall(r'href="(tel:\d+)"', html)) == {"tel:112", "tel:1177"}


def test_a_child_alone_has_a_number_to_ring_in_the_card_and_only_there(client):
    html = ask(client, **ALONE).get_data(as_text=True)

    card = html.partition('aria-labelledby="reach"')[2].partition("</section>")[0]
    assert card.count("tel:116111") == html.count("tel:116111") == 1


@pytest.mark.parametrize("changes", [{"who": "guardian"}, {"age": "adult"}])
def test_that_number_is_for_who_asks_for_themselves_and_may_be_under_18(client, changes):
    card = ask(client, **{**ALONE, **changes}).get_data(as_text=True).partition('aria-labelledby="reach"')[2]

    assert "tel:116111" not in card.partition("</section>")[0]


def test_who_has_not_said_their_age_is_told_for_whom_that_number_is(client):
    card = Page(ask(client, **{**ALONE, "age": "unknown"})).html.partition('aria-labelledby="reach"')[2]

    assert "Är du under 18?" in card.partition("</section>")[0]


def test_of_a_small_child_bris_is_nowhere_on_the_page_of_a_parent(client):
    page = ask(client, who="guardian", age="small", urgency="wait", matter="ma_daligt", feeling="suicidtankar",
               development=None, everyday=None, tried=None)

    assert "tel:116111" not in page.get_data(as_text=True)


def test_who_is_grown_reads_nothing_of_parents_and_of_what_staff_must_tell(client):
    grown, young = (Page(ask(client, **{**HIT, "who": "youth", "age": age})).text for age in ("adult", "young"))

    assert all("Säg att ingen ska ringa hem" in one for one in (grown, young))
    assert [("får föräldrar veta" in one, "Personalen måste" in one) for one in (grown, young)] == [
        (False, False), (True, True)]


def test_the_swedish_beside_what_to_say_says_as_much(client):
    html = ask(client, prefix="/ar", who="guardian", age="teen", urgency="wait", matter="annat", other="akut_fara_liv",
               development=None, everyday=None, tried=None).get_data(as_text=True)

    twin = html.partition("<blockquote>")[2].partition('class="twin" lang="sv">')[2].partition("</bdi>")[0]
    assert twin == "”Hej. Någons liv är i fara. Åldern är … (säg den). Vi behöver hjälp nu.”"


@pytest.mark.parametrize("words", ["tand har slagits ut", "tandkliniken"])
def test_who_is_with_child_does_not_read_of_teeth(client, words):
    text = Page(ask(client, who="youth", age="young", matter="kropp", body="graviditet", **NOTHING_MORE)).text

    assert words not in text


def test_what_to_say_stands_whole_in_swedish_below_the_language_of_the_page(client):
    html = ask(client, prefix="/ar", who="youth", **HIT).get_data(as_text=True)

    quoted = html.partition("<blockquote>")[2].partition("</blockquote>")[0]
    swedish = re.findall(r'<bdi class="twin" lang="sv">([^<]+)</bdi>', quoted)
    assert len(swedish) == 1
    assert quoted.index("</p>") < quoted.index(swedish[0])


@pytest.mark.parametrize("place", ["hudiksvall", "ange", "falkoping"])
@pytest.mark.parametrize("who", ["youth", "guardian"])
def test_no_unit_that_does_something_in_the_meantime_is_named_again_among_other_help(client, place, who):
    html = ask(client, place=place, who=who, prefix="/en", age="school", matter="hemma_vald", home="barn_som_anhorig",
               at_home="mostly", everyday=None, development=None, tried=None).get_data(as_text=True)

    meanwhile, _, more = html.partition("This goes on in the meantime")[2].partition("These may also help")
    named = set(re.findall(r"<li>(?:<strong>)?([^<:]+)", more.partition("</ul>")[0]))
    assert named
    assert named & set(re.findall(r"<strong>([^<:]+)", meanwhile)) == set()
