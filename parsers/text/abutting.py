"""Texts side by side with little white between: in columns so close that a full line of one nearly touches the next,
parted where lines begin; and a status on its pill behind a long title, parted where the letters change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parsers.page import Token

BEGINNING = 4  # lines that begin at one place, behind white, before it is a column's left edge
ALIGNED = 0.7  # points between the left edges of lines that begin at one place
NARROW = 0.55  # of the font size: the white between two columns; between words it is half as much
APART = 1.0  # of the font size: the white before letters of another size and colour that are another text
INSIDE = 1.5  # of the font size: the white behind words on a sign inside a sentence
EVEN = 1.0  # points by which the white differs before and behind words on signs inside a sentence
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
    inked = [k for k, token in enumerate(piece) if not token.text.isspace()]
    pairs = list(pairwise(inked))
    others = [(a, b) for a, b in pairs if _are_others(piece[a], piece[b])]
    white = [piece[b].box.x0 - piece[a].box.x1 for a, b in others]
    even = len(others) > 1 and max(white) - min(white) <= EVEN
    cuts = [b for a, b in pairs if _is_at_edge(piece[a], piece[b], edges)]
    cuts += [b for _, b in others if not (even or _is_explained(piece[b:]))]
    return [piece[a:b] for a, b in pairwise([0, *sorted({*cuts}), len(piece)])]


def _is_at_edge(last: Token, token: Token, edges: Sequence[float]) -> bool:
    """True where a text begins at a column's left edge."""
    apart = token.box.x0 - last.box.x1 > NARROW * token.style.size
    return apart and any(abs(token.box.x0 - x) <= 0.5 + ALIGNED for x in edges)


def _is_explained(rest: Sequence[Token]) -> bool:
    """True for words on a sign inside a sentence: what is set as before goes on right behind them in small letters."""
    inked = [token for token in rest if not token.text.isspace()]
    pairs = ((a, b) for a, b in pairwise(inked) if b.style.colour != inked[0].style.colour)
    last, token = next(pairs, (None, None))
    if last is None or token is None or not token.text[0].islower():
        return False
    return token.box.x0 - last.box.x1 <= INSIDE * token.style.size


def _are_others(last: Token, token: Token) -> bool:
    """True where other letters begin behind white."""
    other = token.style.colour != last.style.colour and abs(token.style.size - last.style.size) >= SMALLER
    return other and token.box.x0 - last.box.x1 > APART * token.style.size
