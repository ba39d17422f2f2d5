"""Changing an answer: each "change" leads to its question with the old choice, and from danger there is a way back."""

import re

import pytest

from directory.i18n import translator
from tests.doors import START, Page, ask, begin, token_of
from tests.web.test_way_in import back_of, chosen, is_answer, options

TO_IT = translator("sv")("To the urgent answer")
NOTHING = dict.fromkeys(("matter", "development", "everyday", "tried"))
DYING = {**NOTHING, "age": "teen", "matter": "ma_daligt", "feeling": "suicidtankar"}
TODAY = {**NOTHING, "urgency": "today", "age": "teen", "matter": "ma_daligt", "feeling": "nedstamdhet"}
IN_DANGER = [
    DYING, {**DYING, "urgency": "unknown"}, {**DYING, "urgency": "harm"}, {**DYING, "matter": "hemma_vald"},
    {**NOTHING, "age": "young", "matter": "kropp", "body": "tand_akut"}, TODAY, {**TODAY, "age": None},
    *({**NOTHING, "urgency": one, "age": "teen"} for one in ("now", "body", "today"))]


def main_of(page):
    return page.html.partition("<main")[2]


def rows(page):
    """The answers that a page repeats: pairs of question and the address where it can be changed."""
    given = page.html.partition('<dl class="given" id="mine">')[2].partition("</dl>")[0]
    return re.findall(r'<dt>([^<]+)</dt><dd>.*?<a href="([^"]+)"', given)


def changes(page):
    """The rows without those that lead to the start."""
    return [(question, where) for question, where in rows(page) if not where.endswith("/start")]


@pytest.mark.parametrize("given", [*IN_DANGER, {}, {"age": "teen"}])
@pytest.mark.parametrize("who", ["youth", "guardian"])
def test_each_change_leads_to_the_question_it_names_with_the_old_choice_chosen(client, given, who):
    answered = changes(Page(ask(client, who=who, **given)))

    assert len(answered) >= 2
    for question, where in answered:
        asked = Page(client.get(where))
        _, was = client.application.extensions["seal"].open(where.rpartition("/")[2]).before
        assert (asked.words_of("h1"), chosen(asked), is_answer(asked)) == (question, {was}, False)


@pytest.mark.parametrize("given", IN_DANGER)
def test_whoever_changes_an_answer_in_danger_has_112_and_the_way_back_before_the_question(client, given):
    where = f"/vag/{token_of(client, who='youth', **given)}"

    for _, change in rows(Page(client.get(where))):
        asked = Page(client.get(change))
        before = main_of(asked).partition("<form")[0]
        assert 'href="tel:112"' in before and f'<a href="{where}">{TO_IT}</a>' in before


@pytest.mark.parametrize("given", IN_DANGER)
def test_whoever_sends_what_they_chose_before_comes_back_to_the_same_answer(client, given):
    where = f"/vag/{token_of(client, who='youth', **given)}"

    for _, change in changes(Page(client.get(where))):
        sent = client.post(change, data={"answer": chosen(Page(client.get(change))).pop()})
        assert sent.headers["Location"] == where


def test_back_from_a_change_leads_to_the_answer_with_what_was_answered_in_sight(client):
    where = f"/vag/{token_of(client)}"
    answer = Page(client.get(where))

    ways = {back_of(Page(client.get(change))).partition("#")[::2] for _, change in rows(answer)}

    assert ways == {(where, "mine"), (where, "")} and "mine" in answer.all("dl", "id")


def test_the_page_of_a_change_that_is_sent_without_an_answer_still_has_the_way_back(client):
    where = f"/vag/{token_of(client, **DYING)}"
    again, start = dict(changes(Page(client.get(where))))["Är det bråttom?"], f"{where}/start"

    unsent = Page(client.post(again))
    unstarted = Page(client.post(start, data={**START, "urgency": ""}))

    assert back_of(unsent) == where and where in main_of(unstarted).partition("<form")[0]


@pytest.mark.parametrize("urgency", ["wait", "unknown", "harm"])
def test_whoever_changes_who_asks_stays_in_danger(client, urgency):
    start = f"/vag/{token_of(client, **DYING)}/start"

    moved = begin(client, to=start, who="guardian", age="teen", urgency=urgency).headers["Location"]

    page = main_of(Page(client.get(moved)))
    assert page.index('href="tel:112"') < page.index('class="card"')


def test_nobody_in_danger_is_asked_for_own_words(client):
    where = f"/vag/{token_of(client, **DYING)}"
    change = dict(changes(Page(client.get(where))))["Vad gäller det mest?"]

    asked, sent = Page(client.get(change)), client.post(change, data={"words": "skolan"})

    assert 'name="words"' not in asked.html and sent.status_code == 422


def test_outside_danger_a_change_speaks_of_none(client):
    _, change = changes(Page(ask(client)))[0]

    assert 'class="urgent"' not in main_of(Page(client.get(change)))
    assert 'class="urgent"' not in main_of(Page(client.get(f"/vag/{token_of(client)}/start")))


def test_a_child_who_says_to_be_younger_than_six_is_asked_for_their_age_once_more(client):
    child, parent = (Page(ask(client, who=who, age="small")) for who in ("youth", "guardian"))

    assert child.words_of("h1") == "Hur gammal är du?" and "0–5 år" in parent.text
    assert "small" not in options(child) and not chosen(child)


def test_a_child_who_changes_their_age_is_not_offered_to_be_younger_than_six(client):
    where = dict(changes(Page(ask(client, who="youth", age="teen"))))["Hur gammal är du?"]
    asked = Page(client.get(where))

    assert "small" not in options(asked) and chosen(asked) == {"teen"}
    after = client.post(where, data={"answer": "small"}, follow_redirects=True)
    assert "0–5 år" not in Page(after).text
