"""From PDF user space (origin bottom left, unturned) to the page as displayed (origin top left)."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.geometry import Box


@dataclass(frozen=True, slots=True)
class Placing:
    """A page's /Rotate in quarter turns clockwise and its visible box in user space."""

    turns: int
    left: float
    bottom: float
    right: float
    top: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as (x, y from the top) on the displayed page."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space as a Box on the displayed page."""
        if self.turns == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def direction(self, dx: float, dy: float) -> tuple[float, float]:
        """A direction of user space on the displayed page (y growing downwards)."""
        return ((dx, -dy), (dy, dx), (-dx, dy), (-dy, -dx))[self.turns]
