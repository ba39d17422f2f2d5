"""What somebody looks for in the catalogue, read from a form or an address. Nothing of it is kept or logged."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.findings import Say
from directory.i18n import translator
from directory.search import HoldsPersonalNumber, QueryRefused, SearchQuery, address_values, read_query

FILTERS = ("organization", "kind", "level", "age", "area", "need", "access")  # in the order of the form
ADDRESSED = (*FILTERS, "limit")  # what an address may say; the words only where somebody asked for a link


@dataclass(frozen=True, slots=True)
class Asked:
    """`query` is None where it is refused, which `refused` tells; `personal`: for a personal identity number."""

    query: SearchQuery | None
    refused: tuple[str, ...] = ()
    personal: bool = False

    @property
    def words(self):
        """The words to show again; never what was refused."""
        return self.query.words if self.query else ""

    @property
    def filters(self):
        """The filters as an address has them."""
        return address_values(self.query) if self.query else {}

    @property
    def hidden(self):
        """Everything once more, as a form sends it to the page in another language."""
        return (("q", self.words), *self.filters.items()) if self.words else ()


def read_asked(address: Mapping[str, str], form: Mapping[str, str], edition, language):
    """What a form asks, upon what its address says; a spelling that was offered and taken stands for the words."""
    values = {**address, **form}
    if form.get("spelling"):
        values["q"] = form["spelling"]
    try:
        return Asked(read_query(values, choices=edition.index.choices, language=language))
    except HoldsPersonalNumber as error:
        return Asked(None, (_text(error.message, language),), personal=True)
    except QueryRefused as error:
        return Asked(None, tuple(_text(one, language) for fault in error.faults
                                 for one in (fault.message, fault.hint) if one))


def is_elsewhere(asked: Asked, address: Mapping[str, str]):
    """Whether the filters are others than those of the address."""
    there = {name: address[name] for name in ADDRESSED if address.get(name)}
    return asked.query is not None and asked.filters != there


def _text(one: Say, language):
    return one.text(translator(language))
