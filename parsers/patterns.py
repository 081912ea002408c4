"""Shading that is painted with a pattern: PDFium does not say its colour, so it is looked at on the page.

Office software paints gradients and pictures behind cells so.
"""

from __future__ import annotations

import ctypes
from dataclasses import replace
from statistics import median_low

import pypdfium2.raw as pdfium

from parsers.geometry import Box
from parsers.page import Page

#: what PDFium answers for a pattern that has colours of its own; some shading has it indeed
UNTOLD = "#bfbfbf"
#: a file with a pattern names its kind in the dictionary of a stream, which is never packed
MARK = b"/PatternType"
SIDE = 600.0  # pixels of the page's longer side at which it is looked at
PLACES = (0.2, 0.35, 0.5, 0.65, 0.8)  # shares of a fill's width and height at which it is looked at


def painted(data: bytes) -> bool:
    """True for a file that may paint with patterns."""
    return MARK in data


def coloured(document: pdfium.FPDF_DOCUMENT, page: Page) -> Page:
    """The page with its shading as it is seen, where PDFium does not tell the colour."""
    if not any(fill.colour == UNTOLD for fill in page.fills):
        return page
    scale = SIDE / max(page.width, page.height)
    pixels, stride = _rendered(document, page, scale)
    return replace(
        page,
        fills=tuple(
            f._replace(colour=_middle(f.box, pixels, stride, scale)) if f.colour == UNTOLD else f
            for f in page.fills
        ),
    )


def _rendered(document: pdfium.FPDF_DOCUMENT, page: Page, scale: float) -> tuple[bytes, int]:
    """A page in blue, green, red and a byte of nothing for each pixel, and how many bytes a line has."""
    columns, rows = round(page.width * scale), round(page.height * scale)
    raw = pdfium.FPDF_LoadPage(document, page.number - 1)
    bitmap = pdfium.FPDFBitmap_Create(columns, rows, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, raw, 0, 0, columns, rows, page.turned, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows), stride
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(raw)


def _middle(box: Box, pixels: bytes, stride: int, scale: float) -> str:
    """The colour that is neither among the lighter nor the darker half of those inside a box."""
    seen = []
    for down in PLACES:
        for along in PLACES:
            x, y = int((box.x0 + along * box.width) * scale), int((box.top + down * box.height) * scale)
            at = y * stride + 4 * x
            seen.append(pixels[at : at + 3])
    blue, green, red = (median_low(channel) for channel in zip(*filter(None, seen), strict=True))
    return f"#{red:02x}{green:02x}{blue:02x}"
