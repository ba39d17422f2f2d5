"""The size limits of CONTRIBUTING.md."""

import ast

from tests.house.project_files import module, modules

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60  # its docstring and decorators not counted
MOST_BRANCHES = 10  # `and`, `or`, conditional expressions and comprehensions count as well
MOST_PARAMETERS = 6  # `self` and `cls` not counted
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.BoolOp, ast.comprehension,
            ast.match_case)


def lines_of(function):
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = first.end_lineno - first.lineno + 1 if is_docstring else 0
    return function.end_lineno - function.lineno + 1 - docstring


def parameters_of(function):
    given = function.args
    names = [arg.arg for arg in (*given.posonlyargs, *given.args)]
    return len(names) + len(given.kwonlyargs) - (names[:1] in (["self"], ["cls"]))


def too_large(one):
    """A sentence for each function of a module that is past a limit."""
    for function in (node for node in ast.walk(one.tree) if isinstance(node, FUNCTIONS)):
        branches = sum(isinstance(node, BRANCHES) for node in ast.walk(function))
        for what, count, most in (
            ("lines", lines_of(function), MOST_LINES_OF_A_FUNCTION),
            ("branches", branches, MOST_BRANCHES),
            ("parameters", parameters_of(function), MOST_PARAMETERS),
        ):
            if count > most:
                yield f"{one.at(function)} {function.name}: {count} {what}, at most {most}"


def test_no_file_is_longer_than_the_limit():
    sizes = {one.path: len(one.path.read_text("utf-8").splitlines()) for one in modules()}

    assert sizes
    assert {path: size for path, size in sizes.items() if size > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_past_a_limit():
    assert [line for one in modules() for line in too_large(one)] == []


def test_a_function_past_each_limit_is_found():
    body = "\n".join(["    if a and b: pass"] * 6 + ["    c = 1"] * 60)

    found = list(too_large(module(f"class C:\n  def f(self, a, b, c, d, *, e, f, g):\n{body}")))

    assert [line.split(": ")[1].split()[1] for line in found] == ["lines,", "branches,", "parameters,"]


def test_a_function_at_each_limit_is_fine():
    body = "\n".join(["    if a: pass"] * 10 + ["    c = 1"] * 49)

    assert list(too_large(module(f"def f(a, b, c, d, e, f):\n    '''Says\n    what.'''\n{body}"))) == []
