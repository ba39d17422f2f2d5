"""What a check is handed: one area with its spans and flows, and the words it needs to make a finding."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.ages import Ages, show_age
from directory.findings import ERROR, Finding
from directory.rules.flow import flows_of
from directory.rules.model import AGE, FACTS, TRIED, Base
from directory.rules.tables import Area


@dataclass(frozen=True, slots=True)
class Record:
    """What the catalogue says of a kind of unit. `access` are the ways in: self, remiss, anmalan, …"""

    ages: Ages
    levels: Set[str]
    receives: Set[str]
    access: Set[str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the catalogue knows, as far as rules ask: `records` by kind, the ids of `units`, the ids of all it holds."""

    records: Mapping[str, Record]
    units: Set[str]
    ids: Set[str]


@dataclass(frozen=True, eq=False)
class View:
    """One area as the checks see it on a day, with the view of the area above; `knowledge` None: no catalogue."""

    base: Base
    area: Area
    knowledge: Knowledge | None
    day: date

    @cached_property
    def spans(self):
        """The spans that this area changes: pairs of need and span."""
        return self.area.own_spans()

    @cached_property
    def flows(self):
        """The flows of the spans that this area changes: pairs of spans by need, and flow.

        Where a table is not exact nobody can say where questions go, so its flow is left out: the cause comes first.
        """
        return [(spans, flow) for spans, flow in self.all_flows
                if all(table.is_exact for table in flow.tables.values())]

    @cached_property
    def all_flows(self):
        """As `flows`, with the flows of tables that are not exact."""
        return flows_of(self.area, self.spans)

    @cached_property
    def every_flow(self):
        """The flows of all spans, those of the layer above included."""
        inherited = self.parent.every_flow if self.parent else ()
        kept = {id(span) for _, span in self.area.every_span()} - {id(span) for _, span in self.spans}
        return [pair for pair in inherited if all(id(span) in kept for span in pair[0].values())] + self.flows

    parent: "View | None" = None

    @property
    def layer(self):
        """What the area itself says, nothing of the layers above."""
        return self.base.layers[self.area.id]

    @property
    def inputs(self):
        return self.base.inputs

    @cached_property
    def used(self):
        """The units that the rows in force cannot do without: by each one's table, for tables are shared by areas."""
        return frozenset().union(*(self._used_by[id(table)] for _, span in self.area.every_span()
                                   for table in span.tables.values()))

    @cached_property
    def _used_by(self):
        """For the id of each table the units that its rows cannot do without."""
        found = dict(self.parent._used_by) if self.parent else {}
        for _, span in self.spans:
            for table in span.tables.values():
                if id(table) not in found:
                    found[id(table)] = {unit for row in table.rows if row.mask for unit in self.uses(row)}
        return found

    @cached_property
    def rules_to(self):
        """The rules in force that lead to each unit."""
        found = {}
        for table in {id(table) for _, span in self.area.every_span() for table in span.tables.values()}:
            for unit, rules in self._by_receiver[table].items():
                found.setdefault(unit, []).extend(rules)
        return found

    @cached_property
    def _by_receiver(self):
        """For the id of each table its rules by receiver."""
        found = dict(self.parent._by_receiver) if self.parent else {}
        for _, span in self.spans:
            for table in span.tables.values():
                if id(table) not in found:
                    found[id(table)] = by_unit = {}
                    for row in table.rows:
                        if row.mask:
                            by_unit.setdefault(row.rule.to, []).append(row.rule)
        return found

    def uses(self, row):
        """The units that a row cannot do without: its receiver, its holder, whom families go through, and who answers
        where it is not known whether it decides.
        """
        rule, units = row.rule, self.area.units
        named = (row.holder,) if rule.opens else (rule.to, row.holder)
        found = [one for one in named if one in units and not units[one].process]
        return dict.fromkeys(filter(None, (*found, *(how.via for how in rule.how.values()), rule.unsure)))

    @cached_property
    def _told(self):
        """The tables that the area above has been checked for already."""
        above = self.area.parent.every_span() if self.area.parent else ()
        return {id(table) for _, span in above for table in span.tables.values()}

    def rows(self, spans=None):
        """Every row with cases, as need, span, table, row.

        :param spans: the spans to look at; left out, those that this area changes, without the tables that it keeps
        """
        for need, span in self.spans if spans is None else spans:
            for table in span.tables.values():
                if spans is None and id(table) in self._told:
                    continue
                for row in table.rows:
                    if row.mask:
                        yield need, span, table, row

    def witness(self, need, grid, mask, span):
        """The lowest case of a set, written as a case is asked."""
        found = grid.first_case(mask)
        case = {"area": self.area.id, "need": need, "age": show_age(found[AGE])}
        for name, values in self.inputs.values.items():
            if name == "need":
                continue
            left = grid.left_out.get(name, ())
            value = found.get(name) or next((one for one in values if one in left), values[0])
            _put(case, name, value, default=values[0])
        day = span.days.first or span.days.last
        return {**case, "on": day.isoformat()} if day and not span.days.holds(self.day) else case

    def witness_outside(self, need, grid, mask, span, ages):
        """The lowest case of a set whose age lies outside `ages`; each lies in a stretch that does at least in part."""
        case = self.witness(need, grid, mask, span)
        first = grid.first_case(mask)[AGE]
        return {**case, "age": show_age(ages.last + 1 if first in ages else first)}

    def finding(self, check, place, message, **more):
        """A finding of this area; an error unless `more` says `level`."""
        return Finding(check, more.pop("level", ERROR), place.file, place.line, message, area=self.area.id, **more)


def _put(case, name, value, *, default):
    for prefix in (TRIED, FACTS):
        if name.startswith(prefix):
            if value != default:
                case.setdefault(prefix[:-1], {})[name[len(prefix):]] = value
            return
    case[name] = value
