"""The referral desk: a referral, or a question that is to become one, is checked against the rules. Nothing is kept."""

from dataclasses import dataclass

from flask import g, render_template, request

from directory import clock
from directory.access import open_to_all
from directory.routing import Said, acts_as, by_the_clock, check, held_before, ruled_area
from directory.web.desk.check_answer import CheckAnswer, check_answer
from directory.web.desk.check_fields import SelectField, held_options, name_of_area, select_fields, typed_fields
from directory.web.desk.check_form import Asked, read_check, with_own
from directory.web.desk.door import page, signed_in
from directory.web.desk.typed import Option, TypedField
from directory.web.frame import language


@dataclass(frozen=True, slots=True)
class CheckPage:
    """`sent` is everything once more, for the page in another language; `place` where the child lives, when it is
    known.
    """

    typed: tuple[TypedField, ...]
    selects: tuple[SelectField, ...]
    held: tuple[Option, ...]
    answer: CheckAnswer | None
    place: Said | None
    area: str
    need: str
    sent: tuple[tuple[str, str], ...]
    edition: str


def asked_now() -> Asked:
    """What the form, or the address, of this request asks to have checked."""
    values = request.form if request.method == "POST" else request.args
    return read_check(values, g.edition, day=clock.today(), known=by_the_clock(g.edition, clock.now()))


@page("/remiss", "check", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def check_referral():
    """The form, and the answer under it where enough is told."""
    asked = asked_now()
    return render_template("desk_check.html", page=check_page(g.edition, asked)), 422 if asked.troubles else 200


def check_page(edition, asked: Asked):
    """The page on what was asked."""
    here = language()
    desk, checked, answer = signed_in(), None, None
    if asked.referral is not None:
        checked = check(edition, asked.referral, language=here, held=held_before(edition, asked.referral, asked.held))
        has = checked.standing.asked or (desk and acts_as(edition, desk, checked.standing.holder, asked.place))
        answer = check_answer(edition, checked, asked.referral, now=clock.now(), has_unit=bool(has))
    shown = with_own(asked, edition, desk) if desk and asked.is_blank and not asked.troubles else asked
    area = ruled_area(edition, shown.place)
    return CheckPage(
        typed_fields(edition, shown, area, here), select_fields(edition, asked, checked, here),
        held_options(edition, asked, checked, here), answer,
        name_of_area(edition, asked.place, here) if asked.place else None, asked.place, asked.given.get("need", ""),
        asked.fields, edition.id)
