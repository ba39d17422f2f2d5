"""What every page has: its language, the national numbers, headers that keep it to itself, and static files."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, g, request, send_from_directory, url_for

from directory.config import settings
from directory.i18n import DEFAULT, FAMILY_LANGUAGES, FROM_THE_RIGHT, LANGUAGES, REVIEWED, tag, translator
from directory.personal_numbers import holds_personal_number
from directory.web.has_session import has_session
from directory.web.smaller import made_smaller
from directory.web.swedish_names import are_marked, names_marked, words_marked

STATIC = Path(__file__).parent / "static"
static = Blueprint("frame", __name__, template_folder="templates")
VERSION = sha256(b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))).hexdigest()[:10]

HEADERS = [
    ("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                                "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    # Of use over TLS alone, as browsers pass it over otherwise; whoever terminates TLS need not remember it.
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
]
NOT_KEPT = ("Cache-Control", "no-store")
_LANGUAGES_OF: dict[str, Mapping[str, str]] = {}  # by blueprint; error pages are in all
OURS = ("same-origin", "none")  # of Sec-Fetch-Site: from a page of ours, or typed by whoever sits there
# What an address says beside its path, and says on in another language; nothing of a person.
KEPT = ("area", "organization", "kind", "level", "age", "need", "access", "limit")


def language():
    """The language of the address: its first step, Swedish where it names none."""
    if "language" not in g:
        first = request.path.split("/", 2)[1] if request.path.count("/") else ""
        g.language = first if first in FAMILY_LANGUAGES else DEFAULT
    return g.language


def address(endpoint, **values):
    """The address of a page in the language of this one; Swedish has no step of its own.

    A page that is not in this language is shown in Swedish.
    """
    if language() == DEFAULT or language() not in _LANGUAGES_OF[endpoint.partition(".")[0]]:
        return url_for(endpoint, **values)
    return url_for(f"{endpoint}_in", language=language(), **values)


def service_address():
    """The address of the service as people reach it, without a slash at its end."""
    return (settings().address or request.host_url).rstrip("/")


def same_page_in(other):
    """The address of the page that is shown, in another language; of the start where there is no such page."""
    endpoint = (request.endpoint or "").removesuffix("_in")
    if f"{endpoint}_in" not in current_app.view_functions:
        return "/" if other == DEFAULT else f"/{other}/"
    values: dict[str, Any] = {name: value for name in KEPT if (value := request.args.get(name))}
    values |= {name: value for name, value in (request.view_args or {}).items() if name != "language"}
    if any(holds_personal_number(value) for value in values.values()):
        return "/" if other == DEFAULT else f"/{other}/"
    return url_for(endpoint, **values) if other == DEFAULT else url_for(f"{endpoint}_in", language=other, **values)


def pages_of(blueprint, languages=LANGUAGES):
    """A decorator that registers a view under its address in Swedish and in every other language.

    :param languages: those that the pages of the blueprint are in
    """
    _LANGUAGES_OF[blueprint.name] = languages

    def page(rule, endpoint, methods=("GET",)):
        def register(view):
            def in_language(language, **values):
                return view(**values)

            names = ", ".join(languages)
            blueprint.add_url_rule(rule, endpoint, view, methods=methods)
            blueprint.add_url_rule(f"/<any({names}):language>{rule}", f"{endpoint}_in", in_language, methods=methods)
            return view
        return register
    return page


def refuse_other_sites():
    """Refuse what a page of others has sent by itself. For forms that no session stands behind."""
    if not is_from_here():
        abort(403)


def is_from_here():
    """Whether no page of another site has sent this.

    A browser that does not say whence says at most `Origin: null`, since our pages tell no address of theirs; then the
    cookie of a desk, which is sent from our pages alone, and the token of its form hold.
    """
    whence, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin", "null")
    if whence:
        return whence in OURS
    return origin == "null" or urlsplit(origin).netloc in (request.host, urlsplit(settings().address).netloc)


@static.get(f"/static/{VERSION}/<path:name>")
def file(name):
    """A file of the frame; its address changes with its content, so it may be kept for ever."""
    response = send_from_directory(STATIC, name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@static.app_context_processor
def _frame():
    here, languages = language(), _LANGUAGES_OF.get(request.blueprint or "", FAMILY_LANGUAGES)
    are_for_families = languages is FAMILY_LANGUAGES and are_marked(here)
    marks = {"_": words_marked, "marked": names_marked} if are_for_families else {"marked": lambda text: text}
    return {"language": tag(here), "written": here, "direction": "rtl" if here in FROM_THE_RIGHT else "ltr",
            "languages": languages, "tag": tag, **marks,
            "is_reviewed": here in REVIEWED, "in_swedish": _beside(here), "address": address,
            "same_page_in": same_page_in, "is_start": (request.endpoint or "").removesuffix("_in") == "public.start",
            "other_words": _other_words, "has_session": has_session}


def _other_words(text, languages):
    """A text in those of some languages that are not the page's, each once, by what a page says of the language."""
    return {translator(one)(text): tag(one) for one in languages if tag(one) != tag(language())}.items()


def _beside(here):
    """A function from a text that must not be misread to its Swedish, where nobody has reviewed the page's language and
    the Swedish says it in other words."""
    own, swedish = translator(here), translator(DEFAULT)
    return (lambda text: "") if here in REVIEWED else lambda text: "" if swedish(text) == own(text) else swedish(text)


def attach(app):
    """Give the application its static files, the words of the frame and the headers of every answer."""
    app.register_blueprint(static)
    app.after_request(made_smaller)
    app.wsgi_app = _with_headers(app.wsgi_app)


def _with_headers(answer):
    """Add the headers where an answer leaves the application: none is missed, and it costs next to nothing."""
    def serve(environ, start_response):
        def start(status, headers, *more):
            kept = any(name == NOT_KEPT[0] for name, _ in headers)
            return start_response(status, [*headers, *HEADERS] if kept else [*headers, *HEADERS, NOT_KEPT], *more)
        return answer(environ, start)
    return serve
