"""What an answer has on paper beside its words: the day, the service's address, and a QR code that opens it again."""

from dataclasses import dataclass
from io import BytesIO

import segno
from markupsafe import Markup

DOT = 2  # CSS pixels of the code's dots


@dataclass(frozen=True, slots=True)
class Paper:
    """`code` is the QR code as SVG, `service` the address of the service without its scheme."""

    code: Markup
    service: str
    day: str


def paper(base, path, day):
    """What stands on paper.

    :param base: the address of the service, with its scheme and without a slash at the end
    :param path: that of the answer, from its first slash
    """
    drawn = BytesIO()
    # A sealed token looks random, so no mask is better than another, and trying all eight takes most of the time.
    segno.make(base + path, error="l", micro=False, mask=0).save(
        drawn, kind="svg", scale=DOT, border=2, omitsize=True, light="#fff", xmldecl=False, svgns=False, nl=False)
    return Paper(Markup(drawn.getvalue().decode()), base.partition("://")[2], day.isoformat())
