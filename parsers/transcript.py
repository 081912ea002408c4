"""The transcript eye: tables inside text that another tool made of a PDF, tab-separated or Markdown.

Such text has no geometry. Columns stand at 0, 1, 2, ...; a row's top is the number of its line.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from parsers import conversion
from parsers.block import Block, Cell, Heading, Paragraph, Table
from parsers.geometry import Box

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROLS = 0.01  # share of control characters beyond which bytes are no text; blanks and page breaks not counted
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f]")
HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
HTML_WITHIN = 2048  # characters from the start in which a web page says that it is one

PAGE_MARK = re.compile(r"\W*page\s+(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
#: lines of Markdown that print nothing: fences and rules
FURNITURE = re.compile(r"`{3,}\w*|-{3,}|\*{3,}|_{3,}|={3,}")
MARKED_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*")
STRONG_LINE = re.compile(r"\*\*[^*]+\*\*")
PIPE = re.compile(r"(?<!\\)\|")
ALIGNMENT = re.compile(r":?-+:?")
RULED_OFF = 3  # dashes in each cell of an alignment row that stands elsewhere than below the header

HEADING_LENGTH = 120  # characters; a longer line is running text
STACKED_LENGTH = 80  # characters; lines of one group that are all as short as this are headings one below the other
NO_HEADING = re.compile(r"[^\w'\"“‘(£]|[a-zø-ÿ]|(?:nb|note|notes|source)\b", re.I | re.A)
SENTENCE = re.compile(r"[.;,]$|[a-z)]\. +[A-Z]")
LIST_ITEM = re.compile(r"(?:[-*+•·●▪]|\(?(?:\d{1,2}|[a-z])[.)])\s", re.I)
CONTINUATION = re.compile(r"[a-z(&,;.)]")  # how the rest of a cell begins that was split between two rows
REPEATED_TITLE = 12  # characters; a shorter text that fills every cell of a row is a value, not a merged title
HEADER_CELL = 60  # characters that a column's heading may have
BODY = 1.0  # size of running text; text has no sizes, so these keep only the order of headings
PLAIN_HEADING = 1.5

Kind = Literal["blank", "text", "tabs", "pipes"]


class Source(NamedTuple):
    """A line of the text with its number (from 1) and its page (from 1)."""

    number: int
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of one kind on one page."""

    kind: Kind
    lines: tuple[Source, ...]


def decoded(data: bytes) -> str | None:
    """The bytes as text (UTF-8, UTF-16 with its mark, else Windows-1252); None for bytes that are no text."""
    text = _as_utf16(data) if data.startswith(UTF16) else _as_utf8(data) or _as_cp1252(data)
    if text is None or "\0" in text or len(CONTROL.findall(text)) > CONTROLS * len(text):
        return None
    return text


def _as_utf16(data: bytes) -> str | None:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        return None


def _as_utf8(data: bytes) -> str | None:
    """Text that is UTF-8 but for a few damaged bytes keeps those as U+FFFD: damage must stay visible."""
    text = data.decode("utf-8-sig", "replace")
    beyond = sum(c > "\x7f" for c in text)
    return text if text.count("\ufffd") <= beyond / 2 else None


def _as_cp1252(data: bytes) -> str | None:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def holds_tables(text: str) -> bool:
    """True for text with at least one table of 3 columns and 2 rows; False for web pages."""
    if HTML.search(text[:HTML_WITHIN]):
        return False
    tables = (_rows(run) for run in _runs(text) if run.kind != "text")
    return any(len(rows) > 1 and max(_filled(cells) for _, cells in rows) > 2 for rows in tables)


def blocks(text: str) -> Iterator[Block]:
    """Headings, paragraphs and tables in the order of the text.

    A form feed or a line `Page N` begins a page. Blank lines end a table, and so does a page.
    """
    known = conversion.lexicon(text)
    before = (0, 0)
    for run in _runs(text):
        if run.kind == "text":
            yield from _texts(run.lines, known)
            continue
        rows = _rows(run)
        width = max(len(cells) for _, cells in rows)
        cols = _columns(rows, width, before)
        before = width, cols
        yield _table(run, rows, cols, known)


def ink(text: str) -> dict[int, int]:
    """Characters of each page that are neither blank nor the pipes, rules and `#` of Markdown.

    Counted from the lines, so that it can be held against `chars` of the blocks.
    """
    count = Counter[int]()
    for run in _runs(text):
        for line in run.lines:
            count[line.page] += _ink(line.text) - _structure(run, line)
    return dict(count)


def _structure(run: Run, line: Source) -> int:
    if run.kind == "pipes":
        return _ink(line.text) if _is_alignment(run, line) else len(PIPE.findall(line.text))
    marked = MARKED_HEADING.fullmatch(line.text.strip()) if run.kind == "text" else None
    return _ink(line.text) - _ink(marked[2]) if marked else 0


def _ink(text: str) -> int:
    return sum(not c.isspace() for c in text)
