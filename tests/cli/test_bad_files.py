"""Whatever a rule file holds, `rules verify` says what is wrong where, soon, in little memory, and never falls over."""

import json
import os
from functools import cache

import pytest

from tests.build import make_nation
from tests.cli.commands import envagin

HEAD = b"format: one-way-in/1\nlayer: region\nid: west\nwithin: nation\n"
BOMB = b"a: &a [x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b", ".join([b"*%c" % (name - 1)] * 9)) for name in b"bcdefghij"
)
BAD = {  # what the file holds, a word of the message, the line it names
    "bomb": (HEAD + BOMB, "anchor", 5),
    "tab": (HEAD + b"units:\n\tx: {name: X}\n", "U+0009", 6),
    "latin-1": (HEAD + "title: Å\n".encode("latin-1"), "UTF-8", 5),
    "byte-order mark": (b"\xef\xbb\xbf" + HEAD, "byte-order mark", 1),
    "utf-16": (HEAD.decode().encode("utf-16"), "byte-order mark", 1),
    "utf-16 without mark": (HEAD.decode().encode("utf-16-le"), "U+0000", 1),
    "decomposed": (HEAD + "title: Va\u0308st\n".encode(), "NFC", 5),
    "zero width": (HEAD + "title: We\u200bst\n".encode(), "U+200B", 5),
    "zero width in an id": (
        "format: one-way-in/1\nlayer: region\nid: we\u200bst\nwithin: nation\n".encode(),
        "U+200B",
        3,
    ),
    "escaped zero width": (HEAD + b'title: "We\\u200bst"\n', "U+200B", 5),
    "escaped bell": (HEAD + b'title: "We\\ast"\n', "U+0007", 5),
    "non-breaking space": (HEAD + "title: We\xa0st\n".encode(), "U+00A0", 5),
    "soft hyphen": (HEAD + "title: We\xadst\n".encode(), "U+00AD", 5),
    "right to left": (HEAD + "title: We\u202est\n".encode(), "U+202E", 5),
    "null": (HEAD + b"title: We\0st\n", "U+0000", 5),
    "empty": (b"", "empty", 1),
    "blank": (b"\n  \n", "empty", 1),
    "only a comment": (b"# nothing\n", "keys", 1),
    "five megabytes": (HEAD + b"# " + b"x" * 5_000_000 + b"\n", "larger", 1),
    "deep": (HEAD + b"units: " + b"[" * 100 + b"]" * 100 + b"\n", "deep", 5),
    "deep maps": (HEAD + b"units: " + b"{a: " * 10_000 + b"\n", "deep", 5),
    "duplicate key": (HEAD + b"title: A\ntitle: B\n", "twice", 6),
    "two documents": (HEAD + b"---\n" + HEAD, "documents", 5),
    "anchor": (HEAD + b"title: &t West\n", "anchor", 5),
    "alias": (HEAD + b"title: *t\n", "alias", 5),
    "merge key": (HEAD + b"units:\n  <<: {a: b}\n", "<<", 6),
    "tag": (HEAD + b"title: !!python/object/apply:os.system [ls]\n", "tag", 5),
    "own tag": (HEAD + b"title: !x West\n", "tag", 5),
    "directive": (b"%YAML 1.1\n---\n" + HEAD, "directive", 1),
    "unclosed": (HEAD + b"units: {x: {name: X}\n", "YAML", 6),
    "no mapping": (b"- a\n", "keys", 1),
    "binary": (bytes(range(256)) * 40, "UTF-8", 2),
    "list as key": (HEAD + b"? [a, b]\n: c\n", "key", 5),
    "two receivers": (HEAD + b"replaces:\n  - {id: R, rule: A, to: [x, y], because: Two}\n", "exactly one", 6),
    "not a number": (HEAD + b"replaces:\n  - {id: R, rule: A, to: .nan, because: None}\n", ".nan", 6),
    "a number": (HEAD + b"replaces:\n  - {id: R, rule: A, to: 1e3, because: None}\n", "1e3", 6),
    "octal": (HEAD + b"replaces:\n  - {id: R, rule: A, to: 012, because: None}\n", "012", 6),
    "norway": (HEAD + b"replaces:\n  - {id: R, rule: A, to: no, because: None}\n", "unknown unit: no", 6),
    "a day": (HEAD + b"replaces:\n  - {id: R, rule: A, to: 2026-01-01, because: None}\n", "2026-01-01", 6),
    "many aliases": (HEAD + b"units: [" + b"*a, " * 30_000 + b"]\n", "alias", 5),
    "many tabs": (HEAD + b"#\t\n" * 30_000, "U+0009", 5),
    "a long line": (HEAD + b"title: " + b"x" * 300_000 + b"\n", "sentence", 5),
    "many keys": (HEAD + b"".join(b"k%d: v\n" % n for n in range(20_000)), "k1", 6),
}


@pytest.fixture
def folder(tmp_path):
    return make_nation(tmp_path, rules={"A": "to: x"}, units={"y": ""})


@cache
def starting():
    """What the command costs that does nothing, on this machine now."""
    return envagin("settings")


def is_refused_well(ran, place):
    assert ran.status == 1
    assert "Traceback" not in ran.text
    assert place in ran.out
    more = ran.seconds / starting().seconds, ran.megabytes - starting().megabytes
    assert (more[0] < 4, more[1] < 150) == (True, True), more
    return True


@pytest.mark.parametrize(("content", "word", "line"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_with_its_line(folder, content, word, line):
    (folder / "bad.yaml").write_bytes(content)

    ran = envagin("rules", "verify", folder)

    assert is_refused_well(ran, f"bad.yaml:{line}: error: ")
    assert word in ran.out


def test_a_merge_key_is_called_by_its_name(folder):
    (folder / "bad.yaml").write_bytes(HEAD + b"units:\n  <<: {name: X}\n")

    assert "merge key" in envagin("rules", "verify", folder).out


def test_all_faults_of_all_files_are_told_at_once(folder):
    for name, (content, _, _) in BAD.items():
        if len(content) < 10_000:
            (folder / f"{name}.yaml").write_bytes(content)

    ran = envagin("rules", "verify", folder)

    assert ran.status == 1
    assert all(f"{name}.yaml:{line}" in ran.out for name, (content, _, line) in BAD.items() if len(content) < 10_000)


def test_a_folder_that_is_not_there_or_holds_no_rules_is_refused(tmp_path):
    (tmp_path / "file.yaml").write_text("format: one-way-in/1\n")
    (tmp_path / "empty").mkdir()

    for name, word in (("missing", "does not exist"), ("empty", "no rule files"), ("file.yaml", "does not exist")):
        assert is_refused_well(envagin("rules", "verify", tmp_path / name), word)


def test_a_folder_with_the_name_of_a_file_is_read_as_a_folder(folder):
    (folder / "x.yaml").mkdir()
    (folder / "x.yaml" / "bad.yaml").write_bytes(b"- a\n")

    assert is_refused_well(envagin("rules", "verify", folder), "x.yaml/bad.yaml:1")


def test_a_ring_of_links_a_broken_link_and_a_pipe_are_refused(folder):
    (folder / "ring.yaml").symlink_to(folder / "gnir.yaml")
    (folder / "gnir.yaml").symlink_to(folder / "ring.yaml")
    (folder / "gone.yaml").symlink_to(folder / "nowhere")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "endless.yaml").symlink_to("/dev/zero")

    ran = envagin("rules", "verify", folder)

    assert all(is_refused_well(ran, f"{name}.yaml:1") for name in ("ring", "gnir", "gone", "pipe", "endless"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_refused(folder):
    (folder / "bad.yaml").write_bytes(HEAD)
    (folder / "bad.yaml").chmod(0)

    assert is_refused_well(envagin("rules", "verify", folder), "bad.yaml:1")


def test_a_file_whose_name_is_no_text_is_named_all_the_same(folder):
    with open(os.fsencode(folder) + b"/bad\xff.yaml", "wb") as file:
        file.write(b"- a\n")

    for form in ("text", "json", "sarif"):
        assert is_refused_well(envagin("rules", "verify", folder, "--format", form), "bad")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_is_refused_is_still_json_alone_on_standard_output(folder, form, language):
    (folder / "bad.yaml").write_bytes(HEAD + "title: We\u200bst\n".encode())

    ran = envagin("rules", "verify", folder, "--format", form, language=language)

    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out)
