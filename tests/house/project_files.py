"""The project's own files as the tests on the code itself see them: everything but what .gitignore names."""

import ast
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IGNORED = [".git", *(line for line in (ROOT / ".gitignore").read_text("utf-8").split("\n") if line and line[0] != "#")]


@dataclass(frozen=True)
class Module:
    name: str  # as it is imported: directory.rules.decide
    path: Path
    tree: ast.Module

    @property
    def package(self):
        """What a relative import in this module starts from."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    def at(self, node):
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"


def listed(folder):
    """What lies directly in a folder, in order."""
    return sorted(path for path in folder.iterdir() if not any(fnmatch(path.name, pattern) for pattern in IGNORED))


def files_below(*names, suffixes=()):
    """All files of the named folders and files (of the project when none is named), or those with a suffix."""
    waiting = [ROOT / name for name in names] or [ROOT]
    while waiting:
        path = waiting.pop()
        if path.is_dir():
            waiting += listed(path)
        elif path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def module(source, *, name="directory.example", path=ROOT / "directory" / "example.py"):
    """A module made of a text, for the tests of a finder."""
    return Module(name, path, ast.parse(source))


def modules():
    """Every module of the package, parsed and not run."""
    found = []
    for path in files_below("directory", suffixes=(".py",)):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(module(path.read_text("utf-8"), name=name, path=path))
    return sorted(found, key=lambda one: one.name)
