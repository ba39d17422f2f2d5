"""Visits are counted as sums of pages shown, in fives, with nothing of who came; and nobody waits or suffers for it."""

import pytest

from directory.journal import pages_shown
from directory.web.public.visits import LONGEST_WAIT, MOST_WAITING, Visits
from tests.desks import serve


@pytest.fixture
def service(edition, tmp_path, monkeypatch):
    return serve(edition, tmp_path, monkeypatch)


@pytest.fixture
def told(service):
    """What is told of pages shown, after a worker has shown so many others that it hands its sums on."""
    def pages():
        for _ in range(MOST_WAITING):
            service.client().get("/nu").close()
        with service.database.transaction() as session:
            return {(one.page, one.language): one.count for one in pages_shown(session) if one.page != "urgent"}
    return pages


def see(service, path, *, times):
    for _ in range(times):
        with service.client().get(path) as response:
            assert response.status_code == 200


def test_pages_are_summed_by_kind_and_language_and_four_visits_stay_untold(service, told):
    see(service, "/", times=7)
    see(service, "/ar/", times=5)
    see(service, "/fi/", times=4)

    assert told() == {("start", "sv"): 5, ("start", "ar"): 5}


def test_questions_and_answers_are_told_apart_also_when_the_page_was_made_before(service, told):
    begun = {"place": "hudiksvall", "who": "guardian", "age": "school", "urgency": "wait"}
    question = service.client().post("/vag", data=begun).headers["Location"]
    answer = service.client().post("/vag", data=begun | {"urgency": "now"}).headers["Location"]

    see(service, question, times=5)
    see(service, answer, times=5)

    assert told() == {("question", "sv"): 5, ("answer", "sv"): 5}


@pytest.mark.parametrize("said", [
    {"method": "HEAD"}, {"headers": {"Sec-Purpose": "prefetch"}}, {"headers": {"Cookie": "u=1"}}])
def test_what_nobody_reads_is_not_counted(service, told, said):
    for _ in range(5):
        service.app.test_client(use_cookies=False).open("/", **said).close()

    assert told() == {}


def test_pages_are_shown_without_a_database_and_counted_when_it_is_back(service, told, tmp_path):
    file = next(tmp_path.rglob("*.db"))
    hidden = file.rename(file.with_suffix(".away"))
    see(service, "/", times=MOST_WAITING)
    hidden.rename(file)

    assert told() == {("start", "sv"): MOST_WAITING}


def test_sums_are_handed_on_after_a_while_although_few_have_come():
    visits = Visits(now=1_000)

    assert [visits.note("start", "sv", now) for now in (1_000, 1_000 + LONGEST_WAIT)] == [False, True]
    assert visits.take(2_000) == {}
    assert [visits.note("start", "sv", 2_000) for _ in range(3)] == [False] * 3 and visits.take(2_000) == {
        ("start", "sv"): 5}
