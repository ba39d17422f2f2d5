"""Cases in, decisions out: one, or up to a thousand at once."""

from flask import g, request

from directory import clock
from directory.api.answers import answer
from directory.api.fields import NotAnObject, TooManyFields
from directory.api.json_in import body
from directory.api.problems import Problem, of_faults
from directory.api.problems import as_json as problem_json
from directory.api.v1.case_in import case_in
from directory.api.v1.case_schema import case_schema, example_case
from directory.api.v1.decision import Decision
from directory.api.v1.operations import Operation, operation
from directory.errors import CaseRefused, DirectoryError
from directory.routing import advise, as_json

TAG = "Decisions"
MOST_CASES = 1_000
MOST_BYTES = 2 * 1024 * 1024  # of a batch; a case is under 2 kB
REFUSES = (400, 413, 415, 422)
KEEPS_NOTHING = "It answers, and keeps nothing."


class NotAList(DirectoryError):
    """What was sent is no list of cases."""

    code, status = "not_a_list", 400


class TooManyCases(DirectoryError):
    """A list holds more than MOST_CASES."""

    code, status = "too_many_cases", 422


def batch_schema(_edition):
    """The schema of a batch: whatever stands in it gets an answer or a problem."""
    return {"type": "array", "maxItems": MOST_CASES, "items": {
        "description": "A case as `POST /decisions` takes it. Anything else gets a problem in its place."}}


@operation("decisions", Operation(
    "POST", "/decisions", TAG, "The decision on a case.", Decision, body=case_schema, refuses=REFUSES,
    harmless=KEEPS_NOTHING,
    example=lambda state: example_case(state.edition)))
def decisions(asked):
    return answer(_decided(body(), asked["language"]), language=asked["language"])


@operation("batch", Operation(
    "POST", "/decisions/batch", TAG, "A decision or a problem for each of up to 1,000 cases, in their order.",
    list[Decision | Problem], body=batch_schema, refuses=REFUSES, harmless=KEEPS_NOTHING,
    example=lambda state: [example_case(state.edition)]))
def batch(asked):
    request.max_content_length = MOST_BYTES
    cases = body()
    if not isinstance(cases, list):
        raise NotAList
    if len(cases) > MOST_CASES:
        raise TooManyCases
    return answer([_decided_or_refused(one, asked["language"]) for one in cases], language=asked["language"])


def _decided_or_refused(raw, language):
    try:
        return _decided(raw, language)
    except CaseRefused as error:
        return of_faults(error)
    except (NotAnObject, TooManyFields) as error:
        return problem_json(error.status, error.code)


def _decided(raw, language):
    """The decision on a case as it came in.

    :raises NotAnObject: it has no fields
    :raises TooManyFields: it has more than a case can have
    :raises CaseRefused: with every field that is wrong
    """
    case, _ = case_in(raw)
    edition = g.edition
    explain = raw.get("explain", "full") == "full"
    advice = advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language,
                    explain=explain)
    return as_json(advice, explain=explain, now=clock.now())
