"""Letter-spaced text: letters set apart by the same gap, at which PDFium sees a blank here and there (`Chi ldren`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref
from itertools import pairwise

import pypdfium2.raw as pdfium

from parsers.asking import Handle, generated, loose_box
from parsers.page import Style, Token

WIDEST = 0.4  # of the font size: gaps wider than this are those of words, or of columns
UNEVEN = 0.035  # of the font size: by how much the gaps of one setting differ
EVEN = 2  # gaps beside one that are as wide or wider
INSIDE = "-–/&'’.,"  # signs that stand inside words and figures
KERNED = 1  # gaps beside one that are narrower, as between `Y` and `o`
REACH = 5  # letters at each side that are looked at
MISSES = 8  # blanks of a style that were blanks indeed, after which none of its is asked about


class Tracking:
    """Knows in which styles of a page letters are set apart. `spelt` are the page's letters."""

    def __init__(self, page: Handle, spelt: str) -> None:
        self.page, self.spelt = page, spelt
        self.rect = pdfium.FS_RECTF()
        self.into = byref(self.rect)
        self.misses: dict[Style, int] = {}
        self.known: set[Style] = set()

    def joins(self, before: Sequence[Token], blank: int, token: Token) -> bool:
        """True where PDFium made up a blank between the last of some tokens and the next, which stands behind the
        character `blank`, though their letters stand as far apart as others beside them."""
        if not before:
            return False
        last = before[-1]
        gap, style = token.box.x0 - last.box.x1, token.style
        if gap > WIDEST * style.size or last.style is not style or last.box.top != token.box.top:
            return False
        if style.turn or not (_is_letter(last.text[-1]) and _is_letter(token.text[0])):
            return False
        if (missed := self.misses.get(style, 0)) >= MISSES:
            return False
        if self._is_even(blank, gap, style):
            self.known.add(style)
            return True
        self.misses[style] = missed + 1
        return False

    def _is_even(self, blank: int, gap: float, style: Style) -> bool:
        places = [*self._letters(blank, -1)][::-1], [*self._letters(blank, 1)]
        if style not in self.known and not any(self.spelt[k].islower() for side in places for k in side):
            return False  # `B G A R` are four letters
        gaps = [other for side in places for other in self._gaps(side)]
        near = UNEVEN * style.size
        alike = sum(gap - near <= other <= WIDEST * style.size for other in gaps)
        return alike >= EVEN and sum(other < gap - near for other in gaps) <= KERNED

    def _letters(self, blank: int, step: int) -> Iterator[int]:
        """Places of the letters before or behind a character, to the next that is none and that the file holds."""
        k, left = blank + step, REACH
        while left and 0 <= k < len(self.spelt):
            if _is_letter(self.spelt[k]):
                yield k
                left -= 1
            elif self.spelt[k] != " " or generated(self.page, k) != 1:
                return
            k += step

    def _gaps(self, places: Sequence[int]) -> Iterator[float]:
        end: float | None = None
        for k in places:
            loose_box(self.page, k, self.into)
            if end is not None:
                yield self.rect.left - end
            end = self.rect.right


def are_one_word(letters: Sequence[Token]) -> bool:
    """True for three characters or more of one style on one line, between which PDFium sees no blank, each as far from
    the next; a small letter or a figure is among them."""
    first = letters[0]
    if len(letters) <= EVEN or first.style.turn or not all(_is_letter(c.text) for c in letters[:-1]):
        return False
    if not any(c.text.islower() or c.text.isdigit() for c in letters):
        return False
    if any(c.style is not first.style or c.box.top != first.box.top for c in letters):
        return False
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(letters)]
    return 0 < max(gaps) <= WIDEST * first.style.size and max(gaps) - min(gaps) <= UNEVEN * first.style.size


def _is_letter(text: str) -> bool:
    return text.isalnum() or text in INSIDE
