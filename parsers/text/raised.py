"""Small signs that stand raised behind a word: marks of footnotes, `points.\u00b9`, `status\u1d43`, and the ends of
ordinals, `31st`.

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
LOWER = 0.95  # and one that stands so high that it can be nothing else may be larger
HIGH = 0.25  # of the line's font size between its foot and the line's
MARKS = re.compile(r"[0-9*\u2020\u2021\u00a7,]+|st|nd|rd|th|[a-h](?:,[a-h])*")
LETTERS = re.compile(r"[a-h](?:,[a-h])*")
RAISED = str.maketrans(
    "0123456789abcdefgh",
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u1d43\u1d47\u1d9c\u1d48\u1d49\u1da0\u1d4d\u02b0",
)

Row = list[Token]


def put_back(rows: Sequence[Row]) -> list[Row]:
    """The rows with each that holds raised signs alone in the line below or above it that they stand on; raised
    digits and letters as characters that are raised, so that they are no part of what stands before them."""
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
            home.extend(_as_mark(t) for t in row if not t.text.isspace())
            home.sort(key=lambda t: t.box.x0)
            del kept[k]
    return kept


def _marked(row: Row) -> Row:
    """A row with the raised digits and letters in it as such characters."""
    if len({id(token.style) for token in row}) == 1:
        return row
    inked = [t for t in row if not t.text.isspace()]
    sizes = {t.style.size for t in inked}
    if len(sizes) < 2:
        return row
    base = [t for t in inked if t.style.size >= SMALL * max(sizes)]
    small = [t for t in inked if t.style.size < SMALL * max(sizes) and t.text.isdigit()]
    raised = {id(t) for t in _raised(small, base)}
    raised |= {id(t) for t in inked if _is_mark(t.text) and _is_high(t, inked)}
    return [_as_mark(t) if id(t) in raised else t for t in row] if raised else row


def _is_mark(text: str) -> bool:
    return text.isdigit() or LETTERS.fullmatch(text) is not None


def _as_mark(token: Token) -> Token:
    """The sign as characters that are raised; what ends an ordinal stays what it is."""
    return (
        token._replace(text=token.text.translate(RAISED)) if _is_mark(token.text.replace(",", "")) else token
    )


def _holds(base: Row, row: Row) -> bool:
    """True for a line behind whose words all signs of a row stand raised."""
    inked = [t for t in base if not t.text.isspace()]
    signs = [t for t in row if not t.text.isspace()]
    if not inked:
        return False
    raised = {id(sign) for sign in _raised(signs, inked)}
    return all(id(sign) in raised or _is_high(sign, [*inked, *signs]) for sign in signs)


def _raised(signs: Row, inked: Row) -> Row:
    """The signs that stand raised behind a word, or behind another sign that does."""
    found: Row = []
    for sign in sorted(signs, key=lambda t: t.box.x0):
        if _is_raised(sign, inked, found):
            found.append(sign)
    return found


def _is_raised(sign: Token, inked: Row, raised: Row) -> bool:
    size = max(t.style.size for t in inked)
    if sign.style.size >= SMALL * size or LETTERS.fullmatch(sign.text):
        return False
    top, bottom = min(t.box.top for t in inked), max(t.box.bottom for t in inked)
    level = top + OVERLAP * sign.box.height < sign.box.bottom < bottom and sign.box.top < (top + bottom) / 2
    before = (t for t in (*inked, *raised) if t is not sign)
    return level and any(abs(sign.box.x0 - t.box.x1) <= TOUCHES * size for t in before)


def _is_high(sign: Token, inked: Row) -> bool:
    """True for what ends a word and is smaller than it, and stands so much higher that it can be nothing else."""
    others = [t for t in inked if t is not sign]
    behind = any(-TOUCHES < t.box.x0 - sign.box.x1 < TOUCHES * sign.style.size for t in others)
    return not behind and any(_is_above(sign, t) for t in others)


def _is_above(sign: Token, word: Token) -> bool:
    size = word.style.size
    touches = abs(sign.box.x0 - word.box.x1) <= TOUCHES * size and sign.style.size < LOWER * size
    low = word.box.top + OVERLAP * sign.box.height < sign.box.bottom
    return touches and low and sign.box.bottom <= word.box.bottom - HIGH * size
