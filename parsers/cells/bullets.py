"""Signs of lists that are drawn: browsers paint the dots and rings before a list's items, and no letter says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from parsers.cells.cell import SeenTable
from parsers.page import Drawing, Page, Token

LETTERS = {"disc": "•", "ring": "◦"}
LARGEST = 0.45  # of the font size: what stands for a status is drawn larger
NEAREST, FURTHEST = 0.3, 1.6  # of the font size between a sign and its text
ASIDE = 0.2  # of the font size between the middles of a sign and of its text
LARGEST_TYPE = 40.0  # points; no list is set larger
GREY = 40  # of 255 between the channels of a colour that is none


class Item(NamedTuple):
    """A drawn sign of a list, the word that it stands before, and the sign as a letter."""

    drawing: Drawing
    word: Token
    letter: Token


def found(page: Page) -> list[Item]:
    """The drawn signs of a page's lists."""
    small = [d for d in page.drawings if d.shape in LETTERS and _is_grey(d.fill or d.stroke)]
    if not small:
        return []
    words = sorted((t for t in page.tokens if not t.text.isspace()), key=lambda t: t.box.x0)
    return [item for drawing in small for item in _letter(drawing, words)]


def without(page: Page, items: Sequence[Item]) -> Page:
    """The page without these drawings."""
    told = {id(item.drawing) for item in items}
    return replace(page, drawings=tuple(d for d in page.drawings if id(d) not in told))


def handed_out(items: Sequence[Item], tables: Sequence[SeenTable], left: Sequence[Token]) -> list[Token]:
    """Give each letter to the cell that holds its word, and those of other words to the tokens that are `left`.

    The columns of tables are found before: a letter stands nearer to the column on its left than words do.
    """
    cells = {id(token): seen for table in tables for seen in table.cells for token in seen.tokens}
    outside = list(left)
    for item in items:
        home = cells.get(id(item.word))
        (outside if home is None else home.tokens).append(item.letter)
    return outside


def _letter(drawing: Drawing, words: Sequence[Token]) -> Iterator[Item]:
    """The sign as an item's where it is set before a word as a list's is: small, in the word's colour, at its middle.

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
        if (
            near
            and as_small
            and style.colour in (drawing.fill, drawing.stroke)
            and not (style.turn or style.hidden)
        ):
            letter = Token(LETTERS[drawing.shape], box._replace(x0=x0, x1=x1), style)
            yield Item(drawing, words[k], letter)
        return


def _is_grey(colour: str | None) -> bool:
    channels = [int(colour[k : k + 2], 16) for k in (1, 3, 5)] if colour else [0, 255]
    return max(channels) - min(channels) <= GREY
