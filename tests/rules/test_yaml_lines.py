"""Reading YAML: every value is text, every value knows its line, and what YAML can hide is refused by name."""

import pytest

from directory.yaml_lines import line_at, read_bytes, read_file


def read(text):
    return read_bytes(text.encode(), "a.yaml")


def faults_of(text):
    return [(one.line, str(one.message)) for one in read(text)[1]]


@pytest.mark.parametrize(
    "value", ["no", "yes", "on", "~", "null", "1e3", "012", "0x1F", "1_000", ".nan", "2026-01-01", "3.0", "=", "true"]
)
def test_every_value_is_the_text_that_was_written(value):
    assert read(f"a: {value}\nb: [{value}]\n") == ({"a": value, "b": [value]}, [])


def test_every_value_knows_its_line():
    top, _ = read("a: 1\nb:\n  - c: 2\n    d: 3\n  - [x,\n     y]\n")

    assert [
        line_at(top, path) for path in (["a"], ["b"], ["b", 0, "d"], ["b", 1, 1], ["b", 1, 9], ["b", "z"], ["gone"])
    ] == [1, 2, 4, 6, 5, 2, 1]


def test_texts_over_several_lines_and_windows_line_ends_are_read():
    assert read("a: >\r\n  one\r\n  two\r\nb: |\r\n  x\r\n") == ({"a": "one two\n", "b": "x\n"}, [])


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("a: 1\na: 2\n", 2, "twice"),
        ("a: {b: 1, b: 2}\n", 1, "twice"),
        ("a: &x 1\n", 1, "anchor"),
        ("a: *x\n", 1, "alias"),
        ("a: !!str 1\n", 1, "tag"),
        ("a: 1\n---\nb: 2\n", 2, "documents"),
        ("a: 1\n\tb: 2\n", 2, "U+0009"),
        ("a: b\u00a0c\n", 1, "U+00A0"),
        ("a: A\u030a\n", 1, "U+030A"),
        ("a: \u200b\u200d\n", 1, "U+200B, U+200D"),
        ("a: [\n", 2, "YAML"),
        ("a: 'b\n", 2, "YAML"),
        ("a: 1\n b: 2\n", 2, "YAML"),
        ("a\n", 1, "keys and values"),
        ("? {a: b}\n: c\n", 1, "key must be a word"),
        ("a: \u2028b\n", 1, "U+2028"),
        ("a: b\rc: d\n", 1, "U+000D"),
    ],
)
def test_what_yaml_can_hide_is_refused_at_its_line(text, line, word):
    found = faults_of(text)

    assert [at for at, message in found if word in message] == [line]


def test_all_faults_of_a_file_are_told_and_the_rest_is_read():
    top, faults = read("a: &x 1\nb:\t2\nc: !t 3\nd: 4\n")

    assert sorted(one.line for one in faults) == [1, 2, 3]
    assert top["d"] == "4"


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    top, faults = read_file(tmp_path / "gone.yaml", "gone.yaml")

    assert (top, faults[0].file, faults[0].line, faults[0].level) == (None, "gone.yaml", 1, "error")


def test_an_escape_hides_no_text_that_is_not_nfc():
    assert faults_of('a: "A\\u030a"\n')


@pytest.mark.parametrize("letter", ["\u3164", "\u115f", "\u2800", "\ufe0f", "\u034f"])
def test_letters_that_show_nothing_are_invisible_too(letter):
    assert faults_of(f"a: b{letter}\n")
