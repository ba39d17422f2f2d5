"""The documented cases of questions that went round, as examples; what they come to is counted nowhere."""

from dataclasses import dataclass

from directory.i18n import pick
from directory.journal import flows
from directory.routing import Said, Words, said
from directory.web.counts import listed_text
from directory.web.desk.bounce_words import BASES, REASONS
from directory.web.desk.bounces_page import PairLine, unit_name
from directory.web.desk.flow import Flow, flow_of


@dataclass(frozen=True, slots=True)
class Example:
    """A case: the `way` that the question went, what happened and what should have, and what says so.

    `vignettes`: pairs of an area, as addresses say it, and an id on the page of the vignettes.
    """

    id: str
    way: tuple[str, ...]
    about: str
    reason: str
    what: Said | None
    should: Said | None
    basis: str
    sources: tuple[Said, ...]
    vignettes: tuple[tuple[str, str, Said], ...]


@dataclass(frozen=True, slots=True)
class ExamplesPage:
    cases: tuple[Example, ...]
    flow: Flow | None
    pairs: tuple[PairLine, ...]
    edition: str


def examples_page(edition, cases, *, language):
    """The page of the documented cases."""
    words = Words(edition.catalogue, language, edition.ruleset.nation.units)
    vignettes = {one.id: one for one in edition.ruleset.base.vignettes}
    pairs = [(unit_name(one.one, words), unit_name(one.other, words), one) for one in flows(cases)]
    return ExamplesPage(
        tuple(_example(one, edition, words, vignettes) for one in cases),
        flow_of((one, other, found.least, listed_text(found)) for one, other, found in pairs),
        tuple(PairLine(one, other, listed_text(found)) for one, other, found in pairs), edition.id)


def _example(case, edition, words, vignettes):
    group = edition.catalogue.groups.get(case.need_group)
    sources, language = edition.ruleset.base.sources, words.language
    known = (vignettes[one] for one in case.vignettes if one in vignettes)
    return Example(
        case.id, tuple(unit_name(one, words) for one in case.way), pick(group.name, language) if group else "",
        str(REASONS.get(case.reason, "")), said(case.what, language), said(case.should, language),
        str(BASES[case.basis]),
        tuple(said(sources[one].title.by_language, language) or Said(one) for one in case.sources if one in sources),
        tuple((one.area, one.id, said(one.title.by_language, language) if one.title else Said(one.id))
              for one in known))
