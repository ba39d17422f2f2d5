"""What a case may say, as JSON Schema, from the words that an edition's rules know."""

from directory.ages import MONTHS
from directory.api.json_schema import closed
from directory.rules.model import ACUTE, FACTS, LEVEL, NEED, TRIED, UNKNOWN

OPTIONAL = ("from", ACUTE, "tried", "facts", "on", "explain")


def case_schema(edition):
    """What a case may say: each input with the values that the edition knows."""
    inputs = edition.inputs
    return closed({
        "area": {"enum": _places(edition), "description": "Where the child lives: an area with "
                                                          "rules, or a place within one, whose rules then hold."},
        NEED: {"enum": list(inputs.values[NEED])},
        LEVEL: {"enum": [*inputs.values[LEVEL], UNKNOWN]},
        "age": age_schema(inputs.ages),
        "from": {"enum": [*inputs.askers, None], "description": "Who asks. The receiver does not depend on it."},
        ACUTE: {"enum": [*inputs.values[ACUTE], None]},
        "tried": _group(inputs, TRIED, "What has been tried."),
        "facts": _group(inputs, FACTS, "What is known."),
        "on": {"type": ["string", "null"], "format": "date", "description": "The day asked about; today without it."},
        "explain": {"enum": ["full", "none"], "default": "full",
                    "description": "none leaves out why, would_change and pathway."},
    }, without=OPTIONAL)


def _places(edition):
    return list(dict.fromkeys((*edition.ruleset.areas, *edition.catalogue.areas)))


def example_case(edition):
    """The first case that there is."""
    inputs = edition.inputs
    return {"area": next(iter(edition.ruleset.areas)), NEED: inputs.values[NEED][0], LEVEL: inputs.values[LEVEL][0],
            "age": str(inputs.ages.first // MONTHS)}


def _group(inputs, prefix, about):
    known = {name.removeprefix(prefix): {"enum": _or_number(values), "default": values[0]}
             for name, values in inputs.values.items() if name.startswith(prefix)}
    return {**closed(known, without=known), "type": ["object", "null"], "description": about}


def _or_number(values):
    """Values; a whole number may stand as a text or as a number."""
    return [*values, *(int(one) for one in values if one.isdecimal())]


def age_schema(ages):
    """Whole years as a number or a text, or years and months; within the ages of the rules."""
    years = range(ages.first // MONTHS, ages.last // MONTHS + 1)
    bare = [year for year in years if year * MONTHS in ages]
    written = "|".join(_year(year, [month for month in range(MONTHS) if year * MONTHS + month in ages])
                       for year in years)
    number = [{"type": "integer", "minimum": bare[0], "maximum": bare[-1]}] if bare else []
    return {"anyOf": [*number, {"type": "string", "pattern": f"^(?:{UNKNOWN}|{written})$"}],
            "description": "9, or 9y6m with months, or unknown."}


def _year(year, months):
    """A pattern for the ways to write a year with some of its months."""
    digits = _padded(year, 3)
    inside = f"{digits}y(?:{'|'.join(_padded(month, 2) for month in months)})m"
    return f"{inside}|{digits}" if 0 in months else inside


def _padded(number, most):
    """A number in at most so many digits, with or without noughts before it."""
    return f"0{{0,{most - len(str(number))}}}{number}"
