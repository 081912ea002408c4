"""Signs of lists that are drawn: browsers paint the dots and rings before a list's items, and no letter says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.page import Drawing, Page, Token

LETTERS = {"disc": "•", "ring": "◦"}
LARGEST = 0.45  # of the font size: what stands for a status is drawn larger
NEAREST, FURTHEST = 0.3, 1.6  # of the font size between a sign and its text
ASIDE = 0.2  # of the font size between the middles of a sign and of its text
LARGEST_TYPE = 40.0  # points; no list is set larger
GREY = 40  # of 255 between the channels of a colour that is none


def lettered(page: Page) -> Page:
    """The page with its lists' drawn signs as letters, set as the words behind them."""
    small = [d for d in page.drawings if d.shape in LETTERS and _is_grey(d.fill or d.stroke)]
    if not small:
        return page
    words = sorted((t for t in page.tokens if not t.text.isspace()), key=lambda t: t.box.x0)
    told = {id(drawing): token for drawing in small for token in _letter(drawing, words)}
    if not told:
        return page
    kept = tuple(d for d in page.drawings if id(d) not in told)
    return replace(page, tokens=(*page.tokens, *told.values()), drawings=kept)


def _letter(drawing: Drawing, words: Sequence[Token]) -> Iterator[Token]:
    """The sign as a letter where it is set before a word as a list's is: small, in the word's colour, at its middle.

    `words` are ordered from the left.
    """
    x0, _, x1, _ = drawing.box
    y = drawing.box.centre[1]
    for k in range(bisect_left(words, x1, key=lambda t: t.box.x0), len(words)):
        box, style = words[k].box, words[k].style
        if box.x0 - x1 > FURTHEST * LARGEST_TYPE:
            return
        size = style.size
        if not box.top < y < box.bottom:
            continue
        near = NEAREST * size <= box.x0 - x1 <= FURTHEST * size and abs(box.centre[1] - y) <= ASIDE * size
        as_small = max(drawing.box.width, drawing.box.height) <= LARGEST * size
        if near and as_small and style.colour in (drawing.fill, drawing.stroke) and not style.turn:
            yield Token(LETTERS[drawing.shape], box._replace(x0=x0, x1=x1), style)
        return


def _is_grey(colour: str | None) -> bool:
    channels = [int(colour[k : k + 2], 16) for k in (1, 3, 5)] if colour else [0, 255]
    return max(channels) - min(channels) <= GREY
