"""The order in which a page's blocks are read: downwards, or down one half of the page and then down the other.

A table that flows through the two columns of a page has the same columns in both. Cards and panels that stand side by
side begin at one height, row by row, and are read across.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.block import Block, Table

LEVEL = 3.0  # points between the tops of blocks that stand side by side
ALIKE = 0.03  # of a table's width that the columns of its other half may be off
LEAST = 3  # columns of a table that flows; fewer are panels and lists


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """The blocks as they are read. What stands across both halves comes between what is above and below it."""
    downwards = sorted(blocks, key=lambda b: (b.box.top, b.box.x0))
    gutter = _gutter([b for b in downwards if isinstance(b, Table)])
    if gutter is None:
        return downwards
    found: list[Block] = []
    halves: tuple[list[Block], list[Block]] = ([], [])
    for block in downwards:
        if block.box.x0 < gutter < block.box.x1:
            found += [*halves[0], *halves[1], block]
            halves = ([], [])
        else:
            halves[block.box.x0 >= gutter].append(block)
    return [*found, *halves[0], *halves[1]]


def _gutter(tables: Sequence[Table]) -> float | None:
    """Where the halves of a page part through which a table flows."""
    for first in tables:
        for other in tables:
            if other.box.x0 > first.box.x1 and _flows(first, other):
                at = (first.box.x1 + other.box.x0) / 2
                left = [t for t in tables if t.box.x1 <= at]
                right = [t for t in tables if t.box.x0 >= at]
                if len(left) + len(right) == len(tables) and not _are_level(left, right):
                    return at
    return None


def _flows(first: Table, other: Table) -> bool:
    """True for tables of one width with the same columns."""
    widths = [t.xs[-1] - t.xs[0] for t in (first, other)]
    off = ALIKE * widths[0]
    return (
        first.cols == other.cols >= LEAST
        and abs(widths[0] - widths[1]) <= off
        and all(
            abs((a - first.xs[0]) - (b - other.xs[0])) <= off for a, b in zip(first.xs, other.xs, strict=True)
        )
    )


def _are_level(left: Sequence[Table], right: Sequence[Table]) -> bool:
    return len(left) == len(right) and all(
        abs(a.box.top - b.box.top) <= LEVEL for a, b in zip(left, right, strict=True)
    )
