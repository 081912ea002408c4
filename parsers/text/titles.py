"""Titles between tables, whole: the edge of a column at a blank parts no text that is set larger than the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.text import heights
from parsers.text.phrases import BLANK, DRAWN, Row

LARGER = 1.15  # times the usual size of a page's texts
LEAST = 30  # letters of a line; the headings of two columns are fewer
FEW = 12  # letters of a line whose texts are a common blank apart: no two columns stand so near


def whole(lines: Sequence[Row]) -> list[Row]:
    """The lines, those of large letters that blanks alone part as one text."""
    sizes = Counter(round(p.size, 1) for row in lines for p in row)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    return [
        _joined(row) if len(row) > 1 and (_is_title(row, usual) or _is_in_one_go(row)) else row
        for row in lines
    ]


def in_one_go(lines: Sequence[Row]) -> list[Row]:
    """The lines, those that a producer set in one go as one text where no more than two blanks stand between words."""
    return [_joined(row) if len(row) > 1 and _is_in_one_go(row) else row for row in lines]


def _is_in_one_go(row: Row) -> bool:
    run = row[0].run
    return run > 0 and all(
        b.run == run and 0 <= b.x0 - (a.words[-1] if a.words else a).x1 <= BLANK * a.size
        for a, b in pairwise(row)
    )


def _is_title(row: Row, usual: float) -> bool:
    letters = sum(len(p.text) for p in row)
    if row[0].size < LARGER * usual or letters < FEW:
        return False
    one = all(p.style == row[0].style for p in row)
    blank = BLANK if letters >= LEAST else DRAWN
    apart = all(0 <= b.x0 - a.x1 <= blank * a.size for a, b in pairwise(row))
    return one and apart and (letters >= LEAST or all(p.spaced for p in row[1:]))


def _joined(row: Row) -> Row:
    first = row[0]
    text = "".join(p.text for p in row)
    top, bottom = heights.top_of(row), heights.foot_of(row)
    return [first._replace(x1=row[-1].x1, top=top, bottom=bottom, text=text, first=first.first or first.x1)]
