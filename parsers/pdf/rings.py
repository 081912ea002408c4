"""Borders that are painted as the difference of two rectangles, one side at a time through a window of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.geometry import Box, enclosing
from parsers.pdf.clips import common
from parsers.pdf.paths import Subpath

SIGN = 24.0  # points; a ring no larger that shows all its sides is a sign's outline, no cell's border
HAIR = 0.05  # points; a side that is no wider is not drawn


class Ring(NamedTuple):
    """The rectangle around a border and the one that it leaves open; its sides may lack."""

    outer: Box
    inner: Box

    def sides(self) -> list[Box]:
        """The drawn sides: left, right, top, bottom, those that lack left out."""
        (x0, top, x1, bottom), (left, upper, right, lower) = self.outer, self.inner
        every = (
            Box(x0, top, left, bottom), Box(right, top, x1, bottom),
            Box(x0, top, x1, upper), Box(x0, lower, x1, bottom),
        )  # fmt: skip
        return [side for side in every if min(side.width, side.height) > HAIR]

    def seen_through(self, window: Box | None) -> list[Box]:
        """What a window shows of the sides; all of them where there is none."""
        shown = [common(side, window) for side in self.sides()] if window else self.sides()
        return [side for side in shown if min(side.width, side.height) > HAIR]

    def is_sign(self) -> bool:
        return max(self.outer.width, self.outer.height) <= SIGN and len(self.sides()) > 3


def ring(parts: Sequence[Subpath], *, even_odd: bool) -> Ring | None:
    """The ring that two upright rectangles leave, one inside the other; None where they do not.

    What the smaller covers is left open by the even-odd rule, and by the winding rule where the two run contrary ways
    (PDF 32000-1, 8.5.3.3).
    """
    if len(parts) != 2:
        return None
    inner, outer = sorted((enclosing(part.points) for part in parts), key=lambda box: box.area)
    held = outer.grown(HAIR)
    inside = held.holds(inner.x0, inner.top) and held.holds(inner.x1, inner.bottom)
    hollow = even_odd or _turn(parts[0]) * _turn(parts[1]) < 0
    return Ring(outer, inner) if inside and hollow and inner.area > 0 else None


def _turn(part: Subpath) -> float:
    """Twice the area that a subpath runs around, with the sign of its direction."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*part.points, part.points[0])))
