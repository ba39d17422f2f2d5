"""Entries of sheets → the values of the model. Whether their words are known is for checks/words.py to say."""

from directory.rules.model import (
    ANY, FACTS, MEETING, NATION, NO, RULES, STAGES, TIERS, TRIED, YES, Base, Bind, Disputed, Excepted, HandOver, Inputs,
    Layer, Option, Place, Question, ReachHere, Rule, Source, Supplier, Text, Unit, Vignette, Waiver,
)

HAND_OVERS_UNLESS_SAID = 3  # in one chain, where the nation layer does not say


def base_of(sheets, *, digest, spoilt):
    """The base that sheets make together; it has no inputs where no nation layer could be read.

    :param digest: the hash of all files
    :param spoilt: the files with faults; what a layer says is whole only where none of its files is among them
    """
    nation = [sheet for sheet in sheets if sheet.kind == NATION]
    areas = [sheet for sheet in sheets if sheet.kind in TIERS]
    gates = next((one.data for one in _each(nation, "gates")), {})
    most = _first(nation, "max_hand_overs")
    return Base(
        _inputs(nation), HAND_OVERS_UNLESS_SAID if most is None else most,
        {stage: tuple(gates.get(stage, ())) for stage in STAGES if stage != RULES},
        _layers(areas), {one.id: _source(one) for one in _each(sheets, "sources")},
        tuple(map(_waiver, _each(sheets, "waivers"))), tuple(vignettes_of(sheets)), digest,
        frozenset(sheet.id for sheet in areas if sheet.file in spoilt),
        tuple(map(_question, _each(sheets, "questions"))),
    )


def vignettes_of(sheets):
    """The vignettes of all sheets, as they are written: their cases are read when they are judged."""
    return [
        Vignette(one.id, _place(one), one.data["in"], dict(one.data["case"]), one.data["to"], one.data.get("title"),
                 one.data.get("chain"), one.data.get("also", ()), one.data.get("never", ()), one.data.get("source", ()),
                 one.data.get("story"), one.data.get("because"))
        for one in _each(sheets, "cases")
    ]


def input_values(inputs):
    """The values of each input but age, the default first; inputs that are left out have their usual values."""
    values = {"need": inputs["need"], "level": inputs["level"], "acute": inputs.get("acute", (NO, YES))}
    values |= {TRIED + flag: (NO, YES) for flag in inputs.get("tried", ())}
    return values | {FACTS + fact: allowed for fact, allowed in inputs.get("facts", {}).items()}


def told_by(option):
    """The inputs that an answer sets, and their values; a flag that it names is set to yes."""
    made = {name: option[name] for name in ("level", "acute") if name in option}
    made |= {TRIED + flag: YES for flag in option.get("tried", ())}
    return made | {FACTS + fact: value for fact, value in option.get("facts", {}).items()}


def sets_of(data):
    """The inputs that a hand-over sets, and their values; a flag that it adds is set to yes."""
    sets = data.get("sets", {})
    made = {TRIED + flag: YES for flag in data.get("adds", ())}
    made |= {FACTS + fact: value for fact, value in sets.get("facts", {}).items()}
    made |= {name: sets[name] for name in ("level", "need") if name in sets}
    return made | ({"level": data["level"]} if "level" in data else {})


def _place(one):
    return Place(one.file, one.line)


def _each(sheets, section):
    """Every entry of a section, file by file."""
    return [one for sheet in sheets for one in sheet.entries.get(section, ())]


def _first(sheets, key):
    """What the first sheet that holds a key says, or None."""
    return next((sheet.fields[key] for sheet in sheets if key in sheet.fields), None)


def _inputs(nation):
    written = next(iter(_each(nation, "inputs")), None)
    if written is None:
        return None
    data, groups = written.data, _first(nation, "askers") or {}
    return Inputs(input_values(data), data["age"], data.get("from", ()),
                  {name: frozenset(members) for name, members in groups.items()})


def _layers(areas):
    """The layers by id, parents before children."""
    kinds = {sheet.id: sheet.kind for sheet in reversed(areas)}
    order = sorted(kinds, key=lambda area: (TIERS.index(kinds[area]), area))
    return {area: _layer(area, [sheet for sheet in areas if sheet.id == area]) for area in order}


def _layer(area, sheets):
    rules = [_rule(one, area, section) for section in (*STAGES, "replaces", "open") for one in _each(sheets, section)]
    return Layer(
        id=area, tier=sheets[0].kind, place=Place(sheets[0].file, 1), within=_first(sheets, "within"),
        title=_first(sheets, "title"), units=tuple(_unit(one, area) for one in _each(sheets, "units")),
        rules=tuple(rules),
        hand_overs=tuple(_hand_over(one, area) for one in _each(sheets, "hand_overs")),
        binds=tuple(map(_bind, _each(sheets, "binds"))), closed=_closed(sheets),
        reach=tuple(map(_reach, _each(sheets, "reach"))),
        same_desk=tuple(members for sheet in sheets for members in sheet.fields.get("same_desk", {}).values()),
        unsure=_first(sheets, "unsure"), suppliers=tuple(_suppliers(sheets)),
    )


def _suppliers(sheets):
    for sheet in sheets:
        for kind, items in sheet.fields.get("suppliers", {}).items():
            yield Supplier(kind, Place(sheet.file, sheet.line_of("suppliers", kind)), items)


def _closed(sheets):
    return {kind: Place(sheet.file, sheet.line_of("closed")) for sheet in sheets
            for kind in sheet.fields.get("closed", ())}


def _rule(one, area, section):
    data = dict(one.data)
    opens = section == "open"
    one_each = ("because", "how", "if_wrong", "calls", "unsure", "answer_within", "valid")
    known = {key: data[key] for key in one_each if key in data}
    known |= {key: tuple(data[key]) for key in ("requires", "attach", "alongside", "also", "source") if key in data}
    disputed = tuple(Disputed(each["to"], each["because"], each.get("source", ())) for each in data.get("disputed", ()))
    excepted = data.get("exception")
    return Rule(
        id=one.id, layer=area, stage=section if section in STAGES else RULES, place=_place(one),
        when=data.get("when", ANY), to=MEETING if opens else data["to"], disputed=disputed,
        exception=Excepted(excepted["because"], excepted.get("source", ())) if excepted else None,
        target=data.get("rule"), opens=opens, **known,
    )


def _hand_over(one, area):
    data = one.data
    return HandOver(one.id, area, _place(one), data["by"], data.get("when", ANY), sets_of(data),
                    tuple(data.get("adds", ())), data["because"], data.get("usual") == YES)


def _unit(one, area):
    data = one.data
    acute = data.get("acute", ())
    takes = True if acute == (YES,) else frozenset() if acute == (NO,) else frozenset(acute)
    return Unit(one.id, area, _place(one), data["name"], data.get("ages"), takes, data.get("may_ask", ()),
                data.get("acts_as", ()), data.get("kind_of"), data.get("process") == YES)


def _bind(one):
    return Bind(one.id, _place(one), tuple(one.data.get("units", ())), one.data.get("own"), one.data.get("lost"))


def _reach(one):
    return ReachHere(one.data["rule"], _place(one), one.data["how"], one.data.get("source", ()))


def _source(one):
    data = one.data
    publisher = data.get("publisher", Text({})).read("sv")
    return Source(one.id, _place(one), data["title"], publisher or None, data.get("date"), data.get("read_on"),
                  data.get("url"), data.get("confirmed_by"), data.get("review"))


def _question(one):
    data = one.data
    options = tuple(
        Option(option["id"], option["text"], option.get("hint"), option.get("need", ()), option.get("age"),
               told_by(option), option.get("danger") == YES, option.get("youth"), tuple(option.get("alongside", ())),
               option.get("not_from", ()), option.get("only_at"), option.get("spoken"))
        for option in data["options"])
    return Question(one.id, _place(one), data["text"], options, data.get("hint"), data.get("when", ANY),
                    data.get("source", ()), data.get("youth"))


def _waiver(one):
    data = one.data
    return Waiver(data["check"], data["ids"], _place(one), data.get("area"), data["because"], data.get("until"))
