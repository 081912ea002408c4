"""Words on a pill at the end of a line inside a cell, as a status beside a title that goes on below: they are no part
of that line."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.block import Line, Mark
from parsers.cells import grounds
from parsers.geometry import Box
from parsers.page import Token
from parsers.text import lines as printed
from parsers.text.lines import FROM_THE_LEFT

PILL = "pill"
LEAST = 3  # characters of a word on a pill; a letter or two are a sign of their own
HIGHEST = 2.5  # of the font size: a higher ground is a frame around several lines
CLOSE = 0.8  # of the font size between two lines of one title


def lines_of(tokens: Sequence[Token], marks: Sequence[Mark]) -> list[Line]:
    """The printed lines of a cell, the words on each pill behind a line below the lines that go on with it."""
    grounds_of = [m.box for m in marks if m.shape == PILL and m.seen != "glyph"]
    words = [own for box in grounds_of if (own := _words_on(box, tokens))]
    apart = {id(token) for own in words for token in own}
    rest = [token for token in tokens if id(token) not in apart]
    signs = [m.box for m in marks]
    lines = printed.lines_between(rest, signs) if len(signs) > 1 else printed.lines_of(rest)
    for own in words:
        lines = _with(printed.lines_of(own), lines)
    return lines


def _words_on(pill: Box, tokens: Sequence[Token]) -> list[Token]:
    """The words on a pill where white parts them from a text before them on their line and nothing follows."""
    own = [t for t in tokens if pill.holds(*t.box.centre)]
    inked = [t for t in own if not t.text.isspace()]
    if sum(len(t.text) for t in inked) < LEAST or any(t.style.turn for t in own):
        return []
    first, last = min(inked, key=FROM_THE_LEFT), max(inked, key=FROM_THE_LEFT)
    level = [t for t in tokens if not t.text.isspace() and first.box.top < t.box.centre[1] < first.box.bottom]
    before = [t for t in level if t.box.x0 < first.box.x0]
    behind = any(t.box.x0 > last.box.x0 for t in level)
    if behind or not before or pill.height > HIGHEST * first.style.size:
        return []
    return own if grounds.opens(max(before, key=FROM_THE_LEFT), first, [pill]) else []


def _with(words: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines with those words below the text that they stand beside."""
    box = words[0].box
    level = [k for k, line in enumerate(lines) if line.box.top < box.centre[1] < line.box.bottom]
    k = level[0] if level else len(lines) - 1
    while k + 1 < len(lines) and _go_together(lines[k], lines[k + 1]):
        k += 1
    return [*lines[: k + 1], *words, *lines[k + 1 :]]


def _go_together(above: Line, below: Line) -> bool:
    alike = (above.bold, above.size, above.colour) == (below.bold, below.size, below.colour)
    return alike and below.box.top - above.box.bottom < CLOSE * below.size
