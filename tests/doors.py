"""What tests of the doors send and read: a case for the API, a form for the page, a page as text and tags."""

import re
from html.parser import HTMLParser

from directory.routing import Answers

CASE = {"area": "generic", "need": "koncentration_adhd", "level": "specialist", "age": "9y6m"}
START = {"urgency": "wait", "place": "generic", "age": "school", "who": "guardian"}  # what the start page sends
GIVEN = {"urgency": START["urgency"], "matter": "utveckling_larande", "development": "koncentration_adhd",
         "everyday": "mostly", "tried": "nothing"}  # the answers to what it then asks


def post_case(client, *, accept="en", **changes):
    """The answer to CASE with some fields changed; a field that is None is left out."""
    case = {name: value for name, value in {**CASE, **changes}.items() if value is not None}
    return client.post("/api/v1/decisions", json=case, headers={"Accept-Language": accept})


def post_bytes(client, raw, **more):
    return client.post("/api/v1/decisions", data=raw, **{"content_type": "application/json", **more})


def begin(client, *, to="/vag", **changes):
    """What comes of START with some fields changed; a field that is None is left out."""
    return client.post(to, data={name: value for name, value in {**START, **changes}.items() if value is not None})


def token_of(client, *, place="generic", who="guardian", before=None, **given):
    """The token of answers: START and GIVEN with some changed; an answer that is None is left out."""
    chosen = {"age": START["age"], **GIVEN, **given}
    answers = Answers(place, who, {name: value for name, value in chosen.items() if value is not None}, before)
    return client.application.extensions["seal"].seal(answers)


def ask(client, *, prefix="", **answers):
    """The page after some answers: the next question, or the answer."""
    return client.get(f"{prefix}/vag/{token_of(client, **answers)}")


class Page(HTMLParser):
    """A page: `tags` are pairs of name and attributes in order, `text` its words."""

    def __init__(self, response):
        super().__init__()
        self.html, self.tags, words = response.get_data(as_text=True), [], []
        self.handle_data = words.append
        self.feed(self.html)
        self.text = " ".join(" ".join(words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, tag, attribute):
        return [attrs[attribute] for name, attrs in self.tags if name == tag and attribute in attrs]

    def words_of(self, tag):
        """The words of the first element of a name that holds no other element of that name."""
        found = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", self.html, re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""
