"""The front end: PDFium reads a page's primitives through pypdfium2's raw interface.

Asking PDFium once a character costs as much as the reading itself, so what is the same for a run (font, size,
colour, marked-content id) is asked once a text object.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_double, c_int, c_uint, c_ushort
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import artwork, glyphs, structure
from parsers.document import Refusal
from parsers.geometry import Box, union
from parsers.page import Page, Style, Token
from parsers.placing import Placing

BOLD_WORDS = ("bold", "black", "heavy", "semibold", "demi")
SUPPOSED_GAP = 0.1  # of the font size: a gap that PDFium takes for a blank counts as one from here on
LINE_END_HYPHEN = "\x02"  # how PDFium reports a hyphen before a line break (U+FFFE in running text)
WIDEST_LETTER = 1.5  # of the font size: a word wider than this a letter has a jump inside
TOKEN = re.compile(r"[^\s\x00]+|[\s\x00]")
#: characters that may be signs, bullets or halves of one, which are read one by one
SIGN = re.compile("[\u00b7\u2022-\u2025\u2043\u204c-\u2052\u2190-\u2bff\u3000-\u303f\ud800-\uf8ff]")
ASCENT, DESCENT = 0.78, 0.22  # of the font size: a nominal height around the baseline
INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither filled nor stroked


class Document:
    """An open PDF. `raw` is PDFium's handle, alive until the `opened` block ends."""

    def __init__(self, raw: pdfium.FPDF_DOCUMENT) -> None:
        self.raw = raw

    def __len__(self) -> int:
        return int(pdfium.FPDF_GetPageCount(self.raw))

    @property
    def tagged(self) -> bool:
        return bool(pdfium.FPDFCatalog_IsTagged(self.raw))

    def meta(self, key: str) -> str:
        """An entry of the document's information dictionary, "" where there is none."""
        size = pdfium.FPDF_GetMetaText(self.raw, key.encode(), None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self.raw, key.encode(), buffer, size)
        return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[Document]:
    """Open a PDF from memory. Raises Refusal `encrypted` or `damaged`."""
    pdfium.FPDF_InitLibrary()
    raw = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() if password else None)
    if not raw:
        raise _refusal(pdfium.FPDF_GetLastError(), password)
    try:
        yield Document(raw)
    finally:
        pdfium.FPDF_CloseDocument(raw)


def _refusal(error: int, password: str | None) -> Refusal:
    if error == pdfium.FPDF_ERR_PASSWORD:
        tried = "the password given does not open it" if password else "it opens with a password only"
        return Refusal("encrypted", f"the document is encrypted and {tried}; give one with --password")
    if error == pdfium.FPDF_ERR_SECURITY:
        return Refusal("encrypted", "the document is encrypted in a way that PDFium does not know")
    return Refusal(
        "damaged", "the file's structure is broken (cut off while it was fetched?); fetch it again"
    )


class PageNotLoaded(ValueError):
    """PDFium gives no page for a number that the document counts."""


class OpenPage:
    """A loaded page with its text; a context manager, since PDFium frees nothing by itself."""

    def __init__(self, document: pdfium.FPDF_DOCUMENT, index: int) -> None:
        self.number = index + 1
        self.raw = pdfium.FPDF_LoadPage(document, index)
        if not self.raw:
            raise PageNotLoaded(f"page {self.number} cannot be loaded")
        self.text = pdfium.FPDFText_LoadPage(self.raw)

    def __enter__(self) -> OpenPage:
        return self

    def __exit__(self, *_: object) -> None:
        pdfium.FPDFText_ClosePage(self.text)
        pdfium.FPDF_ClosePage(self.raw)

    @property
    def size(self) -> tuple[float, float]:
        return pdfium.FPDF_GetPageWidthF(self.raw), pdfium.FPDF_GetPageHeightF(self.raw)

    def placing(self) -> Placing:
        """How PDF user space is turned and shifted for display."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.raw, byref(rect))
        return Placing(pdfium.FPDFPage_GetRotation(self.raw), rect.left, rect.bottom, rect.right, rect.top)


def read_page(document: pdfium.FPDF_DOCUMENT, index: int, damage: str | None = None) -> Page:
    """All primitives of one page, turned as it is displayed; a page that cannot be loaded is empty and says so."""
    try:
        return _read_page(document, index, damage)
    except PageNotLoaded as failure:
        return Page(index + 1, 0, 0, (), (), (), (), (), (), str(failure))


def _read_page(document: pdfium.FPDF_DOCUMENT, index: int, damage: str | None) -> Page:
    with OpenPage(document, index) as page:
        placing = page.placing()
        width, height = page.size
        tokens = tuple(read_tokens(page, placing, Box(0, 0, width, height)))
        art = artwork.read(document, page.raw, placing)
        return Page(page.number, width, height, tokens, *art, structure.read(page.raw), damage)


def read_tokens(page: OpenPage, placing: Placing, paper: Box) -> Iterator[Token]:
    """Printed text in content order: words where one text object holds them whole, else single characters.

    Blanks that stand in the file are kept; those that PDFium makes up only where a gap is seen.
    """
    reader = _Reader(page.text, placing)
    gap_before, end = False, 0.0
    for found in TOKEN.finditer(_letters(page.text)):
        if found[0].isspace():
            if pdfium.FPDFText_IsGenerated(page.text, found.start()) == 1:
                gap_before = True
            elif reader.run is not None:
                yield Token(" ", Box(end, reader.run.top, end, reader.run.bottom), reader.run.style)
            continue
        for word in reader.words(found[0], found.start()):
            size = word.style.size
            if gap_before and SUPPOSED_GAP * size < word.box.x0 - end < 2 * size:
                yield Token(" ", word.box._replace(x0=end, x1=word.box.x0), word.style)
            gap_before, end = False, word.box.x1
            yield word if _on(paper, word.box) else word._replace(style=word.style._replace(hidden=True))


def _letters(text: pdfium.FPDF_TEXTPAGE) -> str:
    """The page's text with one letter an index of PDFium's, halves of characters beyond the first plane apart."""
    count = pdfium.FPDFText_CountChars(text)
    buffer = (c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1 and 0 not in buffer[:count]:
        return "".join(map(chr, buffer[:count])).replace("\ufffe", LINE_END_HYPHEN)
    codes = (pdfium.FPDFText_GetUnicode(text, k) for k in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def _on(paper: Box, box: Box) -> bool:
    return box.x1 > paper.x0 and box.x0 < paper.x1 and box.bottom > paper.top and box.top < paper.bottom


class _Reader:
    """Asks PDFium for the place and style of words; `run` is the text object that was read last."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.placing = text, placing
        self.runs = _Runs(text, placing)
        self.rect = pdfium.FS_RECTF()
        self.into = byref(self.rect)
        self.address, self.run = 0, None  # type: int, _Run | None

    def words(self, word: str, k: int) -> Iterator[Token]:
        """A word whole, or its characters one by one where objects, signs or a jump part it."""
        last = k + len(word) - 1
        if not SIGN.search(word) and self._enter(k) and self._address(last) == self.address and self.run:
            style, box = self.run.style, self._box(k)
            if last > k:
                box = union((box, self._box(last)))
            jumps = box.width + box.height > WIDEST_LETTER * style.size * (len(word) + 1)
            if not jumps and not glyphs.in_symbols(style.font):
                yield Token(word.replace(LINE_END_HYPHEN, "-"), box, style)
                return
        yield from self._characters(word, k)

    def _characters(self, word: str, k: int) -> Iterator[Token]:
        high = 0
        for at, letter in enumerate(word, k):
            if not self._enter(at) or self.run is None:
                continue
            code = ord(letter)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            yield Token(_rare(letter, high), self._box(at), self.run.style)

    def _address(self, k: int) -> int:
        owner = pdfium.FPDFText_GetTextObject(self.text, k)
        return ctypes.addressof(owner.contents) if owner else 0

    def _enter(self, k: int) -> bool:
        """Make the text object of a character the current one; False for one that PDFium made up."""
        owner = pdfium.FPDFText_GetTextObject(self.text, k)
        if not owner:
            return False
        address = ctypes.addressof(owner.contents)
        if address != self.address:
            self.address, self.run = address, self.runs.run(k, owner)
        return True

    def _box(self, k: int) -> Box:
        """A character's advance by the nominal height of its run: fonts lie about their ascent."""
        pdfium.FPDFText_GetLooseCharBox(self.text, k, self.into)
        rect, run = self.rect, self.run
        box = self.placing.box(rect.left, rect.bottom, rect.right, rect.top)
        return Box(box.x0, run.top, box.x1, run.bottom) if run and run.style.turn == 0 else box


def _rare(letter: str, high: int) -> str:
    """One character as text: beyond the first plane, or PDFium's sign for a hyphen at a line's end."""
    if letter == LINE_END_HYPHEN:
        return "-"
    code = ord(letter)
    return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if 0xDC00 <= code < 0xE000 else letter


class _Run(NamedTuple):
    """What all characters of one text object share: style, and the top and bottom of its nominal height."""

    style: Style
    top: float
    bottom: float


class _Runs:
    """Describes text objects, with the buffers that PDFium fills and the fonts of a page at hand."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, placing: Placing) -> None:
        self.text, self.placing = text, placing
        self.matrix, self.x, self.y = pdfium.FS_MATRIX(), c_double(), c_double()
        self.channels = c_uint(), c_uint(), c_uint(), c_uint()
        self.into = byref(self.matrix), byref(self.x), byref(self.y), *(byref(c) for c in self.channels)
        self.fonts: dict[int, tuple[str, bool, bool]] = {}

    def run(self, k: int, owner: pdfium.FPDF_PAGEOBJECT) -> _Run:
        """The run that begins with character k."""
        text, matrix = self.text, self.matrix
        pdfium.FPDFText_GetMatrix(text, k, self.into[0])
        pdfium.FPDFText_GetCharOrigin(text, k, self.into[1], self.into[2])
        size = pdfium.FPDFText_GetFontSize(text, k) * math.hypot(matrix.c, matrix.d)
        along = self.placing.direction(matrix.a, matrix.b)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(owner)
        name, bold, italic = self._font(k, owner)
        style = Style(
            font=name,
            size=round(size, 2),
            bold=bold or mode == 2,
            italic=italic,
            colour=self._colour(k),
            turn=round(math.atan2(along[1], along[0]) / (math.pi / 2)) % 4,
            hidden=mode in INVISIBLE_MODES,
            mcid=None if mcid < 0 else mcid,
        )
        baseline = self.placing.point(self.x.value, self.y.value)[1]
        return _Run(style, baseline - ASCENT * size, baseline + DESCENT * size)

    def _font(self, k: int, owner: pdfium.FPDF_PAGEOBJECT) -> tuple[str, bool, bool]:
        """Name, boldness and slant of the font in which an object is set."""
        font = pdfium.FPDFTextObj_GetFont(owner)
        address = ctypes.addressof(font.contents) if font else 0
        if address not in self.fonts:
            self.fonts[address] = _font(self.text, k)
        return self.fonts[address]

    def _colour(self, k: int) -> str:
        red, green, blue, _ = self.channels
        if not pdfium.FPDFText_GetFillColor(self.text, k, *self.into[3:]):
            return "#000000"
        return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def _font(text: pdfium.FPDF_TEXTPAGE, k: int) -> tuple[str, bool, bool]:
    buffer, flags = ctypes.create_string_buffer(128), c_int()
    pdfium.FPDFText_GetFontInfo(text, k, buffer, 128, byref(flags))
    name = buffer.value.decode("utf-8", "replace")
    plain = name.split("+", 1)[-1]
    lower = plain.lower()
    bold = any(word in lower for word in BOLD_WORDS) or pdfium.FPDFText_GetFontWeight(text, k) >= 600
    return plain, bold, "italic" in lower or "oblique" in lower
