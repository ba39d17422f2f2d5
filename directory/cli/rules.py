"""`envagin rules`: verify, decide, cases."""

import sys

import click

from directory import clock
from directory.catalogue import load_seed
from directory.cli.output import REFUSED, finding_lines, format_option, refuse, tell, translate
from directory.cli.published import edition_named, edition_on
from directory.config import reader_language, settings
from directory.days import parse_day
from directory.editions import edition_id, knowledge_of, rule_files
from directory.errors import CaseRefused, RulesNotProved
from directory.findings import has_errors, say
from directory.routing import advise, as_json, nearest_ruled
from directory.rules import (
    Ruleset, as_sarif, as_text, compile_base, judge, load, load_cases, read_case, verify,
)
from directory.rules import as_json as verdict_json
from directory.rules.decide import NotDecided


@click.group()
def rules():
    """Prove and ask the rule files."""


def day_given(text):
    """A day given on the command line, today where none was; another form is refused."""
    if text is None:
        return clock.today()
    try:
        return parse_day(text)
    except ValueError:
        return refuse(say("%(value)s is not a day; write it as 2026-11-21.", value=text).text(translate()))


@rules.command("verify")
@click.argument("folder", required=False, metavar="[DIR]")
@format_option("text", "json", "sarif")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--on", "day", metavar="DAY", help="The day that sources and waivers are judged on.")
@click.option("--catalogue", metavar="DIR", help="The catalogue to prove against (seed, where DIR is left out).")
def verify_rules(folder, form, strict, day, catalogue):
    """Prove every area: one receiver for every case, no chain that comes back, acute danger first."""
    day = day_given(day)
    knowledge, faults = _knowledge(catalogue or (None if folder else settings().seed))
    verdict = verify(load(folder or settings().rules), day=day, knowledge=knowledge, strict=strict, also=faults)
    forms = {"text": as_text, "json": verdict_json, "sarif": as_sarif}
    tell(forms[form](verdict, translate()))
    sys.exit(0 if verdict.ok else REFUSED)


def _knowledge(folder):
    if folder is None:
        return None, ()
    catalogue, faults = load_seed(folder)
    return (knowledge_of(catalogue) if catalogue else None), tuple(faults)


def ruleset_in(folder, area=None):
    """The ruleset of a folder, of one area where one is named; files with faults are refused."""
    loaded = load(folder or settings().rules, only=area)
    if has_errors(loaded.findings):
        refuse(*finding_lines(loaded.findings))
    return Ruleset(loaded.base, compile_base(loaded.base, area if area in loaded.base.layers else None))


@rules.command("decide")
@click.option("--area", required=True)
@click.option("--need", required=True)
@click.option("--level", required=True)
@click.option("--age", required=True, help="9 or 9y6m, or unknown.")
@click.option("--from", help="Who asks: a role, an agency, guardian, youth, other.")
@click.option("--acute")
@click.option("--tried", multiple=True, metavar="FLAG", help="What has been done; may be repeated.")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="May be repeated.")
@click.option("--on", metavar="DAY")
@click.option("--explain", default="full", help="full|none")
@click.option("--rules", "folder", metavar="DIR", help="The rule files to ask.")
@click.option("--edition", "prefix", metavar="HASH", help="Ask a published edition instead of files.")
@click.option("--edition-on", "published_on", metavar="DAY", help="Ask the edition that was in force on a day.")
def decide_case(folder, prefix, published_on, **asked):
    """Say which one unit takes a case, and why."""
    if sum(map(bool, (folder, prefix, published_on))) > 1:
        refuse(say("Name one of --rules, --edition and --edition-on.").text(translate()))
    if prefix or published_on:
        chosen = edition_named(prefix) if prefix else edition_on(day_given(published_on))
        ruleset, catalogue, edition = chosen.ruleset, chosen.catalogue, chosen.id
    else:
        ruleset, catalogue, edition = _of_files(folder, asked["area"])
    area = nearest_ruled(ruleset, catalogue, asked["area"]) or asked["area"]
    raw = {**asked, "area": area, "on": day_given(asked["on"]), "tried": said("tried", asked["tried"], "yes"),
           "facts": said("fact", asked["facts"], "")}
    explain = asked["explain"] == "full"
    try:
        case = read_case(raw, ruleset.base.inputs, areas=ruleset.base.layers, today=clock.today())
        advice = advise(ruleset, case, catalogue=catalogue, edition=edition, language=reader_language(),
                        explain=explain)
    except CaseRefused as error:
        refuse(*(_fault_line(fault) for fault in error.faults))
    except NotDecided:
        refuse(say("The rules do not give this case exactly one receiver. Run envagin rules verify.").text(translate()))
    tell(as_json(advice, explain=explain, now=clock.now()))


def _of_files(folder, area):
    """The ruleset of a folder, the catalogue beside the folder of the settings, and the id that both would have."""
    ruleset = ruleset_in(folder, area)
    catalogue = None if folder else load_seed(settings().seed)[0]
    return ruleset, catalogue, _id_of_files(catalogue) if catalogue else ruleset.base.hash


def _id_of_files(catalogue):
    """The id that the files of the settings would be published by, None where one of them cannot be read."""
    try:
        return edition_id(rule_files(settings().rules), catalogue)
    except RulesNotProved:
        return None


def said(option, texts, default):
    """What an option that may be repeated says, by name; one that says two things of one name is refused."""
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        value = value if sign else default
        if found.setdefault(name, value) != value:
            message = say("--%(option)s says two things of %(name)s: %(one)s and %(other)s.", option=option, name=name,
                          one=found[name], other=value)
            refuse(message.text(translate()))
    return found


def _fault_line(fault):
    hint = f" {fault.hint.text(translate())}" if fault.hint else ""
    return f"{fault.field}: {fault.message.text(translate())}{hint}"


@rules.command("cases")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--rules", "folder", metavar="DIR", help="The rule files to judge against.")
@format_option("json", "text")
def judge_cases(files, folder, form):
    """Judge vignettes: referrals with a published answer."""
    ruleset = ruleset_in(folder)
    found, faults = [], []
    for file in files:
        vignettes, wrong = load_cases(file)
        faults += wrong
        found += [judge(ruleset, one, day=clock.today()) for one in vignettes]
    passed, near = sum(one.ok for one in found), sum(one.near for one in found)
    answer = {"passed": passed, "near": near, "failed": len(found) - passed - near,
              "cases": [_judged(one) for one in found]}
    tell(answer if form == "json" else _judged_text(answer))
    for line in finding_lines(faults):
        click.echo(line, err=True)
    sys.exit(0 if passed == len(found) and not faults else REFUSED)


def _judged(one):
    return {"id": one.id, "ok": one.ok, "near": one.near, "expected": list(one.expected), "got": one.got,
            "rule": one.rule, "why": one.why.text(translate()) if one.why else None}


def _judged_text(answer):
    lines = [f"{one['id']}: {'ok' if one['ok'] else one['why']}" for one in answer["cases"]]
    counts = say("%(passed)s passed, %(near)s near, %(failed)s failed.", passed=answer["passed"], near=answer["near"],
                 failed=answer["failed"])
    return "\n".join([*lines, counts.text(translate())])
