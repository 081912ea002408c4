"""Watermarks: words across a page, at a slant or many times larger than its text, that stand in no cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parsers.geometry import Box
from parsers.page import Page, Token

LARGE = 24.0  # points; no smaller text is a watermark
SLANTED = 2.0  # times the text's size from which on words at a slant are none of a table's headings
UPRIGHT = 8.0  # times the text's size from which on words are no figure or heading either
OVER = 3.0  # times the text's size from which on words that are printed over others are none of theirs
OTHERS = 2  # words that such a one is printed over
TOUCHING = 2.0  # points that two boxes beside each other may share


def parted(page: Page) -> tuple[Page, list[Token]]:
    """The page without its watermarks, and these."""
    large = [t for t in page.tokens if t.style.size >= LARGE]
    if not large:
        return page, large
    usual = _usual_size(page.tokens)
    small = [t for t in page.tokens if t.style.size < LARGE and not t.text.isspace()]
    lying = {
        id(t)
        for t in large
        if t.style.size > (SLANTED if t.style.slanted else UPRIGHT) * usual
        or (t.style.size > OVER * usual and t.text.isalpha() and _is_over(t, small))
    }
    if not lying:
        return page, []
    rest = tuple(t for t in page.tokens if id(t) not in lying)
    return replace(page, tokens=rest), [t for t in large if id(t) in lying]


def _is_over(word: Token, others: Sequence[Token]) -> bool:
    """True for a word printed over several smaller ones."""
    return sum(_covers(word.box, other.box) for other in others) >= OTHERS


def _covers(box: Box, other: Box) -> bool:
    """True where a box lies on part of another one's middle line."""
    return box.top < other.centre[1] < box.bottom and min(box.x1, other.x1) - max(box.x0, other.x0) > TOUCHING


def _usual_size(tokens: Sequence[Token]) -> float:
    """The size in which most letters are set."""
    sizes = Counter[float]()
    for token in tokens:
        sizes[token.style.size] += len(token.text)
    return sizes.most_common(1)[0][0]
