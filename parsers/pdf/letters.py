"""The letters of a page as the file tells them, before any is given a place."""

from __future__ import annotations

import re
from ctypes import c_ushort
from itertools import repeat

import pypdfium2.raw as pdfium

from parsers import glyphs
from parsers.asking import handle_of, nameless
from parsers.pdf import hyphens, ligatures
from parsers.pdf.styles import font_of

NO_MEANING = "\ufffd"  # a character of a font that does not say what its codes stand for
#: what a font that was cut down tells where it numbers its glyphs from one; a single one may stand for a bullet
CONTROL = re.compile("[\x01\x03-\x08\x0e-\x1d]")
CONTROLS = 0.02  # of a page's letters: more of them are its text
LINE_END_HYPHEN = "\x02"  # how PDFium reports a hyphen before a line break (U+FFFE in running text)


def told(text: pdfium.FPDF_TEXTPAGE) -> str:
    """The page's text with one letter an index of PDFium's, halves of characters beyond the first plane apart."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (c_ushort * (count + 1))()
    given = pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1
    letters = _apart(bytes(buffer)[:-2]).replace("\ufffe", LINE_END_HYPHEN) if given else "\0"
    if "\0" in letters:
        codes = (pdfium.FPDFText_GetUnicode(text, k) for k in range(count))
        letters = "".join(chr(code) if 0 < code < 0x110000 else NO_MEANING for code in codes)
    whole = _without_guesses(
        text, ligatures.untwisted(hyphens.printed(text, ligatures.in_order(text, letters)))
    )
    return _without_controls(text, whole)


def _apart(units: bytes) -> str:
    """UTF-16 as one letter a unit; only a text with characters beyond the first plane has fewer letters than units."""
    letters = units.decode("utf-16-le", "surrogatepass")
    return letters if 2 * len(letters) == len(units) else "".join(map(chr, memoryview(units).cast("H")))


def _without_controls(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The letters without the numbers of glyphs that a font tells for them; those of symbol fonts stay."""
    places = [found.start() for found in CONTROL.finditer(letters)]
    if len(places) <= CONTROLS * len(letters):
        return letters
    kept = list(letters)
    for k in places:
        if not glyphs.in_symbols(font_of(text, k)[0]):
            kept[k] = NO_MEANING
    return "".join(kept)


def _without_guesses(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The letters without those that PDFium makes up from the numbers of nameless glyphs.

    The letters of symbol fonts stay: they are read by their font's chart.
    """
    page = handle_of(text)
    if 1 not in map(nameless, repeat(page), range(len(letters))):
        return letters
    kept = list(letters)
    for k, letter in enumerate(letters):
        if letter != " " and nameless(page, k) == 1 and not glyphs.in_symbols(font_of(text, k)[0]):
            kept[k] = NO_MEANING
    return "".join(kept)
