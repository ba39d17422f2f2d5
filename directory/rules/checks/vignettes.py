"""vignettes: every referral with a published answer comes out as it was answered.

The proof says that everybody has one receiver; a vignette says that it is the right one. Its `to` holds the receiver,
its `chain` is one way that hand-overs can go, and nothing of `never` is the answer. Vignettes are judged even where the
proof fails, in every area that could be read.

To mend: change the rule that decided, or the vignette if its source says otherwise.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: vignettes.yaml
    format: one-way-in/1
    layer: vignettes
    id: published
    cases: [{id: V1, in: land, case: {need: sleep, level: base, age: 9}, to: clinic}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: vignettes.yaml
    format: one-way-in/1
    layer: vignettes
    id: published
    cases: [{id: V1, in: land, case: {need: sleep, level: base, age: 9}, to: ward}]
"""

from directory.findings import ERROR, Finding, say
from directory.rules.cases import judge
from directory.rules.spelling import did_you_mean

NAME = "vignettes"


def vignette_findings(ruleset, *, knowledge, day, read):
    """A finding for each vignette of the base that does not come out; areas that could not be read are passed over.

    :param read: whether every file could be read; where not, an area without rules is not the vignette's fault
    """
    findings = []
    for one in ruleset.base.vignettes:
        if one.area not in ruleset.areas and (not read or one.area in ruleset.base.unread):
            continue
        judged = judge(ruleset, one, day=day)
        if not judged.ok:
            hint = say("Change the rule %(rule)s, or the vignette if its source says otherwise.",
                       rule=judged.rule or "?")
            ids = (one.id, *([judged.rule] if judged.rule else []))
            findings.append(Finding(NAME, ERROR, one.place.file, one.place.line,
                                    say("Vignette %(id)s does not come out. %(why)s", id=one.id, why=judged.why),
                                    hint, ids, one.area))
        findings += _unknown_ids(one, knowledge, ruleset.areas[one.area].units if one.area in ruleset.areas else ())
    return findings


def _unknown_ids(vignette, knowledge, units):
    """`also` and `never` take any id of the catalogue and the area's own kinds; without one they are not looked up."""
    for key in ("also", "never") if knowledge else ():
        for word in getattr(vignette, key):
            if word not in knowledge.ids and word not in units:
                yield Finding(NAME, ERROR, vignette.place.file, vignette.place.line,
                              say("Vignette %(id)s: %(key)s names an unknown unit: %(word)s.", id=vignette.id, key=key,
                                  word=word),
                              did_you_mean(word, knowledge.ids), (vignette.id,), vignette.area)
