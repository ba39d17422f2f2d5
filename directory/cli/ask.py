"""`envagin rules ask`: the next question to a family, or the answer when no question can change it any more."""

import click

from directory import clock
from directory.catalogue import load_seed
from directory.cli.output import refuse, tell, translate
from directory.cli.rules import day_given, ruleset_in, said
from directory.config import reader_language, settings
from directory.findings import names, say
from directory.routing import advise, as_json, nearest_ruled
from directory.rules import Interview
from directory.rules.decide import NotDecided


@click.command("ask")
@click.option("--area", required=True)
@click.option("--answer", "answers", multiple=True, metavar="QUESTION=OPTION", help="May be repeated.")
@click.option("--on", "day", metavar="DAY")
@click.option("--rules", "folder", metavar="DIR", help="The rule files to ask.")
def ask_next(area, answers, day, folder):
    """Put the next question whose answer can still change the receiver; when there is none, decide."""
    ruleset, catalogue = ruleset_in(folder), None if folder else load_seed(settings().seed)[0]
    area = nearest_ruled(ruleset, catalogue, area) or area
    if area not in ruleset.areas:
        refuse(say("The area %(area)s has no rules here.", area=area).text(translate()))
    given = said("answer", answers, "")
    _check(given, ruleset.base.questions)
    interview = Interview(ruleset, area, day_given(day))
    try:
        question = interview.next_question(given)
        decision = None if question else _decision(interview, given, catalogue)
    except NotDecided:
        refuse(say("The rules do not give this case exactly one receiver. Run envagin rules verify.").text(translate()))
    tell({
        "answered": [{"question": one.id, "option": option.id} for one, option in interview.answered(given)],
        "question": _question(question) if question else None,
        "decision": decision,
    })


def _check(given, questions):
    """Refuse a question or an answer that the rule files do not know."""
    choices = {one.id: [option.id for option in one.options] for one in questions}
    for name, chosen in given.items():
        if name not in choices:
            refuse(say("There is no question %(value)s; the questions are %(choices)s.", value=name,
                       choices=names(choices)).text(translate()))
        if chosen not in choices[name]:
            refuse(say("The question %(id)s has no answer %(value)s; choose among %(choices)s.", id=name, value=chosen,
                       choices=names(choices[name])).text(translate()))


def _question(question):
    language = reader_language()
    return {
        "id": question.id, "text": question.text.read(language),
        "hint": question.hint.read(language) if question.hint else None,
        "options": [{"id": one.id, "text": one.text.read(language),
                     "hint": one.hint.read(language) if one.hint else None, "danger": one.danger}
                    for one in question.options],
    }


def _decision(interview, given, catalogue):
    ruleset = interview.ruleset
    case = interview.case(given, next(iter(ruleset.base.inputs.askers), ""))
    advice = advise(ruleset, case, catalogue=catalogue, language=reader_language())
    return as_json(advice, explain=True, now=clock.now())
