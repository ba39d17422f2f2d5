"""waiver: a finding that is accepted for a reason is a note, for as long as the reason holds and no longer.

A waiver names a check, the ids that its finding must hold, why it is accepted and perhaps an area and a last day. One
that nothing needs is a warning, so that none stays behind; the checks that the proof itself rests on cannot be waived.

To mend: remove the waiver, or mend the rules where it may not be waived.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, ages: 6-17}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: waivers.yaml
    format: one-way-in/1
    layer: waivers
    id: accepted
    waivers: [{check: ages, ids: [A1, clinic], because: The clinic has said so itself}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: waivers.yaml
    format: one-way-in/1
    layer: waivers
    id: accepted
    waivers: [{check: ages, ids: [A1, clinic], because: The clinic has said so itself}]
"""

from directory.findings import ERROR, NOTE, WARNING, Finding, names, say
from directory.rules.spelling import did_you_mean

NAME = "waiver"


def waived(findings, waivers, *, day, fixed, known):
    """The findings, those that a waiver covers as notes, and a finding for each waiver that covers nothing.

    :param day: the day that a waiver's last day is judged on
    :param fixed: the names of the checks that nothing may waive
    :param known: the names of all checks
    """
    usable = [waiver for waiver in waivers if waiver.check not in fixed and not _has_ended(waiver, day)]
    used, kept = set(), []
    for one in findings:
        waiver = next((waiver for waiver in usable if _covers(waiver, one)), None)
        kept.append(one.at_level(NOTE) if waiver else one)
        used |= {waiver.place} if waiver else set()
    return kept + [_fault(waiver, day, fixed, known) for waiver in waivers if waiver.place not in used]


def _has_ended(waiver, day):
    return waiver.until is not None and waiver.until < day


def _covers(waiver, finding):
    return (waiver.check == finding.check and finding.level != NOTE and set(waiver.ids) <= set(finding.ids)
            and waiver.area in (None, finding.area))


def _fault(waiver, day, fixed, known):
    """The finding on a waiver that covers nothing."""
    level, hint = WARNING, say("Remove it.")
    if waiver.check in fixed:
        level, hint = ERROR, say("Mend the rules and remove the waiver.")
        message = say("The check %(check)s cannot be waived: the proof rests on it.", check=waiver.check)
    elif waiver.check not in known:
        hint = did_you_mean(waiver.check, known) or say("Choose among: %(choices)s.", choices=names(known))
        level = ERROR
        message = say("There is no check %(check)s to waive.", check=waiver.check)
    elif _has_ended(waiver, day):
        message = say("This waiver of %(check)s ended %(day)s.", check=waiver.check, day=waiver.until.isoformat())
    else:
        message = say("Nothing needs this waiver of %(check)s for %(ids)s.", check=waiver.check, ids=names(waiver.ids))
    return Finding(NAME, level, waiver.place.file, waiver.place.line, message, hint, waiver.ids, waiver.area)
