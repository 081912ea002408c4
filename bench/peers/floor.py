"""The floor: PDFium gives every character with its box and every object with its bounds, once."""

from __future__ import annotations

from ctypes import byref, c_double, c_float
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

NAME = "floor: PDFium, every character and object"


def read_document(path: Path) -> None:
    document = pdfium.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        _read_characters(page.get_textpage())
        _read_objects(page)
        page.close()
    document.close()


def _read_characters(text: pdfium.PdfTextPage) -> None:
    box = [byref(c_double()) for _ in range(4)]
    for at in range(text.count_chars()):
        raw.FPDFText_GetUnicode(text, at)
        raw.FPDFText_GetCharBox(text, at, *box)


def _read_objects(page: pdfium.PdfPage) -> None:
    bounds = [byref(c_float()) for _ in range(4)]
    for at in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, at)
        raw.FPDFPageObj_GetType(item)
        raw.FPDFPageObj_GetBounds(item, *bounds)
