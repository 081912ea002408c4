"""The foot of a page: its number right below a table that nothing closes, alone or at the end of a line, the begin of a
row that goes on on the next page, and headings whose rows are there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.stacks.bands import UNLIKE, Band, is_free, styles_of
from parsers.stacks.part import standing_on
from parsers.stacks.stack import Stack
from parsers.text import folios, heights
from parsers.text.phrases import SAME_START, Row

DIGITS = re.compile(r"\d+")
FLUSH = 2.0  # points of white more than beside any line, and between the left edges of texts of one column
SEVERAL = 2  # texts of a row in its columns, beside its number
FOOT = 2  # lines of a page's foot
LEAST = 3  # headings
TEXTS = 3  # of a page's foot: at the left, in the middle, at the right


def is_foot(row: Row, held: Sequence[Row], body: Sequence[Row]) -> bool:
    """True for the page's last line where it is a number with more white beside it than beside any line, or ends or
    begins in one, is set as no line of the `body` is, and begins in one of its columns at most."""
    if len(row) > 1:
        numbered = len(row) <= TEXTS and (folios.is_folio(row[-1].text) or folios.is_folio(row[0].text))
        rows = styles_of(tuple(body))
        texts = [p for p in row if not folios.is_folio(p.text)]
        flush = [p for p in texts if any(abs(p.x0 - o.x0) <= SAME_START for line in body for o in line)]
        return numbered and bool(rows) and styles_of((row,)).isdisjoint(rows) and len(flush) < SEVERAL
    if not held or not folios.is_folio(row[0].text):
        return False
    white = (_white(a, b) for a, b in pairwise(held))
    return _white(held[-1], row) > max(white, default=0.0) + FLUSH


def _white(row: Row, other: Row) -> float:
    """The white between two lines, of which either may stand above."""
    above, below = sorted((row, other), key=lambda line: line[0].top)
    return heights.white(above, below)


def headings(stack: Stack, bands: Sequence[Band], above: Band, lines: Sequence[Row]) -> Band:
    """The headings that stand alone on a stack's last rule, at a page's foot: their table's rows are on the next page.
    They are set in bold below a text of their own, and most of the rows above this are not."""
    level = stack.levels[-1]
    after = [row for row in lines if row[0].middle > level]
    band = standing_on(stack.between(len(bands), len(bands)), above)
    if len(after) > FOOT or level not in stack.inked or max(map(len, band), default=0) < LEAST:
        return ()
    titled = len(above) > len(band) and is_free(above[-len(band) - 1 :][:1], stack)
    if not titled or not all(style.bold for style in styles_of(band)):
        return ()
    rows = [p for own in bands[:-1] for row in own for p in row]
    bold = sum(len(p.text) for p in rows if p.style.bold)
    return band if bold < UNLIKE * sum(len(p.text) for p in rows) else ()


def counts_on(body: Sequence[Row], row: Row) -> bool:
    """True for a line of several texts, most of which begin where some above do, and whose first is the code, `HW14`,
    that counts on from the last one above it: merged cells may stand left of it."""
    flush = [any(abs(p.x0 - q.x0) <= FLUSH for line in body for q in line) for p in row]
    above = [q.text for line in body for q in line if abs(q.x0 - row[0].x0) <= FLUSH]
    last, code = above[-1] if above else "", row[0].text
    digits = [DIGITS.findall(text)[-1:] for text in (last, code)]
    alike = DIGITS.sub("1", last) == DIGITS.sub("1", code) and all(digits) and not code.isdigit()
    return flush[0] and 2 * sum(flush) > len(row) > 1 and alike and int(digits[1][0]) == int(digits[0][0]) + 1
