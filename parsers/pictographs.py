"""Signs that a conversion to text keeps as characters: coloured circles and squares, ticks, crosses.

A transcript has no fonts and no ink of its own. What Unicode names is a sign with the colour that its name says; codes
of symbol fonts have no look without their font and stay what is left of a lost sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers import glyphs
from parsers.block import Line, Mark
from parsers.geometry import Box

REPLACED = "\ufffd"
BULLET = "• "
STEP = 0.001  # of a column's width, from one character to the next: only their order is known


def in_cell(text: str, box: Box) -> tuple[Mark, ...]:
    """The signs of a cell: those with a colour of their own, one that opens its text or is all of it."""
    return tuple(
        _mark(place, sign, box)
        for place, sign in _signs(text)
        if sign.colour or len(text) == 1 or (place == 0 and not glyphs.opens_item(sign.text, ""))
    )


def in_lines(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The signs of a text; such as open the items of a list too are bullets, unless unlike ones open its lines."""
    found = [(line, place, sign) for line in lines for place, sign in _signs(line.text)]
    opening = {s.text for line, place, s in found if place == len(line.text) - len(_unlisted(line.text))}
    return tuple(
        _mark(place, sign, line.box)
        for line, place, sign in found
        if not glyphs.opens_item(sign.text, "") or len(opening) > 1
    )


def _unlisted(text: str) -> str:
    return text.removeprefix(BULLET)


def _signs(text: str) -> Iterator[tuple[int, glyphs.Sign]]:
    for place, character in enumerate(text):
        sign = glyphs.symbol(character) if character > "\x7f" and character != REPLACED else None
        if sign is not None and sign.shape != "bullet":
            yield place, sign


def _mark(place: int, sign: glyphs.Sign, box: Box) -> Mark:
    x = box.x0 + STEP * place
    return Mark("glyph", sign.shape, sign.colour, f":{sign.text}", Box(x, box.top, x, box.bottom))
