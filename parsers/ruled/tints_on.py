"""Rows of a sheet printed without its grid at a page's head, where they go on without headings: the status's cells have
colours, and the columns are those of the page before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from parsers.grids.grid import SNAP, Grid, Span
from parsers.page import Fill, Page, Rule
from parsers.ruled import tints
from parsers.stacks.layouts import Layout

LEAST = 4  # columns of a table whose rows one of them tells
LEVELS = 3  # of two rows


def grids(
    page: Page, rules: Sequence[Rule], dark: Sequence[Fill], known: Sequence[Layout], taken: Sequence[Grid]
) -> list[Grid]:
    """The grid above all those `taken` that goes on so from a table of the page before, if there is one."""
    foot = min((grid.ys[0] for grid in taken), default=inf)
    for xs in (layout.xs for layout in known if len(layout.xs) > LEAST):
        for col, side in enumerate(pairwise(xs)):
            ys = [y for y in _levels(rules, dark, side) if y <= foot + SNAP]
            if len(ys) < LEVELS:
                continue
            rows = range(len(ys) - 1)
            cells = [Span(0, k, len(rows), 1) for k in range(len(xs) - 1) if k != col]
            cells += [Span(row, col, 1, 1) for row in rows]
            drawn = Grid(xs, tuple(ys), tuple(sorted(cells)))
            whole = tints.in_columns(drawn, page.tokens, 0)
            if whole is not drawn:
                return [whole]
    return []


def _levels(rules: Sequence[Rule], dark: Sequence[Fill], side: tuple[float, float]) -> list[float]:
    """The edges of a column's colours, and of the rules across it alone, from the top down."""
    fills = [f.box for f in dark if _is_as_wide(f.box.x0, f.box.x1, side)]
    if not fills:
        return []
    ends = [y for box in fills for y in (box.top, box.bottom)]
    ends += [r.top for r in rules if r.horizontal and _is_as_wide(r.x0, r.x1, side)]
    highest = min(box.top for box in fills)
    return list(_apart(sorted(y for y in ends if highest - SNAP <= y)))


def _apart(levels: Sequence[float]) -> Iterator[float]:
    last = -inf
    for level in levels:
        if level - last > SNAP:
            yield level
            last = level


def _is_as_wide(x0: float, x1: float, side: tuple[float, float]) -> bool:
    return abs(x0 - side[0]) <= SNAP and abs(x1 - side[1]) <= SNAP
