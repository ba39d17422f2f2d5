"""Advice as the contract's JSON. Dicts live here, at the rim, and nowhere further in."""

from directory.catalogue import opening_of
from directory.i18n import pick
from directory.rules import UNSURE
from directory.rules.model import FACTS, TRIED

NO_RULE = {"requires": [], "attach": [], "answer_within": None, "alongside": [], "also": [], "if_wrong": None}


def as_json(advice, *, explain=True, now=None):
    """The decision as the contract words it; without `explain` it leaves out why, would_change and pathway.

    :param now: the moment, with its time zone, that `open_now` is said of; without it, nothing is said of that
    """
    decision, rule, words = advice.decision, advice.rule, advice.words
    unit = words.units.get(decision.receiver)
    answer = {
        "receiver": {"id": decision.receiver, "name": words.unit(decision.receiver),
                     "kind_of": unit.kind_of if unit else None, "units": _units(advice.place, words.language, now),
                     "own": advice.place.own},
        "open": decision.open, "holder": decision.holder, "gate": decision.gate, "rule": _rule(advice),
        "how": {"way": advice.how.way, "via": advice.how.via, "who": list(advice.how.who),
                "text": _text(advice.how.text, words)},
        **(_of_rule(rule, words) if rule else NO_RULE),
        "acute": {"is": advice.acute, "text": advice.acute_text}, "edition": advice.edition, "receipt": None,
    }
    if explain:
        answer["pathway"] = [_arrival(one, advice) for one in advice.way]
        answer["why"] = [{"input": reason.input, "value": reason.value, "text": text} for reason, text in advice.why]
        answer["would_change"] = [{"input": one.input, "from": one.old, "to": one.new, "receiver": one.receiver}
                                  for one in advice.would_change]
    return answer


def _of_rule(rule, words):
    within = rule.answer_within
    return {
        "requires": _items(rule.requires, words), "attach": _items(rule.attach, words),
        "answer_within": {"days": within.days, "kind": within.kind} if within else None,
        "alongside": [{"unit": one.unit, "text": one.text.read(words.language)} for one in rule.alongside],
        "also": [{"id": one, "name": words.unit(one)} for one in rule.also], "if_wrong": _text(rule.if_wrong, words),
    }


def _text(text, words):
    return text.read(words.language) if text else None


def _items(items, words):
    return [{"id": one.id, "text": one.text.read(words.language)} for one in items]


def _units(place, language, now):
    unknown = {"phones": [], "url": None, "address": None, "open_now": None, "assured_date": None,
               "read_on": None}
    named = [{"id": one, "name": one, **unknown} for one in place.named]
    return named + [{
        "id": one.id, "name": pick(one.name, language),
        "phones": [{"number": phone.number, "text": pick(phone.text, language), "hours": pick(phone.hours, language),
                    "confirmed": phone.confirmed} for phone in one.phones],
        "url": one.url, "address": one.address,
        "open_now": opening_of(one, now).open if now else None,
        "assured_date": one.assured_date.isoformat() if one.assured_date else None, "read_on": one.read_on,
    } for one in place.units]


def _rule(advice):
    rule, words = advice.rule, advice.words
    if rule is None:
        return {"id": UNSURE, "layer": advice.decision.case.area, "file": None, "line": None, "because": advice.because,
                "source": [], "disputed": []}
    return {
        "id": rule.id, "layer": rule.layer, "file": rule.place.file, "line": rule.place.line, "because": advice.because,
        "source": [_source(one, advice) for one in rule.source],
        "disputed": [{"to": one.to, "because": one.because.read(words.language), "source": list(one.source)}
                     for one in rule.disputed],
    }


def _source(source, advice):
    record = advice.sources.get(source)
    return {"id": source, "title": record.title.read(advice.words.language) if record else source,
            "date": record.dated if record else None}


def _arrival(arrival, advice):
    decision, by, language = arrival.decision, arrival.by, advice.words.language
    rule = decision.row.rule if decision.row else None
    because = by.because if by else (rule.because if rule else None)
    sets = by.sets if by else {}
    return {
        "receiver": decision.receiver, "adds": list(by.adds) if by else [],
        "sets": {name.removeprefix(FACTS): value for name, value in sets.items() if not name.startswith(TRIED)},
        "because": because.read(language) if because else advice.because,
    }
