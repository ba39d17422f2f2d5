"""The page that checks a referral: typed in words, answered in order, nothing kept, nothing in an address."""

import re

import pytest

from directory.web.desk.check_form import months_of
from tests.doors import Page

PERSON = "19121212-1212"
SENT = {"area": "Hudiksvall", "need": "adhd", "level": "specialist", "age": "9", "from": "förskola", "to": "BUP",
        "tried.school_measures": "yes"}
BACK = SENT | {"from": "skolsköterskan", "tried.school_measures": "no"}


@pytest.fixture
def check(client):
    """The English page on SENT with some fields changed; a field that is None is left out."""
    def checked(sent=SENT, **changes):
        fields = {name: value for name, value in {**sent, **changes}.items() if value is not None}
        return Page(client.post("/en/remiss", data=fields))
    return checked


def fields_of(page):
    """The value of each field to type in, and what is chosen of each other, by default the first."""
    typed = {attrs["name"]: attrs["value"] for tag, attrs in page.tags if attrs.get("type") == "text"}
    selects = re.findall(r'<select id="[^"]+" name="([^"]+)">(.*?)</select>', page.html)
    chosen = {name: (re.findall(r'value="(\w+)" selected', inside) or re.findall(r'value="(\w+)"', inside))[0]
              for name, inside in selects}
    return typed, chosen


def boxes(page, name):
    return [attrs["value"] for tag, attrs in page.tags if tag == "input" and attrs.get("name") == name]


@pytest.mark.parametrize("path", ["/remiss", "/sv/remiss", "/en/remiss"])
def test_the_form_is_there_and_asks_for_six_things(client, path):
    page = Page(client.get(path))

    asked = [attrs["name"] for tag, attrs in page.tags if tag in ("input", "select") and attrs.get("type") != "hidden"]
    assert asked == ["area", "to", "from", "need", "age", "level"]


def test_each_source_says_when_it_was_read_and_whether_the_day_is_known(check):
    page = check(area="Ånge", need="somatik", level="bas")

    assert "Read 2026-11-21." in page.text
    assert "Read 2026, the day is not noted." in page.text


def test_one_submit_gives_the_verdict_in_words(check):
    page = check()

    assert page.words_of("h2") == "Right receiver, missing: 6"
    assert "Right receiver: Child and adolescent psychiatry (BUP)" in page.text


def test_the_answer_stands_in_the_order_of_the_work(check):
    page = check(age="17 years 7 months", to="hab")
    order = ["Wrong receiver: pass it on to BUP", "kallelse.bup", "Why", "Rule adhd-school-done", "What must be done",
             "Missing:", "Who may sign", "Answer within", "This goes on in the meantime", "Consent",
             "What would change the answer", "Soon 18 years", "What you may do now", "To the sender",
             "To the next unit", "For the record"]

    places = [page.text.find(one) for one in order]

    assert -1 not in places
    assert places == sorted(places)


def test_what_was_typed_is_shown_as_it_was_understood(check):
    typed, chosen = fields_of(check())

    assert typed["to"] == "Child and adolescent psychiatry (BUP)" and typed["area"] == "Hudiksvall municipality"
    assert chosen["tried.school_measures"] == "yes" and chosen["level"] == "specialist"


def test_after_the_first_answer_only_inputs_are_asked_that_can_still_change_it(check):
    _, chosen = fields_of(check(sent=BACK))

    assert "tried.school_measures" in chosen and "facts.harm_suspected" in chosen
    assert "tried.entry_assessed" not in chosen and "facts.goals_reached" not in chosen


@pytest.mark.parametrize("facts", [{}, {"harm_suspected": "no"}, {"diagnosis_set": "yes", "harm_suspected": "no"}])
def test_both_doors_ask_for_the_same_and_neither_for_what_has_been_answered(client, check, facts):
    case = {"area": "hudiksvall", "need": "autism", "level": "specialist", "age": "9", "from": "bup", "to": "hab"}
    told = {"facts." + name: one for name, one in facts.items()}

    answer = client.post("/api/v1/referrals", json=case | {"facts": facts}).get_json()
    page = check(sent=case | told)

    asked = set(fields_of(page)[1]) - {"level", *told}
    assert asked == set(answer["matters"]) and not asked & {*told}


def test_both_doors_count_the_sender_among_those_that_had_the_question(client, check):
    case = {"area": "hudiksvall", "need": "oro_angest", "level": "specialist", "age": "14", "from": "bum",
            "to": "vardcentral", "held": ["vardcentral"]}

    answer = client.post("/api/v1/referrals", json=case).get_json()

    assert answer["verdict"] == "returns"
    assert "Stop: this is a return" in check(sent=case).text


def test_nobody_is_asked_what_the_clock_knows(check):
    assert "facts.out_of_hours" not in fields_of(check())[1]


def test_items_that_the_referral_has_are_ticked_and_the_rest_is_missing(check):
    page = check(has="consent")

    ticked = [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "has" and "checked" in attrs]
    assert ticked == ["consent"]
    assert page.words_of("h2") == "Right receiver, missing: 5"


def test_whoever_is_18_is_not_called_a_child_where_they_supply_something(check):
    page = check(sent=SENT | {"age": "18", "facts.returned": "2", "tried.school_measures": ""})

    assert "The young person can supply it." in page.text


def test_a_return_is_stopped_before_anything_else_is_said(check):
    page = check(sent=BACK, held="vardcentral")

    assert page.words_of("h2") == "Stop: this would be a return"
    assert "Hand it over to" not in page.text and "Call a joint meeting." in page.text


def test_where_the_level_is_not_known_the_receivers_from_18_are_told_by_level(check):
    page = check(age="17 years 11 months", level=None, **{"from": "soc_mottag"})

    assert "Who receives from the birthday on depends on the level." in page.text
    assert "specialist level: Adult psychiatry" in page.text


def test_what_other_regions_do_stands_apart(check):
    page = check()

    signs = page.html.partition("Who may sign")[2]
    assert signs.index("In other places") < signs.index("Västerbotten requires a referral")


def test_nobody_is_said_to_hold_what_a_family_has_not_sent(check):
    page = check(to=None, **{"from": "guardian"})

    assert "Nobody holds the question yet." in page.text and "Holds the question now" not in page.text


def test_a_family_whose_question_needs_a_referral_is_not_to_write_it(check):
    page = check(**{"from": "guardian"})

    assert page.words_of("h2") == "Right receiver, but a referral is needed"
    assert "Do not ask the family to write it." in page.text


def test_a_sender_who_has_not_done_its_part_is_asked_once_and_gets_nothing_back(check):
    page = check(sent=BACK)

    assert page.words_of("h2") == "Stop: do not send it back"
    assert "We do not send the question back." in page.text and "Hand it over to" not in page.text


def test_a_unit_that_is_ticked_as_having_had_the_question_makes_a_return(check):
    assert "Stop: this would be a return" in check(to="hab", held="bup").text
    assert "Stop: this would be a return" not in check(to="hab").text


def test_a_unit_can_tick_that_it_has_had_the_question_itself(check):
    sent = {"area": "hudiksvall", "need": "oro_angest", "level": "specialist", "age": "14", "from": "bum",
            "to": "vardcentral"}

    assert "vardcentral" in boxes(check(sent=sent), "held")
    page = check(sent=sent, held="vardcentral")
    assert page.words_of("h2") == "Stop: this is a return"
    assert "has had it already. Do not send it on." in page.text and "Take it on." not in page.text


def test_social_services_are_not_told_to_report_what_has_been_reported_to_them(check):
    page = check(need="vald", **{"from": "mentor", "to": "soc_mottag", "facts.out_of_hours": "no"})

    assert page.words_of("h2") == "Right receiver: a report of concern. Assess the protection at once"
    assert "Report at once" not in page.text and "Take it on." in page.text
    assert "Tell the sender and the family." not in page.text


def test_a_unit_that_is_not_sure_is_not_called_the_right_receiver(check):
    page = check(area="generic", age=None)

    assert "Answers until more is known:" in page.text and "Right receiver:" not in page.text


def test_nothing_is_sent_on_where_the_question_is_the_senders_own(check):
    page = check(sent=BACK, to=None)

    assert page.words_of("h2") == "The question is yours already"
    assert "To the next unit" not in page.text


def test_in_danger_nobody_is_named_as_the_holder_where_only_a_number_is_there(check):
    page = check(sent=SENT | {"acute": "now", "from": "guardian", "to": ""})

    assert "Urgent: call 112" in page.text and "Holds the question now" not in page.text


def test_a_unit_that_is_not_the_right_one_is_told_five_ends_and_that_not_us_is_none(check):
    page = check(to="hab")

    ends = ["Take it on.", "Give advice.", "Hand it over to", "Ask once for what is missing.", "Call a joint meeting."]
    assert all(one in page.text for one in ends)
    assert "“Not us” alone is no answer" in page.text


def test_a_unit_that_holds_no_questions_hands_over_and_the_sender_holds_until_then(check):
    page = check(to="bup_akut", **{"from": "bvc"})

    assert "Until then the sender holds it." in page.text and "Until then you hold it." not in page.text
    assert "Take it on." not in page.text


def test_what_is_to_be_reported_offers_no_meeting_no_receipt_and_nothing_to_the_family(check):
    page = check(need="far_illa", **{"from": "skola"})

    assert page.words_of("h2").startswith("Report at once to ")
    assert "Do not call home first." in page.text
    assert not any(one in page.text for one in ("joint meeting", "Give advice.", "Hand it over", "Tell the sender"))


def test_items_that_show_that_something_was_tried_do_so_together_and_where_nobody_has_answered(check):
    unsaid = BACK | {"tried.school_measures": "", "has": ["four-views", "support-evaluated"]}

    assert check(sent=unsaid).words_of("h2") == "Right receiver, missing: 4"
    assert "Yes, by what the referral has" in check(sent=unsaid).text
    assert check(sent=unsaid | {"has": "four-views"}).words_of("h2") == "Stop: do not send it back"


def test_an_answer_counts_against_what_the_items_show_and_the_page_says_so(check):
    page = check(sent=BACK | {"has": ["four-views", "support-evaluated"]})

    assert page.words_of("h2") == "Stop: do not send it back"
    assert "Your answer counts." in page.text
    assert fields_of(page)[1]["tried.school_measures"] == "no"


def test_only_the_meeting_is_offered_where_one_is_called_for(check):
    page = check(**{"facts.returned": "2"})

    assert "Call a joint meeting." in page.text and "Take it on." not in page.text


@pytest.mark.parametrize(("sender", "is_warned"), [("skolsköterskan", True), ("skolpsykolog", False)])
def test_a_sender_who_may_not_sign_is_warned_of(check, sender, is_warned):
    assert ("may not sign such a referral" in check(**{"from": sender}).text) is is_warned


def test_an_empty_form_begins_in_its_first_field_and_an_answer_with_the_verdict(client, check):
    focused = [[(tag, attrs.get("id")) for tag, attrs in page.tags if "autofocus" in attrs]
               for page in (Page(client.get("/en/remiss")), check())]

    assert focused == [[("input", "area")], [("h2", "verdict")]]


def test_what_may_mean_several_is_asked_back_and_the_choice_is_taken(check):
    unsure = check(to="bup hudiksvall")
    sure = check(to="bup hudiksvall", **{"to-is": "bup"})

    assert boxes(unsure, "to-is")[0] == "bup" and "Right receiver" not in unsure.text
    assert sure.words_of("h2") == "Right receiver, missing: 6"


@pytest.mark.parametrize(("changes", "words"), [
    ({"area": None}, "Say where the child lives."), ({"from": ""}, "Say who sends the referral."),
    ({"age": "nine"}, "Write the age as"), ({"age": "77"}, "Write the age as"),
    ({"need": None}, "Say what it is about."),
    ({"area": "Atlantis"}, "We know no such place.")])
def test_what_is_missing_or_not_understood_is_told_at_its_field_and_nothing_is_lost(client, changes, words):
    fields = {name: value for name, value in {**SENT, **changes}.items() if value is not None}
    answer = client.post("/en/remiss", data=fields)
    page = Page(answer)

    assert answer.status_code == 422 and page.text.startswith("Error:")
    assert words in page.text
    assert fields_of(page)[0]["to"] == "Child and adolescent psychiatry (BUP)"


@pytest.mark.parametrize("field", ["area", "from", "to", "need", "age"])
@pytest.mark.parametrize("method", ["post", "get"])
def test_what_looks_like_a_personal_number_is_refused_and_emptied(client, field, method):
    sent = {"data" if method == "post" else "query_string": {**SENT, field: f"Bo {PERSON}"}}
    answer = getattr(client, method)("/en/remiss", **sent)

    assert answer.status_code == 422
    assert "1212" not in answer.text
    assert "looks like a personal identity number" in answer.text


def test_no_answer_is_in_an_address_that_the_page_leads_to(check):
    page = check()

    assert [one for one in page.all("a", "href") if any(word in one for word in ("9", "BUP", "age=", "to="))] == []


def test_the_same_question_in_an_address_is_answered_too(client):
    page = Page(client.get("/en/remiss", query_string=SENT))

    assert page.words_of("h2") == "Right receiver, missing: 6"


def test_the_page_in_another_language_gets_everything_sent_along(check):
    page = check(has="consent", held="hab")
    hidden = {(attrs["name"], attrs["value"]) for tag, attrs in page.tags if attrs.get("type") == "hidden"}

    assert {("need", "koncentration_adhd"), ("to", "bup"), ("age", "9"), ("has", "consent"), ("held", "hab")} <= hidden


def test_nothing_of_a_check_is_kept(client):
    answer = client.post("/remiss", data=SENT)

    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_a_page_of_another_site_can_not_send_the_form(client):
    assert client.post("/remiss", data=SENT, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("value", ["\0", "<script>alert(1)</script>", "' OR 1=1", "%(x)s", "{{ 7*7 }}", "å" * 900])
def test_strange_words_break_nothing(client, value):
    answer = client.post("/remiss", data={name: value for name in SENT})

    assert answer.status_code == 422
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(("text", "months"), [
    ("9", 108), ("9y6m", 114), ("9 år", 108), ("17 år 6 mån", 210), ("17 years 6 months", 210), ("6 mån", 6),
    ("10 mån", 10), ("11 mån", 11), ("12 mån", 12), ("18 månader", 18), ("24mån", 24), ("36 mån", 36), ("60 mån", 60),
    ("0 år 6 mån", 6), ("9 12 mån", None), ("9 6 mån", None),
    ("nine", None), ("", None), ("9 12", None), ("9y12m", None), ("-1", None)])
def test_an_age_is_read_as_people_write_it(text, months):
    assert months_of(text) == months


def test_where_life_is_in_danger_there_is_no_sheet_and_no_receipt(client, check):
    page = check(sent=SENT | {"need": "suicidtankar", "acute": "now"})

    assert "A sheet for the joint meeting" not in page.html and "/remiss/kod" not in page.html
    for door in ("/en/remiss/kod", "/en/remiss/mote"):
        answer = client.post(door, data=SENT | {"need": "suicidtankar", "acute": "now"})
        assert "Urgent: call" in Page(answer).text


def test_what_is_no_item_is_not_repeated(client):
    answer = client.post("/en/remiss", data=SENT | {"has": "19121212-1212 Anna"})

    assert "Anna" not in answer.text and "1212" not in answer.text


def test_an_age_is_shown_in_the_words_of_the_field_that_reads_it_again(check):
    page = check(sent=SENT | {"age": "17y8m"})

    shown = [attrs["value"] for _tag, attrs in page.tags if attrs.get("name") == attrs.get("id") == "age"]
    assert shown == ["17 years 8 months"] and months_of(shown[0]) == 212


def test_what_rests_on_no_law_on_the_custody_of_children_does_not_cite_it(check):
    report = check(sent=SENT | {"need": "vald", "to": ""}).text

    assert "Socialtjänstlag (2025:400) 19 kap. 1 §" in report and "Föräldrabalk" not in report
    assert "Föräldrabalk (1949:381) 6 kap. 11 §" in check().text
    assert "Föräldrabalk" not in check(sent=SENT | {"need": "suicidtankar", "acute": "now"}).text


def test_who_has_received_a_report_at_night_is_not_told_to_report_it(check):
    page = check(need="far illa", **{"from": "förskola", "to": "soc_mottag", "facts.out_of_hours": "yes"})

    assert "If it cannot wait until the morning, call" in page.html
    assert 'class="do"' not in page.html and "where you live" not in page.html


def test_social_services_that_send_on_what_was_reported_see_that_the_protection_is_theirs(check):
    page = check(area="Stockholm", need="trauma", level="bas", age="8", to="BUP",
                 **{"from": "soc_mottag", "facts.harm_suspected": "yes"})

    assert "Social services see to the protection already." in page.html
    assert "Report at once" not in page.html


def test_where_it_is_not_known_which_unit_sends_the_page_says_no_stop(check):
    page = check(area="generic", need="sexuell_halsa", level="bas", age="16", **{"from": "barnmorska"})

    assert "Find out first which unit sends." in page.html and "Which unit sends?" in page.html
    assert "Stop: " not in page.html
