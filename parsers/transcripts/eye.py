"""The transcript eye: tables inside text that another tool made of a PDF, tab-separated or Markdown.

Such text has no geometry: columns stand at 0, 1, 2, ..., and a row's top is the number of its line.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from parsers.block import Block, Cell, Heading, Line, Mark, Paragraph, Table
from parsers.geometry import Box
from parsers.text import conversion, pictographs
from parsers.transcripts import fused_heads, wraps
from parsers.transcripts.runs import MARKED_HEADING, PAGE_MARK, Row, Run, Source, ink_of, rows, runs

CONTROLS = 0.01  # share of control characters beyond which bytes are no text
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
HTML_WITHIN = 2048  # characters from the start in which a web page says that it is one

HEADING_LENGTH = 120  # characters; a longer line is running text
STACKED_LENGTH = 80  # characters; lines of one group that are all this short are headings one below the other
STRONG_LINE = re.compile(r"\*\*[^*]+\*\*")
NOTE = re.compile(r"(?:nb|notes?|sources?)\b", re.I)
OPENS_HEADING = re.compile(r"['\"“‘(]*\w")
SENTENCE = re.compile(r"[.;,]$|[a-z)]\. +[A-Z]")
LIST_ITEM = re.compile(r"(?:[-*+•·●▪]|\(?(?:\d{1,2}|[a-z])[.)])\s", re.I)
BODY, PLAIN_HEADING = 1.0, 1.5  # text has no sizes; these only keep headings in their order
TOP_HEADING, STEP = 4.0, 0.5  # size of a Markdown heading of level 1, and what each level takes off

#: how the rest of a cell begins that was split between two rows, or a lost glyph
NO_TITLE = re.compile(r"[a-z(&,;.)\\<]")
TITLE_WORD = re.compile(r"[^\W\d_]{3}")
REPEATED_TITLE = 12  # characters; a shorter text in every cell of a row is a value, not a merged cell's
HEADER_CELL = 60  # characters that a column's heading may have


def decoded(data: bytes) -> str | None:
    """The bytes as text (UTF-8, UTF-16 with its mark, else Windows-1252); None for bytes that are no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _strictly(data, "utf-16")
    else:
        text = _as_utf8(data)
        text = _strictly(data, "cp1252") if text is None else text
    if text is None or "\0" in text or len(CONTROL.findall(text)) > CONTROLS * len(text):
        return None
    return text


def holds_tables(text: str) -> bool:
    """True for text with at least one table of 3 columns and 2 rows; False for web pages."""
    if HTML.search(text[:HTML_WITHIN]):
        return False
    tables = (rows(run) for run in runs(text) if run.kind != "text")
    return any(len(found) > 1 and _reach(found) > 2 for found in tables)


def blocks(text: str) -> Iterator[Block]:
    """Headings, paragraphs and tables in the order of the text.

    Blank lines and page breaks (a form feed, else a line `Page N`) end a table. `chars` counts what the text
    holds, markup included, so that the blocks of a page add up to `runs.ink`.
    """
    known = conversion.lexicon(text)
    before = (0, 0)
    parts = runs(text)
    ruled = [run for run in parts if run.kind != "text"]
    tables = dict(zip(map(id, ruled), fused_heads.parted(map(rows, ruled)), strict=True))
    longest = wraps.widths([row.cells for row in found] for found in tables.values())
    for run in parts:
        if run.kind == "text":
            yield from _texts(run.lines, known)
            continue
        found = tables[id(run)]
        width = max(len(row.cells) for row in found)
        before = width, _columns(found, width, before)
        yield _table(run, found, before[1], known, longest)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _as_utf8(data: bytes) -> str | None:
    """Text that is UTF-8 but for a few damaged bytes keeps U+FFFD for those: damage must stay visible."""
    text = data.decode("utf-8-sig", "replace")
    beyond = sum(c > "\x7f" for c in text)
    return text if 2 * text.count("\ufffd") <= beyond else None


def _columns(found: Sequence[Row], width: int, before: tuple[int, int]) -> int:
    """How many columns hold text; a table that goes on without a header keeps those of the one before it.

    `width` is that of the longest row, `before` the same with the columns of the last table.
    """
    first = [cell.strip() for cell in found[0].cells]
    named = [cell for cell in first if cell]
    headed = _is_title(found[0]) or (
        first[: len(named)] == named and all(len(c) <= HEADER_CELL and not re.search(r"\d", c) for c in named)
    )
    return max(_reach(found), 0 if headed or width != before[0] else before[1])


def _reach(found: Iterable[Row]) -> int:
    """The number of the last column with text in any row but titles."""
    body = [row.cells for row in found if not _is_title(row)]
    return max((k for cells in body for k, cell in enumerate(cells, 1) if cell.strip()), default=1)


def _is_title(row: Row) -> bool:
    """True for a row that is one merged cell: text in the first cell alone, or the same text in all."""
    texts = [cell.strip() for cell in row.cells]
    if len(set(texts)) == 1 and len(texts) > 2:
        return len(texts[0]) >= REPEATED_TITLE
    alone = bool(texts[0]) and not any(texts[1:])
    return alone and not NO_TITLE.match(texts[0]) and TITLE_WORD.search(texts[0]) is not None


def _table(
    run: Run, found: Sequence[Row], cols: int, known: frozenset[str], longest: wraps.Widths
) -> Table:  # fmt: skip
    tops = [row.number for row in found]
    ys = (*map(float, tops), float(run.lines[-1].number + 1))
    cells = []
    heads = wraps.heads_of([row.cells for row in found])
    for k, row in enumerate(found):
        for col, span, raw, chars in _placed(row, cols):
            wrapped = longest.get((heads, col))
            raw = wraps.undone(raw, wrapped, known) if wrapped else raw
            text = conversion.mended(conversion.cleaned(raw, markdown=run.kind == "pipes"), known)
            box = Box(float(col), ys[k], float(col + span), ys[k + 1])
            signs = pictographs.in_cell(text, box)
            cells.append(Cell(k, col, 1, span, text, box, marks=signs, header=row.header, chars=chars))
    xs = tuple(float(x) for x in range(cols + 1))
    return Table(run.lines[0].page, Box(0.0, ys[0], float(cols), ys[-1]), "transcript", xs, ys, tuple(cells))


def _placed(row: Row, cols: int) -> list[tuple[int, int, str, int]]:
    """Column, span, text as found and ink of each cell of a row that has `cols` columns."""
    if _is_title(row):
        return [(0, cols, row.cells[0], sum(map(ink_of, row.cells)))]
    padded = (*row.cells, *[""] * cols)[:cols]
    return [(col, 1, raw, ink_of(raw)) for col, raw in enumerate(padded)]


def _texts(lines: Sequence[Source], known: frozenset[str]) -> Iterator[Heading | Paragraph]:
    for alone, group in groupby(lines, key=lambda line: _stands_alone(line.text.strip())):
        together = list(group)
        stacked = all(_is_stacked(line.text.strip()) for line in together)
        if alone or stacked or len(together) == 1:
            yield from (_line(line, known) for line in together)
        else:
            yield _paragraph(together, known)


def _stands_alone(text: str) -> bool:
    return any(form.fullmatch(text) for form in (MARKED_HEADING, STRONG_LINE, PAGE_MARK))


def _line(line: Source, known: frozenset[str]) -> Heading | Paragraph:
    text = line.text.strip()
    marked = MARKED_HEADING.fullmatch(text)
    shown = marked[2] if marked else text
    printed = conversion.mended(conversion.cleaned(shown, markdown=True), known)
    signed = not marked and _signed(printed, _box([line]))[0]
    titled = marked or STRONG_LINE.fullmatch(text) or _is_heading(printed, HEADING_LENGTH)
    if signed or not titled:
        return _paragraph([line], known)
    size = TOP_HEADING - STEP * (len(marked[1]) - 1) if marked else PLAIN_HEADING
    return Heading(line.page, _box([line]), printed, size, True, ink_of(shown))


def _is_stacked(text: str) -> bool:
    return _is_heading(text, STACKED_LENGTH) and not LIST_ITEM.match(text)


def _is_heading(text: str, longest: int) -> bool:
    """True for a short line that neither reads as a sentence or note nor goes on from another line."""
    if len(text) > longest or PAGE_MARK.fullmatch(text) or NOTE.match(text) or SENTENCE.search(text):
        return False
    first = OPENS_HEADING.match(text)
    return first is not None and not first[0][-1].islower() and any(c.isalpha() for c in text)


def _paragraph(lines: Sequence[Source], known: frozenset[str]) -> Paragraph:
    """Lines as running text; items of a list stay on lines of their own."""
    text = ""
    for line in lines:
        text += ("\n" if LIST_ITEM.match(line.text.strip()) else " ") + line.text.strip()
    printed = conversion.mended(conversion.cleaned(text, markdown=True), known)
    box = _box(lines)
    signs, shown = _signed(printed, box)
    return Paragraph(lines[0].page, box, printed, BODY, shown if signs else (), signs, ink_of(text))


def _signed(printed: str, box: Box) -> tuple[tuple[Mark, ...], tuple[Line, ...]]:
    """The signs of a text with its lines, one below the other."""
    texts = printed.split("\n")
    step = (box.bottom - box.top) / len(texts)
    lines = tuple(
        Line(text, Box(box.x0, box.top + step * k, box.x1, box.top + step * (k + 1)), BODY, False, "#000000")
        for k, text in enumerate(texts)
    )
    return pictographs.in_lines(lines), lines


def _box(lines: Sequence[Source]) -> Box:
    return Box(0.0, float(lines[0].number), 1.0, float(lines[-1].number + 1))
