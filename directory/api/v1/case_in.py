"""A case as it comes in, alone or with fields beside its own."""

from flask import g

from directory import clock
from directory.api.fields import TooManyFields, as_object, values_in
from directory.errors import CaseRefused
from directory.rules import read_case

OWN_FIELDS = 10  # of a case, beside those within `tried` and `facts`


def case_in(raw, beside=()):
    """The case that was sent, and the values of the fields beside it by their names.

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
        case = read_case({name: value for name, value in raw.items() if name not in others},
                         edition.ruleset.base.inputs, areas=edition.ruleset.areas, today=clock.today())
    except CaseRefused as error:
        raise CaseRefused((*error.faults, *faults)) from error
    if faults:
        raise CaseRefused(tuple(faults))
    return case, values


def _inside(raw):
    return len(raw) + sum(len(one) for one in raw.values() if isinstance(one, dict))
