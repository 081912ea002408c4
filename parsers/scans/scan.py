"""A scanned page as if it had been printed: words by OCR, rules, colours and signs from the picture.

Boxes are those of the page set straight: on a sheet that lies askew they are off by as much as it leans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from parsers.block import Block, Table
from parsers.geometry import Box
from parsers.page import Page, Style, Token
from parsers.scans import ocr, raster
from parsers.scans.ocr import Word

if TYPE_CHECKING:
    from parsers.block import Cell

READER = "ocr"
LETTERS = 0.74  # of the height of the box that the engine draws around a line: the font's size
SAME_SIZE = 0.22  # share by which lines of one size may differ
FONT = "scan"


class Scan(NamedTuple):
    """A page read from its picture: its primitives, and how sure the engine is of each line."""

    page: Page
    sure: tuple[tuple[Box, float], ...]

    @property
    def surety(self) -> float:
        """The mean over all lines, 0 to 1."""
        return sum(sure for _, sure in self.sure) / len(self.sure) if self.sure else 0.0

    def marked(self, blocks: Sequence[Block]) -> list[Block]:
        """The page's blocks, each table and cell saying that it was read by OCR and how surely."""
        return [self._table(block) if isinstance(block, Table) else block for block in blocks]

    def _table(self, table: Table) -> Table:
        cells = tuple(replace(cell, sure=_sure(cell, self)) for cell in table.cells)
        return replace(table, reader=READER, cells=cells)


def read_page(document: pdfium.FPDF_DOCUMENT, index: int, damage: str | None = None) -> Scan:
    """The primitives of a page that is a picture."""
    picture, width, height = raster.rendered(document, index)
    lines = ocr.lines(picture)
    fills, drawings = raster.coloured(picture)
    signs, rings = raster.dark_signs(picture, lines)
    read = [line for line in lines if not rings.intersection(line)]
    read += [[dash] for dash in raster.dashes(picture, lines)]
    page = Page(
        index + 1,
        width,
        height,
        tuple(_tokens(read)),
        raster.rules(picture),
        fills,
        (*drawings, *signs),
        (),
        damage=damage,
    )
    return Scan(page, tuple((_box(line[0], line[-1]), line[0].sure) for line in read))


def _sure(cell: Cell, scan: Scan) -> float:
    """The engine's confidence in the worst of a cell's lines."""
    return min((sure for box, sure in scan.sure if cell.box.holds(*box.centre)), default=1.0)


def _tokens(lines: Sequence[Sequence[Word]]) -> Iterator[Token]:
    """Words with the blanks between them, all lines of nearly the usual size set in it."""
    heights = [line[0].bottom - line[0].top for line in lines]
    usual = median(heights) if heights else 0.0
    styles: dict[float, Style] = {}
    for line, height in zip(lines, heights, strict=True):
        alike = abs(height - usual) <= SAME_SIZE * usual
        size = round(LETTERS * 72 / raster.DOTS * (usual if alike else height), 0 if not alike else 2)
        style = styles.setdefault(size, Style(FONT, size, False, False, "#000000", 0, False, None))
        middle = (line[0].top + line[0].bottom) / 2 * 72 / raster.DOTS
        end = None
        for word in line:
            box = _box(word, word)._replace(top=middle - size / 2, bottom=middle + size / 2)
            if end is not None:
                yield Token(" ", box._replace(x0=end, x1=box.x0), style)
            yield Token(word.text, box, style)
            end = box.x1


def _box(first: Word, last: Word) -> Box:
    scale = 72 / raster.DOTS
    return Box(first.left * scale, first.top * scale, last.right * scale, first.bottom * scale)
