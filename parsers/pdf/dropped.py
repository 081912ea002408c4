"""Hyphens that PDFium passes over: one alone behind another one it takes for a word's, cut at a line's end.

Two cells side by side that print nothing but a dash are such a pair. What was passed over is among the page's objects
still; it is known by its size, which is that of the hyphen painted before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ctypes import byref, c_float
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from parsers import asking
from parsers.asking import handle
from parsers.geometry import Box
from parsers.page import Token
from parsers.pdf.paths import Matrix, moved
from parsers.placing import Placing

DASHES = frozenset("-\u2010\u2011")
TEXT = itemgetter(0)  # of a token
SAME_SIZE = 0.05  # points between the widths and heights of one glyph


def returned(text: Sequence[Token], painted: Mapping[int, Matrix], placing: Placing) -> tuple[Token, ...]:
    """The page's text with the hyphens that are missing from it; `painted` are its texts by their numbers, in
    order, each with the matrix of the forms around it."""
    if DASHES.isdisjoint(map(TEXT, text)):
        return tuple(text)
    last = {token.run: k for k, token in enumerate(text)}
    lost: dict[int, list[Token]] = {}
    bounds, at = _Bounds(painted, placing), -1
    for number in painted:
        if number in last:
            at, before = last[number], number
        elif at >= 0 and text[at].text in DASHES and (token := _again((before, number), text[at], bounds)):
            lost.setdefault(at, []).append(token)
    if not lost:
        return tuple(text)
    return tuple(token for k, own in enumerate(text) for token in (own, *lost.get(k, ())))


def _again(pair: tuple[int, int], dash: Token, bounds: _Bounds) -> Token | None:
    """The hyphen that an object prints as the one before it does, elsewhere; None where it prints something else."""
    old, box = map(bounds.of, pair)
    right, down = box.x0 - old.x0, box.top - old.top
    alike = abs(box.width - old.width) < SAME_SIZE and abs(box.height - old.height) < SAME_SIZE
    if not alike or not box.area or abs(right) + abs(down) < box.width:
        return None
    mcid = asking.marked_content(handle(pair[1]))
    x0, top, x1, bottom = dash.box
    again = Box(x0 + right, top + down, x1 + right, bottom + down)
    return Token(dash.text, again, replace(dash.style, mcid=None if mcid < 0 else mcid), pair[1])


class _Bounds(NamedTuple):
    """Where texts stand on the page as displayed."""

    painted: Mapping[int, Matrix]
    placing: Placing

    def of(self, number: int) -> Box:
        sides = tuple(c_float() for _ in range(4))
        asking.bounds(handle(number), *map(byref, sides))
        return self.placing.box(*moved(self.painted[number], *(side.value for side in sides)))
