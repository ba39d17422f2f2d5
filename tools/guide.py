"""Writes the generated pages of the coordinator's guide: `python -m tools.guide`, or `make docs`.

What is said by hand stands in guide_pages/. What the program knows (checks, limits, vocabulary) is asked of it, so that
no page tells of a check or a word that is not there.
"""

import re
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from directory.catalogue import load_seed
from directory.rules import load
from directory.rules.model import NATION
from tools.error_page import check_parts, limits

ROOT = Path(__file__).resolve().parents[1]
HAND_WRITTEN = Path(__file__).parent / "guide_pages"


def said_by_hand(name):
    """A file of texts."""
    return yaml.safe_load((HAND_WRITTEN / name).read_text("utf-8"))


def errors():
    """What the page of every error shows."""
    more = said_by_hand("more.yaml")
    parts = check_parts(said_by_hand("checks.yaml"), said_by_hand("phrases.yaml"), more)
    return {"checks": parts, "more": more, "limits": list(limits(said_by_hand("limits.yaml")))}


def vocabulary():
    """What the page of words shows: the nation's inputs and kinds of unit, and the catalogue's names for them."""
    base = load(ROOT / "routing_rules", only="generic").base
    nation = next(one for one in base.layers.values() if one.tier == NATION)
    seed, _ = load_seed(ROOT / "seed")
    return {"inputs": base.inputs, "most_hand_overs": base.max_hand_overs, "units": nation.units, "seed": seed,
            "keys": said_by_hand("keys.yaml")}


PAGES = {"docs/regler/fel.md": ("fel.md.j2", errors), "docs/regler/ord.md": ("ord.md.j2", vocabulary)}


def page(path):
    """The text of a generated page, as it should be."""
    templates = Environment(loader=FileSystemLoader(HAND_WRITTEN), undefined=StrictUndefined, trim_blocks=True,
                            lstrip_blocks=True, keep_trailing_newline=True)
    name, shown = PAGES[path]
    return re.sub(r"\n{3,}", "\n\n", templates.get_template(name).render(shown()))  # where loops leave blank lines


def main():
    for path in PAGES:
        (ROOT / path).write_text(page(path), "utf-8")


if __name__ == "__main__":
    main()
