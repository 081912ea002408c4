"""Columns whose headings stand anywhere above their texts: at the left over figures that are set right, on the middle
over texts that begin at the left. There are as many columns as headings, and they have one order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.text import heights
from parsers.text.phrases import Row

WHITE = 0.1  # of the font size: the least white between two columns whose texts fill them
AIR = 3.5  # of the font size: more white than this ends what is looked at, once the columns are known

Extent = tuple[float, float]


def rivers(heads: Sequence[Extent], lines: Sequence[Row]) -> list[Extent] | None:
    """The white between columns of texts on lines below headings, one for each in their order; None where the lines do
    not tell as many, or a heading stands over another's texts."""
    held: list[Extent] = []
    found: list[Extent] | None = None
    foot = 0.0
    styles = {p.style for row in lines if len(row) > 1 for p in row}
    for row in lines:
        if found and heights.top_of(row) - foot > AIR * row[0].size:
            break
        foot = heights.foot_of(row)
        if len(row) == 1 and row[0].style not in styles:
            continue  # a heading of rows
        wider = covered(held, row)
        if len(wider) < len(held):
            if len(row) > 1 or row[0].x0 > held[0][0] + row[0].size:
                break
            continue  # a heading of rows
        held = wider
        if len(held) == len(heads):
            found = between(heads, held, WHITE * row[0].size) or found
    return found


def between(heads: Sequence[Extent], held: Sequence[Extent], least: float) -> list[Extent] | None:
    """The white between columns with their headings; None where one reaches over the next."""
    whole = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(heads, held, strict=True)]
    found = [(left[1], right[0]) for left, right in pairwise(whole)]
    return found if all(b - a >= least for a, b in found) else None


def covered(held: Sequence[Extent], row: Row) -> list[Extent]:
    """What columns cover, with one more line."""
    found: list[Extent] = []
    for a, b in sorted([*held, *((p.x0, p.x1) for p in row)]):
        if found and a < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], b)
        else:
            found.append((a, b))
    return found
