"""A paper as both engines lay it out: blocks of text and tables of cells, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Sign(NamedTuple):
    """A drawn shape: `circle`, `square`, `triangle`, `diamond`, `up`, `down` or `right`."""

    shape: str
    colour: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A drawn sign or a glyph of a symbol font, then lines; a line that begins with `• ` is an item of a list.

    `above`: the sign stands above the lines, not beside the first.
    """

    lines: tuple[str, ...] = ()
    sign: Sign | None = None
    glyph: str = ""
    above: bool = False
    fill: str = ""
    ink: str = ""
    bold: bool = False
    align: str = "left"
    rows: int = 1
    columns: int = 1


#: None is a place that a cell above or to the left covers
Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many places as there are weights. `wide`: as wide as the page; `ruled`: with the paper's rules."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    weights: tuple[float, ...]
    wide: bool = True
    ruled: bool = True


class Heading(NamedTuple):
    """A heading; level 0 is the title."""

    level: int
    text: str


class Text(NamedTuple):
    """A paragraph, bold or not as a whole."""

    text: str
    bold: bool = False


class Break(NamedTuple):
    """The next block begins a page."""


Block = Table | Heading | Text | Break


@dataclass(frozen=True, slots=True)
class Look:
    """How the paper looks; lengths in points. `rules`: `grid`, `horizontal`, `zebra`, `zebra grid`, `none`, `outer`.

    `least_lines` of a text stay together where the web's engine cuts a row.
    """

    size: tuple[float, float]
    margin: float
    font: str
    points: float
    rules: str
    head_fill: str
    head_ink: str
    accent: str
    padding: float
    repeat_head: bool
    split_rows: bool
    least_lines: int
    hyphens: bool
    centred_heads: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """All that is printed; `{page}` and `{pages}` in the foot are filled in by the engine."""

    title: str
    look: Look
    blocks: tuple[Block, ...]
    running_head: str
    foot: str
