"""Headings over several columns of a table of texts, on the line above the columns' own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from parsers.stacks.eye import DOUBT_HEADS
from parsers.text.heights import air
from parsers.text.phrases import Phrase, Row
from parsers.whitespace.tallies import Extent
from parsers.whitespace.textrows import Text, among

AIR = 2.0  # of the font size between the two lines
LEAST = 2  # headings on the upper one
CENTRED = 0.02  # of the columns' width that a heading's middle may stand off theirs
ALIGNED = 2.5  # points between edges, or middles, that are one


def line(lines: Sequence[Row], k: int) -> Row | None:
    """The line above the columns' headings, set as they are, of which each text stands over several or beside them."""
    if not k or len(lines[k - 1]) < LEAST or air(lines[k - 1], lines[k]) > AIR:
        return None
    upper, heads = lines[k - 1], lines[k]
    if not {p.style for p in upper} <= {p.style for p in heads} or len(upper) > len(heads):
        return None
    if not all(p.style.bold for p in heads):
        return None
    return upper if any(not _is_over_one(p, heads) for p in upper) else None


def first(upper: Row, heads: Row) -> Row:
    """The texts of the upper line that stand left of all others: the first column's heading."""
    return [p for p in upper if p.x1 < heads[0].x0]


def headed(lines: Sequence[Row], text: Text, upper: Row) -> Text:
    """The table with the upper line of its headings, in doubt where it does not tell what its texts stand over: on the
    middle of several columns, or from the left edge of the first up to the next text's."""
    held: list[Extent] = [(inf, -inf)] * (len(text.rivers) + 1)
    own = [
        upper,
        *(row for k, row in enumerate(lines[text.first : text.end], text.first) if k not in text.sections),
    ]
    alone = first(upper, lines[text.first])
    for n, row in enumerate(own):
        for p in row if n else alone:
            c = among(p, text.rivers)
            held[c] = min(held[c][0], p.x0), max(held[c][1], p.x1)
    found = spans(upper, held, len(alone))
    return text._replace(
        first=text.first - 1, over=tuple(found or ()), doubt=text.doubt or ("" if found else DOUBT_HEADS)
    )


def spans(upper: Row, columns: Sequence[Extent], alone: int = 0) -> list[tuple[int, int]] | None:
    """The first and last column that each text of the upper line stands over, the first of which head one `alone`; None
    where it does not tell."""
    over = _centred(upper[alone:], columns, alone) or _flush(upper[alone:], columns)
    return [*((c, c) for c in range(alone)), *over] if over else None


def _is_over_one(p: Phrase, heads: Row) -> bool:
    """True for a text that goes on in one heading right below it."""
    return sum(p.x0 < q.x1 and q.x0 < p.x1 for q in heads) == 1 and any(
        min(abs(p.x0 - q.x0), abs(p.x0 + p.x1 - q.x0 - q.x1) / 2) <= ALIGNED for q in heads
    )


def _centred(upper: Row, columns: Sequence[Extent], first: int) -> list[tuple[int, int]] | None:
    found: list[tuple[int, int]] = []
    for p in upper:
        low = found[-1][1] + 1 if found else first
        spans = ((a, b) for a in range(low, len(columns)) for b in range(a, len(columns)))
        fits = [(b - a, a, b) for a, b in spans if _stands_over(p, columns, a, b)]
        if not fits:
            return None
        found.append(min(fits)[1:])
    return found if any(a < b for a, b in found) else None


def _stands_over(p: Phrase, columns: Sequence[Extent], a: int, b: int) -> bool:
    """True for a text over no other columns than some, on their middle, or at the left edge of one."""
    (left, _), (_, right) = columns[a], columns[b]
    if p.x0 < left - ALIGNED or right + ALIGNED < p.x1:
        return False
    flush = a == b and p.x0 - left <= ALIGNED
    return flush or abs(left + right - p.x0 - p.x1) / 2 <= max(ALIGNED, CENTRED * (right - left))


def _flush(upper: Row, columns: Sequence[Extent]) -> list[tuple[int, int]] | None:
    starts = [next((c for c, (x, _) in enumerate(columns) if abs(x - p.x0) <= ALIGNED), -1) for p in upper]
    if min(starts, default=-1) < 0 or any(a >= b for a, b in pairwise(starts)):
        return None
    return [(a, b - 1) for a, b in pairwise([*starts, len(columns)])]
