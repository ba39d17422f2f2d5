"""An id that is not there, and those that may have been meant."""

from bisect import bisect_left
from itertools import islice

from directory.api.parameters import LONGEST
from directory.errors import DirectoryError
from directory.personal_numbers import holds_personal_number
from directory.rules.spelling import did_you_mean, show
from directory.search import HoldsPersonalNumber

MOST_COMPARED = 400  # ids; to compare a word with each takes about 10 µs
AROUND = MOST_COMPARED // 2


class NotKnown(DirectoryError):
    """No record of a list has an id: `kind` is the list, `shown` the id, `hint` those that may have been meant."""

    code, status = "not_known", 404

    def __init__(self, kind, shown, hint=None):
        super().__init__(f"{kind}: {shown}")
        self.kind, self.shown, self.hint = kind, shown, hint


def found(records, one, kind):
    """The record of an id.

    :param kind: what the list is called in its address
    :raises NotKnown: there is none
    :raises HoldsPersonalNumber: the id looks like a personal identity number
    """
    record = records.get(one)
    if record is not None:
        return record
    if holds_personal_number(one):
        raise HoldsPersonalNumber
    raise NotKnown(kind, show(one), did_you_mean(one[:LONGEST], _neighbours(one, records)))


def _neighbours(one, ids):
    """All ids, or of very many those that begin most alike."""
    if len(ids) <= MOST_COMPARED:
        return ids
    ordered = sorted(ids)
    at = bisect_left(ordered, one)
    return list(islice(ordered, max(0, at - AROUND), at + AROUND))
