"""Zebra stripes that are painted cell by cell, one below the other in the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.geometry import Box
from parsers.grids.levels import Height, height
from parsers.grids.rules import pale
from parsers.page import Fill, Token, standing_in

LOW = 8.0  # points; lower grounds are rules
NARROW = 12.0  # points; narrower ones are signs
LEAST = 3  # cells side by side
SAME = 1.5  # points between edges that are one


class Stripes(NamedTuple):
    """The stripes of a table from the top down, with the edges of their cells."""

    bands: tuple[tuple[Box, ...], ...]
    xs: tuple[float, ...]
    colours: frozenset[str]


def grounds(fills: Sequence[Fill]) -> list[Fill]:
    """Those of fills that may be stripes or statuses of rows."""
    return [f for f in set(fills) if not pale(f.colour) and f.box.height >= LOW and f.box.width >= NARROW]


def tables(fills: Sequence[Fill]) -> list[Stripes]:
    """Stripes one below the other whose cells keep to the same columns."""
    rows: dict[Height, list[Fill]] = {}
    boxes_at: dict[Height, list[Box]] = {}
    for fill in sorted(fills):
        around = sum(fill.box.holds(*f.box.centre) for f in fills)
        if around <= LEAST:
            high = height(fill.box, boxes_at)
            rows.setdefault(high, []).append(fill)
            boxes_at.setdefault(high, []).append(fill.box)
    found: list[Stripes] = []
    for own in sorted((sorted(own) for own in rows.values()), key=lambda own: own[0].box.top):
        boxes = tuple(f.box for f in own)
        count = {colour: sum(f.colour == colour for f in own) for _, colour, _ in own}
        shown = frozenset(colour for colour, n in count.items() if n >= 2)
        if len(boxes) < LEAST or any(b.x0 < a.x1 - SAME for a, b in pairwise(boxes)):
            continue
        last = found[-1] if found else None
        xs = edges([*(last.bands if last else ()), boxes])
        if last and not any(
            b.x0 + SAME < x < b.x1 - SAME for band in (*last.bands, boxes) for b in band for x in xs
        ):
            found[-1] = Stripes((*last.bands, boxes), xs, last.colours | shown)
        else:
            found.append(Stripes((boxes,), edges([boxes]), shown))
    return found


def edges(bands: Sequence[Sequence[Box]]) -> tuple[float, ...]:
    return apart(sorted(x for band in bands for b in band for x in (b.x0, b.x1)), SAME)


def apart(at: Sequence[float], least: float) -> tuple[float, ...]:
    found: list[float] = []
    for place in at:
        if not found or place - found[-1] > least:
            found.append(place)
    return tuple(found)


def is_of_headings(stripes: Stripes, tokens: Sequence[Token]) -> bool:
    """True for one stripe alone with nothing but bold texts: painted headings, of which no row has the ground."""
    if len(stripes.bands) > 1:
        return False
    (band,) = stripes.bands
    box = Box(band[0].x0, min(b.top for b in band), band[-1].x1, max(b.bottom for b in band))
    return all(t.style.bold for t in standing_in(box, tokens) if not t.text.isspace())
