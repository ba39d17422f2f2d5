"""`envagin search`: one query or a file of them, from the outside, in processes of their own."""

import json

import pytest

from tests.cli.commands import envagin


def ask(*words):
    """What the command answers in JSON."""
    return json.loads(envagin("search", *words, "--format", "json").out)


@pytest.fixture
def table(tmp_path):
    def write(text):
        (tmp_path / "queries.tsv").write_text(text, "utf-8")
        return tmp_path / "queries.tsv"
    return write


def test_one_query_is_answered_with_hits_that_say_why():
    answer = ask("skolsyster", "--limit", "2")

    assert (answer["qid"], answer["query"], answer["sure"]) == (None, "skolsyster", True)
    assert answer["hits"][0].items() >= {
        "id": "skolskoterska", "kind": "role", "name": "School nurse", "why": "People call it “skolsyster”."}.items()


def test_filters_narrow_the_answer():
    assert {hit["kind"] for hit in ask("skolsköterska", "--kind", "agency")["hits"]} <= {"agency"}


def test_as_text_it_can_be_read():
    assert "skolskoterska" in envagin("search", "skolsyster").out
    assert "Nothing certain." in envagin("search", "däckbyte").out


def test_a_file_is_answered_line_by_line_and_other_columns_do_not_matter(table):
    file = table("qid\tlang\tquery\nq1\tsv\tskolsyster\nq2\tsv\t\"däckbyte\nq3\tsv\t\n")

    ran = envagin("search", "--batch", file)

    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [(line["qid"], line["query"], line["sure"]) for line in lines] == [
        ("q1", "skolsyster", True), ("q2", '"däckbyte', False), ("q3", "", False)]
    assert (ran.status, ran.err) == (0, "")


def test_a_personal_number_in_a_file_is_told_and_repeated_nowhere(table):
    ran = envagin("search", "--batch", table("qid\tquery\nq1\t121212-1212\nq2\tbup\n"))

    refused, answered = map(json.loads, ran.out.splitlines())
    assert (ran.status, refused["query"], refused["refused"]) == (1, None, "personal_number")
    assert answered["hits"][0]["id"] == "bup"
    assert "1212" not in ran.text


@pytest.mark.parametrize(("words", "said"), [
    (("121212-1212",), "personal identity number"), (("bup", "--area", "atlantis"), "atlantis is not a known area"),
    (("bup", "--limit", "0"), "0 is not a number of hits"), ((), "Write either a query or --batch"),
    (("bup", "--batch", "x.tsv"), "Write either a query or --batch"), (("--batch", "no.tsv"), "no.tsv cannot be read"),
    (("bup", "--edition", "ffff"), "There is no edition ffff"), (("bup", "--format", "xml"), "--format xml"),
])
def test_what_is_refused_is_said_and_ends_with_status_one(words, said):
    ran = envagin("search", *words)

    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("text", ["id\tquery\n1\tbup\n", "qid query\n1 bup\n", "\n\n"])
def test_a_file_without_the_columns_is_refused_with_their_names(table, text):
    ran = envagin("search", "--batch", table(text))

    assert ran.status == 1
    assert "qid, query" in ran.err


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "bytes.tsv").write_bytes(b"qid\tquery\n1\t\xff\xfe\n")

    ran = envagin("search", "--batch", tmp_path / "bytes.tsv")

    assert (ran.status, "cannot be read" in ran.err) == (1, True)
