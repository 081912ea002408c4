"""Boxes on a page, in points, origin at the top left of the page as it is displayed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_new = tuple.__new__  # a named tuple for half of what its own constructor costs: a page makes thousands


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom in points, y growing downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        width, height = self.x1 - self.x0, self.bottom - self.top
        return width * height if width > 0 and height > 0 else 0.0

    @property
    def centre(self) -> tuple[float, float]:
        x0, top, x1, bottom = self
        return (x0 + x1) / 2, (top + bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The place in the rectangle that is nearest to a point."""
        return min(max(x, self.x0), self.x1), min(max(y, self.top), self.bottom)

    def grown(self, by: float) -> Box:
        x0, top, x1, bottom = self
        return _new(Box, (x0 - by, top - by, x1 + by, bottom + by))

    def overlap(self, other: Box) -> float:
        """Area shared with another box, in square points."""
        x0, top, x1, bottom = self
        left, upper, right, lower = other
        width = (x1 if x1 < right else right) - (x0 if x0 > left else left)
        if width <= 0:
            return 0.0
        height = (bottom if bottom < lower else lower) - (top if top > upper else upper)
        return width * height if height > 0 else 0.0


def enclosing(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box around all of them; raises ValueError when there is none."""
    xs, ys = zip(*points, strict=True)
    return _new(Box, (min(xs), min(ys), max(xs), max(ys)))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; raises ValueError when there is none."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return _new(Box, (min(left), min(top), max(right), max(bottom)))
