"""Pages in units larger than a point (/UserUnit), which PDFium does not know, or printed very small: they are enlarged.

All that tells a rule from shading, or one line's words from the next column's, is told in points of print as people
read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from ctypes import byref
from operator import attrgetter

import pypdfium2.raw as pdfium

from parsers.page import Token

SMALLEST = 4.0  # points; nobody prints the body of a page smaller
USUAL = 6.0  # points that such a body has at least when it is enlarged
LEAST = 60  # letters of a page whose size is told
SIZE = attrgetter("style.size")


def factor(text: Sequence[Token]) -> int:
    """How many times a page is to be enlarged: 1 for one that is not printed very small."""
    if min(map(SIZE, text), default=USUAL) >= SMALLEST:  # asked first, for letters are counted one by one
        return 1
    sizes = Counter[float]()
    for token in text:
        sizes[token.style.size] += len(token.text)
    size, letters = max(sizes.items(), key=lambda item: item[1], default=(USUAL, 0))
    times = 1
    while letters >= LEAST and 0 < size < SMALLEST and times * size < USUAL:
        times *= 2
    return times


def enlarge(page: pdfium.FPDF_PAGE, times: int) -> None:
    """Enlarge what stands on a page, and its paper; it is to be loaded anew."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(rect))
    pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(times, 0, 0, times, 0, 0), None)
    pdfium.FPDFPage_TransformAnnots(page, times, 0, 0, times, 0, 0)
    for put in (pdfium.FPDFPage_SetMediaBox, pdfium.FPDFPage_SetCropBox):
        put(page, *(times * end for end in (rect.left, rect.bottom, rect.right, rect.top)))
