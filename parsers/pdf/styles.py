"""The style of text objects. A page has thousands of objects and a few dozen styles: each is described once."""

from __future__ import annotations

import ctypes
import math
import re
import zlib
from ctypes import byref, c_char, c_double, c_float, c_int, c_uint
from dataclasses import replace
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking, glyphs
from parsers.page import Style, Token
from parsers.placing import Placing

BOLD_WORDS = ("bold", "black", "heavy", "semibold", "demi")
#: a font that the producer numbered: no name says how bold it is, so the width of its stems does. Beside a name it is
#: not asked for: many producers make it up, some with more for a regular font than for a bold one
UNNAMED = re.compile(r"(?:cidfont|font|tt|t|f|g_d)?[\W_\d]*(?:f\d+)?")
HEAVY = 600  # of 1000: the weight of a font from which on it is bold
SLANT = 0.1  # of a quarter turn; scans that are set askew lean less
LETTERS = 256  # whose widths tell a font that has no name
UNTAGGED = -1  # in place of a marked-content id
INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither filled nor stroked


class Sized(NamedTuple):
    """A style, its font size in points before rounding, and whether the letters of its font are signs."""

    style: Style
    size: float
    symbols: bool


class _Look(ctypes.Structure):
    """What PDFium is asked of a text object, side by side: all but opacity and place tell its style."""

    _fields_ = (
        ("alpha", c_uint),
        ("red", c_uint),
        ("green", c_uint),
        ("blue", c_uint),
        ("matrix", pdfium.FS_MATRIX),
    )


_TELLING = c_char * (_Look.matrix.offset + pdfium.FS_MATRIX.e.offset - _Look.red.offset)


class Styles:
    """Describes the text objects of one page, with the buffers that PDFium fills."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.page, self.placing = text, asking.handle_of(text), placing
        self.look, self.x, self.y = _Look(), c_double(), c_double()
        self.telling = _TELLING.from_buffer(self.look, _Look.red.offset)
        self.into = byref(self.look, _Look.matrix.offset), byref(self.x), byref(self.y)
        self.paints = tuple(
            byref(self.look, at.offset) for at in (_Look.red, _Look.green, _Look.blue, _Look.alpha)
        )
        self.known: dict[tuple[object, ...], Sized] = {}
        self.named: dict[tuple[tuple[object, ...], int], Sized] = {}
        self.bolds: dict[Style, Style] = {}
        self.fonts: dict[int | None, tuple[str, bool, bool]] = {}

    def of(self, k: int, owner: asking.Handle) -> tuple[Sized, float]:
        """The style of the text object that begins with character k, and its baseline in points from the top."""
        page, (into, x, y) = self.page, self.into
        asking.matrix(page, k, into)
        asking.origin(page, k, x, y)
        coloured = asking.fill_colour(page, k, *self.paints)
        size, font = asking.font_size(page, k), asking.font(owner)
        mode, mcid = asking.render_mode(owner), asking.marked_content(owner)
        key = (self.telling.raw, coloured, size, font, mode, mcid)
        sized = self.known.get(key)
        if sized is None:
            sized = self.known[key] = self._named(k, size, font, mode, mcid, coloured=bool(coloured))
        return sized, self.placing.point(self.x.value, self.y.value)[1]

    def by_code(self, k: int, style: Style) -> Style:
        """The style with the code of character k beside its font's whole name, which tells a subset of a font from
        others: of signs that the font does not name nothing else says which are the same."""
        return replace(style, font=f"{_name(self.text, k)}#{pdfium.FPDFText_GetUnicode(self.text, k)}")

    def bolder(self, token: Token) -> Token:
        """The token in bold; one style for all of a style that it is asked for."""
        own = token.style
        return token._replace(style=self.bolds.setdefault(own, replace(own, bold=True)))

    def _named(self, k: int, size: float, font: int | None, mode: int, mcid: int, *, coloured: bool) -> Sized:
        """The style of what was asked last: one for equal numbers, though a zero may be written with a sign."""
        look, matrix = self.look, self.look.matrix
        colour = (look.red, look.green, look.blue) if coloured else None
        key = (matrix.a, matrix.b, matrix.c, matrix.d, size, font, mode, colour)
        if (key, UNTAGGED) not in self.named:
            self.named[key, UNTAGGED] = self._described(k, *key)
        mcid = max(mcid, UNTAGGED)
        if (key, mcid) not in self.named:
            style, size, symbols = self.named[key, UNTAGGED]
            self.named[key, mcid] = Sized(_tagged(style, mcid), size, symbols)
        return self.named[key, mcid]

    def _described(
        self, k: int, a: float, b: float, c: float, d: float, size: float, font: int | None, mode: int,
        colour: tuple[int, int, int] | None,
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
            mcid=None,
            slanted=abs(turns - round(turns)) > SLANT,
        )
        return Sized(style, size, glyphs.in_symbols(name))


def _tagged(style: Style, mcid: int) -> Style:
    """The style of a piece of marked content: `replace` costs five times as much, and a tagged page has hundreds."""
    return Style(
        style.font, style.size, style.bold, style.italic, style.colour, style.turn, style.hidden, mcid,
        style.slanted, style.window,
    )  # fmt: skip


def font_of(text: pdfium.FPDF_TEXTPAGE, k: int) -> tuple[str, bool, bool]:
    """Name, boldness and slant of the font in which a character is set."""
    name = _name(text, k)
    plain = name.split("+", 1)[-1]
    lower = plain.lower()
    bold = any(word in lower for word in BOLD_WORDS) or (
        UNNAMED.fullmatch(lower) is not None and pdfium.FPDFText_GetFontWeight(text, k) >= HEAVY
    )
    return plain or _widths(text, k), bold, "italic" in lower or "oblique" in lower


def _widths(text: pdfium.FPDF_TEXTPAGE, k: int) -> str:
    """A name for a font without one, as those that a program draws (Type 3): what its letters' widths are."""
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, k))
    width = c_float()
    told = []
    for letter in range(LETTERS):
        pdfium.FPDFFont_GetGlyphWidth(font, letter, 1000, byref(width))
        told.append(round(width.value))
    return f"#{zlib.crc32(repr(told).encode()):08x}"


def _name(text: pdfium.FPDF_TEXTPAGE, k: int) -> str:
    """The font's name with the mark of its subset, `ABCDEF+Arial`."""
    buffer, flags = ctypes.create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, k, buffer, 128, byref(flags))
    return buffer.value.decode("utf-8", "replace")
