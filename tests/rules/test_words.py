"""Unknown words, wrong forms and missing keys: refused with the id, the key, the value found and "did you mean"."""

import pytest

from tests.build import found_in, make_base, make_nation, the_error

INPUTS = "from: [guardian, school], facts: {seen: [unknown, yes]}"
ASKERS = "{family: guardian, school: school}"


@pytest.mark.parametrize(
    ("row", "key", "word", "near"),
    [
        ("when: {need: fokus}, to: x", "when.need", "fokus", "focus"),
        ("when: {level: bas}, to: x", "when.level", "bas", "base"),
        ("when: {tried: {aa: no}}, to: x", "when.tried.aa", "aa", "a"),
        ("when: {tried: {a: nope}}, to: x", "when.tried.a", "nope", None),
        ("when: {facts: {sen: yes}}, to: x", "when.facts.sen", "sen", "seen"),
        ("when: {facts: {seen: yess}}, to: x", "when.facts.seen", "yess", "yes"),
        ("to: rescu", "to", "rescu", "rescue"),
        ("to: x, calls: rescu", "calls", "rescu", "rescue"),
        ("to: x, unsure: rescu", "unsure", "rescu", "rescue"),
        ("to: x, also: [rescu]", "also.0", "rescu", "rescue"),
        ("to: x, alongside: [{unit: rescu, text: Helps}]", "alongside.0.unit", "rescu", "rescue"),
        ("to: x, disputed: {to: rescu, because: Says so}", "disputed.0.to", "rescu", "rescue"),
        ("to: x, source: [papr]", "source", "papr", "paper"),
        ("to: x, exception: {because: Only one, source: papr}", "exception.source", "papr", "paper"),
        ("to: x, how: {famly: {way: self}}", "how.famly", "famly", "family"),
        ("to: x, how: {family: {way: self, via: rescu}}", "how.family.via", "rescu", "rescue"),
        ("to: x, how: {family: {way: self, who: [guardan]}}", "how.family.who", "guardan", "guardian"),
    ],
)
def test_an_unknown_word_is_named_with_its_place_and_the_nearest_known_one(tmp_path, row, key, word, near):
    units = {"x": "", "rescu": None} if "rescu" in row else {}
    folder = make_nation(
        tmp_path,
        inputs=INPUTS,
        askers=ASKERS,
        rules={"A": row},
        units={k: v for k, v in units.items() if v is not None},
        papers={"layer": "sources", "sources": {"paper": ""}},
    )
    (folder / "nation.yaml").write_text(
        "".join(
            line
            for line in (folder / "nation.yaml").read_text().splitlines(keepends=True)
            if not line.startswith("  rescu:")
        )
    )

    one = the_error(folder)

    assert (one.check, one.ids) == ("words", ("A",))
    assert key in str(one.message) and word in str(one.message) and "rules A" in str(one.message)
    assert near is None or str(one.hint) == f"Did you mean {near}?" or near in str(one.hint)


@pytest.mark.parametrize(
    ("section", "row", "word", "near"),
    [
        ("replaces", "rule: AA, to: x", "AA", "A"),
        ("open", "rule: AA", "AA", "A"),
        ("reach", "rule: SS, how: {way: call}", "SS", "S"),
        ("within", "natoin", "natoin", "nation"),
        ("closed", "[rescu]", "rescu", "rescue"),
        ("unsure", "rescu", "rescu", "rescue"),
        ("same_desk", "[[x, rescu]]", "rescu", "rescue"),
        ("binds", "Desk", "rescu", "rescue"),
        ("units", "acts_as: rescu", "rescu", "rescue"),
        ("units", "acute: fokus", "fokus", "focus"),
        ("hand_overs", "by: rescu, adds: a", "rescu", "rescue"),
        ("hand_overs", "by: x, adds: aa", "aa", "a"),
        ("hand_overs", "by: x, sets: {facts: {seen: yess}}", "yess", "yes"),
        ("hand_overs", "by: x, adds: a, level: mor", "mor", "more"),
        ("hand_overs", "by: x, adds: a, sets: {need: fokus}", "fokus", "focus"),
    ],
)
def test_an_unknown_word_of_an_overlay_is_named_too(tmp_path, section, row, word, near):
    texts = ("within", "closed", "unsure", "same_desk")
    west = {
        "layer": "region",
        "within": "nation",
        section: row if section in texts else {"rescu" if section == "binds" else "N": row},
    }

    one, *others = found_in(make_nation(tmp_path, inputs=INPUTS, rules={"A": "to: x"}, west=west))

    assert others == []
    assert (one.check, one.file.endswith("west.yaml"), one.line >= 4, bool(one.ids)) == ("words", True, True, True)
    assert word in str(one.message) and near in str(one.hint)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("in: wst, case: {need: focus, level: base, age: 9}, to: x", "wst"),
        ("in: nation, case: {need: focus, level: base, age: 9}, to: xx", "xx"),
        ("in: nation, case: {need: focus, level: base, age: 9}, to: x, chain: [x, yy]", "yy"),
        ("in: nation, case: {need: focus, level: base, age: 9}, to: x, source: papr", "papr"),
    ],
)
def test_an_unknown_word_of_a_vignette_is_named(tmp_path, row, word):
    found = found_in(make_nation(tmp_path, rules={"A": "to: x"}, seen={"layer": "vignettes", "cases": {"V": row}}))

    assert ("words", ("V",)) in {(one.check, one.ids) for one in found}
    assert any(word in str(one.message) for one in found)


def test_an_unknown_asker_of_a_group_is_named(tmp_path):
    one = the_error(make_nation(tmp_path, inputs=INPUTS, askers="{family: [guardan]}", rules={"A": "to: x"}))

    assert (one.check, "guardan" in str(one.message), str(one.hint)) == ("words", True, "Did you mean guardian?")


@pytest.mark.parametrize(
    ("when", "check", "quoted"),
    [
        ("{age: 17-6}", "shape", "17-6"),
        ("{age: 0-21}", "words", "0-21"),
        ("{age: nine}", "shape", "nine"),
        ("{age: 9y13m}", "shape", "9y13m"),
        ("{age: [6, 7]}", "shape", "[6, 7]"),
        ("{need: []}", "shape", "need"),
        ("{tried: {a: []}}", "shape", "tried.a"),
        ("{from: guardian}", "NB5", "guardian"),
        ("{from: [guardian, school]}", "NB5", "guardian"),
        ("{needs: focus}", "shape", "needs"),
        ("{need: [focus, focus]}", "shape", "focus"),
        ("[focus]", "shape", "focus"),
        ("focus", "shape", "focus"),
        ("{level: .nan}", "words", ".nan"),
        ("{level: 1e3}", "words", "1e3"),
        ("{level: 012}", "words", "012"),
        ("{level: no}", "words", "no"),
        ("{age: 0x10}", "shape", "0x10"),
        ("{age: 1_0}", "shape", "1_0"),
        ("{age: ٩}", "shape", "٩"),
        ("{level: null}", "words", "null"),
        ("{level: ~}", "shape", "~"),
        ("{level: }", "shape", "level"),
    ],
)
def test_a_condition_that_cannot_be_is_refused_and_quoted(tmp_path, when, check, quoted):
    one = the_error(make_nation(tmp_path, inputs=INPUTS, rules={"A": f"when: {when}, to: x"}))

    assert (one.check, one.ids) == (check, ("A",))
    assert quoted in str(one.message) and "A" in str(one.message) and one.hint and one.line > 5


@pytest.mark.parametrize("section", ["gates", "hand_overs", "replaces", "open"])
@pytest.mark.parametrize(
    ("when", "quoted"),
    [("{age: 9-3}", "9-3"), ("{age: 3-30}", "3-30"), ("{level: []}", "level"), ("{from: guardian}", "guardian")],
)
def test_every_condition_is_judged_alike(tmp_path, section, when, quoted):
    nation = {"gates": f"{{protection: [{when}]}}", "protection": {"P": "to: x"}} if section == "gates" else {}
    rows = {
        "hand_overs": f"by: x, when: {when}, adds: a",
        "replaces": f"rule: A, when: {when}, to: x",
        "open": f"rule: A, when: {when}",
    }
    west = {"layer": "region", "within": "nation", **({section: {"N": rows[section]}} if section in rows else {})}

    one = the_error(make_nation(tmp_path, inputs=INPUTS, rules={"A": "to: x"}, west=west, **nation))

    assert one.check in ("shape", "words", "NB5")
    assert quoted in str(one.message) and one.hint


@pytest.mark.parametrize(
    ("row", "key", "found"),
    [
        ("when: {level: base}", "to", ""),
        ("to: [x, y]", "to", "[x, y]"),
        ("to: x, becuse: So", "becuse", "So"),
        ("to: x, because: ''", "because", ""),
        ("to: x, answer_within: {days: ten, kind: law}", "answer_within.days", "ten"),
        ("to: x, answer_within: {days: 3, kind: rule}", "answer_within.kind", "rule"),
        ("to: x, how: {family: {way: fax}}", "how.family.way", "fax"),
        ("to: x, valid: {from: someday}", "valid.from", "someday"),
        ("to: x, valid: {from: 2027-01-02, to: 2027-01-01}", "valid", "2027-01-01"),
        ("to: x, requires: [{id: paper}]", "requires.0.text", ""),
        ("to: a b", "to", "a b"),
        ("to: {x: y}", "to", "x: y"),
    ],
)
def test_a_shape_error_names_the_entry_the_key_and_the_value(tmp_path, row, key, found):
    one = the_error(make_nation(tmp_path, rules={"A": row}, units={"x": "", "y": "", "a": ""}))

    assert (one.check, one.ids) == ("shape", ("A",))
    assert "rules A" in str(one.message) and found in str(one.message) and one.hint
    assert key in str(one.message) or key == "valid"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("format: one-way-in/2\nlayer: nation\nid: n\n", 1, "one-way-in/2"),
        ("layer: nation\nid: n\n", 1, "format"),
        ("format: one-way-in/1\nlayer: natoin\nid: n\n", 2, "natoin"),
        ("format: one-way-in/1\nid: n\n", 1, "layer"),
        ("format: one-way-in/1\nlayer: [nation]\nid: n\n", 2, "nation"),
        ("format: one-way-in/1\nlayer: region\nwithin: nation\n", 1, "id"),
        ("format: one-way-in/1\nlayer: region\nid: [n]\nwithin: nation\n", 3, "n"),
        ("format: one-way-in/1\nlayer: {a: b}\nid: n\n", 2, "a"),
        ("- a\n- b\n", 1, "keys"),
        ("just words\n", 1, "keys"),
        ("format: one-way-in/1\nlayer: region\nid: n\nwithin: nation\nrulez: []\n", 5, "rulez"),
        ("format: one-way-in/1\nlayer: region\nid: n\nwithin: nation\nunits: [{name: x}]\n", 5, "units"),
        ("format: one-way-in/1\nlayer: region\nid: n\nwithin: nation\nreplaces: {A: x}\n", 5, "replaces"),
        ("format: one-way-in/1\nlayer: region\nid: n\n", 2, "within"),
        ("format: one-way-in/1\nlayer: region\nid: n\nwithin: n\n", 4, "region"),
        ("format: one-way-in/1\nlayer: region\nid: nation\nwithin: nation\n", 2, "nation"),
    ],
)
def test_a_file_that_is_no_layer_is_one_finding_or_two(tmp_path, text, line, word):
    folder = make_nation(tmp_path, rules={"A": "to: x"})
    (folder / "odd.yaml").write_text(text, encoding="utf-8")

    found = [one for one in found_in(folder) if one.file.endswith("odd.yaml")]

    assert 1 <= len(found) <= 2
    assert any(one.line == line and word in str(one.message) and one.hint for one in found)


@pytest.mark.parametrize(
    "text", ["max_hand_overs: ten", "max_hand_overs: -1", "max_hand_overs: 1.5", "max_hand_overs: [3]"]
)
def test_the_most_hand_overs_is_a_number(tmp_path, text):
    key, _, value = text.partition(": ")

    one = the_error(make_nation(tmp_path, rules={"A": "to: x"}, **{key: value}))

    assert one.check == "shape" and value.strip("[]") in str(one.message)


def test_a_nation_without_inputs_and_a_folder_without_nation_are_named(tmp_path):
    bare = make_base(tmp_path / "bare", nation={"inputs": None})
    none = make_base(tmp_path / "none")
    (none / "nation.yaml").unlink()

    assert "inputs" in str(found_in(bare)[0].message)
    assert "no nation layer" in str(found_in(none)[0].message)


@pytest.mark.parametrize("fault", ["units: {[", "units:\n\t- x", "&a b: c"])
def test_a_region_that_cannot_be_read_is_one_finding_and_none_in_what_lies_below_it(tmp_path, fault):
    folder = make_base(tmp_path)
    path = folder / "west.yaml"
    path.write_text(path.read_text() + fault + "\n")

    found = found_in(folder)

    assert {one.file for one in found} == {str(path)}
    assert len(found) <= 2


def test_vignettes_of_other_areas_are_judged_when_one_area_cannot_be_read(tmp_path):
    wrong = {
        "V9": "in: nation, case: {need: speech, level: base, age: 3}, to: clinic",
        "V8": "in: almby, case: {need: speech, level: base, age: 3}, to: clinic",
    }
    folder = make_base(tmp_path, cases={"cases": wrong})
    (folder / "west.yaml").write_text("format: one-way-in/1\nlayer: region\nid: west\nwithin: nation\nunits: {[\n")

    assert [(one.check, one.ids) for one in found_in(folder)] == [("syntax", ()), ("vignettes", ("V9", "T1"))]


def test_a_faulty_source_is_not_also_an_unknown_one(tmp_path):
    papers = {"layer": "sources", "sources": {"paper": "review: soon"}}

    one = the_error(make_nation(tmp_path, rules={"A": "to: x, source: paper"}, papers=papers))

    assert (one.check, one.ids) == ("shape", ("paper",))


@pytest.mark.parametrize("read_on", ["2026", "2026-09", "2026-09-30"])
def test_a_source_says_as_much_of_the_day_of_its_reading_as_is_known(tmp_path, read_on):
    folder = make_nation(tmp_path, rules={"A": "to: x, source: paper"}, papers={
        "layer": "sources", "sources": {"paper": f"read_on: {read_on}"}})

    assert found_in(folder) == []


@pytest.mark.parametrize("read_on", ["26", "2026-13", "2026-02-30", "2026-", "last year"])
def test_a_reading_on_no_day_is_refused_with_what_may_be_written(tmp_path, read_on):
    folder = make_nation(tmp_path, rules={"A": "to: x, source: paper"}, papers={
        "layer": "sources", "sources": {"paper": f"read_on: {read_on}"}})

    one = the_error(folder)

    assert (one.check, one.ids) == ("shape", ("paper",))
    assert read_on in str(one.message) and "2026-11 or 2026" in str(one.hint)


def test_what_looks_like_a_personal_number_is_refused_and_not_repeated(tmp_path):
    error = the_error(make_nation(tmp_path, rules={"A": "to: x, because: Som för 19121212-1212"}))

    assert (error.check, error.ids) == ("shape", ("A",))
    assert "personal identity number" in str(error.message) and "1212" not in f"{error.message}{error.hint}"
