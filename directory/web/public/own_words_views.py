"""Own words are sent, and what they were found to mean has an address of its own, in which nobody reads it."""

from dataclasses import replace

from flask import g, redirect, render_template, request

from directory.access import open_to_all
from directory.routing import Answers, answers_for_need, next_step
from directory.web.frame import address, language
from directory.web.public.carried import known_now, on, opened, seal
from directory.web.public.door import page
from directory.web.public.forms import SWITCH, Sent, read_sent, still_holds
from directory.web.public.own_words import (
    FAULTS, LONG, LONGEST, UNCHOSEN, UNSURE, Found, danger_meant, found_by, own_words_page)


@page("/vag/<token>/ord", "words", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def words(token):
    """What it is about in own words instead of by questions."""
    return _page(token, Found(), address("public.words", token=token))


@page("/vag/<token>/ord/<found>", "found", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def found(token, found):
    """The needs that own words may mean."""
    meant = seal().open_found(found)
    if meant is None:
        return redirect(address("public.words", token=token), 303)
    return _page(token, meant, address("public.found", token=token, found=found))


def _page(token, meant, here):
    answers = opened(token)
    if next_step(g.edition, answers, **known_now()).danger:
        return redirect(address("public.step", token=token), 303)
    if request.method == "POST":
        return _answered(answers, token, meant=meant, here=here)
    return _shown(token, meant, Sent(), here=here)


def _answered(answers, token, *, meant, here):
    """On with the words or, where there are none, with the need that was chosen."""
    sent = read_sent(request.form)
    if SWITCH in request.form:
        return _shown(token, meant, sent.to_show(), here=here) if sent.words or sent.need else redirect(here, 303)
    if not sent.words and sent.need in g.edition.catalogue.needs:
        return on(answers_for_need(g.edition, answers, sent.need))
    if not sent.words and meant.needs:
        return _shown(token, meant, Sent(told=UNCHOSEN), here=here)
    return searched(answers, token, sent)


def searched(answers: Answers, token, sent: Sent):
    """To what some words may mean; at once to the answer where that is danger. Too many words are given back."""
    if len(sent.words) > LONGEST:
        given_back = Sent(words=sent.to_show().words, told=LONG)
        return _shown(token, Found(), given_back, here=address("public.words", token=token))
    meant = found_by(g.edition, sent.words, language())
    if danger := danger_meant(g.edition, meant, answers.who):
        return _to_the_answer(answers_for_need(g.edition, answers, danger), token)
    return redirect(address("public.found", token=token, found=seal().seal_found(meant)), 303)


def _to_the_answer(answers, token):
    """To an answer that says how words were read, with the way back to where they were written."""
    return redirect(address("public.read_so", token=seal().seal(answers), before=token), 303)


def _shown(token, meant, sent, *, here):
    addresses, answers = (here, address("public.step", token=token)), opened(token)
    meant = _that_can_be(answers, meant)
    shown = own_words_page(g.edition, meant, language(), addresses=addresses, sent=sent, who=answers.who)
    return render_template("own_words.html", page=shown), 422 if sent.told in FAULTS else 200


def _that_can_be(answers, meant):
    """What was found without needs that nobody of the age that was answered can have: they would be asked once more."""
    each = {one: answers_for_need(g.edition, answers, one) for one in meant.needs}
    true = tuple(one for one, then in each.items() if still_holds(g.edition, then) == then)
    return replace(meant, needs=true, told=meant.told or (UNSURE if meant.needs and not true else None))
