"""What is to be reported to social services, whether a report has reached them, and what they send on themselves."""

from directory.editions import Edition, Memory
from directory.routing.from_18 import GROWN
from directory.routing.same_desk import same_desk
from directory.routing.senders import kinds_of_sender
from directory.rules import Case, Decision
from directory.rules.model import FACTS, NEED, PROTECTION, SAFETY

_RECEIVES = Memory(most=20_000)


def is_child(case: Case):
    """Whether whom it is about is, or may be, a child: the duty to report is about children."""
    return case.months is None or case.months < GROWN


def is_concern(edition: Edition, decision: Decision, *, to):
    """Whether each one who knows of it must report it: protection decides, or would if nothing were more urgent. Not
    where whoever receives such reports sends it on, to a unit that does not.
    """
    case = decision.case
    harmed = decision.gate == PROTECTION or _is_of_harm(edition, case)
    if not is_child(case) or not harmed:
        return False
    return receives_reports(edition, case, to) or not sends_what_is_reported(edition, case)


def is_protected(edition: Edition, case: Case):
    """Whether it is such a concern, and whoever receives the reports of it sends it."""
    return is_child(case) and _is_of_harm(edition, case) and sends_what_is_reported(edition, case)


def _is_of_harm(edition, case):
    said = {**case.values, NEED: case.need}
    return any(all(said.get(name) in allowed for name, allowed in one.values.items())
               for one in edition.ruleset.base.gates.get(PROTECTION, ()))


def receives_reports(edition: Edition, case: Case, kind):
    """Whether a kind of unit receives reports of concern, by day or by night."""
    def receives():
        alike, area = same_desk(edition, case.area), edition.ruleset.areas[case.area]
        rows = area.span(case.need, case.on).tables[PROTECTION].rows
        return any(row.mask and alike(kind, row.rule.to) for row in rows)

    return bool(kind) and _RECEIVES.of(edition, (case.area, case.need, kind), receives, when=case.on)


def sends_what_is_reported(edition: Edition, case: Case):
    """Whether whoever sends receives reports of concern itself, and so holds the protection already."""
    kinds = kinds_of_sender(edition, case)
    return bool(kinds) and all(receives_reports(edition, case, one) for one in kinds)


def as_sent(edition: Edition, case: Case, to):
    """The case that the ordinary rules judge where social services send on what has been reported to them: without
    the facts that say that it must be. Any other case as it is.
    """
    if not to or receives_reports(edition, case, to) or not sends_what_is_reported(edition, case):
        return case
    gates = edition.ruleset.base.gates
    kept = {name for one in gates.get(SAFETY, ()) for name in one.values}
    facts = {name for one in gates.get(PROTECTION, ()) for name in one.values if name.startswith(FACTS)} - kept
    return case.but({name: edition.inputs.default(name) for name in facts})
