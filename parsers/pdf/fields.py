"""Form fields: what was filled in stands beside a page's own content, and is printed into it before it is read.

A viewer shows both alike. Notes, stamps and other annotations are remarks about the page and stay outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_ulong

import pypdfium2.raw as pdfium

PICTURED = 2  # bytes beyond which an appearance is one: an empty text has its end


def printed(page: pdfium.FPDF_PAGE) -> bool:
    """Print the form fields of a page into its content; True where it has any, and must be loaded anew."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    kinds = [kind for kind, _ in _annotations(page, count)] if count > 0 else []
    if pdfium.FPDF_ANNOT_WIDGET not in kinds:
        return False
    if not all(drawn for kind, drawn in _annotations(page, count) if kind == pdfium.FPDF_ANNOT_WIDGET):
        _draw(page)
    for k in reversed(range(count)):
        if kinds[k] != pdfium.FPDF_ANNOT_WIDGET:
            pdfium.FPDFPage_RemoveAnnot(page, k)
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _annotations(page: pdfium.FPDF_PAGE, count: int) -> Iterator[tuple[int, bool]]:
    """Each annotation's kind, and whether the file says how it looks."""
    for k in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, k)
        if annotation:
            size = pdfium.FPDFAnnot_GetAP(
                annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, c_ulong(0)
            )
            yield int(pdfium.FPDFAnnot_GetSubtype(annotation)), size > PICTURED
            pdfium.FPDFPage_CloseAnnot(annotation)
        else:
            yield int(pdfium.FPDF_ANNOT_UNKNOWN), False


def _draw(page: pdfium.FPDF_PAGE) -> None:
    """Have PDFium make the looks of fields that leave them to the reader: it does so whenever it draws a page."""
    bitmap = pdfium.FPDFBitmap_Create(1, 1, 0)
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
