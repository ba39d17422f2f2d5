"""syntax: a file is plain UTF-8 YAML that says what a reader of it sees, and nothing else.

A reviewer must be able to trust their eyes. Refused are characters that cannot be seen, tabs, a byte-order mark, text
that is not NFC, a key that stands twice, several documents in a file, and what YAML hides: anchors, aliases, merge
keys, tags. An empty folder or file proves nothing either.

To mend: write it out, in plain text; the finding names the line and each character by its code point.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    id: other
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""

from directory.yaml_lines import CHECK

NAME = CHECK  # reading is done on the shelf, in yaml_lines.py, because the catalogue reads its files in the same way
