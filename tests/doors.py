"""What tests of the doors send and read: a case for the API, a form for the page, a page as text and tags."""

import re
from html.parser import HTMLParser

CASE = {"area": "generic", "need": "koncentration_adhd", "level": "specialist", "age": "9y6m"}
FORM = {"area": "generic", "need": "koncentration_adhd", "age": "9", "level": "bas", "acute": "no", "from": "guardian"}


def post_case(client, *, accept="en", **changes):
    """The answer to CASE with some fields changed; a field that is None is left out."""
    case = {name: value for name, value in {**CASE, **changes}.items() if value is not None}
    return client.post("/api/v1/decisions", json=case, headers={"Accept-Language": accept})


def post_bytes(client, raw, **more):
    return client.post("/api/v1/decisions", data=raw, **{"content_type": "application/json", **more})


def send(client, *, to="/vag/svar", **changes):
    """The page that answers FORM with some fields changed; a field that is None is left out."""
    return client.post(to, data={name: value for name, value in {**FORM, **changes}.items() if value is not None})


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
