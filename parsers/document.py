"""Open a document and read it whole: the front door of this floor."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.block import Block
from parsers.circles import unsought
from parsers.parsed import STAMPED, UNUSABLE, PageFacts, Parsed, Refusal
from parsers.scans import ocr as engine

if TYPE_CHECKING:
    from parsers.layout import SeenPage
    from parsers.page import Page, Token
    from parsers.pdf.pdfium import Document
    from parsers.scans.scan import Scan
    from parsers.stacks.layouts import Layout
    from parsers.tagged.going_on import Going
    from parsers.text.reading_order import Gutter


HEADER_WITHIN = 1024  # bytes before %PDF- that readers forgive (PDF 32000-1, annex H)
MOST_PAGES = 5000
AT_A_TIME = (
    32  # pages after which a long document is opened anew, so that memory does not grow with its length
)
STAMP = re.compile(r"^(?:D:)?(\d{4})(\d\d)(\d\d)")  # how a PDF says when it was made
EDGE = 0.5  # points from a side of the paper, where no text ends that goes on inside it
SCANNED = 0.5  # share of a page that a picture covers where the page is a scan


@unsought()
def read(data: bytes, *, password: str | None = None, ocr: bool = False) -> Parsed:
    """Read a PDF's or a transcript's bytes, with `ocr` also pages that are pictures. Raises Refusal."""
    if not data.strip(b"\0 \r\n\t"):
        raise Refusal("empty_file", "the file holds no bytes; fetch it again from its publisher")
    if b"%PDF-" in data[:HEADER_WITHIN]:
        return _read_pdf(data, password, ocr)
    from parsers.transcripts import eye as transcript
    from parsers.transcripts import runs

    text = transcript.decoded(data)
    if text is None or not transcript.holds_tables(text):
        raise Refusal("not_a_pdf", f"expected a PDF or a text with tables, found {_first_bytes(data)}")
    return Parsed(
        hashlib.sha256(data).hexdigest(),
        len(data),
        "transcript",
        "",
        False,
        "",
        tuple(
            PageFacts(page, 0, 0, chars, 0, 0, 0, 0.0, None) for page, chars in sorted(runs.ink(text).items())
        ),
        tuple(transcript.blocks(text)),
    )


def _first_bytes(data: bytes) -> str:
    return "HTML" if b"<html" in data[:2048].lower() else f"a file that begins with {data[:12]!r}"


def _read_pdf(data: bytes, password: str | None, ocr: bool) -> Parsed:
    from parsers.pdf import integrity, pdfium

    with pdfium.opened(data, password) as document:
        if not 0 < len(document) <= MOST_PAGES:
            raise Refusal(
                "damaged" if not len(document) else "too_large", f"the document has {len(document)} pages"
            )
        damage = integrity.damaged_pages(data, password)
        facts, blocks = [], list[Block]()
        for fact, found in _pages(document, damage, ocr):
            facts.append(fact)
            blocks.extend(found)
        _insist_on_text(facts)
        return Parsed(
            hashlib.sha256(data).hexdigest(),
            len(data),
            "pdf",
            document.meta("Producer"),
            document.tagged,
            document.meta("Title"),
            tuple(facts),
            tuple(blocks),
            damage.get(0),
            _day(document.meta("CreationDate")),
        )


def _day(stamp: str) -> dt.date | None:
    """The day of a PDF's time stamp, `D:20251031093000Z`; None for none."""
    try:
        return dt.date(*(int(part) for part in STAMP.findall(stamp)[0]))
    except (IndexError, ValueError):
        return None


def _pages(document: Document, damage: dict[int, str], ocr: bool) -> Iterator[tuple[PageFacts, list[Block]]]:
    """Facts and blocks of each page. Words are learnt from all pages before any wrapped line is joined.

    A page on which our own reading fails is lost with a word about it, not its document; the failure is raised
    where it spares no page.
    """
    from parsers import imposed, layout
    from parsers.grids import bars
    from parsers.pdf import patterns, pdfium
    from parsers.text import echoes, wording

    known: dict[str, tuple[float, ...]] = {}
    foot: echoes.Foot | None = None
    coloured: frozenset[str] = frozenset()
    form: imposed.Form | None = None
    before: list[Layout] = []
    going: dict[str, Sequence[Going]] = {}
    seen: deque[tuple[PageFacts, SeenPage, Scan | None]] = deque()
    faults: list[Exception] = []
    for index in range(len(document)):
        page, scan = pdfium.lost(index, damage.get(index + 1)), None
        if index and index % AT_A_TIME == 0:
            document.reopen()
        try:
            page = pdfium.read_page(document.raw, index, page.damage, layered=document.layered)
            page = patterns.coloured(document.raw, page, patterned=document.patterned)
            scan = _scanned(document, page) if ocr and _is_picture(page) else None
            page = echoes.without(scan.page if scan else page, foot)
            foot = echoes.foot(page, foot)
            page, coloured = bars.signs(page, coloured)
            view, form = imposed.see(page, known, before, form, going)
        except Exception as fault:
            faults.append(_containable(fault))
            page = replace(page, damage=_told(index + 1, fault))
            view = layout.nothing_of(page)
        before = view.layouts
        going |= view.going
        known |= {t.node: t.grid.xs for t in view.tables if t.node}
        seen.append((_facts(page, view, scan), view, scan))
    lexicon = wording.learnt(
        (text for _, view, _ in seen for text in view.texts()),
        (text for _, view, _ in seen for table in view.tables for text in table.texts()),
    )
    gutter: Gutter | None = None
    while seen:  # a page's view is let go as soon as its blocks are made: documents may have hundreds
        fact, view, scan = seen.popleft()
        try:
            blocks = view.blocks(lexicon, gutter)
            gutter = view.gutter or gutter
            blocks = scan.marked(blocks) if scan else blocks
        except Exception as fault:
            faults.append(_containable(fault))
            fact, blocks = fact._replace(damage=_told(fact.number, fault)), []
        if len(faults) == len(document):
            raise faults[0]
        yield fact, blocks


def _containable(fault: Exception) -> Exception:
    """The fault, unless it is one of the whole document's: that is raised again."""
    if isinstance(fault, (Refusal, MemoryError)):
        raise fault
    return fault


def _told(number: int, fault: Exception) -> str:
    """A fault in one sentence, with the place in our code where it came up."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    kind = type(fault).__name__
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"planreview failed on page {number} ({kind} in {where}: {fault})"


def _is_picture(page: Page) -> bool:
    """True for a page that is covered by a picture and shows no text of its own, or only some OCR's."""
    if _pictured(page) <= SCANNED:
        return False
    shown, hidden = _letters(page)
    return len(shown) <= STAMPED * len(hidden)


def _scanned(document: Document, page: Page) -> Scan:
    from parsers.scans import scan

    return scan.read_page(document.raw, page.number - 1, page.damage)


def _pictured(page: Page) -> float:
    """The share of the page that its pictures cover: scanners cut some pages into strips."""
    paper = page.width * page.height
    return min(1.0, sum(p.box.area for p in page.pictures) / paper) if paper else 0.0


def _facts(page: Page, view: SeenPage, scan: Scan | None) -> PageFacts:
    shown, hidden = _letters(page)
    return PageFacts(
        number=page.number,
        width=page.width,
        height=page.height,
        chars=len(shown) + view.lettered,
        hidden=len(hidden),
        unreadable=shown.count("\ufffd") + hidden.count("\ufffd"),
        marks=view.count_marks(),
        pictured=_pictured(page),
        damage=page.damage,
        read_from_picture=scan.surety if scan else None,
        turned=page.turned,
        covered=page.covered,
        misspelt=page.misspelt,
        unseen=page.unseen,
        typed=page.typed,
        unread=page.unread,
        remarks=page.remarks,
        cut=sum(_is_cut(token, page) for token in page.tokens),
    )


def _is_cut(token: Token, page: Page) -> bool:
    """True for a word that reaches to a side of the paper: a table that is wider than the page goes on beyond it, and
    producers leave out the letters that nobody would see."""
    if token.box.x0 >= EDGE and token.box.x1 <= page.width - EDGE:
        return False
    return not (token.style.hidden or token.style.turn or token.text.isspace())


def _letters(page: Page) -> tuple[str, str]:
    """What a page shows and what it holds unseen, without blanks."""
    shown, hidden = list[str](), list[str]()
    for text, _, style, _ in page.tokens:
        (hidden if style.hidden else shown).append(text)
    return "".join("".join(shown).split()), "".join("".join(hidden).split())


def _insist_on_text(pages: list[PageFacts]) -> None:
    """Raise Refusal for scans and for text whose characters have no meaning."""
    chars, hidden = sum(p.chars for p in pages), sum(p.hidden for p in pages)
    damage = next((p.damage for p in pages if p.damage), None)
    if not chars and not hidden and damage:
        raise Refusal("damaged", f"{damage}; fetch the file again")
    if all(p.laid_under for p in pages):
        scanned = sum(p.pictured > SCANNED for p in pages)
        help_at_hand = (
            "read it with --ocr" if engine.available() else f"read it with --ocr after {engine.HOW}"
        )
        held = "hold no text but what is invisible (OCR of a scan)" if hidden else "hold no text"
        raise Refusal(
            "no_text_layer",
            f"{len(pages)} pages {held}, {scanned} of them are pictures (a scan); "
            f"ask the publisher for the original or {help_at_hand}",
        )
    unreadable = sum(p.unreadable for p in pages)
    if unreadable > UNUSABLE * (chars + hidden):
        raise Refusal(
            "unusable_text",
            f"{unreadable} of {chars + hidden} characters have no meaning in the file's own fonts",
        )
