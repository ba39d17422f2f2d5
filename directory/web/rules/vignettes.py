"""The vignettes: referrals with a published answer, beside what the rules answer."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from directory.i18n import translator
from directory.routing import Said, Words, kind_name, text_of
from directory.rules.cases import ANY
from directory.rules.model import ACUTE, AGE, FACTS, LEVEL, NEED, TRIED
from directory.web.areas import AreaName, area_name, area_names
from directory.web.askers import askers
from directory.web.notes import SourceNote, source_notes

ASKED = (LEVEL, ACUTE)  # what a case says beside need, age and what stands in groups


@dataclass(frozen=True, slots=True)
class VignetteRow:
    """A vignette: the case in words, what is `expected`, `got` by the `rules`, and `why` where it does not come out."""

    id: str
    title: Said
    area: AreaName
    need: str
    need_name: str
    story: Said | None
    case: tuple[str, ...]
    expected: tuple[Said, ...]
    also: tuple[Said, ...]
    never: tuple[Said, ...]
    chain: tuple[Said, ...]
    got: Said | None
    rules: tuple[str, ...]
    way: tuple[Said, ...]
    ok: bool
    near: bool
    why: str
    because: Said | None
    sources: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class VignettesPage:
    """`all` of them or those of one area; how many of the shown ones come out."""

    areas: tuple[AreaName, ...]
    area: AreaName | None
    rows: tuple[VignetteRow, ...]
    passed: int
    sources: tuple[SourceNote, ...]
    day: str
    edition: str


def vignettes_page(edition, area, *, language, day, answers):
    """The vignettes of an area, of every area where it is None."""
    ruleset = edition.ruleset
    shown = [one for one in answers if area is None or one.vignette.area == area.id]
    words = {one.vignette.area: Words(edition.catalogue, language, ruleset.areas[one.vignette.area].units)
             for one in answers}
    plain = Words(edition.catalogue, language, {})
    rows = tuple(_row(one, ruleset, words[one.vignette.area]) for one in shown)
    named = source_notes((source for row in rows for source in row.sources), ruleset.base.sources,
                         language=language, day=day)
    return VignettesPage(
        area_names(ruleset, plain, area.id if area else None), area_name(area, plain) if area else None, rows,
        sum(row.ok for row in rows), named, day.isoformat(), edition.id,
    )


def _row(one, ruleset, words):
    vignette, judged, language = one.vignette, one.judged, words.language
    need = str(vignette.case.get(NEED))

    def names(kinds):
        return tuple(kind_name(kind, words) for kind in kinds or ())

    return VignetteRow(
        vignette.id, text_of(vignette.title, language) or Said(vignette.id),
        area_name(ruleset.areas[vignette.area], words), need, words.need(need), text_of(vignette.story, language),
        tuple(_case_lines(vignette.case, words)), names(vignette.to), names(vignette.also), names(vignette.never),
        names(vignette.chain), kind_name(judged.got, words) if judged.got else None, one.rules, names(one.way),
        judged.ok, judged.near, judged.why.text(translator(language)) if judged.why else "",
        text_of(vignette.because, language), vignette.source, f"{vignette.place.file}:{vignette.place.line}",
    )


def _case_lines(case: Any, words):
    """What a case says, as it was written: age, level, urgency, what has been tried, facts, who asks."""
    if "from" in case:
        yield _("Who asks") + ": " + (askers().get(case["from"]) or words.unit(case["from"]))
    yield f"{words.input(AGE)}: {words.value(AGE, str(case.get(AGE)))}"
    for name in ASKED:
        if name in case:
            value = _("every level") if case[name] == ANY else words.value(name, str(case[name]))
            yield f"{words.input(name)}: {value}"
    for group, prefix in (("tried", TRIED), ("facts", FACTS)):
        for name, value in (case.get(group) or {}).items():
            yield f"{words.input(prefix + name)}: {words.value(prefix + name, str(value))}"
