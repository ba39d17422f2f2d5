"""Heat maps as a page of its own: one file without script, with its style inside, for a printer or a mailbox."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from directory.i18n import translator

TEMPLATES = Path(__file__).parent / "templates"  # the pages of the rules show the heat map with them too


def coverage_page(maps, language):
    """The page that shows some heat maps, one after the other.

    :param maps: `HeatMap`s in the words of `language`
    """
    translate = translator(language)
    pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, extensions=["jinja2.ext.i18n"],
                        trim_blocks=True)
    pages.install_gettext_callables(  # type: ignore[attr-defined]
        translate, lambda one, many, count: translate(one if count == 1 else many), newstyle=True)
    return pages.get_template("coverage.html").render(maps=maps, language=language)
