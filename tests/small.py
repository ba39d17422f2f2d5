"""Small rules with a small seed that they are proved against, in a folder of their own.

A child's question about focus goes to the clinic; acute, to the ward. The catalogue knows both and some units.
"""

from directory import clock
from directory.catalogue import load_seed
from directory.config import Settings
from directory.editions import Act, Reader, last_publication, propose, put, rule_files

NATION = """format: one-way-in/1
layer: nation
id: land
inputs: {need: [focus], level: [bas, specialist], age: 0-20}
units: {clinic: {name: Clinic}, school: {name: School}, ward: {name: Ward, acute: yes}}
safety: [{id: S1, to: ward, because: Somebody is on call there}]
"""
RULES = """format: one-way-in/1
layer: nation
id: land
rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""
AGENCIES = """format: one-way-in-seed/1
groups: [{id: mind, name: {sv: Sinnet}, hint: {sv: Tankar}}]
needs: [{id: focus, name: {sv: Fokus}, group: mind}]
areas: [{id: land, name: {sv: Landet}, kind: nation}]
agencies:
"""
AGENCY = """- id: %s
  name: {sv: %s}
  organization: region
  levels: [bas, specialist, akut]
  ages: 0-20
  description: {sv: Tar emot barn.}
  receives: [focus]
  access: [self]
  sources: [LAW]
"""
UNIT = "- {id: %s, agency: clinic, area: land, name: {sv: %s}, sources: [LAW]}\n"


def make_small(folder, *, units=3):
    """The settings of a small service whose every file lies below a folder."""
    made = Settings(home=folder / "var", rules=folder / "rules", seed=folder / "seed", poll=0.05)
    made.rules.mkdir(parents=True)
    made.seed.mkdir()
    (made.rules / "nation.yaml").write_text(NATION, "utf-8")
    send_to(made, "clinic")
    agencies = [AGENCY % (one, one.capitalize()) for one in ("clinic", "school", "ward")]
    (made.seed / "agencies.yaml").write_text(AGENCIES + "".join(agencies), "utf-8")
    name_units(made, {f"unit-{number}": f"Enhet {number}" for number in range(units)})
    return made


def send_to(settings, kind):
    """Save the one ordinary rule with another receiver; a kind that there is not is a fault."""
    (settings.rules / "rules.yaml").write_text(RULES.replace("to: clinic", f"to: {kind}"), "utf-8")


def name_units(settings, names):
    """Save the units, by id and name."""
    text = "".join(UNIT % pair for pair in names.items())
    (settings.seed / "units.yaml").write_text(f"format: one-way-in-seed/1\nunits:\n{text}", "utf-8")


def publish(settings, database, *, reader=None, now=None):
    """Publish what lies in the folders of a small service: the proposal that was put in force."""
    now, reader = now or clock.now(), reader or Reader(settings.rules, settings.home)
    catalogue, faults = load_seed(settings.seed)
    assert not faults
    with database.transaction() as session:
        proposal = propose(session, rule_files(settings.rules), catalogue, reader=reader, day=now.date())
    put(database, proposal, Act(now, "test"))
    return proposal


def answering(settings, database):
    """The edition in force, read by somebody who has read none before."""
    with database.transaction() as session:
        return Reader(settings.rules, settings.home).read(session, last_publication(session).edition_id)
