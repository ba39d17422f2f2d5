"""The pages of what comes back: reported by desks in codes, told to all with small numbers hidden."""

import csv
from datetime import date

import pytest

from directory import journal
from directory.journal.models import Count
from tests.doors import Page
from tests.receipts import keep, serve_receipts

SUMMER, AUTUMN, TODAY = date(2026, 5, 4), date(2026, 8, 3), date(2026, 11, 22)
FORM = "/en/aterstudsar/rapportera"
REPORT = {"area": "hudiksvall", "sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande",
          "level": "specialist", "reason": "wrong_level", "receipt": "", "edge": ""}
WITHIN = {"generic": None, "gavleborg": "generic", "hudiksvall": "gavleborg", "skane": "generic",
          "uppsala": "generic"}
RULE = "adhd-school-first"


@pytest.fixture
def service(edition, tmp_path, monkeypatch):
    return serve_receipts(edition, tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def told(edition, tmp_path_factory):
    """A service with two quarters published, of which Gävleborg has most, Uppsala nine and Skåne three."""
    with pytest.MonkeyPatch.context() as environment:
        found = serve_receipts(edition, tmp_path_factory.mktemp("told"), environment)
        for day, times in ((SUMMER, 40), (AUTUMN, 80)):
            with found.database.transaction() as session:
                for number in range(times):
                    reason, edge = ("age_border", "18") if number % 4 == 0 else ("wrong_level", "")
                    journal.count_bounce(session, bounce(reason=reason, edge=edge, rule=RULE), day=day)
                for area in ("skane",) * 3 + ("uppsala",) * 9:
                    journal.count_bounce(session, bounce(area=area, sender="vardcentral"), day=day)
                for _ in range(6):
                    journal.count_held(session, "hudiksvall", days=3, day=day)
                    journal.count_meeting(session, "hudiksvall", in_time=True, day=day)
                    journal.count_refusal(session, "hudiksvall", "ma_daligt", day=day)
            with found.database.transaction() as session:
                journal.publish_quarter(session, journal.quarter_of(day), day=TODAY, within=WITHIN)
        yield found


def bounce(**said):
    return journal.Bounce(**{"area": "hudiksvall", "sender": "elevhalsa", "to": "bup", "rule": "", "edge": "",
                             "need_group": "utveckling_larande", "level": "bas", "reason": "wrong_level", **said})


def read(service, path):
    return Page(service.client().get(path))


def send(service, handle="school", **changes):
    """The answer to the form of a desk that has signed in."""
    caller = service.signed_in(handle)
    hidden = {attrs["name"]: attrs["value"] for tag, attrs in Page(caller.get(FORM)).tags
              if attrs.get("type") == "hidden"}
    return caller.post(FORM, data={**hidden, **REPORT, **changes})


def reported(service):
    with service.database.transaction() as session:
        return [(row.area, row.measure, row.one) for row in session.query(Count) if row.measure in ("cell", "rule")]


def test_the_totals_come_first_and_then_who_sends_to_whom_as_a_picture_with_a_table(told):
    page = read(told, "/en/aterstudsar?area=gavleborg")

    assert page.text.index("In all, 2026-Q3") < page.text.index("Who sends to whom")
    assert "Pupil health BUP at least 80" in page.text and page.all("svg", "aria-hidden")[:1] == ["true"]
    assert "2026-Q2 40" in page.text


def test_the_rules_behind_most_returns_lead_to_their_page_with_file_and_line(told):
    page = read(told, "/en/aterstudsar?area=gavleborg")

    (link,) = [one for one in page.all("a", "href") if f"#rule-{RULE}" in one]
    assert "routing_rules/generic/" in page.text
    assert "Came back in The whole country, 2026-Q3: at least 80 times." in read(told, link).text


def test_the_page_of_a_rule_tells_what_came_back_of_it_in_the_region(told):
    words = "Came back in Region Gävleborg, 2026-Q3: at least 80 times."

    assert words in read(told, "/en/regler/koncentration_adhd?area=hudiksvall").text
    assert "Came back" not in read(told, "/en/regler/koncentration_adhd?area=skane").text


def test_age_borders_days_meetings_and_families_are_told(told):
    text = read(told, "/en/aterstudsar?area=gavleborg").text

    assert "18 Development and learning at least 20" in text
    assert "0–7 days 6" in text and "Held in time 6" in text and "Feeling bad 6" in text


def test_a_small_number_is_hidden_and_so_is_each_sum_that_it_is_part_of(told):
    text = read(told, "/en/aterstudsar").text

    assert "Region Skåne 1–4" in text and "Region Uppsala 9" in text and "Region Gävleborg 80" in text
    assert "In all, 2026-Q3 90–93" in text


def test_of_a_municipality_the_sum_is_told_and_nothing_inside(told):
    text = read(told, "/en/aterstudsar?area=hudiksvall").text

    assert "In all, 2026-Q3 80" in text and "What it was about" not in text
    assert "there are too few reports" in read(told, "/en/aterstudsar?area=alvdalen").text


def test_another_quarter_can_be_chosen(told):
    page = read(told, "/en/aterstudsar?quarter=2026-Q2")

    assert "In all, 2026-Q2 50–53" in page.text and "is not published" not in page.text


@pytest.mark.parametrize("quarter", ["2026-Q4", "x"])
def test_in_place_of_a_quarter_that_is_not_published_the_page_says_which_it_shows_and_there_is_no_file(told, quarter):
    read(told, "/en/aterstudsar")  # the page of the latest quarter is kept for whoever asks next

    page, file = read(told, f"/en/aterstudsar?quarter={quarter}"), told.client().get(
        f"/aterstudsar.csv?quarter={quarter}")

    assert "The quarter that you asked for is not published. What you see is 2026-Q3. In all, 2026-Q3" in page.text
    assert (file.status_code, file.get_data(as_text=True)) == (404, "quarter_refused\n")
    assert "is not published" not in read(told, "/en/aterstudsar").text


def test_nothing_of_an_address_is_shown_to_whoever_asks_next(told):
    client = told.client()
    client.get("/aterstudsar?area=gavleborg&need=nobody-knows")

    assert "nobody-knows" not in client.get("/aterstudsar?area=gavleborg").get_data(as_text=True)


def test_the_file_has_what_the_page_tells_and_hides_the_same(told):
    answer = told.client().get("/aterstudsar.csv")

    rows = list(csv.DictReader(answer.get_data(as_text=True).splitlines()))
    assert answer.mimetype == "text/csv"
    assert {"quarter": "2026-Q3", "area": "skane", "need_group": "all", "reason": "all", "count": "1–4"} in rows
    assert {row["area"] for row in rows} == {"generic", "gavleborg", "skane", "uppsala"}


@pytest.mark.parametrize("path", ["/aterstudsar?area=moon", "/aterstudsar.csv?area=moon"])
def test_an_area_that_is_not_there_is_no_page(told, path):
    assert told.client().get(path).status_code == 404


def test_before_a_quarter_is_published_the_examples_are_offered(service):
    page = read(service, "/en/aterstudsar")

    assert "No quarter is published yet." in page.text
    assert "Of the quarter that runs, 2026-Q4, nothing is told before it is over." in page.text
    assert service.client().get("/aterstudsar.csv").get_data(as_text=True).split() == [
        "quarter,area,need_group,reason,count"]


def test_without_a_database_the_page_says_so(client):
    answer = client.get("/en/aterstudsar")

    assert answer.status_code == 503 and "The database does not answer just now." in Page(answer).text
    assert client.get("/aterstudsar.csv").status_code == 503


def test_the_examples_are_marked_as_such_and_lead_to_what_the_rules_answer(client):
    page = Page(client.get("/en/aterstudsar/exempel"))

    assert "These are examples." in page.text and "The question went a full circle" in page.text
    assert any("#case-hudiksvall-adhd-circle" in one for one in page.all("a", "href"))


def test_a_report_is_thanked_for_and_counted(service):
    answer = send(service)

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{FORM}?told=noted")
    assert reported(service) == [("hudiksvall", "cell", "utveckling_larande")]


def filled(page):
    """What stands in the fields to type in, by name."""
    return {attrs["name"]: attrs["value"] for tag, attrs in page.tags if tag == "input" and attrs["type"] == "text"}


def test_every_word_that_can_be_typed_must_mean_a_code_and_the_desks_own_stand_there(service):
    page = Page(service.signed_in("school").get(FORM))

    assert {attrs["type"] for tag, attrs in page.tags if tag == "input"} - {"hidden"} == {"radio", "text"}
    assert "textarea" not in {tag for tag, _ in page.tags}
    assert filled(page) == {"area": "Hudiksvall municipality", "sender": "", "to": "Pupil health service",
                            "need_group": "", "receipt": ""}


def test_names_and_everyday_words_are_understood_and_the_need_itself_is_not_kept(service):
    answer = send(service, area="hudiksvall kommun", sender="Pupil health service", to="BUP", need_group="adhd")

    assert answer.status_code == 303
    assert reported(service) == [("hudiksvall", "cell", "utveckling_larande")]


def test_the_unit_that_reports_is_called_by_its_name(service):
    assert "You report as Child and adolescent psychiatry (BUP)." in Page(service.signed_in("bup").get(FORM)).text


def test_what_may_mean_several_is_asked_back_and_the_choice_is_taken(service):
    page = Page(send(service, sender="logoped_r"))
    near = [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "sender-is"]

    assert len(near) > 1 and "Do you mean one of these?" in page.text
    assert send(service, **{"sender": "logoped_r", "sender-is": near[0]}).status_code == 303


def test_a_report_of_a_family_names_no_unit_as_sender(service):
    assert send(service, sender="A parent or guardian").status_code == 303


def test_from_the_page_of_a_receipt_the_form_is_filled_in(service):
    caller, where = service.signed_in("bup"), keep(service)
    (link,) = [one for one in Page(caller.get(f"/en{where}")).all("a", "href") if one.startswith(f"{FORM}/")]
    page = Page(caller.get(link))

    found = filled(page)
    assert found.pop("receipt").replace("-", "") == where.rpartition("/")[2]
    assert found == {"area": "Hudiksvall municipality", "sender": "Pupil health service", "need_group":
                     "Development and learning", "to": "Child and adolescent psychiatry (BUP)"}
    assert [one for one in page.all("input", "checked")] == []  # the reason is for whoever reports to say


def test_the_borders_of_the_receipts_rule_are_named_beside_the_reasons(service):
    page = Page(service.signed_in("bup").get(f"{FORM}/{keep(service).rpartition('/')[2]}"))

    assert "holds up to a border of age: 6 years, 18 years. Was it the age?" in page.text
    assert page.html.index('<option value="6">') < page.html.index('<option value="1">')


@pytest.mark.parametrize(("code", "words"), [
    ("AAAA", "There is no receipt with this code."), ("20121212-1212", "looks like a personal identity number")])
def test_a_code_without_a_receipt_is_told_and_one_that_is_a_personal_number_is_not_shown(service, code, words):
    answer = service.signed_in("bup").get(f"{FORM}/{code}")

    assert answer.status_code == 404 and words in Page(answer).text
    assert "1212-1212" not in answer.text


def test_a_desk_reports_of_no_area_that_it_does_not_act_in(service):
    page = Page(send(service, handle="far-away"))

    assert "Your desk reports what came back in its own area. This is another." in page.text
    assert reported(service) == []


def test_a_receipt_says_the_area_and_the_rule_of_a_report(service):
    code = keep(service).rpartition("/")[2]

    assert send(service, area="", receipt=code).status_code == 303
    assert ("hudiksvall", "rule", RULE) in reported(service)


def test_what_the_receipt_contradicts_is_named_and_nothing_is_counted(service):
    code = keep(service).rpartition("/")[2]

    page = Page(send(service, area="Nordanstig", to="Habilitering", need_group="Syn", receipt=code))

    assert page.text.count("The receipt says something else.") >= 3
    assert filled(page)["area"].startswith("Nordanstig") and reported(service) == []


@pytest.mark.parametrize(("changes", "words"), [
    ({"sender": ""}, "Who sent it: Say who sent it."), ({"reason": "not us"}, "This cannot be chosen here."),
    ({"sender": "bup"}, "Sender and receiver are the same unit."), ({"receipt": "AAAA"}, "no receipt with this code"),
    ({"receipt": "20121212-1212"}, "Something is not clear yet"), ({"to": "xyzzy"}, "We do not know this unit."),
    ({"edge": "x", "reason": "age_border"}, "Which age border?: This cannot be chosen here.")])
def test_what_is_wrong_is_named_nothing_is_lost_and_nothing_is_counted(service, changes, words):
    answer = send(service, **changes)

    page = Page(answer)
    assert answer.status_code == 422 and words in page.text and page.words_of("title").startswith("Error:")
    assert filled(page)["need_group"] == "Development and learning"
    assert reported(service) == []


@pytest.mark.parametrize("field", ["area", "sender", "to", "need_group", "receipt"])
def test_what_looks_like_a_personal_number_is_refused_and_not_shown_again(service, field):
    answer = send(service, **{field: "20121212-1212"})

    assert answer.status_code == 422 and "looks like a personal identity number" in Page(answer).text
    assert "1212-1212" not in answer.get_data(as_text=True)


def test_a_visitor_reports_nothing(service):
    answer = service.client().post(FORM, data=REPORT)

    assert answer.status_code == 401 and reported(service) == []


def test_a_profession_of_several_units_is_asked_which(service):
    told = Page(send(service, sender="Rektor")).text

    assert "Which unit?" in told and "We do not know this sender" not in told
