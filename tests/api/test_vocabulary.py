"""The lists of the vocabulary and the catalogue: whole, in pages, cut down, in two languages, and fetched only once."""

import pytest

from directory.api.v1.vocabulary import KINDS, MOST

CATALOGUE = [name for name in KINDS if name not in ("units", "rules", "editions")]


def get(client, path, *, accept="en", **more):
    return client.get(f"/api/v1/{path}", headers={"Accept-Language": accept, **more})


def contents(client, path):
    return get(client, path).get_json()["contents"]


def faults(answer):
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    return {one["field"]: one for one in answer.get_json(force=True)["errors"]}


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_list_holds_every_record_of_the_edition_that_it_names(client, edition, name):
    page = get(client, name).get_json()

    assert page["edition"] == edition.id
    assert [one["id"] for one in page["contents"]] == list(getattr(edition.catalogue, name))
    assert (page["total_items"], page["size"], page["next"]) == (len(page["contents"]), len(page["contents"]), None)


@pytest.mark.parametrize("name", KINDS)
def test_a_record_alone_is_what_the_list_says_of_it(client, edition, name):
    listed = contents(client, f"{name}?limit=5")

    for one in listed:
        assert get(client, f"{name}/{one['id']}").get_json() == {**one, "edition": edition.id}
    assert listed


@pytest.mark.parametrize("name", ["units", "rules"])
def test_the_pages_of_a_list_hold_each_record_once(client, name):
    seen, after, total = [], "", 0
    while after is not None:
        page = get(client, f"{name}?limit=97" + (f"&after={after}" if after else "")).get_json()
        seen += [one["id"] for one in page["contents"]]
        after, total = page["next"], page["total_items"]

    assert len(seen) == len(set(seen)) == total > 200


def test_units_hold_the_real_ones_and_the_national_numbers(client, edition):
    ids = {one["id"] for one in contents(client, f"units?limit={MOST}")}

    assert ids == {*edition.catalogue.units, *(one.id for one in edition.catalogue.national.values())}


@pytest.mark.parametrize(("path", "field", "value"), [
    ("areas?kind=region", "kind", "region"), ("units?area=ange", "area", "ange"), ("units?agency=bvc", "agency", "bvc"),
])
def test_a_list_is_cut_down_to_the_records_that_say_so(client, path, field, value):
    assert {one[field] for one in contents(client, path)} == {value}


@pytest.mark.parametrize(("path", "field", "value"), [
    ("agencies?need=autism", "receives", "autism"), ("agencies?level=specialist", "levels", "specialist"),
    ("agencies?access=remiss", "access", "remiss"), ("roles?agency=bup", "works_at", "bup"),
    ("roles?organization=kommun", "organization", "kommun"), ("contact_paths?area=essunga", "areas", "essunga"),
])
def test_a_list_is_cut_down_to_the_records_of_which_one_word_says_so(client, path, field, value):
    name = path.partition("?")[0]
    found = contents(client, path)

    assert found == [one for one in contents(client, name) if value in one[field]]
    assert 0 < len(found) < get(client, name).get_json()["total_items"]


def test_several_filters_leave_what_fits_them_all(client):
    found = contents(client, "agencies?need=autism&level=specialist")

    assert found and all("autism" in one["receives"] and "specialist" in one["levels"] for one in found)


def test_a_parameter_that_is_not_known_is_named_with_those_that_there_are(client):
    fault = faults(get(client, "units?ara=ange"))["ara"]

    assert fault["allowed"] == ["area", "agency", "limit", "after", "language"]
    assert fault["hint"] == "Did you mean area?"


def test_a_value_that_is_not_known_is_named_with_those_that_there_are(client, edition):
    fault = faults(get(client, "units?area=hudiksval"))["area"]

    assert fault["allowed"] == list(edition.catalogue.areas)
    assert fault["hint"].startswith("Did you mean hudiksvall")


def test_every_parameter_that_is_wrong_is_told_at_once(client):
    assert set(faults(get(client, "units?area=x&agency=y&limit=0&language=fr&colour=red"))) == {
        "area", "agency", "limit", "language", "colour"}


@pytest.mark.parametrize("path", ["units?limit=5&limit=6", "units?area=ange&area=ange",
                                  "areas/ange?language=sv&language="])
def test_a_parameter_that_is_said_twice_is_refused(client, path):
    assert len(faults(get(client, path))) == 1


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "1.5", "1e2", "+1", " 1", "", "٩", "9" * 5_000])
def test_a_limit_is_a_whole_number_up_to_a_thousand(client, limit):
    assert set(faults(client.get("/api/v1/areas", query_string={"limit": limit}))) == {"limit"}


@pytest.mark.parametrize(("path", "near"), [
    ("areas/hudiksval", "hudiksvall"), ("needs/koncentration_adh", "koncentration_adhd"), ("agencies/bub", "bup"),
    ("units/hudiksvall-elevhals", "hudiksvall-elevhalsa"), ("rules/safety-now-al", "safety-now-all"),
])
def test_an_id_that_is_not_known_is_met_with_near_ones(client, path, near):
    answer = get(client, path)

    problem = answer.get_json(force=True)
    assert (answer.status_code, problem["code"]) == (404, "not_known")
    assert path.partition("/")[2] in problem["errors"][0]["message"]
    assert near in problem["errors"][0]["hint"]


def test_a_page_after_an_id_that_is_not_there_is_not_found(client):
    answer = get(client, "units?after=no-such-unit")

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (404, "not_known")


@pytest.mark.parametrize("path", ["areas/20121212-1212", "units?area=201212121212", "units?after=20121212-1212",
                                  "units?20121212-1212=x"])
def test_what_looks_like_a_personal_identity_number_is_refused_and_not_repeated(client, path):
    answer = get(client, path)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "personal_number")
    assert "1212" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(("query", "accept", "language"), [
    ("", "en", "en"), ("", "fr", "sv"), ("?language=sv", "en", "sv"), ("?language=en", "sv", "en"),
])
def test_the_language_is_the_one_that_is_named_else_the_one_that_is_preferred(client, edition, query, accept, language):
    answer = get(client, f"areas/generic{query}", accept=accept)

    assert answer.get_json()["name"] == edition.catalogue.areas["generic"].name[language]
    assert answer.headers["Content-Language"] == language and "Accept-Language" in answer.vary


@pytest.mark.parametrize("path", ["areas", "units?area=ange", "units/ange-skola", "rules", "editions", "openapi.json"])
def test_an_answer_is_not_sent_again_while_it_holds(client, path):
    first = get(client, path)

    again = get(client, path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for one in (first, again):
        assert one.headers["ETag"].startswith('"')
        assert one.headers.getlist("Cache-Control") == ["no-cache"]


def test_an_answer_in_another_language_is_another_answer(client):
    swedish, english = (get(client, "areas", accept=one).headers["ETag"] for one in ("sv", "en"))

    assert swedish != english
    assert get(client, "areas", accept="en", **{"If-None-Match": swedish}).status_code == 200


def test_what_is_not_found_is_not_called_unchanged(client):
    assert get(client, "areas/atlantis", **{"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize("path", ["areas", "areas/ange", "search?q=bup", "openapi.json", "docs"])
def test_the_head_of_an_answer_is_that_of_the_whole(client, path):
    whole, head = (client.open(f"/api/v1/{path}", method=one) for one in ("GET", "HEAD"))

    assert (head.status_code, head.data, head.headers) == (200, b"", whole.headers)


@pytest.mark.parametrize("path", ["areas", "units/ange-skola", "search?q=bup", "docs"])
def test_an_address_says_what_methods_it_takes(client, path):
    allowed = {"GET", "HEAD", "OPTIONS"}
    options, refused = (client.open(f"/api/v1/{path}", method=one) for one in ("OPTIONS", "POST"))

    assert (options.status_code, set(options.headers["Allow"].split(", "))) == (200, allowed)
    assert (refused.status_code, set(refused.headers["Allow"].split(", "))) == (405, allowed)
    assert refused.get_json(force=True)["code"] == "method_not_allowed"
