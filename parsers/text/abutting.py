"""Texts side by side with little white between: in columns so close that a full line of one nearly touches the next,
parted where lines begin; and a status on its pill behind a long title, parted where the letters change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parsers.page import Token

BEGINNING = 4  # lines that begin at one place, behind white, before it is a column's left edge
ALIGNED = 0.7  # points between the left edges of lines that begin at one place
NARROW = 0.55  # of the font size: the white between two columns; between words it is half as much
APART = 1.0  # of the font size: the white before letters of another size and colour that are another text
SMALLER = 0.5  # points between the sizes of two texts

Piece = list[Token]


def parted(rows: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The pieces of a page's rows, each row from left to right; cut where a column's left edge stands in one, or
    other letters behind white."""
    begins = Counter(round(_inked(piece).box.x0) for row in rows for piece in row[1:])
    edges = [float(x) for x, n in begins.items() if n >= BEGINNING]
    return [part for row in rows for piece in row for part in _cut(piece, edges)]


def _inked(piece: Piece) -> Token:
    return next(token for token in piece if not token.text.isspace())


def _cut(piece: Piece, edges: Sequence[float]) -> list[Piece]:
    if not edges and len({id(token.style) for token in piece}) == 1:
        return [piece]
    parts: list[Piece] = [[]]
    last: Token | None = None
    for token in piece:
        blank = token.text.isspace()
        if last and not blank and _begins(last, token, edges):
            parts.append([])
        parts[-1].append(token)
        last = last if blank else token
    return parts


def _begins(last: Token, token: Token, edges: Sequence[float]) -> bool:
    """True where a text begins behind another."""
    gap, size = token.box.x0 - last.box.x1, token.style.size
    other = token.style.colour != last.style.colour and abs(size - last.style.size) >= SMALLER
    at_edge = any(abs(token.box.x0 - x) <= 0.5 + ALIGNED for x in edges)
    return (gap > NARROW * size and at_edge) or (gap > APART * size and other)
