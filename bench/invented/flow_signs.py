"""A sign in a cell of platypus: a drawn shape or a glyph, its word beside it."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from bench.invented.paper import Cell

SYMBOLS = "ZapfDingbats"
GAP = 3.0
CORNERS = {  # in a square of ten, the y axis upwards
    "triangle": ((5, 10), (10, 0), (0, 0)),
    "diamond": ((5, 10), (10, 5), (5, 0), (0, 5)),
    "up": ((5, 10), (10, 4), (7, 4), (7, 0), (3, 0), (3, 4), (0, 4)),
    "down": ((5, 0), (10, 6), (7, 6), (7, 10), (3, 10), (3, 6), (0, 6)),
    "right": ((10, 5), (4, 10), (4, 7), (0, 7), (0, 3), (4, 3), (4, 0)),
}


class Mark(Flowable):  # type: ignore[misc]
    """As high as its lines of text, or as one line where it has none."""

    def __init__(self, cell: Cell, points: float, font: str) -> None:
        super().__init__()
        self._cell, self._points, self._font = cell, points, font
        self._side = points * 0.95
        self._lines: list[str] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        words = "" if self._cell.above else " ".join(self._cell.lines)
        self._lines = simpleSplit(words, self._font, self._points, width - self._side - GAP) if words else []
        self.width, self.height = width, max(1, len(self._lines)) * self._points * 1.22
        return self.width, self.height

    def draw(self) -> None:
        centred = self._cell.align == "center" and not self._lines
        left, bottom = (self.width - self._side) / 2 if centred else 0, self.height - self._points
        ink = HexColor(self._cell.ink or "#000000")
        self.canv.setFillColor(ink)
        if self._cell.glyph:
            self.canv.setFont(SYMBOLS, self._points)
            self.canv.drawString(left, bottom, self._cell.glyph)
        else:
            self._shape(left, bottom)
        self.canv.setFillColor(ink)
        self.canv.setFont(self._font, self._points)
        for at, line in enumerate(self._lines):
            self.canv.drawString(self._side + GAP, bottom - at * self._points * 1.22, line)

    def _shape(self, left: float, bottom: float) -> None:
        sign = self._cell.sign
        assert sign
        self.canv.setFillColor(HexColor(sign.colour))
        self.canv.setStrokeColor(HexColor("#555555"))
        self.canv.setLineWidth(0.4)
        edge = int(sign.colour == "#ffffff")
        if sign.shape == "circle":
            half = self._side / 2
            self.canv.circle(left + half, bottom + half - 1, half, stroke=edge, fill=1)
        elif sign.shape == "square":
            self.canv.rect(left, bottom - 1, self._side, self._side, stroke=edge, fill=1)
        else:
            path = self.canv.beginPath()
            for at, (x, y) in enumerate(CORNERS[sign.shape]):
                to = path.lineTo if at else path.moveTo
                to(left + x * self._side / 10, bottom - 1 + y * self._side / 10)
            path.close()
            self.canv.drawPath(path, stroke=edge, fill=1)
