"""Letters of one word that the file prints one by one, as one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parsers import glyphs
from parsers.geometry import Box
from parsers.page import Style, Token

CLOSE = 0.1  # of the font size: letters of several objects that stand no further apart are one token
WHOLE = re.compile(r"[^\w\s]?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?%)")  # a figure that no digit can follow

_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


def joined(characters: Iterable[Token]) -> Iterator[Token]:
    """Upright letters that follow each other closely in one style as one token; some producers write each apart.

    Such a producer's page has thousands of letters: they are held in pieces, and no token is made but the last.
    """
    held: list[str] = []
    first = last = None
    end = close = 0.0
    style: Style | None = None
    for token in characters:
        text, box, now, _ = token
        x0, top, x1, bottom = box
        if (
            last is not None
            and now is style
            and abs(x0 - end) <= close
            and top == last.box.top
            and bottom == last.box.bottom
            and (text.islower() or not (_begins(last, token) or _is_behind_figure(held, last, token)))
        ):
            held.append(text)
        else:
            if first is not None:
                yield one(first, held, end)
            first, held = token, [text]
            if now is not style:
                style = now
                joins = not now.turn and not glyphs.in_symbols(now.font)
                close = CLOSE * now.size if joins else -1.0
        last, end = token, x1
    if first is not None:
        yield one(first, held, end)


def _begins(former: Token, latter: Token) -> bool:
    """True for a capital or a figure behind another object's small letter or figure: the next cell's text, set close to
    what a narrow cell cut off."""
    if former.run == latter.run or former.text[-1].isupper():
        return False
    return latter.text.isupper() or (latter.text.isdigit() and former.text.islower())


def _is_behind_figure(held: Sequence[str], former: Token, latter: Token) -> bool:
    """True for a figure of another object behind a whole one, `410,000` or `44.1%`, which no digit can follow."""
    if former.run == latter.run or not latter.text.isdigit():
        return False
    return WHOLE.fullmatch("".join(held)) is not None


def one(first: Token, texts: list[str], end: float) -> Token:
    """A token for letters of which only the first has one; `end` is the right edge of the last."""
    if len(texts) == 1:
        return first
    _, (x0, top, _, bottom), style, run = first
    return _new(Token, ("".join(texts), _new(Box, (x0, top, end, bottom)), style, run))
