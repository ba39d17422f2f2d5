"""Every way through the questions to its end, found by sending every option of every page: no page fails, the first
answer comes within four loads, and each answer is what the API says of the same case. `make check` goes further.
"""

import os

import pytest

from directory.web.public.forms import still_holds
from tests.doors import Page, begin
from tests.web.test_way_in import AGES, answers_at, decision_on, is_answer, names_first, options, told_first

FULL = bool(os.environ.get("FULL_MATRIX"))
PLACES = ["hudiksvall", "danderyd"] if FULL else ["hudiksvall"]
ASKERS = ["guardian", "youth", "other"] if FULL else ["guardian"]
URGENCY = ["now", "body", "today", "harm", "wait"] + ["unknown"] * FULL
MOST_LOADS = 4  # from the start to the first answer


def ways(client, **start):
    """Every page after a start, once: its address, the page, and how many loads it is from the start."""
    todo, seen = [(begin(client, **start).headers["Location"], 1)], set()
    while todo:
        where, loads = todo.pop()
        if where in seen:
            continue
        seen.add(where)
        answer = client.get(where)
        page = Page(answer)
        yield where, page, answer.status_code, loads
        for one in options(page):
            sent = client.post(where, data={"answer": one})
            todo.append((sent.headers["Location"], loads if is_answer(page) else loads + 1))


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("place", PLACES)
def test_every_way_ends_at_what_the_api_says_within_four_loads(client, edition, place, who, age):
    if who == "youth" and age == "small":
        pytest.skip("Nobody of 0-5 asks for themselves: the age is asked once more.")
    ends, faults = 0, []
    for urgency in URGENCY:
        for where, page, status, loads in ways(client, place=place, who=who, age=age, urgency=urgency):
            if status != 200 or loads > MOST_LOADS or [name for name, _ in page.tags].count("h1") != 1:
                faults.append((where, status, loads))
            elif is_answer(page):
                ends += 1
                decided = decision_on(client, edition, still_holds(edition, answers_at(client, where)))
                if told_first(page) not in names_first(edition, place, decided):
                    faults.append((where, told_first(page), decided["receiver"]["id"]))

    assert ends > 100 and faults == []
