"""The index: made in memory, the same for all threads, and Whoosh behind one door."""

import ast
from concurrent.futures import ThreadPoolExecutor

from directory.search import SearchQuery, find, index_of
from directory.search.weights import weighed
from tests.house.project_files import modules
from tests.records import make_catalogue
from tests.search.build import INDEX, ask

QUERIES = ["skolsköterskan", "sover inte", "bup 9 år almby", "pizza", "ungdoms mottagning", "anxiety", "skolsköterka"]


def names_imported(one):
    return [alias.name if isinstance(node, ast.Import) else node.module or ""
            for node in ast.walk(one.tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names]


def test_one_module_alone_knows_whoosh():
    knowing = [one.name for one in modules() if any(name.split(".")[0] == "whoosh" for name in names_imported(one))]

    assert knowing == ["directory.search.weights"]


def test_threads_that_search_at_once_find_what_one_finds_alone():
    alone = [ask(words) for words in QUERIES]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda words: ask(words), QUERIES * 40))

    assert together == alone * 40


def test_the_same_catalogue_makes_the_same_index():
    again = index_of(INDEX.catalogue)

    assert (again.weights, again.tells, again.places) == (INDEX.weights, INDEX.tells, INDEX.places)


def test_a_catalogue_without_records_finds_nothing():
    empty = make_catalogue(agencies=[], roles=[], needs=[], processes=[], units=[])

    assert not find(index_of(empty), SearchQuery("bup")).sure


def test_a_word_that_few_records_have_weighs_more_and_so_does_one_in_a_short_record():
    records = [{"called": words.split()} for words in ("bup barn", "um barn", "um barn kille tjej ung vuxen", "barn")]

    weights = weighed(records, ("called",))["called"]

    assert weights["bup"][0] > weights["um"][1] > weights["um"][2]
    assert weights["barn"][3] > weights["barn"][2]
