"""A case as it comes in, alone or with fields beside its own."""

from flask import g

from directory import clock
from directory.api.fields import TooManyFields, as_object, values_in
from directory.errors import CaseRefused
from directory.routing import area_with_rules
from directory.rules import read_case

AREA = "area"
OWN_FIELDS = 10  # of a case, beside those within `tried` and `facts`


def case_in(raw, beside=()):
    """The case that was sent, and the values of the fields beside it by their names. Its area is the one whose rules
    hold at the place that was sent.

    :param raw: JSON
    :param beside: parameters
    :raises NotAnObject: it has no fields
    :raises TooManyFields: it has more than a case can have
    :raises CaseRefused: with every field that is wrong
    """
    edition, others = g.edition, {one.name for one in beside}
    most = OWN_FIELDS + len(edition.inputs.values) + len(others)
    if _inside(as_object(raw, most)) > most:
        raise TooManyFields
    values, faults = values_in(raw, beside, edition)
    try:
        own = {name: value for name, value in raw.items() if name not in others}
        if AREA in own:
            own[AREA] = _ruled(own[AREA], edition)
        case = read_case(own, edition.ruleset.base.inputs, areas=edition.ruleset.areas, today=clock.today())
    except CaseRefused as error:
        raise CaseRefused((*error.faults, *faults)) from error
    if faults:
        raise CaseRefused(tuple(faults))
    return case, values


def _ruled(place, edition):
    """The area whose rules hold at a place of the catalogue; what is none is left as it is, to be refused."""
    return area_with_rules(edition, place) if isinstance(place, str) and place in edition.catalogue.areas else place


def _inside(raw):
    return len(raw) + sum(len(one) for one in raw.values() if isinstance(one, dict))
