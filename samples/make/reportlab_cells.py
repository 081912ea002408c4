"""Cells that flow over page breaks, for a table drawn by hand on a ReportLab canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

PADDING = 3.5  # points on all four sides of a cell
GAP = 2.5  # points between two paragraphs
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=9, bulletIndent=1)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")


@dataclass(slots=True)
class Cell:
    """Paragraphs of a given width, and perhaps a mark: a ZapfDingbats character with its colour."""

    width: float
    paragraphs: list[Paragraph] = field(default_factory=list)
    mark: tuple[str, str] | None = None

    def height(self) -> float:
        """Height that the whole cell needs, padding included."""
        inner = self.width - 2 * PADDING
        heights = [p.wrap(inner, 10_000)[1] for p in self.paragraphs] or [BODY.leading]
        return float(sum(heights) + GAP * (len(heights) - 1) + 2 * PADDING)

    def cut(self, height: float) -> tuple[Cell, Cell]:
        """What fits into `height`, and the rest; the mark stays with the first part."""
        room, inner = height - 2 * PADDING + 0.01, self.width - 2 * PADDING
        head, tail = Cell(self.width, mark=self.mark), Cell(self.width)
        for paragraph in self.paragraphs:
            tall = paragraph.wrap(inner, 10_000)[1]
            parts = [] if tail.paragraphs else [paragraph] if tall <= room else paragraph.split(inner, room)
            head.paragraphs += parts[:1]
            tail.paragraphs += parts[1:] if parts else [paragraph]
            room -= tall + GAP
        return head, tail

    def draw(self, canvas: Canvas, left: float, top: float, height: float, fill: str | None = None) -> None:
        """The cell's box and what is in it, from its upper left corner."""
        if fill:
            canvas.setFillColor(fill)
        canvas.rect(left, top - height, self.width, height, fill=bool(fill))
        down = top - PADDING
        for paragraph in self.paragraphs:
            tall = paragraph.wrap(self.width - 2 * PADDING, 10_000)[1]
            paragraph.drawOn(canvas, left + PADDING, down - tall)
            down -= tall + GAP
        if self.mark:
            glyph, colour = self.mark
            canvas.setFillColor(colour)
            canvas.setFont("ZapfDingbats", 13)
            canvas.drawCentredString(left + self.width / 2, top - PADDING - 10, glyph)


@dataclass(slots=True)
class Group:
    """Rows that share merged cells: `merged` by column, and for each row its own cells by column."""

    merged: dict[int, Cell]
    rows: list[dict[int, Cell]]

    def cut(self, room: float, least: float) -> tuple[list[float], Group, Group | None]:
        """Row heights and cells that fit into `room`, and the rest; no row begins in less than `least`."""
        heights: list[float] = []
        head, rest = Group({}, []), list(self.rows)
        while rest and sum(heights) < room:
            tall, left = _row_height(rest[0]), room - sum(heights)
            if tall > left and (left < least or not _breaks_well(rest[0], left)):
                break
            row = rest.pop(0)
            if tall > left:
                row, tail = _cut_row(row, left)
                rest.insert(0, tail)
            head.rows.append(row)
            heights.append(min(tall, left))
            if tall > left:
                break
        if heights and not rest:
            need = max((cell.height() for cell in self.merged.values()), default=0)
            heights[-1] += max(0.0, min(need, room) - sum(heights))
        tails = {}
        for column, cell in self.merged.items():
            head.merged[column], tails[column] = (
                cell.cut(sum(heights)) if heights else (Cell(cell.width), cell)
            )
        if not rest and any(cell.paragraphs for cell in tails.values()):
            rest = [{column: Cell(cell.width) for column, cell in self.rows[-1].items()}]
        return heights, head, Group(tails, rest) if rest else None


def text_cell(width: float, texts: Sequence[str], style: ParagraphStyle = BODY) -> Cell:
    """A cell of paragraphs and bullets."""
    return Cell(width, [_paragraph(text, style) for text in texts])


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    if text.startswith("• "):
        return Paragraph(escape(text[2:]), BULLET, bulletText="•")
    return Paragraph(escape(text), style)


def _row_height(row: dict[int, Cell]) -> float:
    return max(cell.height() for cell in row.values())


def _breaks_well(row: dict[int, Cell], height: float) -> bool:
    """Whether the part of the row that is left on this page holds a line of its tallest cell."""
    tallest = max(row.values(), key=lambda cell: cell.height())
    return bool(tallest.cut(height)[0].paragraphs)


def _cut_row(row: dict[int, Cell], height: float) -> tuple[dict[int, Cell], dict[int, Cell]]:
    parts = {column: cell.cut(height) for column, cell in row.items()}
    return {c: head for c, (head, _) in parts.items()}, {c: tail for c, (_, tail) in parts.items()}
