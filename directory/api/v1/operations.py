"""The addresses of version 1: each is registered with its description, so that neither is without the other."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, g, request

from directory.access import DESK, MARK, Permission
from directory.api.answers import JSON
from directory.api.desk_key import the_desk
from directory.api.parameters import LANGUAGE, Parameter, read_parameters
from directory.api.problems import preferred

PREFIX = "/api/v1"
v1 = Blueprint("v1", __name__, url_prefix=PREFIX, template_folder="../templates")
OPERATIONS: dict[str, "Operation"] = {}  # by endpoint, in the order of their description


@dataclass(frozen=True, slots=True)
class Operation:
    """What is said of an address.

    `answer` is the type of what it answers with `status`, in the kind of text `media`. `key`: it is for desks alone; of
    one that takes a body from everybody `harmless` says why that may be. `body` makes of an edition the schema
    of what it takes. `example` makes of a state a body, or an id for the path. `refuses` are the statuses of its
    problems. `kept`: it has an `ETag`. `spoken`: it has several languages.
    """

    method: str
    path: str
    tag: str
    about: str
    answer: Any
    parameters: tuple[Parameter, ...] = ()
    body: Callable[[Any], dict] | None = None
    refuses: tuple[int, ...] = (422,)
    kept: bool = False
    spoken: bool = True
    media: str = JSON
    example: Callable[[Any], Any] | None = None
    status: int = 200
    key: bool = False
    harmless: str = ""


def operation(endpoint, one: Operation):
    """A decorator for a view: it is called with what the address says, and what stands in the path by name."""
    every = (*one.parameters, *([LANGUAGE] if one.spoken else []))

    def register(view):
        def answer(**ids):
            if one.key:
                the_desk()
            asked = read_parameters(request.args, every, g.edition)
            return view({**asked, "language": asked.get(LANGUAGE.name) or preferred()}, **ids)

        setattr(answer, MARK, DESK if one.key else Permission(False, one.harmless))
        v1.add_url_rule(one.path, endpoint, answer, methods=[one.method])
        OPERATIONS[endpoint] = replace(one, parameters=every)
        return view
    return register
