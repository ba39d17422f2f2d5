"""What rule files name of a catalogue, and what they both close and bind."""

from directory.catalogue import Named
from directory.findings import WARNING, Finding, names, say


def named_by(base):
    """The units and agencies that the rules of a base name, in any area."""
    layers = base.layers.values()
    kinds = {kind for layer in layers for kind in _kinds(layer)}
    agencies = {unit.kind_of for layer in layers for unit in layer.units if unit.id in kinds}
    units = {unit for layer in layers for bind in layer.binds for unit in _bound(bind)}
    return Named(frozenset(units), frozenset(kinds | agencies) - {None})


def closed_but_bound(base):
    """A finding for each kind that one layer both binds and closes: nobody is sent to what is bound."""
    for layer in base.layers.values():
        for bind in layer.binds:
            if bind.kind in layer.closed:
                message = say("%(kind)s is closed in %(area)s, so nobody is sent to %(ids)s.", kind=bind.kind,
                              area=layer.id, ids=names(_bound(bind)))
                yield Finding("closed", WARNING, bind.place.file, bind.place.line, message,
                              say("Take it out of binds, or out of closed."), tuple(_bound(bind)), area=layer.id)


def _bound(bind):
    return [*bind.units, *([bind.lost] if bind.lost else [])]


def _kinds(layer):
    """The kinds of unit that a case can come to, or go through, by what a layer says."""
    for rule in layer.rules:
        yield from (rule.to, rule.calls, rule.unsure, *rule.also, *(duty.unit for duty in rule.alongside))
        yield from (how.via for how in rule.how.values())
    yield from (how.via for reach in layer.reach for how in reach.how.values())
    yield from (one.by for one in layer.hand_overs)
    yield layer.unsure
