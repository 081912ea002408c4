"""Columns that only the joints of rules draw: a table inside a cell has no upright rules, but each of its cells has its
own piece of the rule below its row.

Browsers draw the borders of cells so. The pieces meet at the same places below every row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from parsers.grids.grid import SNAP, Grid, Span
from parsers.page import Rule, Token, standing_in
from parsers.text import phrases

MEETS = 1.0  # points between the pieces of two cells
LEAST = 8.0  # points; shorter pieces are dashes
COVERED = 0.9  # share of a column's width that the pieces of one level cover
NEAR = 15.0  # points between the joints of two levels: each cell's table has columns of its own
#: joints from which on they are no chance; one joint is none where it is the same below so many rows
FEWEST, ROWS = 2, 4
CLEAR = 0.8  # share of the cells whose words must keep to the columns
Joints = tuple[float, ...]
ON = 1.0  # points by which a text that crosses a joint stands out on both sides


def parted(grid: Grid, rules: Sequence[Rule], tokens: Sequence[Token]) -> Grid:
    """The grid with the columns that its rules' joints part; as it is where there are none or words cross them."""
    pieces = _pieces(grid, rules)
    for col in sorted(pieces, reverse=True):
        known = _joints(pieces[col], grid.xs[col + 1] - grid.xs[col])
        if known:
            grid = _split(grid, col, known, tokens)
    return grid


def _pieces(grid: Grid, rules: Sequence[Rule]) -> dict[int, dict[int, set[tuple[float, float]]]]:
    """The pieces of horizontal rules inside one column, from left to right, by column and level."""
    left, top, right, bottom = grid.box
    found: dict[int, dict[int, set[tuple[float, float]]]] = defaultdict(lambda: defaultdict(set))
    for x0, at, x1, foot, _, _ in rules:
        if (
            at == foot
            and x1 - x0 >= LEAST
            and top - SNAP <= at <= bottom + SNAP
            and left <= (x0 + x1) / 2 <= right
        ):
            col = bisect_right(grid.xs, (x0 + x1) / 2) - 1
            if x1 - x0 < COVERED * (grid.xs[col + 1] - grid.xs[col]) and x1 <= grid.xs[col + 1] + SNAP:
                found[col][round(at)].add((round(x0, 1), round(x1, 1)))
    return found


def _joints(levels: dict[int, set[tuple[float, float]]], width: float) -> list[Joints]:
    """Where the pieces of each level meet; none where those of one leave gaps or part other columns."""
    met: list[Joints] = []
    for pieces in levels.values():
        ordered = sorted(pieces)
        ends = tuple(b[0] for a, b in pairwise(ordered) if abs(b[0] - a[1]) <= MEETS)
        whole = sum(x1 - x0 for x0, x1 in ordered) >= COVERED * width
        if not whole or len(ends) != len(ordered) - 1:
            return []
        met.append(ends)
    if any(len(m) != len(met[0]) for m in met):
        return []
    off = max((abs(a - b) for m in met for a, b in zip(m, met[0], strict=True)), default=0.0)
    fewest = 1 if len(met) >= ROWS and off <= MEETS else FEWEST
    return list(dict.fromkeys(met)) if off <= NEAR and len(met[0]) >= fewest else []


def _split(grid: Grid, col: int, known: Sequence[Joints], tokens: Sequence[Token]) -> Grid:
    """The grid with a column's cells parted, except those whose words cross a joint: the whole column stays where many
    do."""
    own = [span for span in grid.cells if span.col == col and span.col_span == 1]
    held = {span: _words(grid, span, tokens) for span in own}
    body = [span for span in own if span.row and held[span]]
    joints = max(known, key=lambda at: sum(_keeps(held[span], at) for span in body))
    clear = {span for span in own if not span.row or _keeps(held[span], joints)}
    if not body or sum(span in clear for span in body) < CLEAR * len(body):
        return grid
    heads = [t for span in own if not span.row for t in held[span]]
    joints = _below_headings(joints, [t for span in body if span in clear for t in held[span]], heads)
    more = len(joints)
    cells: list[Span] = []
    for span in grid.cells:
        if span in clear:
            cells += [span._replace(col=col + n) for n in range(more + 1)]
        elif span.col <= col < span.col + span.col_span:
            cells.append(span._replace(col_span=span.col_span + more))
        else:
            cells.append(span._replace(col=span.col + more) if span.col > col else span)
    xs = (*grid.xs[: col + 1], *joints, *grid.xs[col + 1 :])
    return grid._replace(xs=xs, cells=tuple(sorted(cells)))


def _below_headings(joints: Joints, words: Sequence[Token], heads: Sequence[Token]) -> Joints:
    """The joints, moved inside the white around them to where most columns have a heading: a table inside the cell of
    another has columns of its own below the headings of the first."""
    moved = list(joints)
    for n, joint in enumerate(joints):
        left = max((t.box.x1 for t in words if t.box.centre[0] < joint), default=joint)
        right = min((t.box.x0 for t in words if t.box.centre[0] >= joint), default=joint)
        tried = [[*moved[:n], at, *moved[n + 1 :]] for at in (joint, left, right) if left <= at <= right]
        moved = max(
            tried, key=lambda xs: len({bisect_right(xs, t.box.centre[0]) for t in heads}), default=moved
        )
    return tuple(moved)


def _words(grid: Grid, span: Span, tokens: Sequence[Token]) -> list[Token]:
    return [t for t in standing_in(grid.box_of(span), tokens) if not t.text.isspace()]


def _keeps(words: Sequence[Token], joints: Joints) -> bool:
    """True for texts of which none stands on a joint."""
    texts = (phrase for row in phrases.rows(words, joints) for phrase in row)
    return not any(text.x0 + ON < x < text.x1 - ON for text in texts for x in joints)
