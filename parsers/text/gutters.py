"""Pages that are set in two columns: what stands on either side of the gutter is looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.text.phrases import Row

LEAST = 8  # lines on both sides of a gutter
WIDTH = 0.7  # of the font size: the least width of a gutter
MIDDLE = 0.18  # of the text's width that a gutter may stand off its middle
FULL = 0.7  # share of a side's width that a line of running text fills
LETTERS = 20  # characters in such a line at least
PROSE = 3  # such lines on either side


def sides(lines: Sequence[Row]) -> list[list[Row]]:
    """The lines in the order of reading: whole where no gutter parts them, else its left and its right side."""
    found: list[list[Row]] = [[]]
    k = 0
    while k < len(lines):
        end, at = _gutter(lines, k)
        if end - k < LEAST:
            found[-1].append(lines[k])
            k += 1
            continue
        for side in (False, True):
            own = [[p for p in row if (p.x0 > at) == side] for row in lines[k:end]]
            found.append([row for row in own if row])
        found.append([])
        k = end
    return [side for side in found if side]


def _gutter(lines: Sequence[Row], first: int) -> tuple[int, float]:
    """The line behind the last beside a gutter that begins at a line, and the gutter's middle."""
    left, right = min(row[0].x0 for row in lines), max(row[-1].x1 for row in lines)
    width = right - left
    row = lines[first]
    if len(row) < 2:
        return first, 0.0
    best = first, 0.0
    for p, q in pairwise(row):
        at = (p.x1 + q.x0) / 2
        if q.x0 - p.x1 < WIDTH * p.size or abs(at - left - width / 2) > MIDDLE * width:
            continue
        low, high, end = p.x1, q.x0, first
        for k in range(first, len(lines)):
            inside = [r for r in lines[k] if r.x0 < high and low < r.x1]
            a = max([low, *(r.x1 for r in inside if r.x0 < low)])
            b = min([high, *(r.x0 for r in inside if r.x0 >= low)])
            if b - a < WIDTH * p.size:
                break
            low, high, end = a, b, k + 1
        at = (low + high) / 2
        if end > best[0] and _are_prose(lines[first:end], left, right, at):
            best = end, at
    return best


def _are_prose(lines: Sequence[Row], left: float, right: float, at: float) -> bool:
    return all(
        sum(
            len(p.text) >= LETTERS and p.x1 - p.x0 >= FULL * (b - a)
            for row in lines for p in row if a <= (p.x0 + p.x1) / 2 < b
        ) >= PROSE
        for a, b in ((left, at), (at, right))
    )  # fmt: skip
