"""Glyphs that show several letters, as the text behind them is twisted on its way.

PDFium gives the last letter of three with a soft hyphen inside (`/ActualText`) first. Ghostscript writes what stands
for a ligature (`/ToUnicode`) with the bytes of each letter swapped, and adds a third letter to the second: `fi` arrives
as U+6600 U+6900, `ffi` as U+6600 U+CF00. Such files are plenty, since PDFs are made smaller with it. Word processors
write the glyph's number in the font for its letters: `AcƟon`, `commiƩee`.
"""

from __future__ import annotations

import re
from ctypes import POINTER, c_ulong, cast, create_string_buffer

import pypdfium2.raw as pdfium

from parsers import asking

SOFT_HYPHEN = "\u00ad"
LONGEST = 64  # bytes of the text that stands for one glyph
#: ligatures of three letters that fonts have
THREE = ("ffi", "ffl", "ffj", "fft", "ffb", "ffh", "ffk", "fti", "ftt", "tti")
#: ligatures by their numbers in the fonts that are used most
NUMBERED = {0x19F: "ti", 0x1A9: "tt", 0x1AB: "tti", 0x19E: "tf", 0x14C: "ft"}
#: letters that share one place, held by one character that Unicode leaves to programs until each has its own: the last
#: two of three, and whole ligatures
HELD = {
    chr(0xFDD0 + k): held
    for k, held in enumerate(
        sorted({letters[1:] for letters in THREE} | {*NUMBERED.values(), "ff", "ffi", "ffl"})
    )
}
HOLDER = {ends: holder for holder, ends in HELD.items()}


def _swapped(letter: str) -> str:
    return chr(ord(letter) << 8)


#: what arrives for two letters, or for three
TWISTED = {_swapped(a) + _swapped(b): a + b for a in "fTt" for b in "fhijlt"} | {
    _swapped(three[0]) + chr((ord(three[1]) + ord(three[2])) << 8): three[0] + HOLDER[three[1:]]
    for three in THREE
}
FIRSTS = {twisted[0] for twisted in TWISTED}
#: ligatures twisted in a word of Latin letters: the pairs are no words of Chinese or Japanese, a name may be (`昀昀`)
IN_WORD = re.compile(f"(?<=[A-Za-z-])(?:{'|'.join(TWISTED)})+|(?:{'|'.join(TWISTED)})+(?=[A-Za-z-])")
PAIR = re.compile("..", re.DOTALL)
#: numbers in a word of Latin letters; one is a letter of its own at the head of a word: `Ōtaki`
NUMBER = re.compile("[\u019e\u019f\u01a9\u01ab](?:(?<=[A-Za-z].)|(?=[A-Za-z]))|(?<=[a-z])\u014c")
#: some programs put them in Unicode's last private plane
_PRIVATE = {chr(0x100000 + number): letters for number, letters in NUMBERED.items()}


def in_order(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The page's letters, those that one glyph shows with a soft hyphen in the order in which the file has them."""
    if SOFT_HYPHEN not in letters:
        return letters
    kept = list(letters)
    start = letters.find(SOFT_HYPHEN)
    while start >= 0:
        first, end = _shown_together(text, len(letters), start)
        own = [k for k in range(first, end) if kept[k] != SOFT_HYPHEN]
        shown = meant(text, start) if len(own) > 2 else ""
        if sorted(shown) == sorted(kept[k] for k in own):
            for k, letter in zip(own, shown, strict=True):
                kept[k] = letter
        start = letters.find(SOFT_HYPHEN, end)
    return "".join(kept)


def untwisted(letters: str) -> str:
    """Letters with the ligatures as they are shown; `HELD` has what several of them share one place for."""
    if letters.isascii():
        return letters
    if any(first in letters for first in FIRSTS):
        letters = IN_WORD.sub(lambda found: PAIR.sub(lambda pair: TWISTED[pair[0]], found[0]), letters)
    return NUMBER.sub(lambda found: HOLDER[NUMBERED[ord(found[0])]], letters)


def let_go(text: str) -> str:
    """A text with the letters that one character held."""
    return "".join(HELD.get(letter) or _PRIVATE.get(letter, letter) for letter in text)


def _shown_together(text: pdfium.FPDF_TEXTPAGE, count: int, k: int) -> tuple[int, int]:
    """The characters of one text object around one of them: its first, and the one behind its last."""
    owner = asking.text_object(text, k)
    first, end = k, k + 1
    while first and asking.text_object(text, first - 1) == owner:
        first -= 1
    while end < count and asking.text_object(text, end) == owner:
        end += 1
    return first, end


def meant(text: pdfium.FPDF_TEXTPAGE, k: int) -> str:
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
