"""How a status looks in its cell."""

from __future__ import annotations

from random import Random

from bench.invented.paper import Cell, Sign
from bench.invented.phrases import chance
from bench.invented.review import Line
from bench.invented.traits import WORDLESS, Traits
from bench.invented.words import words

SHAPES = {
    "completed": "diamond",
    "on_schedule": "circle",
    "behind_schedule": "triangle",
    "off_track": "square",
}
GLYPHS = {"completed": "✔", "on_schedule": "●", "behind_schedule": "▲", "off_track": "✘"}
OTHER_SHAPE, OTHER_GLYPH = "down", "■"
#: above this a colour is too light for white letters
LIGHT = 0.45
WHITE = "#ffffff"


class Signs:
    """Makes the cell of a status in the one way of a document."""

    def __init__(self, rng: Random, traits: Traits) -> None:
        self._sign = traits.sign
        self._shades: dict[str, str] = words("scales")["shades"][traits.shade]
        self._strong: dict[str, str] = words("scales")["shades"][
            "bright" if traits.shade == "pastel" else traits.shade
        ]
        self._above = traits.sign_above
        self._one_colour = chance(rng, 0.4)
        self._align = rng.choice(("center", "center", "left"))
        self.wordless = traits.sign in WORDLESS

    def cell(self, line: Line) -> Cell:
        """What a row prints for this line of the scale."""
        sign, align = self._sign, self._align
        tint = self._shades[line.colour]
        word = (line.label,)
        if sign == "word":
            return Cell(word, align=align)
        if sign in ("tinted word", "tinted letter"):
            lines = word if sign == "tinted word" else (line.letter,)
            return Cell(lines, fill=tint, ink=ink_on(tint), bold=sign == "tinted letter", align=align)
        if sign == "inked word":
            strong = self._strong[line.colour]  # white letters on white paper would print nothing
            return Cell(word, ink="" if strong == WHITE else strong, bold=True, align=align)
        if sign == "letter":
            return Cell((line.letter,), align=align)
        if sign == "tint":
            return Cell(fill=tint)
        return self._drawn(line, word if sign.endswith(" word") else ())

    def _drawn(self, line: Line, lines: tuple[str, ...]) -> Cell:
        strong = self._strong[line.colour]
        if "glyph" in self._sign:
            coloured = self._sign == "coloured glyph"
            glyph = "●" if coloured else GLYPHS.get(line.status, OTHER_GLYPH)
            return Cell(lines, None, glyph, self._above, ink=strong if coloured else "", align=self._align)
        shape = self._sign.removesuffix(" word")
        if shape == "shapes":
            shape = SHAPES.get(line.status, OTHER_SHAPE)
            strong = "#404040" if self._one_colour else strong
        return Cell(lines, Sign(shape, strong), above=self._above, align=self._align)


def ink_on(colour: str) -> str:
    """Black or white, whichever can be read on it."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#000000" if 0.3 * red + 0.59 * green + 0.11 * blue > LIGHT else "#ffffff"
