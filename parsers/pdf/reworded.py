"""Glyphs whose letters the file gives beside them (`/ActualText`), inside a form that has a place of its own.

PDFium reports such letters where their object lies in the form's own space, all others where they lie on the page.
Hyphens and ligatures of a page that was laid onto another, scaled or turned, came to stand far from their words.
"""

from __future__ import annotations

from ctypes import byref, c_float
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.pdf.paths import Matrix, times

SAME = 0.01  # points between two places that are one


class Reworded(NamedTuple):
    """What takes the letters of an object from the form's space to the page's, and where the object begins there."""

    form: Matrix
    origin: tuple[float, float]


class Places:
    """Tells of one page's text objects where they stand, with the buffers that PDFium fills."""

    def __init__(self, page: asking.Handle) -> None:
        self.page = page
        self.own, self.shown, self.letter = pdfium.FS_MATRIX(), pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        self.sides = tuple(c_float() for _ in range(4))

    def of(self, k: int, item: asking.Handle) -> Reworded | None:
        """The place of the text object with character k; None where PDFium reports its letters where they are."""
        asking.object_matrix(item, byref(self.own))
        asking.matrix(self.page, k, byref(self.shown))
        own, shown = _numbers(self.own), _numbers(self.shown)
        if own == shown or (undone := _undone(own)) is None:
            return None
        asking.bounds(item, *map(byref, self.sides))
        asking.loose_box(self.page, k, byref(self.letter))
        letter = (self.letter.left, self.letter.bottom, self.letter.right, self.letter.top)
        sides = tuple(side.value for side in self.sides)
        left, bottom, right, top = (a - b for a, b in zip(letter, sides, strict=True))
        if left < -SAME or right > SAME or max(abs(bottom), abs(top)) > SAME:
            return None
        return Reworded(times(undone, shown), shown[4:])


def _numbers(matrix: pdfium.FS_MATRIX) -> Matrix:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _undone(matrix: Matrix) -> Matrix | None:
    """The matrix that takes back what another does; None for one that leaves no room."""
    a, b, c, d, e, f = matrix
    room = a * d - b * c
    if not room:
        return None
    return d / room, -b / room, -c / room, a / room, (c * f - d * e) / room, (b * e - a * f) / room
