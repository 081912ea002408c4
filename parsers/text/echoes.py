"""Lines and signs that a page break cuts in two and that both pages print: one long page, seen through two frames.

What runs over the foot of one page's frame stands over the head of the next one's, as far from it. It is read
once, where it begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Drawing, Page, Picture, Token

SAME_PLACE = 0.5  # points
STORED = (
    16  # characters of a picture's digest that tell its bytes; the others tell what its frame shows of it
)

Sign = Drawing | Picture


class Foot(NamedTuple):
    """The frame through which a page is seen, and the lines and signs that run over its foot."""

    frame: Box
    lines: list[list[Token]]
    signs: list[Sign]


def without(page: Page, foot: Foot | None) -> Page:
    """The page without what it repeats of the `foot` of the page before."""
    if foot is None or not (foot.lines or foot.signs):
        return page
    frame = _frame(page) or foot.frame
    repeated = {
        id(token)
        for line in _lines(t for t in page.tokens if t.box.top < frame.top < t.box.bottom)
        for token in line
        if any(_is_one(line, frame.top, old, foot.frame.bottom) for old in foot.lines)
    }
    repeated |= {
        id(sign)
        for sign in _across(page, frame.top)
        if any(_is_one_sign(sign, frame.top, old, foot.frame.bottom) for old in foot.signs)
    }
    return _left_of(page, repeated) if repeated else page


def _left_of(page: Page, repeated: Container[int]) -> Page:
    return replace(
        page,
        tokens=tuple(t for t in page.tokens if id(t) not in repeated),
        drawings=tuple(d for d in page.drawings if id(d) not in repeated),
        pictures=tuple(p for p in page.pictures if id(p) not in repeated),
    )


def foot(page: Page, before: Foot | None = None) -> Foot | None:
    """What runs over the foot of a page's frame, which is the one `before` where this page cuts too little to show
    its own; None without any."""
    frame = _frame(page) or (before and before.frame)
    if frame is None:
        return None
    cut = (t for t in page.tokens if t.box.top < frame.bottom < t.box.bottom)
    return Foot(frame, _lines(cut), _across(page, frame.bottom))


def _across(page: Page, level: float) -> list[Sign]:
    """Drawings and pictures that a frame's head or foot cuts."""
    signs: list[Sign] = [*page.drawings, *page.pictures]
    return [s for s in signs if s.box.top < level < s.box.bottom]


def _frame(page: Page) -> Box | None:
    """The frame that cuts most of the tokens that any frame does."""
    frames = Counter([token.style.window for token in page.tokens if token.style.window])
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


def _is_one_sign(sign: Sign, head: float, old: Sign, foot: float) -> bool:
    apart = abs((sign.box.top - head) - (old.box.top - foot))
    return max(apart, abs(sign.box.x0 - old.box.x0)) <= SAME_PLACE and _look(sign) == _look(old)


def _look(sign: Sign) -> str:
    return sign.digest[:STORED] if isinstance(sign, Picture) else sign.outline


def _text(line: Sequence[Token]) -> str:
    return "".join(t.text for t in line if not t.text.isspace())
