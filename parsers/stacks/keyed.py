"""Rows that nothing parts and that have references: one column holds one in each row, beside the row's first line.

What is merged over several rows stands left of the references and has no edge where it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.grids.grid import Edge
from parsers.stacks.bands import Band
from parsers.stacks.openings import AIR, DOUBT_ROWS, NUMBERED
from parsers.text import heights
from parsers.text.phrases import Phrase, Row, column_of

LEAST = 3  # references in a table; two may be a cell's
FILLED = 0.5  # share of the columns that have text on the line of a reference
BEGUN = 0.8  # share of a row's texts that begin as sentences, names and figures do
SAME = 1.0  # points by which the white above rows may differ
FURTHEST = 3  # columns of which one may hold the references
DIGITS = re.compile(r"\d+")


class _Key(NamedTuple):
    """A reference: its band, its line in it, and the text."""

    band: int
    line: int
    phrase: Phrase


def edges(xs: Sequence[float], bands: Sequence[Band]) -> tuple[list[Edge], str] | None:
    """Edges above the lines inside bands on which references stand, and a doubt; None where they tell no rows.

    `xs` are the columns' edges in points.
    """
    if max((len(band) for band in bands), default=0) < 2:
        return None
    for column in range(min(FURTHEST, len(xs) - 2)):
        keys = _keys(xs, bands, column)
        if (
            len(keys) >= LEAST
            and any(key.line for key in keys)
            and _are_references(keys)
            and _are_first(keys)
            and all(_opens(bands[key.band][key.line], xs, column) for key in keys)
        ):
            return _edges(xs, bands, keys, column)
    return None


def _keys(xs: Sequence[float], bands: Sequence[Band], column: int) -> list[_Key]:
    """The references of a column; none where another text stands in it, but for the only text of a line."""
    found: list[_Key] = []
    for n, band in enumerate(bands):
        for k, row in enumerate(band):
            own = [p for p in row if column_of(p, xs) == column]
            if len(row) == len(own) == 1 and len(band) == 1:
                continue  # a heading of rows
            if own and (len(own) > 1 or not NUMBERED.match(own[0].text)):
                return []
            found += [_Key(n, k, p) for p in own]
    return found


def _are_references(keys: Sequence[_Key]) -> bool:
    """True for texts of which none is another's, and that rise inside each band."""
    texts = [key.phrase.text for key in keys]
    rising = all(a.band != b.band or _order(a.phrase.text) < _order(b.phrase.text) for a, b in pairwise(keys))
    return rising and len(set(texts)) == len(texts)


def _order(text: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in DIGITS.findall(text))


def _are_first(keys: Sequence[_Key]) -> bool:
    """True where each band with references begins with one; the first may begin with the rest of a row."""
    firsts: dict[int, int] = {}
    for key in keys:
        firsts.setdefault(key.band, key.line)
    return not any(line for band, line in firsts.items() if band)


def _opens(row: Row, xs: Sequence[float], column: int) -> bool:
    """True for a line with text in half of the columns, begun as sentences, names and figures are.

    What stands left of the references may be merged over rows, and go on there.
    """
    own = [p for p in row if column_of(p, xs) >= column]
    begun = sum(not p.text[0].islower() for p in own)
    return len({column_of(p, xs) for p in row}) >= FILLED * (len(xs) - 1) and begun >= BEGUN * len(own)


def _edges(
    xs: Sequence[float], bands: Sequence[Band], keys: Sequence[_Key], column: int
) -> tuple[list[Edge], str]:
    """Edges above references; what stands left of them has one only where a text begins there."""
    found: list[Edge] = []
    doubt = ""
    for band, line, _ in keys:
        if not line:
            continue
        above, row = bands[band][line - 1 : line + 1]
        at = heights.halfway(above, row)
        found.append(Edge(at, xs[column], xs[-1]))
        for left in range(column):
            begun = [p for p in row if column_of(p, xs) == left]
            if begun and not begun[0].text[0].islower():
                found.append(Edge(at, xs[left], xs[left + 1]))
                if any(column_of(p, xs) == left for p in above) and not NUMBERED.match(_first(begun[0])):
                    doubt = DOUBT_ROWS
    if line := _cut_short(xs, bands, keys, column):
        found.append(Edge(heights.halfway(*bands[-1][line - 1 : line + 1]), xs[column], xs[-1]))
    return found, doubt


def _cut_short(xs: Sequence[float], bands: Sequence[Band], keys: Sequence[_Key], column: int) -> int:
    """The line below the last reference on which one more row begins, 0 where there is none: a page's end left room for
    the first lines of its texts, and its reference stands on the next page. It has as much white above it as rows have,
    and nothing else in any row has."""
    band, last = bands[-1], keys[-1]
    if last.band != len(bands) - 1:
        return 0
    first = {(key.band, key.line) for key in keys}
    white = {
        (n, k): heights.white(own[k - 1], own[k]) for n, own in enumerate(bands) for k in range(1, len(own))
    }
    rows = [air for place, air in white.items() if place in first]
    below = [k for k in range(last.line + 1, len(band)) if rows and white[last.band, k] >= min(rows) - SAME]
    if len(below) != 1:
        return 0
    row, place = band[below[0]], (last.band, below[0])
    inner = max((air for at, air in white.items() if at not in first and at != place), default=0.0)
    begun = all(column_of(p, xs) > column and not p.text[0].islower() for p in row)
    return below[0] if begun and len(row) > 1 and white[place] > inner + AIR * row[0].size else 0


def _first(phrase: Phrase) -> str:
    return re.split(r"(?<=\d)(?=[^\W\d])", phrase.text)[0]
