"""A decision as the contract words it: the types of what `routing.as_json` makes."""

from typing import Annotated, NotRequired, TypedDict

from directory.api.v1.rules import Deadline, Duty, Item


class DecisionPhone(TypedDict):
    """A number of a receiver's unit."""

    number: str
    text: str
    hours: str
    confirmed: Annotated[bool, "If not, it is a sample: do not ring it."]


class DecisionUnit(TypedDict):
    """A real unit of the receiver in the area."""

    id: str
    name: str
    phones: list[DecisionPhone]
    url: str | None
    address: str | None
    open_now: bool | None
    assured_date: Annotated[str | None, "The day on which its owner confirmed it; null: nobody has."]
    read_on: Annotated[str | None, "When a national number was last read: a day, or a month or year; null: it is none."]


class Receiver(TypedDict):
    """Who takes the case."""

    id: str
    name: str
    kind_of: Annotated[str | None, "The kind of agency that a local kind of unit is."]
    units: list[DecisionUnit]
    own: Annotated[str | None, "By what the child's own unit is known among several: school, listing, choice."]


class DecisionSource(TypedDict):
    """A paper that a rule rests on."""

    id: str
    title: str
    date: str | None


class DecisionDisputed(TypedDict):
    """Whom another agreement names."""

    to: str
    because: str
    source: list[str]


class DecisionRule(TypedDict):
    """The rule that decided; `unsure` where what is not known could change the answer."""

    id: str
    layer: str
    file: str | None
    line: int | None
    because: str
    source: list[DecisionSource]
    disputed: list[DecisionDisputed]


class DecisionHow(TypedDict):
    """How the asker reaches the receiver."""

    way: str
    via: str | None
    who: list[str]
    text: str | None


class DecisionNamed(TypedDict):
    """A kind of unit."""

    id: str
    name: str


class Arrival(TypedDict):
    """A step of the chain of hand-overs from here on, the receiver first."""

    receiver: str
    adds: list[str]
    sets: dict[str, str]
    because: str


class Why(TypedDict):
    """What an input had to do with it."""

    input: str
    value: str | None
    text: str


Change = TypedDict("Change", {"input": str, "from": str | None, "to": str, "receiver": str})
Change.__doc__ = "Another value of one input that would change the receiver."
Acute = TypedDict("Acute", {"is": bool, "text": str})
Acute.__doc__ = "Whether it is urgent, and what to do then."


class Decision(TypedDict):
    """Who takes a case, by which rule, how one gets there, and why."""

    receiver: Receiver
    open: Annotated[bool, "Whether nothing is agreed, so that a meeting is called."]
    holder: Annotated[str, "Who has the question meanwhile."]
    gate: Annotated[str, "The stage that decided, or unsure."]
    rule: DecisionRule
    how: DecisionHow
    requires: list[Item]
    attach: list[Item]
    answer_within: Deadline | None
    alongside: list[Duty]
    also: list[DecisionNamed]
    if_wrong: str | None
    acute: Acute
    edition: str
    receipt: Annotated[str | None, "The code of its receipt; null: it is not kept."]
    pathway: NotRequired[list[Arrival]]
    why: NotRequired[list[Why]]
    would_change: NotRequired[list[Change]]
