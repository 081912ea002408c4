"""Lay a paper out as a reporting tool would: flowables of ReportLab's platypus."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    LongTable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

from bench.invented.flow_signs import Mark
from bench.invented.flow_tables import column_widths, table_style
from bench.invented.paper import Block, Break, Cell, Heading, Paper, Table, Text

#: upright and bold; the wide one comes with ReportLab, the others with every reader of PDFs
FONTS = {
    "sans": ("Helvetica", "Helvetica-Bold"),
    "serif": ("Times-Roman", "Times-Bold"),
    "wide": ("Vera", "VeraBd"),
}
ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
SCALES = (2.0, 1.5, 1.25, 1.1)
ROOM_BELOW_HEADING = 60.0


def print_flow(paper: Paper, path: Path) -> None:
    """Write the PDF; the same paper gives the same bytes."""
    _Flow(paper).write(path)


class _Counting(Canvas):  # type: ignore[misc]
    """A canvas that knows at the end how many pages there are, and prints heads and feet then."""

    paper: Paper
    font: str

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        kept = self._kept
        for number, state in enumerate(kept, start=1):
            self.__dict__.update(state)
            self._kept = kept
            self._furniture(number, len(kept))
            super().showPage()
        super().save()

    def _furniture(self, number: int, pages: int) -> None:
        look = self.paper.look
        self.setFont(self.font, look.points * 0.9)
        self.setFillColor(HexColor("#555555"))
        self.drawString(look.margin, look.size[1] - look.margin * 0.6 - 4, self.paper.running_head)
        foot = self.paper.foot.format(page=number, pages=pages)
        self.drawCentredString(look.size[0] / 2, look.margin * 0.5, foot)


class _Flow:
    def __init__(self, paper: Paper) -> None:
        self._paper, self._look = paper, paper.look
        if paper.look.font == "wide":
            _register_wide()
        self._font, self._bold = FONTS[paper.look.font]

    def write(self, path: Path) -> None:
        look, paper = self._look, self._paper
        width, height = look.size
        document = BaseDocTemplate(str(path), pagesize=look.size, title=paper.title, invariant=1)
        frame = Frame(
            look.margin, look.margin, width - 2 * look.margin, height - 2 * look.margin - 12,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        document.addPageTemplates([PageTemplate(frames=[frame])])
        canvas = type("Counting", (_Counting,), {"paper": paper, "font": self._font})
        document.build([one for block in paper.blocks for one in self._flowables(block)], canvasmaker=canvas)

    def _flowables(self, block: Block) -> list[Flowable]:
        if isinstance(block, Break):
            return [PageBreak()]
        if isinstance(block, Heading):
            return [CondPageBreak(ROOM_BELOW_HEADING), self._heading(block)]
        if isinstance(block, Text):
            style = self._style(Cell(bold=block.bold))
            return [Paragraph(escape(block.text), style), Spacer(1, 3)]
        return [Spacer(1, 3), self._table(block), Spacer(1, 8)]

    def _heading(self, heading: Heading) -> Paragraph:
        size = self._look.points * SCALES[heading.level]
        style = ParagraphStyle(
            "heading", fontName=self._bold, fontSize=size, leading=size * 1.2,
            textColor=HexColor(self._look.accent), spaceBefore=6, spaceAfter=4,
        )  # fmt: skip
        return Paragraph(escape(heading.text), style)

    def _table(self, table: Table) -> LongTable:
        look = self._look
        widths = column_widths(table, look, self._font, self._bold)
        rows = [[self._content(cell) for cell in row] for row in (*table.head, *table.body)]
        return LongTable(
            rows, colWidths=widths, repeatRows=len(table.head) if look.repeat_head else 0,
            splitInRow=int(look.split_rows), style=table_style(table, look),
            hAlign="LEFT",
        )  # fmt: skip

    def _content(self, cell: Cell | None) -> list[Flowable] | str:
        if cell is None:
            return ""
        style = self._style(cell)
        found: list[Flowable] = []
        if cell.sign or cell.glyph:
            found.append(Mark(cell, self._look.points, self._font))
            if not cell.above:
                return found
        for line in cell.lines:
            if line.startswith("• "):
                item = ParagraphStyle("item", parent=style, leftIndent=9, bulletIndent=1)
                found.append(Paragraph(escape(line[2:]), item, bulletText="•"))
            else:
                found.append(Paragraph(escape(line), style))
        return found

    def _style(self, cell: Cell) -> ParagraphStyle:
        points = self._look.points
        return ParagraphStyle(
            "cell", fontName=self._bold if cell.bold else self._font, fontSize=points, leading=points * 1.22,
            textColor=HexColor(cell.ink or "#000000"), alignment=ALIGN[cell.align],
            hyphenationLang="en_GB" if self._look.hyphens else "", splitLongWords=0,
        )  # fmt: skip


def _register_wide() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FONTS["wide"]:
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
