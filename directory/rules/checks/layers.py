"""layers: there is one nation layer, and every other layer lies within a layer above it.

Without a nation nobody says which needs there are, and an area that lies nowhere inherits nothing. Files with the same
`id` are one layer: they agree on what it is and where it lies, and `inputs`, `gates`, `max_hand_overs`, `askers` and
`unsure` stand in one of them. A region lies within the nation, a municipality within a region or the nation.

To mend: add or change `within`, or give one of two layers another id.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: west.yaml
    format: one-way-in/1
    layer: region
    id: west
    within: land

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: west.yaml
    format: one-way-in/1
    layer: region
    id: west
"""

from directory.findings import ERROR, Finding, say
from directory.rules.model import NATION, TIERS

NAME = "layers"
_ONCE = ("inputs", "gates", "max_hand_overs", "unsure", "askers")  # keys that one file of a layer holds alone


def layer_faults(sheets, folder, *, whole):
    """The findings on how the sheets of a folder fit together; what each sheet says is not looked at.

    :param folder: what a finding points at where no file can be blamed
    :param whole: whether every file could be read; where not, what is missing may stand in the others
    """
    areas = [sheet for sheet in sheets if sheet.kind in TIERS]
    nations = [sheet for sheet in areas if sheet.kind == NATION]
    missing = _nation_faults(nations, folder) if whole else ()
    return [*missing, *_two_nations(nations), *_contradictions(areas), *_twice_said(areas), *_parent_faults(areas)]


def _fault(sheet, key, message, hint):
    return Finding(NAME, ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,))


def _nation_faults(nations, folder):
    if not nations:
        hint = say("One file must say layer: nation and hold inputs and rules.")
        yield Finding(NAME, ERROR, str(folder), 1, say("There is no nation layer."), hint)
    elif not any(sheet.top.get("inputs") for sheet in nations):
        hint = say("Say which need, level and age there are.")
        yield _fault(nations[0], "inputs", say("The nation layer has no inputs."), hint)


def _two_nations(nations):
    for sheet in nations[1:]:
        if sheet.id != nations[0].id:
            message = say("There are two nation layers: %(one)s and %(other)s.", one=nations[0].id, other=sheet.id)
            yield _fault(sheet, "id", message, say("Use one id in all files of the nation."))


def _contradictions(areas):
    """Files of one layer that say different things of what it is or where it lies."""
    kinds, parents = {}, {}
    for sheet in areas:
        if kinds.setdefault(sheet.id, sheet.kind) != sheet.kind:
            message = say("%(id)s is both %(one)s and %(other)s.", id=sheet.id, one=kinds[sheet.id], other=sheet.kind)
            yield _fault(sheet, "layer", message, say("Give the layers different ids."))
        parent = sheet.fields.get("within")
        if parent and parents.setdefault(sheet.id, parent) != parent:
            message = say("%(id)s lies within both %(one)s and %(other)s.", id=sheet.id, one=parents[sheet.id],
                          other=parent)
            yield _fault(sheet, "within", message, say("Use one of them in all files."))


def _twice_said(areas):
    holders = {}
    for sheet in areas:
        for key in _ONCE:
            if key in sheet.top and holders.setdefault((sheet.id, key), sheet.file) != sheet.file:
                message = say("%(key)s stands in two files, also in %(file)s.", key=key, file=holders[sheet.id, key])
                yield _fault(sheet, key, message, say("Keep one of them."))


def _parent_faults(areas):
    kinds, parents = {}, {}
    for sheet in areas:
        kinds.setdefault(sheet.id, sheet.kind)
        if sheet.fields.get("within"):
            parents.setdefault(sheet.id, sheet.fields["within"])
    for sheet in {one.id: one for one in reversed(areas) if one.kind != NATION}.values():
        parent = parents.get(sheet.id)
        if parent is None and "within" not in sheet.top and not sheet.lost:
            message = say("The %(layer)s %(id)s does not say what it lies within.", layer=sheet.kind, id=sheet.id)
            yield _fault(sheet, "layer", message, say("Add within: and the id above it."))
        elif parent in kinds and TIERS.index(kinds[parent]) >= TIERS.index(sheet.kind):
            message = say("A %(layer)s cannot lie within a %(other)s.", layer=sheet.kind, other=kinds[parent])
            hint = say("A region lies within the nation, a municipality within a region.")
            yield _fault(sheet, "within", message, hint)
