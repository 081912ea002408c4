"""Tables that upright rules between their columns alone draw: no rule goes across, but the uprights are drawn row by
row. Where the pieces of all of them meet, a row ends."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.grids.grid import SHORTEST, SNAP
from parsers.page import Rule, Token

MEET = 1.0  # points between two pieces of one upright, and between the ends of several
UPRIGHTS, PIECES = 2, 2  # beside each other, and of each: headings and a row
FEWEST = 4  # joints and uprights together that are there by no chance
COLUMNS = 3  # with texts


def closed(rules: Sequence[Rule], tokens: Sequence[Token]) -> list[Rule]:
    """Rules above and below each such table, from its leftmost text to its rightmost, which close it as a grid."""
    uprights = [r for r in rules if not r.horizontal and r.bottom - r.top >= SHORTEST]
    if len(uprights) < UPRIGHTS * PIECES:
        return []
    found: list[Rule] = []
    for ends, xs in _together(uprights):
        top, bottom = ends[0], ends[-1]
        own = [t.box for t in tokens if _is_inside(t, top, bottom)]
        if any(_crosses(r, top, bottom, xs) for r in rules) or not own:
            continue
        left, right = min(xs[0], *(b.x0 - 1 for b in own)), max(xs[-1], *(b.x1 + 1 for b in own))
        if len({bisect_right(xs, b.centre[0]) for b in own}) >= COLUMNS:
            found += [Rule(left, y, right, y, 0, "#000000") for y in (top, bottom)]
    return found


def _is_inside(token: Token, top: float, bottom: float) -> bool:
    """True for a text between two heights: no folio that stands on its side."""
    return top < token.box.centre[1] < bottom and not token.text.isspace() and not token.style.turn


def _together(uprights: Sequence[Rule]) -> Iterator[tuple[list[float], list[float]]]:
    """The heights at which the pieces of several uprights end alike, from above, and where these stand."""
    pieces: defaultdict[float, set[tuple[float, float]]] = defaultdict(set)
    for r in uprights:
        pieces[round(r.x0, 1)].add((r.top, r.bottom))
    runs = [(run, x) for x, own in sorted(pieces.items()) for run in _runs(sorted(own)) if len(run) > PIECES]
    while runs:
        first = runs[0][0]
        alike = [(run, x) for run, x in runs if _is_alike(run, first)]
        runs = [own for own in runs if own not in alike]
        if len(alike) >= UPRIGHTS and len(alike) + len(first) - 2 >= FEWEST:
            yield first, [x for _, x in alike]


def _runs(pieces: Sequence[tuple[float, float]]) -> Iterator[list[float]]:
    """The ends of pieces of one upright that follow each other without white."""
    run = list(pieces[0])
    for above, below in pairwise(pieces):
        if abs(below[0] - above[1]) > MEET:
            yield run
            run = [below[0]]
        run.append(below[1])
    yield run


def _is_alike(run: Sequence[float], other: Sequence[float]) -> bool:
    return len(run) == len(other) and all(abs(a - b) <= MEET for a, b in zip(run, other, strict=True))


def _crosses(rule: Rule, top: float, bottom: float, xs: Sequence[float]) -> bool:
    """True for a rule across the uprights: a table that is drawn in another way."""
    level = top - SNAP <= rule.top <= bottom + SNAP
    return rule.horizontal and level and rule.x0 < xs[-1] and xs[0] < rule.x1
