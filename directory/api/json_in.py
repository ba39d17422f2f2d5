"""JSON that comes in: one meaning or none."""

import json

import orjson

MOST_DEPTH = 16  # a case has two levels


class NotJson(ValueError):
    """The bytes are no JSON, or an object in them says the same key twice."""


def _of_pairs(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotJson("a key stands twice")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_of_pairs, parse_constant=str)


def read_json(raw):
    """The value of some bytes. NaN and Infinity, which some writers put for a number, are words: no field takes them.

    :raises NotJson: half a letter, a key that stands twice or deep nesting too, since readers differ on what they mean
    """
    try:
        value = _DECODER.decode(str(raw, "utf-8"))
        if _nests_deeper(value, MOST_DEPTH):
            raise NotJson("nested too deep")
        orjson.dumps(value)  # refuses half a letter
    except (ValueError, TypeError, RecursionError) as error:
        raise NotJson from error
    return value


def _nests_deeper(value, most):
    inside = [value]
    while inside and most >= 0:
        inside = [inner for one in inside if isinstance(one, (dict, list))
                  for inner in (one.values() if isinstance(one, dict) else one)]
        most -= 1
    return bool(inside)
