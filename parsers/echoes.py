"""Lines that a page break cuts in two and that both pages print: one picture of a long page, seen through two frames.

A line that runs over the foot of one page's frame stands over the head of the next one's, as far from it. It is read
once, where it begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Page, Token

SAME_PLACE = 0.5  # points


class Foot(NamedTuple):
    """The frame through which a page is seen, and the lines that run over its foot."""

    frame: Box
    lines: list[list[Token]]


def without(page: Page, foot: Foot | None) -> Page:
    """The page without what it repeats of the `foot` of the page before."""
    if foot is None or not foot.lines:
        return page
    frame = _frame(page) or foot.frame
    repeated = {
        id(token)
        for line in _lines(t for t in page.tokens if t.box.top < frame.top < t.box.bottom)
        for token in line
        if any(_is_one(line, frame.top, old, foot.frame.bottom) for old in foot.lines)
    }
    return replace(page, tokens=tuple(t for t in page.tokens if id(t) not in repeated)) if repeated else page


def foot(page: Page) -> Foot | None:
    """What runs over the foot of a page's frame; None for a page without one."""
    frame = _frame(page)
    if frame is None:
        return None
    return Foot(frame, _lines(t for t in page.tokens if t.box.top < frame.bottom < t.box.bottom))


def _frame(page: Page) -> Box | None:
    """The frame that cuts most of the tokens that any frame does."""
    frames = Counter(t.style.window for t in page.tokens if t.style.window)
    return frames.most_common(1)[0][0] if frames else None


def _lines(tokens: Iterable[Token]) -> list[list[Token]]:
    """Tokens of one height, from left to right."""
    lines: dict[int, list[Token]] = {}
    for token in tokens:
        lines.setdefault(round(token.box.top / SAME_PLACE), []).append(token)
    return [sorted(line, key=lambda t: t.box.x0) for line in lines.values()]


def _is_one(line: Sequence[Token], head: float, old: Sequence[Token], foot: float) -> bool:
    apart = abs((line[0].box.top - head) - (old[0].box.top - foot))
    start = abs(line[0].box.x0 - old[0].box.x0)
    return max(apart, start) <= SAME_PLACE and _text(line) == _text(old)


def _text(line: Sequence[Token]) -> str:
    return "".join(t.text for t in line if not t.text.isspace())
