"""The coordinators' guide tells the truth: its worked example comes out, its generated pages are those of today."""

import ast
import re
import shutil
from pathlib import Path

import pytest
import yaml

from directory.cli.rules import rules
from directory.rules import shapes
from directory.rules.sections import read_section
from directory.rules.sheets import KEYS, Sheet
from directory.rules.written_values import Refused
from directory.yaml_lines import read_bytes
from tests.house.project_files import ROOT, modules
from tests.house.worked_example import BLOCK, carry_out, is_as_shown
from tools import guide
from tools.error_page import check_parts, in_swedish, manuals, refused_lines

WAY_IN = ROOT / "routing_rules" / "README.md"
EXAMPLE = ROOT / "docs" / "regler" / "andra_en_regel.md"
GUIDE = (WAY_IN, EXAMPLE, *(ROOT / path for path in guide.PAGES))
MOST_LIX = 35  # words a sentence plus per cent of words longer than 6 letters; below 30 is very easy (Björnsson 1968)
AREAS = ("generic", "gavleborg", "hudiksvall")  # what the example rests on; the others would only take time
PARTS = guide.said_by_hand("keys.yaml")
LIMITS = guide.said_by_hand("limits.yaml")


@pytest.fixture
def project(tmp_path):
    """A copy of the rules that the example changes, beside the catalogue; other areas are left out."""
    listed = yaml.safe_load((ROOT / "seed" / "areas.yaml").read_text("utf-8"))["areas"]
    others = {one["id"] for one in listed}.difference(AREAS)

    def left_out(folder, names):
        return [name for name in names if name in others or areas_of(Path(folder, name)) & others]

    shutil.copytree(ROOT / "routing_rules", tmp_path / "routing_rules", ignore=left_out)
    (tmp_path / "seed").symlink_to(ROOT / "seed")
    return tmp_path


def areas_of(path):
    """The areas that the vignettes or waivers of a file are in."""
    text = path.read_text("utf-8") if path.suffix == ".yaml" else ""
    return set(re.findall(r"\b(?:in|area): ([\w-]+)", text))


def test_every_step_of_the_worked_example_comes_out_as_the_page_shows(project):
    steps = list(carry_out(EXAMPLE.read_text("utf-8"), project))

    assert [(shown, came) for shown, came in steps if not is_as_shown(shown, came)] == []
    assert re.findall(r"^Fel: (\d)", "".join(shown for shown, _ in steps), re.MULTILINE) == ["1", "1", "0"]


def test_an_output_that_differs_from_the_page_is_found():
    assert is_as_shown("…\nFel: 0. …\n", "note\nmore\nFel: 0. Varningar: 0.\n")
    assert not is_as_shown("…\nFel: 0. …\n", "note\nFel: 1. Varningar: 0.\n")
    assert not is_as_shown("Fel: 0.\n", "note\nFel: 0.\n")


@pytest.mark.parametrize("path", GUIDE, ids=str)
def test_a_page_of_the_guide_names_no_command_that_is_not_there(path):
    named = set(re.findall(r"envagin rules (\w+)", path.read_text("utf-8")))

    assert named - rules.commands.keys() == set()


@pytest.mark.parametrize("path", guide.PAGES)
def test_a_generated_page_is_the_one_that_make_docs_writes(path):
    assert (ROOT / path).read_text("utf-8") == guide.page(path)


def test_a_check_without_swedish_words_is_refused():
    words = guide.said_by_hand("checks.yaml")
    del words["ages"]

    with pytest.raises(KeyError, match="ages"):
        check_parts(words, guide.said_by_hand("phrases.yaml"), guide.said_by_hand("more.yaml"))


def test_no_sentence_is_kept_that_no_example_has():
    examples = "".join(manuals().values())

    assert [one for one in guide.said_by_hand("phrases.yaml")["sentences"] if one not in examples] == []


def test_an_example_that_a_check_finds_nothing_in_is_refused():
    more = guide.said_by_hand("more.yaml") | {"lines": {"words": ["closed: [jour]"]}}

    with pytest.raises(ValueError, match="words finds nothing"):
        list(refused_lines("words", more))


def test_a_sentence_of_an_example_without_swedish_is_refused():
    with pytest.raises(KeyError, match="Nobody has said this"):
        in_swedish({"base.yaml": "because: Nobody has said this\n"}, guide.said_by_hand("phrases.yaml"))


def test_an_example_is_put_into_swedish_word_by_word():
    files = {"base.yaml": "rules: [{id: A1, to: clinic, because: Two goes on}]\nformat: one-way-in/1\n"}

    shown = in_swedish(files, guide.said_by_hand("phrases.yaml"))

    assert shown == {"landet.yaml": "rules: [{id: A1, to: mottagning, because: Två tar vid}]\nformat: one-way-in/1\n"}


def keys_of(shape):
    """The keys of a shape but those that are there to be refused; a replacement's are its own alone."""
    found = {key for key, field in shapes.schema(shape).fields.items() if not isinstance(field, Refused)}
    return found - keys_of(shapes.RuleShape) if shape is shapes.ReplaceShape else found


def test_every_key_of_the_format_is_explained_and_no_other():
    made = {name: keys_of(one) for name, one in vars(shapes).items()
            if isinstance(one, type) and issubclass(one, shapes.Shape) and one is not shapes.Shape}

    assert {name: set(part["keys"]) for name, part in PARTS.items()} == {"file": set().union(*KEYS.values()), **made}


@pytest.mark.parametrize("name", sorted(PARTS.keys() - {"file"}))
def test_the_example_of_a_key_has_the_form_that_is_read(name):
    for key, (_, example) in PARTS[name]["keys"].items():
        entry, faults = read_bytes(example.encode(), "example")

        assert (list(entry), faults) == ([key], [])
        assert shapes.schema(getattr(shapes, name)).fields[key].deserialize(entry[key])


def test_the_example_of_a_key_at_the_top_of_a_file_is_read_whole():
    for key, (_, example) in PARTS["file"]["keys"].items():
        top, faults = read_bytes(example.encode(), "example")

        assert (list(top), faults) == ([key], [])
        assert read_section(Sheet("example", "region", "west", top), key, top[key]) == []


def limits_named_in(tree):
    """The constants that sentences name as the most there may be."""
    said = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"]
    words = [word for call in said for word in call.keywords if word.arg == "most"]
    return {word.value.id for word in words if isinstance(word.value, ast.Name) and word.value.id.isupper()}


def test_every_limit_that_a_fault_can_name_is_on_the_page():
    readers = [one for one in modules() if one.name.startswith(("directory.rules.", "directory.yaml_lines"))]
    named = set().union(*(limits_named_in(one.tree) for one in readers))

    assert named
    assert named - {place.rpartition(".")[2] for place in LIMITS} == set()


def test_the_rule_that_the_way_in_reads_is_the_one_in_force():
    (read,) = yaml.safe_load(dict(BLOCK.findall(WAY_IN.read_text("utf-8")))["yaml"])

    rules = yaml.safe_load((ROOT / "routing_rules" / "generic" / "mood.yaml").read_text("utf-8"))["rules"]

    (there,) = [rule for rule in rules if rule["id"] == read["id"]]
    assert read == {key: there[key] for key in read}


def lix_of(page):
    """How hard a page is to read; files, commands and what stands in a heading's mark are no sentences."""
    prose = re.sub(r"<!--.*?-->|^```.*?^```$|`[^`\n]+`|\]\(.*?\)", "", page, flags=re.MULTILINE | re.DOTALL)
    sentences = [one for one in re.split(r"(?<=[.!?:])\s+|\n{2,}|\|", prose) if re.search(r"[^\W\d]{2}", one)]
    words = re.findall(r"[^\W\d_]+", prose)
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("path", GUIDE, ids=str)
def test_a_page_of_the_guide_is_easy_to_read(path):
    assert lix_of(path.read_text("utf-8")) < MOST_LIX


def test_a_page_that_is_hard_to_read_is_found():
    assert lix_of("Samverkansöverenskommelsens ansvarsfördelning regleras överenskommelsevis.") > MOST_LIX


@pytest.mark.parametrize("path", GUIDE, ids=str)
def test_a_link_leads_to_a_page_and_a_heading_that_are_there(path):
    for target in re.findall(r"\]\(([^)]*)\)", path.read_text("utf-8")):
        file, _, heading = target.partition("#")
        page = (path.parent / file if file else path).read_text("utf-8")

        assert not heading or re.search(rf"^#+ {re.escape(heading)}$", page, re.MULTILINE | re.IGNORECASE), target
