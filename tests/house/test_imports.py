"""No rings of imports, no rooms that import each other, no import of our own hidden in a function."""

import ast
from graphlib import CycleError, TopologicalSorter
from importlib.util import resolve_name

from tests.house.project_files import module, modules

IMPORTS = (ast.Import, ast.ImportFrom)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def named_by(statement, one):
    """The dotted names that one import statement may mean; `from a import b` may mean a or a.b."""
    if isinstance(statement, ast.Import):
        return [[alias.name] for alias in statement.names]
    base = resolve_name("." * statement.level + (statement.module or ""), one.package)
    return [[f"{base}.{alias.name}", base] for alias in statement.names]


def statements_below(nodes):
    return {node for top in nodes for node in ast.walk(top) if isinstance(node, IMPORTS)}


def deferred_in(one):
    return statements_below(node for node in ast.walk(one.tree) if isinstance(node, FUNCTIONS))


def only_for_types(one):
    choices = (node for node in ast.walk(one.tree) if isinstance(node, ast.If))
    return statements_below(
        child for choice in choices if "TYPE_CHECKING" in ast.unparse(choice.test) for child in choice.body)


def graph_of(all_modules):
    """Which modules of ours each module imports when it is loaded."""
    known = {one.name for one in all_modules}
    graph = {}
    for one in all_modules:
        at_load = statements_below([one.tree]) - deferred_in(one) - only_for_types(one)
        meant = (next((name for name in names if name in known), None)
                 for statement in at_load for names in named_by(statement, one))
        graph[one.name] = {name for name in meant if name} - {one.name}
    return graph


def ring_in(graph):
    """The modules of one ring of imports, or none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def hidden_in(one):
    """Places where a function imports from the package."""
    return [one.at(statement) for statement in deferred_in(one) for names in named_by(statement, one)
            if names[-1].split(".")[0] == "directory"]


def room_of(name):
    return name.split(".")[1] if "." in name else ""


def rooms_both_ways(graph):
    arrows = {(room_of(name), room_of(target)) for name in graph for target in graph[name]}
    return sorted((one, other) for one, other in arrows if one < other and (other, one) in arrows)


def test_no_modules_import_each_other_in_a_ring():
    assert ring_in(graph_of(modules())) == []


def test_no_two_rooms_import_each_other():
    assert rooms_both_ways(graph_of(modules())) == []


def test_no_function_imports_from_the_package():
    assert [place for one in modules() for place in hidden_in(one)] == []


def test_rings_are_found_through_relative_imports_and_not_through_types():
    a = module("from .b import x", name="directory.a")
    b = module("import directory.c", name="directory.b")
    back = module("from directory import a", name="directory.c")
    typed = module("if TYPE_CHECKING:\n    from directory import a", name="directory.c")

    assert len(ring_in(graph_of([a, b, back]))) == 4
    assert ring_in(graph_of([a, b, typed])) == []


def test_two_rooms_that_import_each_other_are_found():
    graph = {"directory.a.x": {"directory.b.x"}, "directory.b.y": {"directory.a.y", "directory.b.x"}}

    assert rooms_both_ways(graph) == [("a", "b")]


def test_an_import_hidden_in_a_function_is_found():
    assert hidden_in(module("def f():\n    from .b import x")) == ["directory/example.py:2"]
    assert hidden_in(module("def f():\n    import json")) == []
