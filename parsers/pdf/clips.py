"""Frames that cut text off: spreadsheets print a cell's text through a window no larger than the cell.

What lies outside its window is not seen. Where the window is too low for a single line nobody reads any of the text:
it is hidden. So is what stands above its window at the paper's head: lines of a cell that the page before showed.
Else the text runs out of its cell, and belongs where the window is, not where it would come to stand.
PDFium reports a window only for text that it cuts.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import replace
from functools import lru_cache, reduce
from typing import NamedTuple

from parsers import asking
from parsers.geometry import Box, enclosing
from parsers.page import Style, Token
from parsers.pdf.paths import IDENTITY, Matrix
from parsers.placing import Placing

NEAR = 3.0  # points that a token's middle may lie outside its object's bounds
#: points from the paper's head: what stands above a window that begins there, or in the margin above any, is the
#: rest of a page before
HEAD, MARGIN = 90.0, 36.0
ADJOINING = 1.5  # points between the windows of two letters, which printers round outwards
CUT = 0.3  # points of a line outside a frame that cuts it
LOWEST = 0.8  # of the font size: a window that is lower shows no line of text


class Window(NamedTuple):
    """The frame through which a text object is seen, and the object's own bounds, both in points."""

    frame: Box
    bounds: Box


def window(item: asking.Handle, placing: Placing) -> Window | None:
    """The window of a text object; None where nothing cuts it."""
    frame = around(item, placing)
    return Window(frame, _bounds(item, placing)) if frame else None


def along(former: Window | None, latter: Window) -> Window:
    """The later of two windows, as high as both where each shows letters that the other goes on with.

    Some printers cut each letter off by itself, and a full stop's own window is lower than its line's.
    """
    if former is None or not (_is_of_letters(former) and _is_of_letters(latter)):
        return latter
    (_, top, x1, bottom), own = former.frame, latter.frame
    if abs(own.x0 - x1) > ADJOINING or min(bottom, own.bottom) <= max(top, own.top):
        return latter
    return latter._replace(frame=own._replace(top=min(top, own.top), bottom=max(bottom, own.bottom)))


def _is_of_letters(seen: Window) -> bool:
    """True for a window that is no wider than what stands in it."""
    return seen.frame.x0 >= seen.bounds.x0 - ADJOINING and seen.frame.x1 <= seen.bounds.x1 + ADJOINING


def around(item: asking.Handle, placing: Placing, outer: Matrix = IDENTITY) -> Box | None:
    """The rectangle around all that an object's clip paths leave open; None where nothing cuts it.

    `outer` is the matrix of the forms around it.
    """
    clip = asking.handle(asking.clip_path(item))
    count = asking.count_clips(clip) if clip else 0
    if count <= 0:
        return None
    return reduce(common, (_around(clip, path, placing, outer) for path in range(count)))


def _bounds(item: asking.Handle, placing: Placing) -> Box:
    sides = tuple(c_float() for _ in range(4))
    asking.bounds(item, *map(byref, sides))
    return placing.box(*(side.value for side in sides))


def cut(token: Token, seen: Window) -> Token:
    """A token as its window shows it: hidden, or held by the cell that the window stands in, where it lies outside.

    One that the window's head or foot cuts names the window too.

    A token away from its object's bounds was drawn through a form with a space of its own: its window is not known.
    """
    frame, (x, y) = seen.frame, token.box.centre
    if not seen.bounds.grown(NEAR).holds(x, y) or (frame.holds(x, y) and not _runs_over(token, frame)):
        return token
    before = token.box.bottom <= frame.top + NEAR and (token.box.top < MARGIN or frame.top < HEAD)
    low = min(frame.height, frame.width) < LOWEST * token.style.size
    if not frame.holds(x, y) and (before or low):
        return token._replace(style=replace(token.style, hidden=True))
    return token._replace(style=_framed(token.style, frame))


def _runs_over(token: Token, frame: Box) -> bool:
    """True for a line of which the frame's head or foot cuts a part off."""
    return token.box.top < frame.top - CUT or token.box.bottom > frame.bottom + CUT


@lru_cache(maxsize=64)
def _framed(style: Style, frame: Box) -> Style:
    """One object for all tokens of one style in one frame."""
    return replace(style, window=frame)


def _around(clip: asking.Handle, path: int, placing: Placing, outer: Matrix) -> Box:
    a, b, c, d, e, f = outer
    return enclosing(placing.point(a * x + c * y + e, b * x + d * y + f) for x, y in _points(clip, path))


def _points(clip: asking.Handle, path: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    for number in range(asking.count_clip_segments(clip, path)):
        asking.segment_point(asking.handle(asking.clip_segment(clip, path, number)), byref(x), byref(y))
        yield x.value, y.value


def common(a: Box, b: Box) -> Box:
    """What two windows behind each other leave open; without width or height where that is nothing."""
    x0, top = max(a.x0, b.x0), max(a.top, b.top)
    return Box(x0, top, max(x0, min(a.x1, b.x1)), max(top, min(a.bottom, b.bottom)))
