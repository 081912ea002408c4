"""Watermarks: words across a page, at a slant or many times larger than its text, that stand in no cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parsers.page import Page, Token

LARGE = 24.0  # points; no smaller text is a watermark
SLANTED = 2.0  # times the text's size from which on words at a slant are none of a table's headings
UPRIGHT = 8.0  # times the text's size from which on words are no figure or heading either


def parted(page: Page) -> tuple[Page, list[Token]]:
    """The page without its watermarks, and these."""
    large = [t for t in page.tokens if t.style.size >= LARGE]
    if not large:
        return page, large
    usual = _usual_size(page.tokens)
    lying = {id(t) for t in large if t.style.size > (SLANTED if t.style.slanted else UPRIGHT) * usual}
    if not lying:
        return page, []
    rest = tuple(t for t in page.tokens if id(t) not in lying)
    return replace(page, tokens=rest), [t for t in large if id(t) in lying]


def _usual_size(tokens: Sequence[Token]) -> float:
    """The size in which most letters are set."""
    sizes = Counter[float]()
    for token in tokens:
        sizes[token.style.size] += len(token.text)
    return sizes.most_common(1)[0][0]
