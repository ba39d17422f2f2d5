"""The API: cases in, decisions out, the vocabulary and the catalogue, and every error as problem+json."""

from directory.api.desk_key import DeskKeyNeeded
from directory.api.fields import FieldsRefused, NotAnObject, TooManyFields
from directory.api.json_in import NotJson, NotSentAsJson
from directory.api.near import NotKnown
from directory.api.parameters import ParametersRefused
from directory.api.problems import of_code, of_http, of_key_needed, of_not_known, of_refused, of_step
from directory.api.v1 import v1
from directory.api.v1.decisions import NotAList, TooManyCases
from directory.api.v1.described import static
from directory.api.v1.receipts import NotYours
from directory.errors import CaseRefused
from directory.journal import (
    AlreadyCounted, CodeRefused, NoSuchReceipt, NotKept, ReceiptAltered, ReceiptFull, StepRefused, TooManyKept,
    TooManyReported, WrongConfirmation)
from directory.search import HoldsPersonalNumber

PREFIX = "/api/"
REFUSED = (CaseRefused, FieldsRefused, ParametersRefused)  # errors that name what is wrong, field by field
TOLD_BY_CODE = (
    HoldsPersonalNumber, NotJson, NotSentAsJson, NotAnObject, NotAList, TooManyCases, TooManyFields, NotKept, NotYours,
    AlreadyCounted, CodeRefused, NoSuchReceipt, ReceiptAltered, ReceiptFull, TooManyKept, TooManyReported,
    WrongConfirmation)

__all__ = ["PREFIX", "attach", "of_http"]


def attach(app):
    """Give the application its API."""
    app.register_blueprint(v1)
    app.register_blueprint(static)
    for refused in REFUSED:
        app.register_error_handler(refused, of_refused)
    for told in TOLD_BY_CODE:
        app.register_error_handler(told, of_code)
    app.register_error_handler(NotKnown, of_not_known)
    app.register_error_handler(DeskKeyNeeded, of_key_needed)
    app.register_error_handler(StepRefused, of_step)
