"""Narrower tables that stand between wider ones: levels with the same ends are those of several tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from parsers.geometry import Box
from parsers.grids.grid import Edge
from parsers.grids.levels import SAME_END, Run, box_of
from parsers.page import Token

NARROW = 0.8  # share of a table's width that one between two of its kind takes at most
INSET = 12.0  # points by which it is less on either side, as where tables are set in the middle of the page
LEAST = 3  # rules of such a table
AS_HIGH = 2.0  # times its highest row that the row above its first rule may be

Group = list[Run]


def apart(groups: Sequence[Group], tokens: Sequence[Token]) -> list[Group]:
    """Groups of levels with the same ends, each as those of single tables where others stand between: a narrower one of
    its own rules, beside which nothing is printed, between two wider, and these between two narrower."""
    parts = [_cut(g, lambda a, b, own=g: _stands_between(groups, own, a, b, tokens)) for g in groups]  # type: ignore[misc]
    wider = [box_of(part) for own in parts if len(own) > 1 for part in own]
    if not wider:
        return list(groups)
    return [
        part
        for own in parts
        for whole in own
        for part in _cut(
            whole, lambda a, b: any(a.at < w.top and w.bottom < b.at and _holds(w, a) for w in wider)
        )
    ]


def _cut(group: Group, between: Callable[[Run, Run], bool]) -> list[Group]:
    parts = [group[:1]]
    for a, b in pairwise(group):
        if between(a, b):
            parts.append([])
        parts[-1].append(b)
    return parts


def _stands_between(
    groups: Sequence[Group], group: Group, above: Run, below: Run, tokens: Sequence[Token]
) -> bool:
    found = ([r for r in o if above.at < r.at < below.at] for o in groups if o is not group)
    return any(is_whole(own, above, tokens) and not _begins_beside(own, above, tokens) for own in found)


def _begins_beside(runs: Sequence[Run], above: Run, tokens: Sequence[Token]) -> bool:
    """True where the row right below a wider rule has texts on both sides of a narrower table's edge: a cell is merged
    over the rows that the narrower rules part."""
    box = box_of(runs)
    high = max((b.at - a.at for a, b in pairwise(runs)), default=0.0)
    beside_one = min(abs(box.x0 - above.start), abs(above.end - box.x1)) <= SAME_END
    if not beside_one:
        return False
    row = [t.box for t in tokens if above.at < t.box.centre[1] < box.top and not t.text.isspace()]
    if box.top - above.at > AS_HIGH * high and not is_in_columns(runs[0].pieces, row):
        return False
    beside = {
        round(b.bottom)
        for b in row
        if above.start < b.centre[0] < box.x0 - 1 or box.x1 + 1 < b.centre[0] < above.end
    }
    return any(round(b.bottom) in beside and box.x0 < b.centre[0] < box.x1 for b in row)


def is_in_columns(pieces: Sequence[Edge], row: Sequence[Box]) -> bool:
    """True for words above a rule of several pieces that stand over most of these and on none of their joints: a row as
    high as its longest text."""
    joints = [piece.start for piece in pieces[1:]]
    inside = [box for box in row if pieces[0].start < box.centre[0] < pieces[-1].end]
    held = {bisect_right(joints, box.centre[0]) for box in inside}
    crossed = any(box.x0 + 1 < x < box.x1 - 1 for box in inside for x in joints)
    return len(joints) > 1 and 2 * len(held) > len(joints) + 1 and not crossed


def is_whole(runs: Sequence[Run], wide: Run, tokens: Sequence[Token]) -> bool:
    """True for the levels of a narrower table below or above a wider one's, and of no part of this."""
    own = [run for run in runs if not run.shading]
    if len(own) < LEAST:
        return False
    box = box_of(own)
    around = Box(wide.start, box.top, wide.end, box.bottom)
    return _holds(around, own[0]) and not _is_beside(box, around, tokens)


def _holds(wide: Box, run: Run) -> bool:
    """True for a run inside a wider table's ends that is much narrower, or stands in from both."""
    within = wide.x0 - SAME_END <= run.start and run.end <= wide.x1 + SAME_END
    centred = min(run.start - wide.x0, wide.x1 - run.end) > INSET
    return within and (centred or run.end - run.start < NARROW * wide.width)


def _is_beside(box: Box, wide: Box, tokens: Sequence[Token]) -> bool:
    """True where text stands left or right of a table, as far as a wider one reaches."""
    places = (t.box.centre for t in tokens if box.top < t.box.centre[1] < box.bottom and not t.text.isspace())
    return any(wide.x0 < x < box.x0 - 1 or box.x1 + 1 < x < wide.x1 for x, _ in places)
