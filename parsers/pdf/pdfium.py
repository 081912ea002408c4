"""The front end: PDFium opens documents and reads a page's primitives, through pypdfium2's raw interface."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import byref

import pypdfium2.raw as pdfium

from parsers import asking, structure
from parsers.geometry import Box
from parsers.page import Page, Picture, Token
from parsers.parsed import Refusal
from parsers.pdf import (
    abridged,
    artwork,
    covers,
    cutouts,
    dropped,
    fields,
    garbled,
    layers,
    letters,
    minute,
    patterns,
    squares,
    strokes,
    tokens,
)
from parsers.placing import Placing


class Document:
    """An open PDF. `raw` is PDFium's handle, alive until `reopen` or the end of the `opened` block.

    `patterned` is True for a file that may paint with patterns, `layered` for one that may have layers.
    """

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data, self._password = data, password
        self.patterned = patterns.painted(data)
        self.layered = layers.used(data)
        self.raw = self._loaded()

    def _loaded(self) -> pdfium.FPDF_DOCUMENT:
        password = self._password.encode() if self._password else None
        raw = pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), password)
        if not raw:
            raise _refusal(pdfium.FPDF_GetLastError(), self._password)
        return raw

    def close(self) -> None:
        pdfium.FPDF_CloseDocument(self.raw)

    def reopen(self) -> None:
        """Let go of what PDFium keeps of the pages that were read: their fonts, pictures and objects."""
        raw = self._loaded()
        self.close()
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
    document = Document(data, password)
    try:
        yield document
    finally:
        document.close()


def _refusal(error: int, password: str | None) -> Refusal:
    if error == pdfium.FPDF_ERR_PASSWORD:
        tried = "the password given does not open it" if password else "it opens with a password only"
        return Refusal("encrypted", f"the document is encrypted and {tried}; give one with --password")
    if error == pdfium.FPDF_ERR_SECURITY:
        return Refusal("encrypted", "the document is encrypted in a way that PDFium does not know")
    return Refusal(
        "damaged", "the file's structure is broken (cut off while it was fetched?); fetch it again"
    )


#: shapes on a page without text from which on its letters are drawn as shapes: a picture of a page, whatever draws it
OUTLINES = 1000
FEW = 30  # letters that may run up or down a page without being its text


class PageNotLoaded(ValueError):
    """PDFium gives no page for a number that the document counts."""


class OpenPage:
    """A loaded page with its text; a context manager, since PDFium frees nothing by itself.

    `unseen` counts the objects of a `layered` file's page that stood on layers which are switched off, `laid` what lies
    on the page.
    """

    def __init__(self, document: pdfium.FPDF_DOCUMENT, index: int, *, layered: bool = False) -> None:
        self.number = index + 1
        self._document, self._layered = document, layered
        self.raw = self._loaded(document)
        self.laid = fields.printed(self.raw)
        if self.laid.anew:
            pdfium.FPDF_ClosePage(self.raw)
            self.raw = self._loaded(document)
        self.unseen = layers.taken_off(self.raw) if layered else 0
        self.text = pdfium.FPDFText_LoadPage(self.raw)

    def _loaded(self, document: pdfium.FPDF_DOCUMENT) -> pdfium.FPDF_PAGE:
        page = pdfium.FPDF_LoadPage(document, self.number - 1)
        if not page:
            raise PageNotLoaded(f"page {self.number} cannot be loaded")
        return page

    def __enter__(self) -> OpenPage:
        return self

    def __exit__(self, *_: object) -> None:
        pdfium.FPDFText_ClosePage(self.text)
        pdfium.FPDF_ClosePage(self.raw)

    @property
    def size(self) -> tuple[float, float]:
        return pdfium.FPDF_GetPageWidthF(self.raw), pdfium.FPDF_GetPageHeightF(self.raw)

    def enlarge(self, times: int) -> None:
        """Enlarge the page with what stands on it."""
        minute.enlarge(self.raw, times)
        pdfium.FPDFText_ClosePage(self.text)
        pdfium.FPDF_ClosePage(self.raw)
        self.raw = self._loaded(self._document)
        if self._layered:
            layers.taken_off(self.raw)
        self.text = pdfium.FPDFText_LoadPage(self.raw)

    def turn(self, turns: int) -> None:
        """Turn the page clockwise by quarter turns, beyond its own /Rotate."""
        pdfium.FPDFPage_SetRotation(self.raw, (pdfium.FPDFPage_GetRotation(self.raw) + turns) % 4)

    def placing(self) -> Placing:
        """How PDF user space is turned and shifted for display."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.raw, byref(rect))
        return Placing(pdfium.FPDFPage_GetRotation(self.raw), rect.left, rect.bottom, rect.right, rect.top)


def read_page(
    document: pdfium.FPDF_DOCUMENT, index: int, damage: str | None = None, *, layered: bool = False
) -> Page:
    """All primitives of one page, turned as it is read; a page that cannot be loaded is empty and says so."""
    try:
        return _read_page(document, index, damage, layered=layered)
    except PageNotLoaded as failure:
        return lost(index, str(failure))


def lost(index: int, damage: str | None) -> Page:
    """A page of which nothing could be read."""
    return Page(index + 1, 0, 0, (), (), (), (), (), (), damage)


def _read_page(document: pdfium.FPDF_DOCUMENT, index: int, damage: str | None, *, layered: bool) -> Page:
    with OpenPage(document, index, layered=layered) as page:
        placing = page.placing()
        printed = abridged.is_printer(document)
        text, misspelt = _text(page, placing, printed)
        if (times := minute.factor(text)) > 1:
            page.enlarge(times)
            placing = page.placing()
            text, misspelt = _text(page, placing, printed)
        if turned := -lying(text) % 4:
            page.turn(turned)
            placing = page.placing()
            text, misspelt = _text(page, placing, printed)
        width, height = page.size
        if all(t.style.hidden for t in text) and asking.count_objects(page.raw) > OUTLINES + len(text):
            whole = Picture(Box(0, 0, width, height), "outlines", None)
            return Page(page.number, width, height, text, (), (), (), (whole,), damage=damage)
        art, painted = artwork.read(document, page.raw, placing, Box(0, 0, width, height))
        text = cutouts.seen(dropped.returned(text, painted.placed, placing), painted.windows)
        text, covered = covers.hiding(placing, text, painted)
        nodes = structure.read(page.raw)
        whole_page = Page(
            page.number, width, height, text, *art, nodes,
            damage=damage, turned=turned, covered=covered, misspelt=misspelt,
            unseen=page.unseen, typed=page.laid.typed, unread=page.laid.left, remarks=page.laid.said,
        )  # fmt: skip
        return squares.on(strokes.on_words(whole_page))


def _text(page: OpenPage, placing: Placing, printed: bool) -> tuple[tuple[Token, ...], bool]:
    """The page's tokens, and whether the file tells other characters for some of its letters; `printed` is True for a
    file of Ghostscript's."""
    told = letters.told(page.text)
    whole = abridged.restored(page.text, told) if printed else told
    spelt = garbled.mended(page.text, whole)
    return tuple(tokens.read(page.text, spelt, placing, Box(0, 0, *page.size))), spelt != told


def lying(text: Sequence[Token]) -> int:
    """The quarter turns clockwise in which most letters of a page run: 0 for a page that is read as it is displayed.

    Some producers print a wide page onto an upright sheet and leave it to the reader to turn the paper.
    """
    on_side = Counter[int]()
    for token in [token for token in text if token.style.turn]:
        on_side[token.style.turn] += len(token.text)
    turn, most = max(on_side.items(), key=lambda item: item[1], default=(0, 0))
    return turn if most > FEW and 2 * most > sum([len(token.text) for token in text]) else 0
