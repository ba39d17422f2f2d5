"""Two hundred queries that no honest reader types, made here because most are long. The same list every time.

What may answer them: hits, "nothing sure" or a clear refusal. Never an error, never everything, never slowly.
"""

from itertools import islice, product
from random import Random

COUNT = 200
LONG = 10_000  # characters; the length that the issue names

WORDS = ("skolsköterska", "bup", "vägrar gå till skolan", "logoped i Ånge", "barn- och ungdomspsykiatri")
SYNTAX = (
    "*:*", "?*", "*", "**", "name:*", "id:[* TO *]", "[a TO z]", "{a TO z}", "bup~", "bup~2", "bup^99999999",
    "/.*/", "(((((((((", ")))))))))", "bup AND", "OR OR OR", "NOT", "-bup", "+bup -bup", '"bup', "'bup",
    '"""""', "bup\\", "a*b*c*d*e*f*", "*sköterska", "s?o?l?k?r?t?r", "<bup NEAR skola>", "bup ANDNOT bup",
    "id:bup OR kind:agency",
)
CODE = (
    "' OR '1'='1", "'; DROP TABLE units; --", "1 UNION SELECT * FROM accounts", "{{ 7 * 7 }}",
    "{% for x in y %}", "${7*7}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "../../../../etc/passwd", "%00", "%s%s%s%n", "{0.__class__}", "$(reboot)", "`id`", "| ls", "\\x00\\x01",
    "&#x27;&lt;", "http://[::1]:80/", "javascript:alert(1)", "=cmd|'/C calc'!A0", "null", "undefined", "NaN",
    "true", "__proto__", "constructor", "__init__", "None", "-1", "1e309",
)
PUNCTUATION = ".,;:!?…-–—_/\\|()[]{}<>\"'`´^~*+=&%$#@§¤"
CONTROLS = "".join(map(chr, (*range(1, 9), *range(11, 32), *range(127, 160))))
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
MARKS = "".join(map(chr, range(0x300, 0x370)))
SPACES = " \t\n\r\v\f\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\x85"
EMOJI = "😀👩‍⚕️🏥🧒🏽🇸🇪👨‍👩‍👧‍👦❤️‍🔥"
SCRIPTS = (
    "الطب النفسي للأطفال", "ניתוח", "детская психиатрия", "儿童精神科", "เด็กไม่ยอมไปโรงเรียน", "ﬁﬂﬃ Ⅷ ½ ㎏ ｂｕｐ",
    "İIıi ẞß ſ", "S\u0301K\u030aO\u0308L\u0308A", "𝔟𝔲𝔭", "ᴮᵁᴾ", "\U000e0041\U000e0042", "\uffff\ufffe\ufffd",
    "\ud7ff\ue000",
)
STOP_WORDS = (
    "och", "i", "att", "det", "som", "på", "en", "är", "av", "för", "med", "till", "den", "har", "inte", "om",
    "ett", "jag", "min", "vi", "the", "and", "of", "a", "to",
)


def _long():
    """Queries of the greatest length, each hard for another part of a search."""
    yield from (text * (LONG // len(text)) for text in (
        "a", "å", "skolsköterska ", "skolsköterska", "bup*", "?*", "((", '"', "\u0301", "o\u0308", "👨‍👩‍👧‍👦",
        "\u202e", " ", "\n", "1", "9 år ", "i Ånge ", "inte ", "-", "barn-", "ab", "abc", "åäö", "\x00", "sjsjsj",
        "ngt ", "a b ", "ﷺ", "ß", "İ"))
    yield from (f"{word} " * 300 for word in ("NOT", "AND", "OR", "NEAR", "inte", "eller"))
    yield from ("(" * depth + "bup" + ")" * depth for depth in (50, 1_000, 4_999))
    yield "barn" * 12 + "psykiatri" * 12
    yield "".join(sorted("barnochungdomspsykiatriskamottagningen" * 5))
    yield " ".join(f"{word}{number}" for number in range(300) for word in ("adhd", "skola"))


def _mixed():
    """Known words with strange characters round, between and inside them."""
    strange = (CONTROLS, INVISIBLE, DIRECTIONS, MARKS[:20], EMOJI, PUNCTUATION)
    for word, signs in product(WORDS, strange):
        yield signs.join(word)
    yield from (f"{signs}{WORDS[0]}{signs}" for signs in strange)


def _nonsense():
    """Queries by chance, from a fixed start: letters, all of Unicode's first plane, stop words."""
    chance = Random(5)
    yield from (" ".join(chance.choices(STOP_WORDS, k=count)) for count in (1, 2, 5, 12, 40))
    plane = [chr(code) for code in range(1, 0xd800)]
    while True:
        yield "".join(chance.choices(plane, k=chance.choice((3, 30, 300))))
        yield "".join(chance.choices("bcdfghjklmnpqrstvxz", k=chance.choice((4, 12, 200))))


def hostile_queries():
    """The list, COUNT long; the last of it is nonsense by chance."""
    whole = ("", PUNCTUATION, CONTROLS, INVISIBLE, DIRECTIONS, MARKS, SPACES, EMOJI, "a" + MARKS * 20,
             "\u202eåkspub\u202c")
    fixed = (*whole, *SYNTAX, *CODE, *SCRIPTS, *_long(), *_mixed())
    return [*fixed, *islice(_nonsense(), COUNT - len(fixed))]
