"""JSON that comes in: one meaning or none."""

import json

import orjson
from flask import request

from directory.errors import DirectoryError

MOST_DEPTH = 16  # a case has two levels
MOST_EXACT = 2**53  # whole numbers below it are the same for every reader of JSON


class NotJson(DirectoryError):
    """The bytes are no JSON, or an object in them says the same key twice."""

    code, status = "not_json", 400


class NotSentAsJson(DirectoryError):
    """The request says that it holds something else, or does not say what it holds."""

    code, status = "unsupported_media_type", 415


def body():
    """The value that the request holds.

    :raises NotSentAsJson: it does not say that it is JSON
    :raises NotJson: it is none
    :raises werkzeug.exceptions.RequestEntityTooLarge: it is longer than this address takes
    """
    if not request.is_json:
        raise NotSentAsJson
    return read_json(request.get_data())


def _of_pairs(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _number(text):
    """9.0 is 9: JSON knows one kind of number."""
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < MOST_EXACT else number


def _whole(text):
    number = int(text)
    return number if abs(number) < MOST_EXACT else text


_DECODER = json.JSONDecoder(object_pairs_hook=_of_pairs, parse_constant=str, parse_float=_number, parse_int=_whole)


def read_json(raw):
    """The value of some bytes. NaN, Infinity and numbers that readers differ on are words: no field takes them.

    :raises NotJson: half a letter, a key that stands twice or deep nesting too, since readers differ on what they mean
    """
    try:
        value = _DECODER.decode(str(raw, "utf-8"))
        if raw.count(b"{") + raw.count(b"[") > MOST_DEPTH and _nests_deeper(value, MOST_DEPTH):
            raise ValueError("nested too deep")
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
