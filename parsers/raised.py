"""Small signs that stand raised behind a word: marks of footnotes, `points.\u00b9`, and the ends of ordinals, `31st`.

Their middles lie off the line's own, so that they are gathered as a line above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.page import Token

SMALL = 0.8  # of the line's font size: what is raised is smaller
OVERLAP = 0.3  # of its height that stands on the line's own
TOUCHES = 0.3  # of the line's font size between a word's end and what is raised behind it
MOST = 8  # characters of a row of such signs
MARKS = re.compile(r"[0-9*\u2020\u2021\u00a7,]+|st|nd|rd|th")
DIGITS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")

Row = list[Token]


def put_back(rows: Sequence[Row]) -> list[Row]:
    """The rows with each that holds raised signs alone in the line below or above it that they stand on; raised
    digits as characters that are raised, so that they are no part of a figure before them."""
    kept = [_marked(row) for row in rows]
    if len(rows) < 2:
        return kept
    rows = list(kept)
    for row in rows:
        if len(row) > MOST or not MARKS.fullmatch("".join([t.text for t in row if not t.text.isspace()])):
            continue
        k = next(k for k, other in enumerate(kept) if other is row)
        home = next(
            (base for base in (*kept[k + 1 : k + 2], *kept[max(k - 1, 0) : k]) if _holds(base, row)), None
        )
        if home is not None:
            home.extend(t._replace(text=t.text.translate(DIGITS)) for t in row if not t.text.isspace())
            home.sort(key=lambda t: t.box.x0)
            del kept[k]
    return kept


def _marked(row: Row) -> Row:
    """A row with the raised digits in it as such characters."""
    if len({id(token.style) for token in row}) == 1:
        return row
    inked = [t for t in row if not t.text.isspace()]
    sizes = {t.style.size for t in inked}
    if len(sizes) < 2:
        return row
    base = [t for t in inked if t.style.size >= SMALL * max(sizes)]
    small = [t for t in inked if t.style.size < SMALL * max(sizes) and t.text.isdigit()]
    raised = {id(t) for t in small if _is_raised(t, base, small)}
    return [t._replace(text=t.text.translate(DIGITS)) if id(t) in raised else t for t in row]


def _holds(base: Row, row: Row) -> bool:
    """True for a line behind whose words all signs of a row stand raised."""
    inked = [t for t in base if not t.text.isspace()]
    return bool(inked) and all(_is_raised(sign, inked, row) for sign in row if not sign.text.isspace())


def _is_raised(sign: Token, inked: Row, row: Row) -> bool:
    size = max(t.style.size for t in inked)
    top, bottom = min(t.box.top for t in inked), max(t.box.bottom for t in inked)
    level = top + OVERLAP * sign.box.height < sign.box.bottom < bottom and sign.box.top < (top + bottom) / 2
    before = (t for t in (*inked, *row) if t is not sign)
    touches = any(abs(sign.box.x0 - t.box.x1) <= TOUCHES * size for t in before)
    return sign.style.size < SMALL * size and level and touches
