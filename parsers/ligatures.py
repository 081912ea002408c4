"""Ligatures of three letters with a soft hyphen inside: PDFium gives the last letter of the text that stands for their
glyph (`/ActualText`) first."""

from __future__ import annotations

from ctypes import POINTER, c_ulong, cast, create_string_buffer

import pypdfium2.raw as pdfium

from parsers import asking

SOFT_HYPHEN = "\u00ad"
LONGEST = 64  # bytes of the text that stands for one glyph


def in_order(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The page's letters, those that one glyph shows with a soft hyphen in the order in which the file has them."""
    if SOFT_HYPHEN not in letters:
        return letters
    kept = list(letters)
    start = letters.find(SOFT_HYPHEN)
    while start >= 0:
        first, end = _shown_together(text, len(letters), start)
        own = [k for k in range(first, end) if kept[k] != SOFT_HYPHEN]
        meant = _meant(text, start) if len(own) > 2 else ""
        if sorted(meant) == sorted(kept[k] for k in own):
            for k, letter in zip(own, meant, strict=True):
                kept[k] = letter
        start = letters.find(SOFT_HYPHEN, end)
    return "".join(kept)


def _shown_together(text: pdfium.FPDF_TEXTPAGE, count: int, k: int) -> tuple[int, int]:
    """The characters of one text object around one of them: its first, and the one behind its last."""
    owner = asking.text_object(text, k)
    first, end = k, k + 1
    while first and asking.text_object(text, first - 1) == owner:
        first -= 1
    while end < count and asking.text_object(text, end) == owner:
        end += 1
    return first, end


def _meant(text: pdfium.FPDF_TEXTPAGE, k: int) -> str:
    """The letters that the file says stand for a character's glyph, without soft hyphens; "" where it does not."""
    item = pdfium.FPDFText_GetTextObject(text, k)
    buffer, size = create_string_buffer(LONGEST), c_ulong()
    for number in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, number)
        into = cast(buffer, POINTER(pdfium.FPDF_WCHAR))
        if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", into, LONGEST, size):
            if size.value > LONGEST:
                return ""
            # PDFium takes the file's UTF-16 for bytes of UTF-8: letters stay with a zero before each, no others do
            return buffer.raw[: size.value].decode("utf-16-le", "replace").replace("\0", "")
    return ""
