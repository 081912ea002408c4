"""Hyphens that PDFium passes over: one alone behind another one it takes for a word's, cut at a line's end.

Two cells side by side that print nothing but a dash are such a pair. What was passed over is among the page's objects
still; it is known by its size, which is that of the hyphen painted before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ctypes import byref, c_float
from dataclasses import replace
from operator import itemgetter

from parsers import asking
from parsers.asking import handle
from parsers.geometry import Box
from parsers.page import Token
from parsers.placing import Placing

DASHES = frozenset("-\u2010\u2011")
TEXT = itemgetter(0)  # of a token
SAME_SIZE = 0.05  # points between the widths and heights of one glyph


def returned(text: Sequence[Token], painted: Iterable[int], placing: Placing) -> tuple[Token, ...]:
    """The page's text with the hyphens that are missing from it; `painted` are its texts by their numbers, in order."""
    if DASHES.isdisjoint(map(TEXT, text)):
        return tuple(text)
    last = {token.run: k for k, token in enumerate(text)}
    lost: dict[int, list[Token]] = {}
    at = -1
    for number in painted:
        if number in last:
            at, before = last[number], number
        elif at >= 0 and text[at].text in DASHES and (token := _again(number, before, text[at], placing)):
            lost.setdefault(at, []).append(token)
    if not lost:
        return tuple(text)
    return tuple(token for k, own in enumerate(text) for token in (own, *lost.get(k, ())))


def _again(number: int, before: int, dash: Token, placing: Placing) -> Token | None:
    """The hyphen that an object prints as the one before it does, elsewhere; None where it prints something else."""
    box, old = _bounds(number, placing), _bounds(before, placing)
    right, down = box.x0 - old.x0, box.top - old.top
    alike = abs(box.width - old.width) < SAME_SIZE and abs(box.height - old.height) < SAME_SIZE
    if not alike or not box.area or abs(right) + abs(down) < box.width:
        return None
    mcid = asking.marked_content(handle(number))
    x0, top, x1, bottom = dash.box
    moved = Box(x0 + right, top + down, x1 + right, bottom + down)
    return Token(dash.text, moved, replace(dash.style, mcid=None if mcid < 0 else mcid), number)


def _bounds(number: int, placing: Placing) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    asking.bounds(handle(number), byref(left), byref(bottom), byref(right), byref(top))
    return placing.box(left.value, bottom.value, right.value, top.value)
