"""Rows that no rule parts: bands of a table cut where the lines show that a row opens."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grid import Grid
from parsers.phrases import Row


def opened(grid: Grid, bands: Sequence[Sequence[Row]], headed: int) -> Grid | None:
    return grid
