"""The yardstick of bench_http.py: a Flask application whose one address reads JSON and answers JSON."""

from flask import Flask, jsonify, request

application = Flask(__name__)


@application.post("/")
def bare():
    return jsonify(asked=request.get_json()["need"], receiver="somebody", open=False)
