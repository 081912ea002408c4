"""The tables of measures of a review."""

from __future__ import annotations

from collections.abc import Sequence

from bench.invented.draw import Drawn
from bench.invented.heads import draw_heads, one_level, weights
from bench.invented.paper import Cell, Row, Sign, Table
from bench.invented.phrases import chance
from bench.invented.review import Indicator
from bench.invented.signs import Signs

NUMBERS = (
    "target",
    "latest",
    "previous",
    "baseline",
    "national",
    "statistical_neighbours",
    "q1",
    "q2",
    "q3",
    "q4",
)
ARROW_WORDS = {"up": "Up", "down": "Down", "right": "Same"}
ARROW_INK = "#404040"


class FigureTables:
    """Makes the tables of one document, all with the same heads."""

    def __init__(self, drawn: Drawn, signs: Signs) -> None:
        rng = drawn.dice("figure heads")
        self._signs = signs
        self._roles = drawn.measured.columns
        self._align = rng.choice(("left", "center", "right"))
        self._arrows = chance(rng, 0.7)
        heads = draw_heads(rng, "indicator", self._roles, drawn.review.front.times)
        self._head = one_level(self._roles, heads, drawn.look)

    def table(self, indicators: Sequence[Indicator]) -> Table:
        """One table with these measures."""
        return Table(self._head, tuple(map(self._row, indicators)), weights(self._roles))

    def _row(self, indicator: Indicator) -> Row:
        return tuple(self._cell(role, indicator) for role in self._roles)

    def _cell(self, role: str, indicator: Indicator) -> Cell:
        if role == "status" and indicator.line:
            return self._signs.cell(indicator.line)
        if role == "trend":
            if self._arrows:
                return Cell(sign=Sign(indicator.arrow, ARROW_INK), align="center")
            return Cell((ARROW_WORDS[indicator.arrow],))
        text = indicator.values[role]
        return Cell((text,) if text else (), align=self._align if role in NUMBERS else "left")
