"""A verdict as text for people, JSON for programs, SARIF for code hosts."""

from dataclasses import asdict
from urllib.parse import quote

from directory.findings import ERROR, LEVEL_WORDS, NOTE, WARNING, say
from directory.rules.verify import CHECKS

MOST_NOTES = 10  # notes shown in text; --format json has them all


def as_text(verdict, translate=str):
    """What was found, worst first, and what was proved."""
    notes = [one for one in verdict.findings if one.level == NOTE]
    shown = [one for one in verdict.findings if one.level != NOTE] + notes[:MOST_NOTES]
    lines = [line for one in shown for line in _finding_lines(one, translate)]
    if len(notes) > MOST_NOTES:
        more = say("… and %(count)s more notes; --format json shows all.", count=len(notes) - MOST_NOTES)
        lines.append(more.text(translate))
    return "\n".join([*lines, *_summary(verdict, translate)])


def _finding_lines(one, translate):
    level = LEVEL_WORDS[one.level].text(translate)
    area = f" ({one.area})" if one.area else ""
    yield f"{one.file}:{one.line}: {level}: {one.check}{area}: {one.message.text(translate)}"
    if one.witness and one.level == ERROR:
        case = say("For example: %(case)s", case=_case(one.witness))
        yield f"    {case.text(translate)}"
    if one.hint and one.level != NOTE:
        yield f"    {one.hint.text(translate)}"


def _case(witness):
    shown = {key: f"{{{_case(value)}}}" if isinstance(value, dict) else value for key, value in witness.items()}
    return ", ".join(f"{key}: {value}" for key, value in shown.items())


def _summary(verdict, translate):
    yield ""
    if verdict.proved:
        chains = next((one for one in verdict.proved.values() if one.chains is not None), None)
        yield say("Proved: %(checks)s", checks=", ".join(verdict.proved)).text(translate)
        if chains:
            yield say("%(chains)s chains of units, the longest of %(longest)s.", chains=chains.chains,
                      longest=chains.longest).text(translate)
    missing = [check.NAME for check in CHECKS if check.NAME not in verdict.proved]
    if missing:
        yield say("Not proved: %(checks)s", checks=", ".join(missing)).text(translate)
    yield say("%(areas)s areas, %(rules)s rules, %(cells)s cells, edition of the rules %(hash)s.",
              areas=len(verdict.areas),
              rules=verdict.rules, cells=verdict.cells, hash=verdict.hash).text(translate)
    counts = {level: sum(one.level == level for one in verdict.findings) for level in (ERROR, WARNING, NOTE)}
    yield say("%(errors)s errors, %(warnings)s warnings, %(notes)s notes.", errors=counts[ERROR],
              warnings=counts[WARNING],
              notes=counts[NOTE]).text(translate)


def as_json(verdict, translate=str):
    """The verdict as the contract's JSON."""
    return {
        "ok": verdict.ok, "hash": verdict.hash, "areas": list(verdict.areas), "rules": verdict.rules,
        "cells": verdict.cells,
        "proved": {name: asdict(one) for name, one in verdict.proved.items()},
        "findings": [finding_json(one, translate) for one in verdict.findings],
    }


def finding_json(one, translate=str):
    """A finding as the contract's JSON; `line` counts from 1, `witness` is a case as it is asked."""
    return {
        "check": one.check, "level": one.level, "file": one.file, "line": one.line, "ids": list(one.ids),
        "area": one.area,
        "message": one.message.text(translate), "hint": one.hint.text(translate) if one.hint else None,
        "witness": one.witness, "suggestion": one.suggestion,
    }


def as_sarif(verdict, translate=str):
    """The findings as SARIF 2.1.0, one result each, so that a code host shows them at the line."""
    checks = sorted({one.check for one in verdict.findings})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "envagin", "rules": [{"id": check} for check in checks]}},
            "columnKind": "unicodeCodePoints",
            "results": [_result(one, checks.index(one.check), translate) for one in verdict.findings],
        }],
    }


def _result(one, index, translate):
    text = one.message.text(translate) + (" " + one.hint.text(translate) if one.hint else "")
    location = {"artifactLocation": {"uri": quote(one.file.replace("\\", "/"))},
                "region": {"startLine": max(one.line, 1)}}
    return {"ruleId": one.check, "ruleIndex": index, "level": one.level, "message": {"text": text},
            "locations": [{"physicalLocation": location}]}
