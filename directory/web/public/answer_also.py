"""Who else may help: by name, and with a number where it is one of the whole country."""

from dataclasses import dataclass

from directory.routing import GROWN, Advice, Said, kind_name
from directory.web.askers import YOUTH
from directory.web.contacts import UnitCard, unit_card
from directory.web.desk_card import numbers_on
from directory.web.public.answer_danger import UNDER_18, danger_in, not_for, not_of


@dataclass(frozen=True, slots=True)
class Helper:
    """`card`: how to ring them; None: only the name is known everywhere."""

    name: Said
    card: UnitCard | None


def also_help(advice: Advice, who, *, shown: frozenset[str]):
    """Those whom the rule names besides and, to who asks for themselves, whom everybody under 18 may ring; none of
    those to who is older. Who stands on the way ahead, or does something in the meantime, is not named once more.

    :param shown: the numbers that stand on the page already; where there is danger, who has no number is left out
    """
    decision, young = advice.decision, _may_be_under_18(advice)
    named = dict.fromkeys((*(advice.rule.also if advice.rule else ()), *(UNDER_18 if young and who == YOUTH else ())))
    left_out = {decision.receiver, decision.holder, *not_for(advice, who), *_named(advice, who), *not_of(advice)}
    found = (_helper(one, advice) for one in named if one not in left_out)
    return tuple(one for one in found
                 if (one.card or not danger_in(advice)) and not (one.card and numbers_on(one.card) <= shown))


def _named(advice, who):
    """The units that the page names for what goes on in the meantime, and on the way ahead."""
    duties = advice.rule.alongside if advice.rule else ()
    return {*(one.unit for one in duties if one.youth or who != YOUTH), *(one.decision.receiver for one in advice.way)}


def _may_be_under_18(advice):
    months = advice.decision.case.months
    return months is None or months < GROWN


def _helper(kind, advice):
    language, national = advice.words.language, advice.words.catalogue.national.get(kind)
    return Helper(kind_name(kind, advice.words), unit_card(national, language, danger=True) if national else None)
