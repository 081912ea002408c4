"""Signs that a conversion to text keeps as characters: coloured circles and squares, ticks, crosses.

A transcript has no fonts and no ink of its own. What Unicode names is a sign with the colour that its name says; codes
of symbol fonts have no look without their font and stay what is left of a lost sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers import glyphs
from parsers.block import Line, Mark
from parsers.geometry import Box
from parsers.text import sign_runs

REPLACED = "\ufffd"
BULLET = "• "
STEP = 0.001  # of a column's width, from one character to the next: only their order is known


def in_cell(text: str, box: Box) -> tuple[Mark, ...]:
    """The signs of a cell: those with a colour of their own, one that opens its text or is all of it."""
    return tuple(
        mark
        for mark in _marks(text, box)
        if mark.colour or mark.characters == text or (mark.box.x0 == box.x0 and _is_sign(mark))
    )


def in_lines(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The signs of a text; such as open the items of a list too are bullets, unless unlike ones open its lines."""
    found = [(line, mark) for line in lines for mark in _marks(line.text, line.box)]
    opening = {m.characters for line, m in found if _unlisted(line.text).startswith(m.characters[0])}
    return tuple(mark for _, mark in found if _is_sign(mark) or len(opening) > 1)


def _is_sign(mark: Mark) -> bool:
    """True for what opens no item of a list: several signs together do not."""
    return len(mark.characters) > 1 or not glyphs.opens_item(mark.characters, "")


def _unlisted(text: str) -> str:
    return text.removeprefix(BULLET)


def _marks(text: str, box: Box) -> Iterator[Mark]:
    """The signs of a text; those side by side are one rating where they are alike."""
    beside: list[Mark] = []
    for place, character in enumerate(text):
        sign = glyphs.symbol(character) if character > "\x7f" and character != REPLACED else None
        if sign is not None and sign.shape != "bullet":
            x = box.x0 + STEP * place
            place_of = Box(x, box.top, x + STEP, box.bottom)
            beside.append(Mark("glyph", sign.shape, sign.colour, f":{sign.text}", place_of))
        elif not character.isspace():
            yield from sign_runs.joined(beside)
            beside = []
    yield from sign_runs.joined(beside)
