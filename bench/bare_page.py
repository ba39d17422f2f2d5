"""The yardstick of bench_way_in.py: a Flask application whose one page is 10 kB that Jinja renders."""

from flask import Flask, render_template_string

application = Flask(__name__)
ROW = "<li><a href='/{{ one.id }}'>{{ one.name }}</a> <span>{{ one.text }}</span></li>"
PAGE = f"<!doctype html><title>{{{{ title }}}}</title><ul>{{% for one in rows %}}{ROW}{{% endfor %}}</ul>"
TEXT = "what it does and whom it is for " * 3
ROWS = [{"id": number, "name": f"unit {number}", "text": TEXT} for number in range(65)]


@application.get("/")
def bare():
    return render_template_string(PAGE, title="A page", rows=ROWS)
