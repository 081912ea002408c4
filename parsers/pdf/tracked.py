"""Letter-spaced text: letters set apart by the same gap, at which PDFium sees a blank here and there (`Chi ldren`).

Letters in narrow columns stand as evenly, but by their middles: their gaps differ as their widths do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref
from itertools import pairwise, takewhile

import pypdfium2.raw as pdfium

from parsers.asking import Handle, generated, loose_box
from parsers.page import Style, Token

WIDEST = 0.4  # of the font size: gaps wider than this are those of words, or of columns
TIGHT = 0.2  # and gaps up to this are those of letters, for no column is as narrow
UNEVEN = 0.035  # of the font size: by how much the gaps of one setting differ
UNLIKE = 0.1  # of the font size: by how much the widths of letters differ that show how they are set
EVEN = 2  # gaps beside one that are as wide or wider
KERNED = 1  # gaps beside one that are narrower, as between `Y` and `o`
INSIDE = "-–/&'’.,"  # signs that stand inside words and figures
SMALLEST = 0.6  # of a capital's size: small capitals beside it
SPACED = 0.3  # of the size of small capitals: gaps between them
REACH = 5  # letters at each side that are looked at
MISSES = 8  # blanks of a style that were blanks indeed, after which none of its is asked about

Extent = tuple[float, float]  # left and right edge of a letter, points


class Tracking:
    """Knows in which styles of a page letters are set apart. `spelt` are the page's letters."""

    def __init__(self, page: Handle, spelt: str) -> None:
        self.page, self.spelt = page, spelt
        self.rect = pdfium.FS_RECTF()
        self.into = byref(self.rect)
        self.misses: dict[int, int] = {}  # by the identity of a style
        self.known: tuple[Style, float] | None = None  # the last line of which letters were joined

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
        if (missed := self.misses.get(id(style), 0)) >= MISSES:
            return False
        if not self._is_blank(blank, gap, style.size) and self._is_even(
            blank, gap, style.size, known=self.known == (style, token.box.top)
        ):
            self.known = style, token.box.top
            return True
        self.misses[id(style)] = missed + 1
        return False

    def _is_blank(self, blank: int, gap: float, size: float) -> bool:
        """True at once where the letters right before it and right behind stand closer, as nearly all do."""
        near, text = gap - UNEVEN * size, self.spelt[blank - 2 : blank + 3]
        if not (text[:2] + text[3:]).isalnum() or len(text) < 5:
            return False
        pairs = (blank - 2, blank - 1), (blank + 1, blank + 2)
        return all(_between(self._extent(a), self._extent(b)) < near for a, b in pairs)

    def _is_even(self, blank: int, gap: float, size: float, *, known: bool) -> bool:
        places = [*self._letters(blank, -1)], [*self._letters(blank, 1)]
        sides = [[self._extent(k) for k in side] for side in places]
        gaps = [abs(_between(a, b)) for side in sides for a, b in pairwise(side)]
        near = UNEVEN * size
        alike = sum(gap - near <= other <= WIDEST * size for other in gaps)
        if alike < EVEN or sum(other < gap - near for other in gaps) > KERNED:
            return False
        if known:
            return True
        word = [k for own, side in zip(places, sides, strict=True) for k in own[: _run(side, WIDEST * size)]]
        small = any(self.spelt[k].islower() for k in word)  # `B G A R` are four letters
        return small and (gap <= TIGHT * size or _are_unlike([self._extent(k) for k in word], size))

    def _letters(self, blank: int, step: int) -> Iterator[int]:
        """Places of the letters before or behind a character, the nearest first, to the next that is none and that the
        file holds."""
        k, left = blank + step, REACH
        while left and 0 <= k < len(self.spelt):
            if _is_letter(self.spelt[k]):
                yield k
                left -= 1
            elif self.spelt[k] != " " or generated(self.page, k) != 1:
                return
            k += step

    def _extent(self, k: int) -> Extent:
        loose_box(self.page, k, self.into)
        return self.rect.left, self.rect.right


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
    size = first.style.size
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(letters)]
    if not 0 < max(gaps) <= WIDEST * size or max(gaps) - min(gaps) > UNEVEN * size:
        return False
    return max(gaps) <= TIGHT * size or _are_unlike([(c.box.x0, c.box.x1) for c in letters], size)


def are_small_capitals(letters: Sequence[Token]) -> bool:
    """True for a capital with small letters behind it that are set smaller on its line, in one size and so close that
    no column is as narrow, between which PDFium sees no blank: a browser sets small capitals and letters apart so."""
    first, *others = letters
    if len(others) < EVEN or first.style.turn or not first.text.isupper():
        return False
    if len({c.style for c in others}) > 1 or not all(c.text.islower() for c in others):
        return False
    small = others[0].style.size
    if not SMALLEST * first.style.size <= small < first.style.size or others[0].style.turn:
        return False
    line = first.box.top < others[0].box.top and others[0].box.bottom < first.box.bottom
    return line and all(0 <= b.box.x0 - a.box.x1 <= SPACED * small for a, b in pairwise(letters))


def _are_unlike(letters: Sequence[Extent], size: float) -> bool:
    widths = [x1 - x0 for x0, x1 in letters]
    return max(widths) - min(widths) > UNLIKE * size


def _between(near: Extent, far: Extent) -> float:
    return far[0] - near[1] if far[0] >= near[0] else near[0] - far[1]


def _run(letters: Sequence[Extent], widest: float) -> int:
    """How many letters, from the first on, have no gap wider than that between them."""
    close = takewhile(lambda pair: abs(_between(*pair)) <= widest, pairwise(letters))
    return min(len(letters), 1 + sum(1 for _ in close))


def _is_letter(text: str) -> bool:
    return text.isalnum() or text in INSIDE
