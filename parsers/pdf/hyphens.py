"""Soft hyphens that are printed: a font that draws both kinds with one glyph may tell all of them soft.

Printers that write a file anew tell one character for each glyph: `2016-17` was read as `201617`.
"""

from __future__ import annotations

from ctypes import byref, c_double

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.pdf.ligatures import SOFT_HYPHEN

FLAT = 0.6  # of a hyphen's width: its height
ROOM = 0.4  # of a hyphen's width: where the next letter may begin before or behind its right edge


def printed(text: pdfium.FPDF_TEXTPAGE, letters: str) -> str:
    """The page's letters, one an index of PDFium's, with hyphens for soft ones inside a word that take room, or alone.

    One at a line's end is left as it is.
    """
    if SOFT_HYPHEN not in letters:
        return letters
    kept = list(letters)
    for k, letter in enumerate(letters):
        if letter == SOFT_HYPHEN:
            before, behind = letters[k - 1 : k], letters[k + 1 : k + 2]
            alone = not before.strip() and not behind.strip()
            if alone or (behind.strip() and _takes_room(text, k)):
                kept[k] = "-"
    return "".join(kept)


def _takes_room(text: pdfium.FPDF_TEXTPAGE, k: int) -> bool:
    """True for a character with the flat ink of a hyphen at whose right edge the next one begins."""
    own, following = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    asking.loose_box(text, k, byref(own))
    asking.loose_box(text, k + 1, byref(following))
    wide = float(own.right - own.left)
    if wide <= 0 or abs(float(following.left - own.right)) >= ROOM * wide:
        return False
    left, right, foot, head = (c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, k, byref(left), byref(right), byref(foot), byref(head))
    return 0 < head.value - foot.value < FLAT * (right.value - left.value)
