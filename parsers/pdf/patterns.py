"""Shading and signs that are painted with a pattern or as a gradient: PDFium does not say their colour, so it
is looked at on the page.

Office software paints gradients and pictures behind cells so.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from statistics import median_low
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Page
from parsers.pdf.shapes import GRID
from parsers.pdf.stencils import SHADED, SIGN

#: what PDFium answers for a pattern that has colours of its own; some shading has it indeed
UNTOLD = "#bfbfbf"
PAPER = "#ffffff"  # and what it answers for a gradient of a browser's
#: a file with a pattern names its kind in the dictionary of a stream, which is never packed
MARK = b"/PatternType"
SIDE = 600.0  # pixels of the page's longer side at which it is looked at
WHOLE = 0.9  # share of a fill from which on another one is its ground, or covers it
RIM = 1  # pixels at a fill's edges that rules and other fills may have a part of
MOST = 60  # lines of pixels of a fill that are looked at
SHARES = (0.2, 0.35, 0.5, 0.65, 0.8)
PLACES = [(along, down) for down in SHARES for along in SHARES]  # in a fill, at which it is looked at


class Seen(NamedTuple):
    """A page in blue, green, red and a byte of nothing for each pixel; bytes of a line, and pixels of a point."""

    pixels: bytes
    stride: int
    scale: float


def painted(data: bytes) -> bool:
    """True for a file that may paint with patterns."""
    return MARK in data


def coloured(document: pdfium.FPDF_DOCUMENT, page: Page, *, patterned: bool) -> Page:
    """The page with its shading and drawn signs as they are seen, where PDFium does not tell the colour.

    `patterned` is True for a file that may paint with patterns.
    """
    untold = (SHADED, UNTOLD, PAPER) if patterned else (SHADED,)
    fills = [f.colour in untold and (f.colour != PAPER or f.box.width <= SIGN) for f in page.fills]
    if not any(fills) and not any(d.fill in untold for d in page.drawings):
        return page
    seen = Seen(*_rendered(document, page, scale := SIDE / max(page.width, page.height)), scale)
    others = [item.box for kind in (page.fills, page.drawings, page.pictures) for item in kind]
    others += [Box(*rule[:4]).grown(rule.width / 2) for rule in page.rules]
    return replace(
        page,
        fills=tuple(
            f._replace(colour=_ground(seen, f, others)) if looked_at else f
            for f, looked_at in zip(page.fills, fills, strict=True)
        ),
        drawings=tuple(d._replace(fill=_sign(seen, d)) if d.fill in untold else d for d in page.drawings),
    )


def _ground(seen: Seen, fill: Fill, others: Sequence[Box]) -> str:
    """The colour of shading. A pattern's is looked at all over: what lies at some places is hatching in one cell and
    the paper between its lines in the next. Other things that stand on it are none of its colour."""
    all_over = _all_over(seen, fill.box, _on(fill.box, others)) if fill.colour == UNTOLD else b""
    return _ink(all_over) if all_over else _middle(_at(seen, fill.box, PLACES))


def _sign(seen: Seen, drawing: Drawing) -> str:
    colour = _ink if drawing.fill == UNTOLD else _middle
    return colour(_at(seen, drawing.box, _inside(drawing.outline)))


def _inside(outline: str) -> list[tuple[float, float]]:
    """The places in a sign's box that its form covers, as shares of the box's width and height."""
    bits = f"{int(outline, 16):0{GRID * GRID}b}" if outline else ""
    places = [(k % GRID, k // GRID) for k, bit in enumerate(bits) if bit == "1"]
    return [((x + 0.5) / GRID, (y + 0.5) / GRID) for x, y in places] or PLACES


def _rendered(document: pdfium.FPDF_DOCUMENT, page: Page, scale: float) -> tuple[bytes, int]:
    """A page in blue, green, red and a byte of nothing for each pixel, and how many bytes a line has."""
    columns, rows = round(page.width * scale), round(page.height * scale)
    raw = pdfium.FPDF_LoadPage(document, page.number - 1)
    bitmap = pdfium.FPDFBitmap_Create(columns, rows, 0)
    try:
        _leave_texts_out(raw)
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, columns, rows, page.turned, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows), stride
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(raw)


def _leave_texts_out(page: pdfium.FPDF_PAGE) -> None:
    """Have a page drawn without its own texts: words on a ground are none of its colour."""
    for k in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, k)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_SetIsActive(item, False)


def _on(box: Box, others: Sequence[Box]) -> list[Box]:
    """What stands on a fill: all that lies in part on it, but for its own ground or cover."""
    near = [
        b for b in others if b.x0 < box.x1 and box.x0 < b.x1 and b.top < box.bottom and box.top < b.bottom
    ]
    return [b for b in near if box.overlap(b) < WHOLE * box.area]


def _all_over(seen: Seen, box: Box, on: Sequence[Box]) -> bytes:
    """The pixels inside a box, of a very high one some of their lines, but for those of what stands on it; none for one
    too small."""
    x0, top, x1, bottom = (round(at * seen.scale) for at in box)
    step = max(1, (bottom - top) // MOST)
    hidden = [tuple(int(at * seen.scale) for at in b) for b in on]
    found = []
    for y in range(top + RIM, bottom - RIM, step):
        start, end = x0 + RIM, x1 - RIM
        for left, right in sorted((b[0], b[2] + RIM) for b in hidden if b[1] <= y <= b[3]):
            found.append(_stretch(seen, y, start, min(left, end)))
            start = max(start, right)
        found.append(_stretch(seen, y, start, end))
    return b"".join(found)


def _stretch(seen: Seen, y: int, start: int, end: int) -> bytes:
    at = y * seen.stride
    return seen.pixels[at + 4 * start : at + 4 * end] if start < end else b""


def _at(seen: Seen, box: Box, places: Sequence[tuple[float, float]]) -> bytes:
    """The pixels at some places inside a box."""
    found = []
    for along, down in places:
        x, y = int((box.x0 + along * box.width) * seen.scale), int((box.top + down * box.height) * seen.scale)
        at = y * seen.stride + 4 * x
        found.append(seen.pixels[at : at + 4])
    return b"".join(found)


def _middle(pixels: bytes) -> str:
    """The colour that is neither among the lighter nor the darker half of those of some pixels."""
    if not pixels:  # off the paper
        return PAPER
    blue, green, red = (median_low(pixels[k::4]) for k in range(3))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _ink(pixels: bytes) -> str:
    """The ink of a pattern without the paper between, mixed where it has several.

    Ink and paper mix to a colour on the line from the paper's to the ink's. How far the ink's lies on it is told by the
    pixels, each counted by its darkness.
    """
    channels = [pixels[k::4] for k in range(3)]
    sums = [255 * len(channel) - sum(channel) for channel in channels]
    inked = max(sums) or 1
    darkness = sum((255 - value) ** 2 for value in channels[sums.index(max(sums))]) / inked
    blue, green, red = (round(255 - darkness * amount / inked) for amount in sums)
    return f"#{red:02x}{green:02x}{blue:02x}"
