"""Blocks in reading order: headings, paragraphs, and tables of cells. One block stands on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from parsers.geometry import Box
from parsers.page import Colour


class Line(NamedTuple):
    """One printed line of text inside a cell or paragraph."""

    text: str
    box: Box
    size: float
    bold: bool
    colour: Colour
    #: True where the producer printed a blank (or the text's end) after the last word, so the line may be joined
    #: to the next with a blank; False where a word may have been cut by force
    spaced: bool = True
    #: True where letters are printed over each other
    crowded: bool = False
    #: the words that open the line in bold where those behind them are not: `Lead`
    label: str = ""
    #: True where the hyphen at the end is set apart from its word, as programs set those between syllables
    divided: bool = False


class Mark(NamedTuple):
    """A sign that may stand for a status, described by how it looks and how it was seen; never by meaning.

    `seen`: `glyph` (a character of a symbol font or a symbol of Unicode), `shape` (vector), `picture` or `fill`
    (the background of the cell). `shape` is a name (`star`, `disc`, `square`, ...) or `path`/`picture`/`cell`.
    `identity` is alike for marks that look the same up to size and place: the glyph with its font, the outline,
    the picture's digest. `alt` is the alternative text of the structure tree. `words` are those printed on a sign that
    stands in running text, before words about it.
    """

    seen: str
    shape: str
    colour: Colour | None
    identity: str
    box: Box
    alt: str = ""
    words: str = ""

    @property
    def characters(self) -> str:
        """The characters that a glyph is: one, or those of a run of signs; none of what is drawn."""
        return self.identity.rpartition(":")[2] if self.seen == "glyph" else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `text` has wrapped lines joined, bullets as `• ` lines, paragraphs as lines.

    `row` and `col` count from 0; `row_span`, `col_span` from 1. `fill` is the colour of its background, None for
    paper. `chars` is the number of printed characters that are not blank, for the ink ledger. `hidden` is text that
    no reader sees: painted without ink or in the colour of its own background. `node` names the logical cell of the
    structure tree: a cell that goes on behind a page break has the same name there. `sure` is 1 for printed text, and
    an OCR engine's confidence for text that was read from a picture. `doubt` says why the text may not be whole, or may
    be another cell's, "" where nothing speaks for that.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    box: Box
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    fill: Colour | None = None
    header: bool = False
    chars: int = 0
    hidden: str = ""
    node: str = ""
    sure: float = 1.0
    doubt: str = ""

    def paragraph(self, page: int) -> Paragraph:
        """What it prints as a text of its own."""
        size = self.lines[0].size if self.lines else 0.0
        return Paragraph(page, self.box, self.text, size, self.lines, self.marks, self.chars)


class Difference(NamedTuple):
    """A value that two eyes read differently: as the tags have it and as the rules have it, "" where one has none."""

    tagged: str
    ruled: str
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page as one eye saw it (`reader`: `tagged`, `ruled`, `transcript`, `ocr`, ...).

    `xs` and `ys` are the edges of the columns and rows in points (one more than columns and rows). `cells` are in
    row order; a place that a merged cell covers has no cell of its own. `node` names the logical table of the
    structure tree, so that parts of one table on several pages can be recognised; `row_nodes` names the logical row
    of each row ("" where there is none). A row that a page break cuts has the same name on both pages, and so has a
    heading that is repeated. `agreement` is the share of values (0 to 1) on which a second eye agrees, None where
    only one eye saw the table; `differences` are the values on which they do not. `doubt` says why columns or rows may
    be wrong, "" where ink draws them.
    """

    page: int
    box: Box
    reader: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    node: str = ""
    row_nodes: tuple[str, ...] = ()
    agreement: float | None = None
    doubt: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        return len(self.xs) - 1

    def part(self, first: int, end: int) -> Table:
        """Its rows from `first` up to `end` as a table of their own."""
        cells = tuple(
            replace(c, row=c.row - first, row_span=min(c.row_span, end - c.row))
            for c in self.cells
            if first <= c.row < end
        )
        box = Box(self.box.x0, self.ys[first], self.box.x1, self.ys[end])
        nodes = self.row_nodes[first:end]
        return replace(self, box=box, ys=self.ys[first : end + 1], cells=cells, row_nodes=nodes)

    def narrowed(self) -> Table:
        """The table without columns at which no cell of it ends: those of a table that touches it were drawn there."""
        edges = sorted({c.col for c in self.cells} | {c.col + c.col_span for c in self.cells})
        if len(edges) == len(self.xs) or len(edges) < 2:
            return self
        at = {edge: k for k, edge in enumerate(edges)}
        cells = tuple(
            replace(c, col=at[c.col], col_span=at[c.col + c.col_span] - at[c.col]) for c in self.cells
        )
        xs = tuple(self.xs[edge] for edge in edges)
        return replace(self, box=self.box._replace(x0=xs[0], x1=xs[-1]), xs=xs, cells=cells)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line or lines set larger or bolder than the body; `before` of its characters stand on the page before."""

    page: int
    box: Box
    text: str
    size: float
    bold: bool
    chars: int = 0
    lines: tuple[Line, ...] = ()
    before: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text outside any table; `marks` are signs that stand in or beside it."""

    page: int
    box: Box
    text: str
    size: float
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    chars: int = 0


Block = Heading | Paragraph | Table
