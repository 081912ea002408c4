"""Characters that Ghostscript tells by one byte made of theirs: `2025320` for `2025–26`, `Council9s`, `acvon`.

It writes the bytes of a character of its own or-ed together (U+2013 as `3`), and those of a ligature with half of each
further letter (`ti` as `v`). What is told is then a character of the page's text like others, but its ink does not look
it: a dash is flat, a quotation mark stands high, and a ligature is taller or wider than the letter.
"""

from __future__ import annotations

import math
import re
from ctypes import byref, c_double, create_string_buffer
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.pdf import garbled
from parsers.pdf.letters import NO_MEANING
from parsers.pdf.ligatures import HOLDER

PRINTER = "Ghostscript"
FLAT = 0.5  # of a dash's or of dots' width: their height
HIGH, SMALL = 0.3, 0.35  # of the font size: how far above the line a quotation mark stands, and its height
TALL, TALLER = (
    0.58,
    1.15,
)  # of the font size, and times the page's small letters: what is higher is none of them
WIDE, WIDER = 0.4, 1.3  # of the font size, and times its font's narrowest: what is wider is no `f`
LOW = 0.62  # of the font size: what is lower is no `f`
DIPS = 0.1  # of the font size: what hangs lower has a tail
LOOKED_AT = 20  # small letters of a page by which their height is known
#: what is told for signs, by where their ink is
DASHES = {"3": "–", "4": "—", "&": "…"}
QUOTES = {"8": "‘", "9": "’", "<": "“", "=": "”"}
COMPARED = {"f": "≤", "g": "≥"}
#: what is told for ligatures, by the letter: those that it may be, and which it is in words that are not known
LIGATURES = {
    "v": ({"ti", "tf"}, "ti"), "w": ({"tt"}, "tt"), "o": ({"ffi"}, "ffi"), "n": ({"ffl"}, "ffl"),
    "g": ({"ft"}, "ft"), "f": ({"fi", "ff", "fl"}, ""),
}  # fmt: skip
SIGNS, TOLD, SMALL_ONES = re.compile("[3489<=&]"), re.compile("[vwongf]"), re.compile("[aceux]")


class Ink(NamedTuple):
    """A character's ink in shares of its font's size: its width, and its foot and head above the line on which it
    stands, whichever way that runs."""

    width: float
    foot: float
    head: float


def restored(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The page's letters as their ink shows them, one an index of PDFium's, with a letter of `HELD` for a ligature.

    What may be several ligatures, and makes no known word, has no meaning.
    """
    kept = list(letters)
    for k in _places(SIGNS, letters):
        kept[k] = _sign(letters[k], _ink(text, k))
    if not garbled.lacks_ligatures(letters):
        return "".join(kept)
    others = _others(text, letters)
    usual = {k: LIGATURES[letters[k]][1] for k in others}
    for k in others:
        if letters[k] in COMPARED and not (letters[k - 1 : k].isalpha() or letters[k + 1 : k + 2].isalpha()):
            kept[k] = COMPARED[letters[k]]
            continue
        may, ligature = LIGATURES[letters[k]]
        known = garbled.known_at(letters, k, usual)
        kept[k] = HOLDER.get(known if known in may else ligature, NO_MEANING)
    return "".join(kept)


def _places(letter: re.Pattern[str], letters: str) -> list[int]:
    return [found.start() for found in letter.finditer(letters)]


def _sign(told: str, ink: Ink) -> str:
    high = ink.head - ink.foot
    if told in DASHES and 0 < high < FLAT * ink.width:
        return DASHES[told]
    return QUOTES[told] if told in QUOTES and ink.foot > HIGH and high < SMALL else told


def _others(text: pdfium.FPDF_TEXTPAGE, letters: str) -> list[int]:
    """Letters whose ink is another's: higher than a small letter, without a `g`'s tail, wider than an `f` or lower."""
    small = sorted([_ink(text, k).head for k in _places(SMALL_ONES, letters)[:LOOKED_AT]])
    tall = max(TALL, TALLER * small[len(small) // 2]) if small else TALL
    inks = {k: _ink(text, k) for k in _places(TOLD, letters)}
    narrowest: dict[int | None, float] = {}
    for k, ink in inks.items():
        if letters[k] == "f":
            font = _font(text, k)
            narrowest[font] = min(narrowest.get(font, ink.width), ink.width)
    found = []
    for k, ink in inks.items():
        alone = not (letters[k - 1 : k].isalpha() or letters[k + 1 : k + 2].isalpha())
        if letters[k] == "f":
            wide = max(WIDE, WIDER * narrowest[_font(text, k)])
            other = ink.head < LOW if alone else ink.width > wide
        else:
            other = ink.foot > -DIPS if letters[k] == "g" else ink.head > tall
        found += [k] if other and not _is_one_of_several(text, k) else []
    return found


def _font(text: pdfium.FPDF_TEXTPAGE, k: int) -> int | None:
    """The font in which a character is set, as a number to be compared."""
    font: int | None = asking.font(asking.handle(asking.text_object(text, k)))
    return font


def _is_one_of_several(text: pdfium.FPDF_TEXTPAGE, k: int) -> bool:
    """True for a letter of a ligature of which the file tells all: they begin at one place."""
    before, own, behind = (_begins(text, at) for at in (k - 1, k, k + 1))
    return own in (before, behind)


def _begins(text: pdfium.FPDF_TEXTPAGE, k: int) -> tuple[float, float] | None:
    x, y = c_double(), c_double()
    return (x.value, y.value) if k >= 0 and asking.origin(text, k, byref(x), byref(y)) else None


def _ink(text: pdfium.FPDF_TEXTPAGE, k: int) -> Ink:
    left, right, foot, head, x, y = (c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(text, k, byref(left), byref(right), byref(foot), byref(head))
    asking.origin(text, k, byref(x), byref(y))
    matrix = pdfium.FS_MATRIX()
    asking.matrix(text, k, byref(matrix))
    size = asking.font_size(text, k) * math.hypot(matrix.c, matrix.d) or 1.0
    one, other = (left.value - x.value, foot.value - y.value), (right.value - x.value, head.value - y.value)
    step = math.hypot(matrix.a, matrix.b)
    if matrix.b and step:  # a heading that is read from below
        one, other = (_along(matrix.a / step, matrix.b / step, *corner) for corner in (one, other))
    low, high = sorted((one[1], other[1]))
    return Ink(abs(other[0] - one[0]) / size, low / size, high / size)


def _along(cosine: float, sine: float, right: float, up: float) -> tuple[float, float]:
    """A way on the page as one along a line that runs at an angle, and above it."""
    return right * cosine + up * sine, up * cosine - right * sine


def is_printer(document: pdfium.FPDF_DOCUMENT) -> bool:
    """True for a file that Ghostscript wrote."""
    size = pdfium.FPDF_GetMetaText(document, b"Producer", None, 0)
    if size < 2 * len(PRINTER):
        return False
    buffer = create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, b"Producer", buffer, size)
    return PRINTER in buffer.raw.decode("utf-16-le", "replace")
