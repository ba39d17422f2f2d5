"""What it is about in own words: found, given an address of its own, chosen among; danger waits for no choice."""

from pathlib import Path

import pytest

from directory.i18n import translator
from directory.search.standing import said_whole
from directory.web.public.own_words import danger_meant, found_by
from tests.doors import Page, token_of

GRAVE = {"suicidtankar", "omsorgssvikt", "far_illa", "forgiftning", "psykos_mani", "akut_fara_liv", "forsvunnen"}
OWN_WORDS = Path(__file__).with_name("own_words.tsv")  # words as people write them, and the needs that may stand first
OPEN = {"urgency": "wait", "matter": None, "development": None, "everyday": None, "tried": None}


YOUTH = {"who": "youth", "age": "teen"}
GUARDIAN = {"who": "guardian", "age": "school"}


def path_of(client, *, language="", **given):
    return f"{language}/vag/{token_of(client, **{**OPEN, **given})}/ord"


def send(client, words, *, language="", **given):
    """What comes of own words, and where that is."""
    answer = client.post(path_of(client, language=language, **given), data={"words": words})
    return answer, answer.headers.get("Location", "")


def found_for(client, words, *, language="", **given):
    """The page on what words may mean, and its address."""
    _, where = send(client, words, language=language, **given)
    return Page(client.get(where)), where


def main_of(page):
    return page.html.partition("<main")[2]


def needs_on(page):
    return [attrs["value"] for _, attrs in page.tags if attrs.get("name") == "need"]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("urgency", ["now", "today", "body"])
def test_who_has_said_that_somebody_is_in_danger_is_led_to_the_numbers_and_not_asked_for_words(client, method, urgency):
    token = token_of(client, urgency=urgency, matter=None, development=None)

    answer = client.open(f"/en/vag/{token}/ord", method=method, data={"words": "sad"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/en/vag/{token}")


@pytest.mark.parametrize("language", ["", "/ll", "/en"])
@pytest.mark.parametrize("words", ["jag vill dö", "vill dö", "I want to die", "har ätit giftiga bär", "hör röster"])
def test_words_that_mean_danger_before_all_else_lead_at_once_to_the_acute_answer(client, language, words):
    page, where = found_for(client, words, language=language)

    assert where.startswith(f"{language}/vag/") and "/last/" in where
    assert 'name="answer"' not in page.html and 'name="need"' not in page.html
    assert main_of(page).index('href="tel:112"') < main_of(page).index('class="card"')


@pytest.mark.parametrize("words", ["ont i tanden", "pratar om döden", "kompis vill dö"])
def test_words_that_may_mean_danger_are_met_with_112_and_with_a_choice(client, words):
    page, where = found_for(client, words)

    assert "/ord/" in where and len(needs_on(page)) > 1
    assert main_of(page).index("tel:112") < main_of(page).index('name="need"')


@pytest.mark.parametrize(("words", "first"), [
    ("svimmar", "akut_fara_liv"), ("pratar om döden", "suicidtankar"), ("jag orkar inte mer", "suicidtankar"),
    ("rädd för pappa", "vald"), ("jag är rädd för min kille", "vald"), ("hon är rädd för sin pappa", "vald"),
    ("koncentrationssvårigheter och säger att han inte vill leva", "suicidtankar"), ("has taken pills", "forgiftning")])
def test_the_gravest_that_words_may_mean_stands_first_among_the_choices(client, words, first):
    page, _ = found_for(client, words)

    assert needs_on(page)[0] == first and len(needs_on(page)) > 1


@pytest.mark.parametrize(("words", "first", "beside"), [
    ("treåring pratar nästan inget", "selektiv_mutism", "sprak_tal"),
    ("BUP säger att vi ska till vårdcentralen", "samverkan_fastnat", "samverkan_fastnat"),
    ("hon äter ingenting längre", "matvagran", "omsorgssvikt"), ("min bror är sjuk", "somatik", "somatik")])
def test_what_words_say_stands_before_a_danger_that_they_but_hint_at_which_is_offered_too(client, words, first, beside):
    page, _ = found_for(client, words)

    assert needs_on(page)[0] == first and beside in needs_on(page)


@pytest.mark.parametrize(("words", "first"), [
    ("han pratar inte trots att han är tre", "sprak_tal"), ("han sover aldrig", "somn"), ("ont i tanden", "tand"),
    ("min son vägrar gå till skolan sen i höstas", "skolfranvaro"), ("misstänker adhd", "koncentration_adhd"),
    ("mitt barn sover inte på nätterna", "somn"), ("får raseriutbrott hemma", "beteende_trots")])
def test_an_ordinary_worry_that_is_said_plainly_is_offered_no_danger_and_no_harm(client, edition, words, first):
    needs = needs_on(found_for(client, words)[0])

    assert needs[0] == first
    assert [one for one in needs if one in GRAVE] == []


@pytest.mark.parametrize("line", OWN_WORDS.read_text().splitlines())
def test_words_as_people_write_them_mean_first_what_they_say(edition, line):
    words, _, meant = line.partition("\t")

    assert found_by(edition, words, "sv").needs[0] in meant.split()


def test_two_dangers_in_the_same_words_lead_to_the_one_that_is_said_plainly(client):
    page, where = found_for(client, "hon har druckit för mycket och går inte att väcka")

    assert "/last/" in where and "SOS Alarm" in page.words_of("h1")


def test_words_that_nobody_understands_are_answered_with_112_too(client):
    page, _ = found_for(client, "xyzzy qwerty", language="/ar")

    assert 'class="urgent"' in main_of(page) and needs_on(page) == []


@pytest.mark.parametrize("words", [
    "våldtagen", "han tafsar", "könsstympning", "rädd för pappa", "han tar på mig", "daddy hits me", "svimmar"])
def test_who_writes_of_harm_is_shown_112_first(client, words):
    page, _ = found_for(client, words, language="/en")

    urgent = page.html.partition('class="urgent"')[2].partition("</div>")[0]
    assert "tel:112" in urgent
    assert ("Tell social services" in urgent) == (words != "svimmar")


def test_who_puts_on_shoes_is_not_told_of_danger(client):
    page, _ = found_for(client, "tar på mig skor")

    assert 'class="urgent"' not in main_of(page) and needs_on(page)


@pytest.mark.parametrize("words", ["mobbad i skolan", "xyzzy", "", "19121212-1212 ledsen", "pratar om döden"])
def test_words_are_sent_on_to_an_address_that_works_again_and_holds_nothing_of_them(client, words):
    answer, where = send(client, words)
    first, again = (client.get(where) for _ in range(2))

    assert (answer.status_code, first.status_code, again.text) == (303, 200, first.text)
    for word in (one for one in words.split() if len(one) > 2):
        assert word not in where + answer.text and word not in first.text.partition('id="words"')[2].partition(">")[0]


def test_what_was_found_goes_along_into_another_language_and_a_second_tab(client):
    page, where = found_for(client, "mobbad i skolan")

    in_english = Page(client.get(f"/en{where}"))

    assert needs_on(in_english) == needs_on(page) and "mobbning" in needs_on(page)
    assert in_english.all("html", "lang") == ["en"]


@pytest.mark.parametrize(("words", "told"), [
    ("", "Write a few words first."), ("19121212-1212", "Do not write a personal number.")])
def test_words_that_cannot_be_read_are_said_to_be_so_on_a_page_of_their_own(client, words, told):
    page, _ = found_for(client, words, language="/en")

    assert told in page.text and page.words_of("title").startswith("Error:")


@pytest.mark.parametrize("found", ["x", "A" * 3_000, "%00", "å"])
def test_what_was_found_and_cannot_be_read_leads_to_the_words_again(client, found):
    path = path_of(client)

    answer = client.get(f"{path}/{found}")

    assert (answer.status_code, answer.headers["Location"]) == (303, path)


def test_a_token_of_answers_is_none_of_what_was_found(client):
    path = path_of(client)

    assert client.get(f"{path}/{token_of(client)}").headers["Location"] == path


def test_a_need_that_is_chosen_leads_on_with_it(client):
    _, where = found_for(client, "svårt att läsa")

    on = client.post(where, data={"need": "lasskriv"}).headers["Location"]

    given = client.application.extensions["seal"].open(on.rpartition("/")[2]).given
    assert (given["matter"], given["development"]) == ("utveckling_larande", "lasskriv")


def test_nothing_is_chosen_for_anybody_and_who_chooses_nothing_is_asked_again(client):
    page, where = found_for(client, "school", language="/en")
    again = client.post(where)

    assert again.status_code == 422 and "Choose an answer." in again.text
    assert " checked" not in page.html + again.text
    assert needs_on(Page(again)) == needs_on(page)


def test_new_words_on_the_page_of_what_was_found_are_searched_whatever_is_chosen_there(client):
    _, where = found_for(client, "mobbad")

    answer = client.post(where, data={"words": "vill dö", "need": "mobbning"})

    page = Page(client.get(answer.headers["Location"]))
    assert main_of(page).index('href="tel:112"') < main_of(page).index('class="card"')


def test_words_that_are_too_many_are_refused_and_not_lost(client):
    answer, _ = send(client, "sad " * 60, language="/en")

    assert answer.status_code == 422
    assert "Write at most 200 letters." in answer.text and 'value="sad sad' in answer.text


@pytest.mark.parametrize(("language", "is_told"), [("", 0), ("/ll", 0), ("/en", 0), ("/ar", 1), ("/so", 1), ("/fi", 1)])
def test_who_reads_another_language_is_told_which_words_are_understood(client, language, is_told):
    page = Page(client.get(path_of(client, language=language)))
    hint = page.html.partition('id="words-hint">')[2].partition("</p>")[0]
    sentence = translator(language.strip("/") or "sv")(
        "Write in Swedish or English: words in other languages are not understood here.")

    assert (sentence in hint) == bool(is_told)


def test_own_words_stand_on_the_page_of_the_question_that_they_answer_and_on_no_other(client):
    asked, later = (Page(client.get(path_of(client, matter=one).removesuffix("/ord"))) for one in (None, "skolan"))

    assert [len(one.html.split('name="words"')) for one in (asked, later)] == [2, 1]


def test_own_words_that_are_sent_with_the_question_go_before_a_choice_made_there(client):
    where = path_of(client).removesuffix("/ord")

    answer = client.post(where, data={"words": "jag vill dö", "answer": "skolan"})

    page = Page(client.get(answer.headers["Location"]))
    assert main_of(page).index('href="tel:112"') < main_of(page).index('class="card"')


@pytest.mark.parametrize(("words", "needs"), [
    ("pappa slår mig", ["vald"]), ("de tvingar mig att gifta mig", ["hedersvald"]), ("gifta mig", ["hedersvald"])])
def test_who_writes_plainly_of_harm_is_not_asked_about_what_lies_far_from_it(client, words, needs):
    page, _ = found_for(client, words)

    assert needs_on(page) == needs


@pytest.mark.parametrize(("who", "words", "is_for_adults"), [
    ("youth", "Jag blir slagen eller hotad", False), ("guardian", "Blir slagen eller hotad", True)])
def test_a_child_or_young_person_reads_their_own_words_for_a_need_and_nothing_written_to_adults(
        client, edition, who, words, is_for_adults):
    path = f"/vag/{token_of(client, who=who, **{**OPEN, 'age': 'teen'})}/ord"

    page = Page(client.get(client.post(path, data={"words": "pappa slår mig"}).headers["Location"]))

    assert words in page.text
    assert (edition.catalogue.needs["vald"].description["sv"] in page.text) is is_for_adults


@pytest.mark.parametrize("words", ["mens", "min hund dog"])
def test_who_asks_of_something_else_is_told_of_no_suicide_and_no_danger(client, words):
    page, _ = found_for(client, words)

    assert needs_on(page) and not {"suicidtankar", "akut_fara_liv"} & set(needs_on(page))
    assert 'class="urgent"' not in main_of(page)


@pytest.mark.parametrize(("words", "danger"), [("självmord i familjen", "suicidtankar"), ("hot på nätet", "akut_hot")])
def test_words_that_do_not_say_plainly_that_there_is_danger_are_asked_about_with_the_danger_first(
        client, words, danger):
    page, _ = found_for(client, words)

    assert needs_on(page)[0] == danger and 'class="urgent"' in main_of(page)


@pytest.mark.parametrize("words", ["gifta sig mot sin vilja", "gifta mig mot min vilja"])
def test_plain_words_of_trouble_are_understood(client, words):
    assert needs_on(found_for(client, words)[0])


def meant_by(edition, words, who="guardian"):
    """What words are found to mean, and the danger that they lead to at once or None."""
    found = found_by(edition, words, "sv")
    return found, danger_meant(edition, found, who)


def is_calm(edition, need):
    return not any(need in one.needs and one.danger for question in edition.ruleset.base.questions
                   for one in question.options)


def test_no_word_of_the_catalogue_for_a_calm_need_leads_at_once_to_a_danger(edition):
    calm = [one for one in edition.catalogue.needs.values() if is_calm(edition, one.id)]

    led = [words for one in calm for words in (*one.synonyms, *one.english) if meant_by(edition, words)[1]]

    assert len(calm) > 60 and led == []


def test_every_word_of_the_catalogue_for_a_danger_leads_to_it_or_stands_among_the_choices_below_112(edition):
    grave = [one for one in edition.catalogue.needs.values() if not is_calm(edition, one.id)]

    found = {(one.id, words): meant_by(edition, words)[0].needs for one in grave for words in one.synonyms}

    assert [pair for pair, needs in found.items() if not needs or is_calm(edition, needs[0])] == []


def test_every_phrase_that_is_read_whole_is_of_a_need_that_there_is_and_finds_it(edition):
    pairs = [(need, " ".join(one)) for need, phrases in said_whole().items() for one in phrases]

    lost = [pair for pair in pairs if pair[0] not in meant_by(edition, pair[1])[0].needs]

    assert set(said_whole()) <= set(edition.catalogue.needs) and lost == []


@pytest.mark.parametrize("words", [
    "bråk i klassen", "slog i huvudet", "jag slog mitt barn", "borta från skolan", "hon vill ta tabletter mot adhd",
    "svälter sig", "vill inte leva med pappa", "jag skojade bara om att dö", "jag vill inte dö", "pappa är gift",
    "kramp i benen på natten", "någon har tagit på mig fast jag inte ville"])
def test_words_of_which_only_a_part_means_danger_are_asked_about_below_112(client, words):
    page, where = found_for(client, words)

    assert "/ord/" in where and needs_on(page)
    assert main_of(page).index("tel:112") < main_of(page).index('name="need"')


@pytest.mark.parametrize(("words", "need"), [
    ("går inte att väcka", "akut_fara_liv"), ("blå om läpparna", "akut_fara_liv"), ("får int luft", "akut_fara_liv"),
    ("ta livet av mej ikväll", "suicidtankar"), ("bättre utan mig", "suicidtankar"), ("kms", "suicidtankar"),
    ("jag har svalt en massa alvedon", "forgiftning"), ("ho har tagit 20 alvedon", "forgiftning"),
    ("ska skjuta någon i skolan", "akut_hot"), ("min son är borta sedan igår", "forsvunnen"),
    ("barnet andas konstigt", "akut_fara_liv"), ("pappa dödar oss", "akut_hot"), ("farsan spöar mig", "vald"),
    ("styvfar kommer in till mig på natten", "sexuella_overgrepp"), ("he is beating me", "vald"),
    ("min kille tvingar mig till sex", "sexuella_overgrepp"),
    ("min styvfar tar på mig på natten", "sexuella_overgrepp"),
    ("de ska skicka mig till somalia i sommar", "hedersvald"), ("jag är rädd för min bror", "vald"),
    ("jag är rädd att jag ska skaka min bebis", "vald"), ("min dotter ritsar sig i armarna", "sjalvskada")])
def test_everyday_words_for_danger_and_harm_are_understood_first_of_all(edition, words, need):
    assert meant_by(edition, words)[0].needs[0] == need


def test_an_answer_that_words_led_to_at_once_says_how_they_were_read_and_leads_back_to_them(client):
    path = path_of(client)
    page = Page(client.get(client.post(path, data={"words": "jag vill dö"}).headers["Location"]))

    assert "Tankar på att inte leva" in page.html.partition('class="note read"')[2].partition("</p>")[0]
    assert f'href="{path}"' in main_of(page)


def test_the_way_back_of_an_answer_that_is_altered_leads_to_the_answer_alone(client):
    token = token_of(client, urgency="now")

    answers = [client.get(f"/vag/{one}/last/{other}") for one, other in ((token, "x"), (token_of(client), token))]

    assert [one.headers["Location"].count("/last/") for one in answers] == [0, 0]


@pytest.mark.parametrize(("who", "has_bris"), [("guardian", False), ("youth", True)])
def test_who_is_not_understood_is_given_112_and_1177_and_a_child_bris_too(client, who, has_bris):
    path = f"/vag/{token_of(client, who=who, **{**OPEN, 'age': 'teen'})}/ord"

    page = Page(client.get(client.post(path, data={"words": "xyzzy"}).headers["Location"]))

    dialled = [number in main_of(page) for number in ("tel:112", "tel:1177", "tel:116111")]
    assert dialled == [True, True, has_bris]


@pytest.mark.parametrize(("language", "is_told"), [("", False), ("/ar", True), ("/so", True), ("/fi", True)])
def test_who_writes_in_another_language_is_told_first_that_it_is_not_understood(client, language, is_told):
    page, _ = found_for(client, "ابني يريد أن يموت", language=language)
    sentence = translator(language.strip("/") or "sv")(
        "Write in Swedish or English: words in other languages are not understood here.")

    assert (sentence in page.html.partition('role="status"')[2].partition("</p>")[0]) is is_told


@pytest.mark.parametrize(("who", "words", "first"), [
    (YOUTH, "pappa är våldsam", "vald"), (YOUTH, "mamma är våldsam", "vald"), (YOUTH, "våldsam pappa", "vald"),
    (YOUTH, "pappa dricker och blir våldsam", "vald"), (YOUTH, "mamma nyper mig", "vald"),
    (GUARDIAN, "min man är våldsam", "vald"), (GUARDIAN, "min exman är aggressiv mot barnen", "vald"),
    (YOUTH, "jag är en börda", "suicidtankar"), (YOUTH, "önskar jag aldrig fötts", "suicidtankar"),
    (YOUTH, "jag har rymt", "vald"), (YOUTH, "jag har rymt hemifrån", "vald"), (YOUTH, "har rymt", "vald"),
    (YOUTH, "rymt hemifrån", "vald"), (YOUTH, "jag kom inte hem i natt", "vald"),
    (GUARDIAN, "rymt hemifrån", "forsvunnen"),
    (GUARDIAN, "har ätit alvedon", "forgiftning"), (GUARDIAN, "hjälp nu", "akut_hot"),
    (GUARDIAN, "han har ett rep", "suicidtankar"), (YOUTH, "vill hoppa från bron", "suicidtankar"),
    (YOUTH, "står på en bro", "suicidtankar"), (GUARDIAN, "hon har tagit alvedon idag", "forgiftning"),
    (GUARDIAN, "han har tagit en tablett", "forgiftning"), (GUARDIAN, "tagit tabletter", "forgiftning"),
    (GUARDIAN, "hon vaknar inte längre", "akut_fara_liv"), (GUARDIAN, "vi åt bär", "forgiftning"),
    (GUARDIAN, "barnet har en lös tand", "tand_akut"), (GUARDIAN, "han ser saker", "psykos_mani"),
    (YOUTH, "han våldtog mig", "sexuella_overgrepp"), (YOUTH, "han våldtar mig", "sexuella_overgrepp"),
    (YOUTH, "pappa våldtar mig", "sexuella_overgrepp"),
    (GUARDIAN, "dagispersonal har tagit på min son", "sexuella_overgrepp"),
    (GUARDIAN, "hjärnhinneinflammation", "akut_fara_liv"), (GUARDIAN, "hög feber och nackstel", "akut_fara_liv"),
    (GUARDIAN, "brännskada", "akut_fara_liv"), (GUARDIAN, "ho har tatt tablättor", "forgiftning"),
    (YOUTH, "jag har skurit mig", "akut_fara_liv"),
    (GUARDIAN, "jag är rädd att jag ska skada mitt barn", "far_illa")])
def test_words_of_danger_or_harm_that_do_not_lead_at_once_have_it_first_of_the_choices_below_112(
        client, who, words, first):
    page, where = found_for(client, words, **who)

    assert "/ord/" in where and needs_on(page)[0] == first
    assert main_of(page).index("tel:112") < main_of(page).index('name="need"')


@pytest.mark.parametrize("words", [
    "jag kommer inte hem ikväll", "kommer inte hem", "jag vet inte var han är", "vi kommer inte hem ikväll",
    "han kommer inte hem idag"])
@pytest.mark.parametrize("who", [YOUTH, GUARDIAN])
def test_who_says_that_somebody_comes_home_later_is_not_led_to_the_police(client, who, words):
    page, where = found_for(client, words, **who)

    assert "/ord/" in where and "tel:112" in main_of(page)


@pytest.mark.parametrize(("words", "need"), [
    ("ingen skulle sakna mig", "suicidtankar"), ("ingen skulle sakna mig om jag dog", "suicidtankar"),
    ("vill sova för alltid", "suicidtankar"), ("slippa leva", "suicidtankar"), ("jag villdö", "suicidtankar"),
    ("vil döö", "suicidtankar"), ("hur många alvedon dör man av", "suicidtankar"),
    ("jag vill inte leva längre", "suicidtankar"), ("jag vill dö", "suicidtankar"),
    ("tar livet av mig ikväll", "suicidtankar"), ("andas inte", "akut_fara_liv"), ("allergisk chock", "akut_fara_liv"),
    ("svullen tunga kan inte svälja", "akut_fara_liv"), ("fallit från balkongen", "akut_fara_liv"),
    ("strypt sig", "akut_fara_liv"), ("ligger avsvimmad", "akut_fara_liv"), ("epileptiskt anfall", "akut_fara_liv"),
    ("slagit i huvudet kräks och är slö", "akut_fara_liv"), ("she wont wake up", "akut_fara_liv"),
    ("having a seizure", "akut_fara_liv"), ("he has a gun", "akut_hot"), ("bombhot skolan", "akut_hot"),
    ("ho har tagit 20 alvedon", "forgiftning"), ("min son kom inte hem i natt", "forsvunnen"),
    ("borta sedan igår", "forsvunnen"), ("min dotter har rymt hemifrån", "forsvunnen")])
def test_words_that_say_a_danger_plainly_lead_at_once_to_it(edition, words, need):
    assert meant_by(edition, words)[1] == need


@pytest.mark.parametrize("words", ["borta sedan igår", "kom inte hem i natt"])
def test_a_young_person_who_writes_of_somebody_missing_chooses_first(edition, words):
    assert meant_by(edition, words, "youth")[1] is None


def test_who_asks_of_illness_reads_112_above_the_choices(client):
    page, _ = found_for(client, "utslag och feber")

    assert "somatik" in needs_on(page) and 'class="urgent"' in main_of(page)


def test_a_need_that_nobody_of_that_age_can_have_is_not_offered(client):
    small, grown = (needs_on(found_for(client, "hoppat av gymnasiet och hittar inget jobb", age=age)[0])
                    for age in ("small", "young"))

    assert "avhopp_gymnasium" in grown and "avhopp_gymnasium" not in small
