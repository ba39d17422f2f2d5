"""What operations ask: does the process live, and what does it answer from. Nothing here asks the database."""

from flask import Blueprint, g, jsonify, request

from directory import clock
from directory.i18n import DEFAULT, LANGUAGES, translator

health = Blueprint("health", __name__, url_prefix="/health")


@health.get("/live")
def live():
    """The process answers."""
    return jsonify(status="live")


@health.get("/ready")
def ready():
    """The edition that answers and since when, how long ago somebody looked for a newer one, and what is wrong."""
    state, translate = g.state, translator(request.accept_languages.best_match(list(LANGUAGES)) or DEFAULT)
    return jsonify(
        status="problems" if state.problems else "ready", edition=state.edition.id, publication=state.number,
        since=state.since.isoformat(), seconds_since_check=round((clock.now() - state.checked).total_seconds(), 1),
        problems=[{"code": one.code, "text": one.text.text(translate)} for one in state.problems])
