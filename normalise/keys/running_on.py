"""Words of a key that go on below their sign, as they do in the cells of a row that no rule parts: `● Done and no more`
/ `reports due`."""

from __future__ import annotations

import re

from normalise.language import phrases
from parsers.block import Line, Mark, Paragraph

EDGE = 3.0  # points between the left edges of a sign and of the words below it
AIR = 1.0  # of the font size between two lines of one label
REST = 2  # words of a status's name below its first ones, which may name one by themselves
#: what no label ends with
OPEN = re.compile(r"(?:[/&,]|\b(?:and|or|of|for|to|the|a|with|by|will|not))$", re.IGNORECASE)


def is_open(words: str) -> bool:
    """True for words that do not end here: `Ar y trywydd iawn /`."""
    return OPEN.search(words) is not None


def joined(words: str, line: Line, sign: Mark, block: Paragraph) -> str:
    """Words with a sign before them and the line right below that begins where the sign does: more of the label, or, in
    a text with one sign alone, what that means; "" for any other line."""
    level = [one.box for one in block.lines if one.box.top < sign.box.centre[1] < one.box.bottom]
    if not level or sign.box.x1 > level[0].x0 + EDGE or abs(line.box.x0 - sign.box.x0) > EDGE:
        return ""
    over = max(one.box.bottom for one in block.lines if one.box.top < line.box.top)
    if line.box.top - over > AIR * line.size:
        return ""
    if line.text[:1].islower() or is_open(words) or _is_name(words, line.text):
        return f"{words} {line.text}"
    alone = all(mark.box.x0 >= level[0].x0 for mark in block.marks if mark != sign)
    other = phrases.status_of(line.text) not in (None, phrases.status_of(words))
    return f"{words} – {line.text}" if alone and not other else ""


def _is_name(words: str, below: str) -> bool:
    """True for words that make the name of a status with those below them, which are none: `Behind` / `Schedule`."""
    own, other, whole = map(phrases.status_of, (words, below, f"{words} {below}"))
    short = len(below.split()) <= REST
    return short and whole is not None and other is None and own in (None, whole)
