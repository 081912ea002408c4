"""Cells that are tinted frames with white between them, as design programs and web pages draw them: without the gaps
they are a table's shading like any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Fill, Page, Token

LEAST = 8  # frames of a table
MOST = 1000  # frames of a page: more are a map or a chart
SMALL = 8.0  # points: what is narrower or lower is a bar or a sign
WIDEST = 6.0  # points between two frames of a table at most
NARROWEST = 0.8  # points: less is a rule's width, which is no gap
SAME = 0.3  # points by which the gaps of one table differ
STEADY = 0.8  # share of the gaps that are alike
OVER = 0.05  # share of a frame that another one may cover: they meet where there is no gap
WORDED = 0.5  # share of the frames that hold a text


class _Gaps(NamedTuple):
    """The white beside and below frames."""

    beside: float
    below: float


def closed(page: Page) -> Page:
    """The page with the frames of such tables grown until they meet."""
    if len(page.fills) < LEAST:
        return page
    frames = [f for f in page.fills if f.box.width > SMALL and f.box.height > SMALL]
    if len(frames) > MOST or len(page.tokens) < WORDED * len(frames):
        return page
    gaps = _gaps([f.box for f in frames])
    frames = _without_panels(frames) if gaps is not None else frames
    if gaps is None or not _are_cells(frames, page.tokens):
        return page
    own = {id(f) for f in frames}
    fills = tuple(f._replace(box=_grown(f.box, gaps)) if id(f) in own else f for f in page.fills)
    return replace(page, fills=fills)


def _gaps(boxes: Sequence[Box]) -> _Gaps | None:
    """The gaps between most frames that begin level with each other, and below each other; None where there are none,
    as in tables whose shading meets."""
    by_row = sorted(boxes, key=lambda b: (round(b.top), b.x0))
    beside = _most([b.x0 - a.x1 for a, b in pairwise(by_row) if abs(a.top - b.top) < SAME])
    if beside is None:
        return None
    by_column = sorted(boxes, key=lambda b: (round(b.x0), b.top))
    below = _most([b.top - a.bottom for a, b in pairwise(by_column) if abs(a.x0 - b.x0) < SAME])
    return None if below is None or max(beside, below) < NARROWEST else _Gaps(beside, below)


def _most(steps: Sequence[float]) -> float | None:
    """The width of most gaps; None where they differ, or are few."""
    near = [step for step in steps if -SAME < step < WIDEST]
    if len(near) < LEAST / 2:
        return None
    most = Counter(round(step, 1) for step in near).most_common(1)[0][0]
    return max(most, 0.0) if sum(abs(step - most) <= SAME for step in near) >= STEADY * len(near) else None


def _without_panels(frames: Sequence[Fill]) -> list[Fill]:
    """The frames but for those on which so many others lie."""
    centres = [f.box.centre for f in frames]
    return [f for f in frames if sum(f.box.holds(*centre) for centre in centres) < LEAST]


def _are_cells(frames: Sequence[Fill], tokens: Sequence[Token]) -> bool:
    """True for frames most of which hold texts, and of which none lies over another."""
    centres = [t.box.centre for t in tokens]
    worded = sum(any(f.box.holds(*centre) for centre in centres) for f in frames)
    return worded >= WORDED * len(frames) and not _is_one_over_another([f.box for f in frames])


def _is_one_over_another(boxes: Sequence[Box]) -> bool:
    downward = sorted(boxes, key=lambda b: b.top)
    for k, a in enumerate(downward):
        for b in islice(downward, k + 1, None):
            if b.top >= a.bottom:
                break
            if a.overlap(b) > OVER * min(a.area, b.area):
                return True
    return False


def _grown(box: Box, gaps: _Gaps) -> Box:
    across, down = gaps.beside / 2, gaps.below / 2
    return Box(box.x0 - across, box.top - down, box.x1 + across, box.bottom + down)
