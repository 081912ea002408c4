"""The style of text objects. A page has thousands of objects and a few dozen styles: each is described once."""

from __future__ import annotations

import ctypes
import math
from ctypes import byref, c_double, c_int, c_uint
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking, glyphs
from parsers.page import Style
from parsers.placing import Placing

BOLD_WORDS = ("bold", "black", "heavy", "semibold", "demi")
SLANT = 0.1  # of a quarter turn; scans that are set askew lean less
INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither filled nor stroked


class Sized(NamedTuple):
    """A style, its font size in points before rounding, and whether the letters of its font are signs."""

    style: Style
    size: float
    symbols: bool


class Styles:
    """Describes the text objects of one page, with the buffers that PDFium fills."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.placing = text, placing
        self.matrix, self.x, self.y = pdfium.FS_MATRIX(), c_double(), c_double()
        self.channels = c_uint(), c_uint(), c_uint(), c_uint()
        self.into = byref(self.matrix), byref(self.x), byref(self.y)
        self.paints = tuple(map(byref, self.channels))
        self.known: dict[tuple[object, ...], Sized] = {}
        self.fonts: dict[int | None, tuple[str, bool, bool]] = {}

    def of(self, k: int, owner: asking.Handle) -> tuple[Sized, float]:
        """The style of the text object that begins with character k, and its baseline in points from the top."""
        text, matrix, (into, x, y) = self.text, self.matrix, self.into
        asking.matrix(text, k, into)
        asking.origin(text, k, x, y)
        coloured = asking.fill_colour(text, k, *self.paints)
        red, green, blue, _ = self.channels
        key = (
            matrix.a, matrix.b, matrix.c, matrix.d,
            asking.font_size(text, k), asking.font(owner), asking.render_mode(owner), asking.marked_content(owner),
            (red.value, green.value, blue.value) if coloured else None,
        )  # fmt: skip
        sized = self.known.get(key)
        if sized is None:
            sized = self.known[key] = self._described(k, *key)
        return sized, self.placing.point(self.x.value, self.y.value)[1]

    def by_code(self, k: int, style: Style) -> Style:
        """The style with the code of character k beside its font's whole name, which tells a subset of a font from
        others: of signs that the font does not name nothing else says which are the same."""
        return style._replace(font=f"{_name(self.text, k)}#{pdfium.FPDFText_GetUnicode(self.text, k)}")

    def _described(
        self, k: int, a: float, b: float, c: float, d: float, size: float, font: int | None, mode: int,
        mcid: int, colour: tuple[int, int, int] | None,
    ) -> Sized:  # fmt: skip
        if font not in self.fonts:
            self.fonts[font] = font_of(self.text, k)
        name, bold, italic = self.fonts[font]
        size *= math.hypot(c, d)
        along = self.placing.direction(a, b)
        turns = math.atan2(along[1], along[0]) / (math.pi / 2)
        style = Style(
            font=name,
            size=round(size, 2),
            bold=bold or mode == 2,
            italic=italic,
            colour="#{:02x}{:02x}{:02x}".format(*colour or (0, 0, 0)),
            turn=round(turns) % 4,
            hidden=mode in INVISIBLE_MODES,
            mcid=None if mcid < 0 else mcid,
            slanted=abs(turns - round(turns)) > SLANT,
        )
        return Sized(style, size, glyphs.in_symbols(name))


def font_of(text: pdfium.FPDF_TEXTPAGE, k: int) -> tuple[str, bool, bool]:
    """Name, boldness and slant of the font in which a character is set."""
    name = _name(text, k)
    plain = name.split("+", 1)[-1]
    lower = plain.lower()
    bold = any(word in lower for word in BOLD_WORDS) or pdfium.FPDFText_GetFontWeight(text, k) >= 600
    return plain, bold, "italic" in lower or "oblique" in lower


def _name(text: pdfium.FPDF_TEXTPAGE, k: int) -> str:
    """The font's name with the mark of its subset, `ABCDEF+Arial`."""
    buffer, flags = ctypes.create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, k, buffer, 128, byref(flags))
    return buffer.value.decode("utf-8", "replace")
