"""What is laid onto a page: form fields, stamps and typewritten text, printed into its content before it is read.

A viewer shows them as it shows the page, and so does paper. Links, notes and highlighting are remarks about the page
and stay outside. So do shapes drawn onto it, lines through its texts, watermarks, what is not printed, and typewritten
text of many words or over the page's own; these are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_ulong
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.pdf import remarks

PICTURED = 2  # bytes beyond which an appearance is one: an empty text has its end
TYPED = (pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT)
DRAWN = (
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_POLYLINE,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_REDACT,
    pdfium.FPDF_ANNOT_WATERMARK,
)
UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_INVISIBLE | pdfium.FPDF_ANNOT_FLAG_NOVIEW


class Laid(NamedTuple):
    """How many stamps and typewritten texts were printed into a page, and how many things that lie on it were not.

    `anew` is True where anything was printed, so that the page must be loaded anew; `said` are the texts of those that
    were not.
    """

    typed: int = 0
    left: int = 0
    anew: bool = False
    said: tuple[str, ...] = ()


class Annotation(NamedTuple):
    """An annotation's kind, whether the file says how it looks, whether a viewer shows it and paper does; what
    typewritten text says, and whether it is a remark."""

    kind: int
    pictured: bool = False
    shown: bool = False
    on_paper: bool = False
    said: str = ""
    remark: bool = False

    @property
    def printed(self) -> bool:
        typed = self.kind in TYPED and self.pictured and self.shown and self.on_paper and not self.remark
        return typed or self.kind == pdfium.FPDF_ANNOT_WIDGET

    @property
    def left(self) -> bool:
        return self.shown and not self.printed and self.kind in TYPED + DRAWN


def printed(page: pdfium.FPDF_PAGE) -> Laid:
    """Print form fields, stamps and typewritten text of a page into its content."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    found = list(_annotations(page, count)) if count > 0 else []
    if any(a.kind == pdfium.FPDF_ANNOT_FREETEXT and a.shown for a in found):
        found = list(_with_texts(page, found))
    left, said = sum(a.left for a in found), tuple(a.said for a in found if a.left and a.said)
    if not any(a.printed for a in found):
        return Laid(0, left, said=said)
    if not all(a.pictured for a in found if a.kind == pdfium.FPDF_ANNOT_WIDGET):
        _draw(page)
    for k in reversed(range(count)):
        if not found[k].printed:
            pdfium.FPDFPage_RemoveAnnot(page, k)
    typed = sum(a.printed for a in found if a.kind in TYPED)
    if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return Laid(0, left + typed, said=said)
    return Laid(typed, left, anew=True, said=said)


def _annotations(page: pdfium.FPDF_PAGE, count: int) -> Iterator[Annotation]:
    for k in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, k)
        if annotation:
            yield _told(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
        else:
            yield Annotation(int(pdfium.FPDF_ANNOT_UNKNOWN))


def _with_texts(page: pdfium.FPDF_PAGE, found: Sequence[Annotation]) -> Iterator[Annotation]:
    """The annotations with what typewritten text says."""
    own = pdfium.FPDFText_LoadPage(page)
    try:
        for k, known in enumerate(found):
            if known.kind == pdfium.FPDF_ANNOT_FREETEXT and known.shown:
                annotation = pdfium.FPDFPage_GetAnnot(page, k)
                said = remarks.text(annotation)
                yield known._replace(said=said, remark=remarks.is_remark(annotation, said, own))
                pdfium.FPDFPage_CloseAnnot(annotation)
            else:
                yield known
    finally:
        pdfium.FPDFText_ClosePage(own)


def _told(annotation: pdfium.FPDF_ANNOTATION) -> Annotation:
    kind = int(pdfium.FPDFAnnot_GetSubtype(annotation))
    if kind not in (*TYPED, *DRAWN, pdfium.FPDF_ANNOT_WIDGET):
        return Annotation(kind)
    size = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, c_ulong(0))
    flags = int(pdfium.FPDFAnnot_GetFlags(annotation))
    return Annotation(kind, size > PICTURED, not flags & UNSEEN, bool(flags & pdfium.FPDF_ANNOT_FLAG_PRINT))


def _draw(page: pdfium.FPDF_PAGE) -> None:
    """Have PDFium make the looks of fields that leave them to the reader: it does so whenever it draws a page."""
    bitmap = pdfium.FPDFBitmap_Create(1, 1, 0)
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
