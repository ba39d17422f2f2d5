"""A folder of rule files → a rule base and every fault of every file. It judges words and ids, not what the rules mean."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from directory.findings import ERROR, Finding, has_errors, in_order, say
from directory.rules.model import (
    ANY, FACTS, MEETING, MUNICIPALITY, NATION, NEED, NO, RULES, STAGES, TIERS, TRIED, YES, Base, Bind, Disputed, Excepted,
    HandOver, Inputs, Layer, Place, ReachHere, Rule, Source, Text, Unit, Vignette, Waiver,
)
from directory.rules.sheets import read_folder, read_sheet
from directory.rules.words import input_values, sets_of, vocabulary_of, word_faults

MOST_HAND_OVERS = 3  # where the nation layer does not say


@dataclass(frozen=True, slots=True)
class Loaded:
    base: Base
    findings: tuple[Finding, ...]


def load(folder):
    """The base of a folder with the findings on its files; a base with errors proves nothing, but what was read is there."""
    sheets, findings, digest = read_folder(folder)
    findings += _structure_faults(sheets, folder) if sheets else []
    words = vocabulary_of(sheets)
    if words:
        for sheet in sheets:
            faults = word_faults(sheet, words)
            sheet.spoilt = sheet.spoilt or has_errors(faults)
            findings += faults
    findings += _id_faults(sheets)
    for sheet in sheets:
        sheet.spoilt = sheet.spoilt or any(one.file == sheet.file and one.level == ERROR for one in findings)
    return Loaded(_base(sheets, digest), tuple(in_order(findings)))


def load_cases(path):
    """The vignettes of one file outside a base, with its faults; its sources and units are not looked up."""
    sheet, findings = read_sheet(path)
    return _vignettes([sheet] if sheet else []), findings


def _structure_faults(sheets, folder):
    """What is wrong with the layers as a whole: no nation, two of them, a parent that does not fit."""
    faults = []

    def fault(sheet, key, message, hint):
        faults.append(Finding("shape", ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,)))

    nations = [sheet for sheet in sheets if sheet.kind == NATION]
    if not nations:
        hint = say("One file must say layer: nation and hold inputs and rules.")
        faults.append(Finding("shape", ERROR, str(folder), 1, say("There is no nation layer."), hint))
    kinds, parents, once = {}, {}, {}
    for sheet in sheets:
        if sheet.kind not in TIERS:
            continue
        if kinds.setdefault(sheet.id, sheet.kind) != sheet.kind:
            fault(sheet, "layer", say("%(id)s is both %(one)s and %(other)s.", id=sheet.id, one=kinds[sheet.id], other=sheet.kind),
                  say("Give the layers different ids."))
        if sheet.kind == NATION and sheet.id != nations[0].id:
            fault(sheet, "id", say("There are two nation layers: %(one)s and %(other)s.", one=nations[0].id, other=sheet.id),
                  say("Use one id in all files of the nation."))
        parent = sheet.fields.get("within")
        if parent and parents.setdefault(sheet.id, parent) != parent:
            fault(sheet, "within", say("%(id)s lies within both %(one)s and %(other)s.", id=sheet.id,
                                       one=parents[sheet.id], other=parent), say("Use one of them in all files."))
        for key in ("inputs", "gates", "max_hand_overs", "unsure", "askers"):
            if key in sheet.top and once.setdefault((sheet.id, key), sheet.file) != sheet.file:
                fault(sheet, key, say("%(key)s stands in two files, also in %(file)s.", key=key, file=once[sheet.id, key]),
                      say("Keep one of them."))
    faults += _parent_faults(sheets, kinds, parents)
    if nations and not any(sheet.top.get("inputs") for sheet in nations):
        fault(nations[0], "inputs", say("The nation layer has no inputs."), say("Say which need, level and age there are."))
    return faults


def _parent_faults(sheets, kinds, parents):
    faults, seen = [], set()
    for sheet in sheets:
        if sheet.kind not in TIERS or sheet.kind == NATION or sheet.id in seen:
            continue
        seen.add(sheet.id)
        parent = parents.get(sheet.id)
        if parent is None and "within" not in sheet.top:
            message = say("The %(layer)s %(id)s does not say what it lies within.", layer=sheet.kind, id=sheet.id)
            faults.append(Finding("shape", ERROR, sheet.file, 1, message, say("Add within: and the id above it."), (sheet.id,)))
        elif parent in kinds and TIERS.index(kinds[parent]) >= TIERS.index(sheet.kind):
            message = say("A %(layer)s cannot lie within a %(other)s.", layer=sheet.kind, other=kinds[parent])
            hint = say("A region lies within the nation, a municipality within a region.")
            faults.append(Finding("shape", ERROR, sheet.file, sheet.line_of("within"), message, hint, (sheet.id,)))
    return faults


_ONE_SPACE = (*STAGES, "replaces", "open", "hand_overs", "cases")


def _id_faults(sheets):
    """Ids that stand twice, unless they are versions of one rule that never hold on the same day."""
    seen, faults = defaultdict(list), []
    for sheet in sheets:
        for section, entries in sheet.entries.items():
            for entry in entries:
                space = "rule" if section in _ONE_SPACE else section
                if section in ("inputs", "gates", "reach", "waivers"):
                    continue
                scope = sheet.id if section == "binds" else ""
                faults += _twice(entry, seen[space, scope, entry.id], sheet)
                seen[space, scope, entry.id].append((entry, sheet))
    return faults


def _twice(entry, earlier, sheet):
    for other, there in earlier:
        versions = entry.section == other.section and entry.section in (*STAGES, "replaces") and sheet.id == there.id
        if versions and _apart(entry.data.get("valid"), other.data.get("valid")):
            continue
        message = say("The id %(id)s stands twice, first in %(file)s:%(line)s.", id=entry.id, file=other.file, line=other.line)
        hint = say("Give one of them another id. Two versions of a rule share an id only if no day belongs to both.")
        return [Finding("ids", ERROR, entry.file, entry.line, message, hint, (entry.id,))]
    return []


def _apart(one, other):
    if one is None or other is None:
        return False
    return bool(one.last and other.first and one.last < other.first or other.last and one.first and other.last < one.first)


def _base(sheets, digest):
    nation = [sheet for sheet in sheets if sheet.kind == NATION]
    inputs = next((one.data for sheet in nation for one in sheet.entries.get("inputs", ())), None)
    gates = next((one.data for sheet in nation for one in sheet.entries.get("gates", ())), {})
    most = next((sheet.fields["max_hand_overs"] for sheet in nation if "max_hand_overs" in sheet.fields), MOST_HAND_OVERS)
    areas = [sheet for sheet in sheets if sheet.kind in TIERS]
    order = sorted({sheet.id: sheet for sheet in reversed(areas)}.values(), key=lambda sheet: (TIERS.index(sheet.kind), sheet.id))
    layers = {sheet.id: _layer(sheet.id, [one for one in areas if one.id == sheet.id]) for sheet in order}
    made_inputs = _inputs(inputs, nation) if inputs else None
    return Base(
        made_inputs, most, {stage: tuple(gates.get(stage, ())) for stage in STAGES if stage != RULES}, layers,
        {one.id: _source(one) for sheet in sheets for one in sheet.entries.get("sources", ())},
        tuple(_waiver(one) for sheet in sheets for one in sheet.entries.get("waivers", ())),
        tuple(_vignettes(sheets)), digest, frozenset(sheet.id for sheet in areas if sheet.spoilt),
    )


def _inputs(data, sheets):

    groups = next((sheet.fields["askers"] for sheet in sheets if "askers" in sheet.fields), {})
    return Inputs(input_values(data), data["age"], data.get("from", ()), {name: frozenset(one) for name, one in groups.items()})


def _layer(area, sheets):
    def each(section):
        return [one for sheet in sheets for one in sheet.entries.get(section, ())]

    def first(key):
        return next((sheet.fields[key] for sheet in sheets if key in sheet.fields), None)

    closed = {kind: Place(sheet.file, sheet.line_of("closed")) for sheet in sheets for kind in sheet.fields.get("closed", ())}
    return Layer(
        id=area, tier=sheets[0].kind, place=Place(sheets[0].file, 1), within=first("within"), title=first("title"),
        units=tuple(_unit(one, area) for one in each("units")),
        rules=tuple(_rule(one, area, section) for section in (*STAGES, "replaces", "open") for one in each(section)),
        hand_overs=tuple(_hand_over(one, area) for one in each("hand_overs")),
        binds=tuple(Bind(one.id, Place(one.file, one.line), tuple(one.data["units"]), one.data.get("own"), one.data.get("lost"))
                    for one in each("binds")),
        closed=closed,
        reach=tuple(ReachHere(one.data["rule"], Place(one.file, one.line), one.data["how"], one.data.get("source", ()))
                    for one in each("reach")),
        same_desk=tuple(members for sheet in sheets for members in sheet.fields.get("same_desk", {}).values()),
        unsure=first("unsure"),
    )


def _rule(one, area, section):
    data = dict(one.data)
    opens = section == "open"
    known = {key: data[key] for key in ("because", "how", "if_wrong", "calls", "answer_within", "valid") if key in data}
    known |= {key: tuple(data[key]) for key in ("requires", "attach", "alongside", "also", "source") if key in data}
    disputed = tuple(Disputed(each["to"], each["because"], each.get("source", ())) for each in data.get("disputed", ()))
    excepted = data.get("exception")
    return Rule(
        id=one.id, layer=area, stage=section if section in STAGES else RULES, place=Place(one.file, one.line),
        when=data.get("when", ANY), to=MEETING if opens else data["to"], disputed=disputed,
        exception=Excepted(excepted["because"], excepted.get("source", ())) if excepted else None,
        target=data.get("rule"), opens=opens, **known,
    )


def _hand_over(one, area):
    data = one.data
    return HandOver(one.id, area, Place(one.file, one.line), data["by"], data.get("when", ANY), sets_of(data),
                    tuple(data.get("adds", ())), data["because"], data.get("usual") == YES)


def _unit(one, area):
    data = one.data
    acute = data.get("acute", ())
    takes = True if acute == (YES,) else frozenset() if acute == (NO,) else frozenset(acute)
    return Unit(one.id, area, Place(one.file, one.line), data["name"], data.get("ages"), takes, data.get("may_ask", ()),
                data.get("acts_as", ()), data.get("kind_of"), data.get("process") == YES)


def _source(one):
    data = one.data
    publisher = data.get("publisher", Text({})).read("sv")
    return Source(one.id, Place(one.file, one.line), data["title"], publisher or None, data.get("date"), data.get("read_on"),
                  data.get("url"), data.get("confirmed_by"), data.get("review"))


def _waiver(one):
    data = one.data
    return Waiver(data["check"], data["ids"], Place(one.file, one.line), data.get("area"), data["because"], data.get("until"))


def _vignettes(sheets):
    return [
        Vignette(one.id, Place(one.file, one.line), one.data["in"], dict(one.data["case"]), one.data["to"],
                 one.data.get("title"), one.data.get("chain"), one.data.get("also", ()), one.data.get("never", ()),
                 one.data.get("source", ()))
        for sheet in sheets for one in sheet.entries.get("cases", ())
    ]
