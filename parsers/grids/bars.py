"""Coloured bars at the edge of cells, and before the lines of a key: a style's border is the sign of a status.

Taken for rules they cut a table in two, and no sign is left. Where bars of two bright colours stand one below another,
each beside words of its own, they are signs: each becomes a drawing at the height of the first line beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain
from math import inf
from typing import NamedTuple

from parsers.geometry import Box
from parsers.grids.rules import pale
from parsers.page import Drawing, Fill, Page, Rule, Token

NARROW, WIDE = 2.0, 9.0  # points of a bar's width
TALL = 2.0  # times its width that it is high: squares are other signs
LOW = 7.0  # points: a piece that is lower is the end of a bar that the page before showed, or of a frame
HIGH, THIN = 12.0, 2.0  # points that its sign takes of a bar's height, and of the cell beside it
SAME_EDGE = 0.75  # points between the edges of bars that stand one below another, or of the sides of a frame
BESIDE = 1.0  # points between a bar's side and a rule that stands there
ALONG = 2.0  # points of a bar beyond the end of a rule that goes along it
MOST = 0.6  # of the bars one below another: a cell beside one may be empty
NEAR = 16.0  # points between a bar and the words beside it
BRIGHT = 60  # of 255: black, grey and what is close to them differ by less among red, green and blue
INK = "#000000"


class _Bar(NamedTuple):
    box: Box
    colour: str
    of: Rule | Fill


class Bars(NamedTuple):
    """A page with its bars as signs, and the colours that bars had so far."""

    page: Page
    colours: frozenset[str]


def signs(page: Page, known: AbstractSet[str] = frozenset()) -> Bars:
    """The page with its bars as signs; `known` are the colours of bars on the pages before."""
    bars = [bar for item in chain[Rule | Fill](page.rules, page.fills) if (bar := _bar(item))]
    if not bars:
        return Bars(page, frozenset(known))
    alone = [
        bar for bar in bars if not any(_is_twin(bar, other) for other in bars) and not _is_cell(bar, page)
    ]
    found: list[tuple[_Bar, int]] = []
    colours = set(known)
    for column in _columns(alone):
        whole = [bar for bar in column if bar.box.height >= LOW]
        told = {bar.colour for bar in whole}
        if any(bar.box.height < TALL * bar.box.width for bar in whole):
            continue
        side = _side(column, page.tokens)
        if side and told and (told <= colours or sum(map(_is_bright, told)) > 1):
            colours |= told
            found += [(bar, side) for bar in column]
    return Bars(_drawn(page, found) if found else page, frozenset(colours))


def _bar(item: Rule | Fill) -> _Bar | None:
    if isinstance(item, Fill):
        box = item.box
    else:
        box = Box(item.x0 - item.width / 2, item.top, item.x1 + item.width / 2, item.bottom)
    narrow = NARROW <= box.width <= WIDE and not (isinstance(item, Rule) and item.horizontal)
    return _Bar(box, item.colour, item) if narrow and not pale(item.colour) else None


def _is_twin(bar: _Bar, other: _Bar) -> bool:
    """True for the other side of a frame."""
    (x0, top, _, bottom), (left, head, _, foot) = bar.box, other.box
    return (
        bar.colour == other.colour
        and abs(x0 - left) > SAME_EDGE
        and max(abs(top - head), abs(bottom - foot)) <= SAME_EDGE
    )


def _is_cell(bar: _Bar, page: Page) -> bool:
    """True for the shading of a narrow cell, between two rules."""
    middle = bar.box.centre[1]
    upright = [
        r.x0 for r in page.rules if not r.horizontal and r is not bar.of and r.top <= middle <= r.bottom
    ]
    return all(any(abs(x - side) <= BESIDE for x in upright) for side in (bar.box.x0, bar.box.x1))


def _columns(bars: Sequence[_Bar]) -> Iterator[list[_Bar]]:
    """Bars that stand one below another."""
    columns: list[list[_Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.box.top, bar.box.x0)):
        own = next((c for c in columns if abs(c[0].box.x0 - bar.box.x0) <= SAME_EDGE), None)
        if own is None:
            columns.append([bar])
        elif bar.box.centre[1] > own[-1].box.bottom:
            own.append(bar)
    yield from columns


def _side(column: Sequence[_Bar], tokens: Sequence[Token]) -> int:
    """1 where words begin right behind most bars, -1 where they stand before most, some right before one, else 0."""
    whole = [bar.box for bar in column if bar.box.height >= LOW]
    words = [t.box for t in tokens if not t.text.isspace()]
    beside = [[w for w in words if bar.top <= w.centre[1] <= bar.bottom] for bar in whole]
    level = list(zip(whole, beside, strict=True))
    behind = sum(any(0 <= w.x0 - bar.x1 <= NEAR for w in own) for bar, own in level)
    if behind >= MOST * len(whole):
        return 1
    gaps = [min((bar.x0 - w.x1 for w in own if w.x1 <= bar.x0), default=inf) for bar, own in level]
    before = sum(gap < inf for gap in gaps)
    return -1 if before >= MOST * len(whole) and min(gaps) <= NEAR else 0


def _drawn(page: Page, found: Sequence[tuple[_Bar, int]]) -> Page:
    taken = {id(bar.of) for bar, _ in found}
    rules = tuple(rule for rule in page.rules if id(rule) not in taken)
    edges = [_edge(bar, side) for bar, side in found if _is_ruled(bar.box, rules)]
    return replace(
        page,
        rules=(*rules, *edges),
        fills=tuple(fill for fill in page.fills if id(fill) not in taken),
        drawings=(*page.drawings, *(_sign(bar, side) for bar, side in found if bar.box.height >= LOW)),
    )


def _is_ruled(bar: Box, rules: Sequence[Rule]) -> bool:
    """True beside two upright rules or more, as long as it is: a bar stands in the place of another."""
    return (
        sum(not r.horizontal and r.top <= bar.top + ALONG and r.bottom >= bar.bottom - ALONG for r in rules)
        > 1
    )


def _edge(bar: _Bar, side: int) -> Rule:
    x = bar.box.x0 if side > 0 else bar.box.x1
    return Rule(x, bar.box.top, x, bar.box.bottom, 0.5, INK)


def _sign(bar: _Bar, side: int) -> Drawing:
    x0, top, x1, bottom = bar.box
    left, right = (x1, x1 + THIN) if side > 0 else (x0 - THIN, x0)
    box = Box(left, top + 1, right, min(bottom, top + HIGH))
    return Drawing(box, "bar", "bar", bar.colour, None, bar.of.mcid if isinstance(bar.of, Fill) else None)


def _is_bright(colour: str) -> bool:
    parts = [int(colour[k : k + 2], 16) for k in (1, 3, 5)]
    return max(parts) - min(parts) >= BRIGHT
