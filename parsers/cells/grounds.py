"""Words on a drawn ground of their own, as a status on its pill: whose sign the ground is, and where two meet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.block import Line, Mark
from parsers.geometry import Box
from parsers.page import Token

SLACK = 1.0  # points that a word may stand out of its ground
INSIDE = 0.5  # of the font size that a ground reaches under the words on both sides of a gap between two
BADGE = 1.6  # of the font size from the letter on a badge to its right edge
LETTERED = re.compile(r"[A-Z0-9]{1,2} \S")
BLANK = 0.6  # of the font size between a ground and what says the meaning of the words on it
WHITE = 1.0  # of the font size between a title and the first word on a pill
PADDED = 1.0  # points between a ground's edge and a word on either side of it
TITLED = (
    2.5  # letters of a line's middle width between its title and where the ground of what follows may begin
)


def own(marks: Sequence[Mark], group: Sequence[Line], lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The signs of some lines among those beside them: where each line stands on a sign, or its first words do, none on
    which other lines of the page stand so. A row of pills is a sign and a label each."""
    under = [m for m in marks if any(_is_under(m, line) for line in group)]
    if not under or not all(any(_is_under(m, line) for m in under) for line in group):
        return tuple(marks)
    return tuple(m for m in marks if m in under or not any(_is_under(m, line) for line in lines))


def meet(last: Token, token: Token, signs: Sequence[Box]) -> bool:
    """True for characters on two grounds."""
    one, other = ([s for s in signs if s.holds(*t.box.centre)] for t in (last, token))
    return bool(one) and bool(other) and not any(s in other for s in one)


def opens(last: Token, token: Token, signs: Sequence[Box]) -> bool:
    """True where white and then a ground begin between a word and the next, as a status's pill does behind a title; not
    behind a label, whose value the ground is."""
    end, size = last.box.x1, token.style.size
    if token.box.x0 - end < WHITE * size or last.text.endswith(":"):
        return False
    return any(end + PADDED <= s.x0 <= token.box.x0 - PADDED and s.holds(*token.box.centre) for s in signs)


def explained(signs: Sequence[Box], row: Sequence[Token]) -> list[Box]:
    """The grounds of words that the line goes on behind in small letters: a sentence says what each of them means."""
    inked = [t for t in row if not t.text.isspace()]
    near = ((s, t) for s in signs for t in inked if 0 <= t.box.x0 - s.x1 <= BLANK * t.style.size)
    return [s for s, t in near if t.text[0].islower()]


def parts(sign: Box, end: float, token: Token, size: float) -> bool:
    """True for a sign between words that end and what is behind them; a ground that reaches under both is none."""
    between = end - 1 <= sign.centre[0] <= token.box.x0 + 1
    inside = sign.x0 < end - INSIDE * size and sign.x1 > token.box.x0 + INSIDE * size
    return between and not inside


def _is_under(mark: Mark, line: Line) -> bool:
    """True for a sign under a line's words, or under those behind the title that opens it, `Key: Done`, or under the
    letter that does, `G On track`."""
    box = mark.box.grown(SLACK)
    if mark.seen == "glyph" or not box.top <= line.box.centre[1] <= box.bottom:
        return False
    if line.box.x1 > box.x1:
        return box.x0 <= line.box.x0 < mark.box.x1 and _opens(mark, line)
    title, colon, words = line.text.partition(":")
    if box.x0 <= line.box.x0 or not words.strip():
        return box.x0 <= line.box.x0
    letter = line.box.width / len(line.text)
    return abs(line.box.x0 + letter * len(title + colon) - box.x0) <= TITLED * letter


def _opens(mark: Mark, line: Line) -> bool:
    """True for a sign on which a line's first words are printed, as is known or as a letter alone tells: `3` of
    `3 On plan`."""
    badge = mark.box.x1 <= line.box.x0 + BADGE * line.size and LETTERED.match(line.text) is not None
    return badge or (bool(mark.words) and line.text.startswith(mark.words))
