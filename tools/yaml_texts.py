"""Texts of rules and catalogue for translators: what a family reads of them, by its English words.

Babel calls `extract` for every YAML file that babel-families.cfg names.
"""

import yaml

STAFF = ("school", "care", "social")  # groups of askers whose ways in no family reads
SHOWN = {  # by the last part of a file's path within the configuration: the keys whose texts the way in shows
    "rules": ("because", "text", "youth", "if_wrong", "hint", "name", "adds", "say", "spoken"),
    "catalogue": ("name", "short", "hint", "note", "text", "hours", "call_112", "same_day"),
}


def extract(fileobj, _keywords, _comment_tags, options):
    """Each text that a family reads, as Babel wants it: line, no function, English words, the Swedish as comment."""
    shown, kind = SHOWN[options["of"]], options.get("kind")
    for node, key in _texts(yaml.compose(fileobj, Loader=yaml.CSafeLoader), None, kind):
        texts = {name.value: value for name, value in node.value}
        if key in shown and "en" in texts:
            english, swedish = (" ".join(texts[one].value.split()) for one in ("en", "sv"))
            yield texts["en"].start_mark.line + 1, None, english, [f"sv: {swedish}"]


def _texts(node, key, kind):
    """Every mapping of languages with the key that it stands at.

    :param kind: of records that say what kind they are of, those of this one alone; None: all
    """
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _texts(one, key, kind)
    elif isinstance(node, yaml.MappingNode):
        written = {name.value: value for name, value in node.value}
        if "sv" in written:
            yield node, key
        elif not kind or "kind" not in written or written["kind"].value == kind:
            for name, value in written.items():
                if name not in STAFF:
                    yield from _texts(value, name, kind)
