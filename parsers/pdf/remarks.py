"""Typewritten text laid onto a page that is no part of what it says: a reader's remark, or a note over its own text."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable

import pypdfium2.raw as pdfium

RATING = 3  # words of a rating that somebody typed in a cell at most
INSET = 1.0  # points of an annotation's edges that may touch the page's text
OWN = 2  # of the page's characters from which on a text lies over its own
STRING = re.compile(
    r"\(((?:\\.|[^\\()])*)\)|(T[dDmJj*]|['\"])"
)  # what an appearance prints, and where lines end
ESCAPED = re.compile(r"\\(.)")

Reader = Callable[[object, int], int]  # fills a buffer with as many bytes and says how many it needs


def text(annotation: pdfium.FPDF_ANNOTATION) -> str:
    """What a typewritten text says: what the file tells of it, else the strings of its appearance; "" for unknown."""
    told = _told(lambda buffer, n: int(pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, n)))
    if not told.strip():
        normal = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
        look = _told(lambda buffer, n: int(pdfium.FPDFAnnot_GetAP(annotation, normal, buffer, n)))
        told = "".join(
            " " if operator else ESCAPED.sub(r"\1", said) for said, operator in STRING.findall(look)
        )
    return " ".join(told.split())


def is_remark(annotation: pdfium.FPDF_ANNOTATION, said: str, own: pdfium.FPDF_TEXTPAGE) -> bool:
    """True for more words than a rating has, for words that are not known, and for what lies over the page's own."""
    return not 0 < len(said.split()) <= RATING or _is_over(annotation, own)


def _is_over(annotation: pdfium.FPDF_ANNOTATION, own: pdfium.FPDF_TEXTPAGE) -> bool:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return False
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    box = (left + INSET, top - INSET, right - INSET, bottom + INSET)
    beneath = pdfium.FPDFText_GetBoundedText(own, *box, None, 0)
    buffer = (ctypes.c_ushort * (beneath + 1))()
    pdfium.FPDFText_GetBoundedText(own, *box, buffer, beneath)
    return sum(not chr(code).isspace() for code in buffer if code) >= OWN


def _told(read: Reader) -> str:
    length = read(None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    read(buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
