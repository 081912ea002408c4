"""Small builders for what the eyes see: tables as rows of texts and signs, headings, paragraphs, documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from normalise import Review, understand
from normalise.review import Action, Finding, Indicator
from parsers import Parsed
from parsers.block import Block, Cell, Heading, Line, Mark, Paragraph, Table
from parsers.geometry import Box
from parsers.parsed import PageFacts

WIDE, HIGH, LEFT, TOP = 90.0, 20.0, 40.0, 100.0  # points: a square of a table, and where the table begins
PAGE = (612.0, 792.0)
BLUE, GREEN, AMBER, RED, GREY = "#0070c0", "#00b050", "#ffc000", "#ff0000", "#808080"


class Covered(NamedTuple):
    """A square that a merged cell covers: the one above it or the one to its left."""

    side: str


ABOVE, BESIDE = Covered("above"), Covered("beside")


class Shown(NamedTuple):
    """What a cell shows besides or instead of plain text."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    fill: str | None = None
    hidden: str = ""


Square = str | Shown | Covered


def glyph(character: str, colour: str, shape: str = "glyph", font: str = "DejaVuSans") -> Shown:
    """A character of a symbol font: text and mark at once."""
    return Shown(character, (Mark("glyph", shape, colour, f"{font}:{character}", Box(0, 0, 9, 9)),))


def shape(name: str, colour: str | None, outline: str = "", alt: str = "") -> Shown:
    """A vector drawing; drawings with one outline are one sign."""
    return Shown("", (Mark("shape", name, colour, outline or name, Box(0, 0, 9, 9), alt),))


def picture(name: str, colour: str | None = None, alt: str = "") -> Shown:
    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    return Shown("", (Mark("picture", "picture", colour, digest, Box(0, 0, 9, 9), alt),))


def filled(colour: str, text: str = "", hidden: str = "") -> Shown:
    return Shown(text, (), colour, hidden)


def with_text(text: str, sign: Shown) -> Shown:
    return sign._replace(text=text)


def with_hidden(sign: Shown, hidden: str) -> Shown:
    return sign._replace(hidden=hidden)


def table(*rows: Sequence[Square], page: int = 1, reader: str = "ruled", top: float = TOP) -> Table:
    """A table of squares; `ABOVE` and `BESIDE` are covered by the merged cell that they name."""
    cols = max(len(row) for row in rows)
    ys = tuple(top + HIGH * k for k in range(len(rows) + 1))
    xs = tuple(LEFT + WIDE * k for k in range(cols + 1))
    cells = tuple(
        _cell(rows, r, c, square, xs, ys)
        for r, row in enumerate(rows)
        for c, square in enumerate(row)
        if not isinstance(square, Covered)
    )
    return Table(page, Box(xs[0], ys[0], xs[-1], ys[-1]), reader, xs, ys, cells)


def _cell(
    rows: Sequence[Sequence[Square]], row: int, col: int, square: str | Shown,
    xs: Sequence[float], ys: Sequence[float],
) -> Cell:  # fmt: skip
    shown = Shown(square) if isinstance(square, str) else square
    high = wide = 1
    while row + high < len(rows) and rows[row + high][col] == ABOVE:
        high += 1
    while col + wide < len(rows[row]) and rows[row][col + wide] == BESIDE:
        wide += 1
    box = Box(xs[col], ys[row], xs[col + wide], ys[row + high])
    marks = tuple(
        m._replace(box=Box(box.x0 + 2, box.top + 2, box.x0 + 11, box.top + 11)) for m in shown.marks
    )
    lines = _lines(shown.text, box)
    ink = len("".join((shown.text + shown.hidden).split()))
    return Cell(
        row, col, high, wide, shown.text, box, lines, marks, shown.fill, chars=ink, hidden=shown.hidden
    )  # fmt: skip


def _lines(text: str, box: Box) -> tuple[Line, ...]:
    """The text set from the cell's foot upwards, as wide as the cell, so that each line ends at its edge."""
    texts = text.split("\n") if text else []
    tops = [box.bottom - 10.0 * (len(texts) - k) for k in range(len(texts))]
    return tuple(
        Line(one, Box(box.x0 + 2, top, box.x1 - 2, top + 10), 10, False, "#000000")
        for one, top in zip(texts, tops, strict=True)
    )


def heading(text: str, page: int = 1, top: float = 40, size: float = 14) -> Heading:
    box = Box(LEFT, top, LEFT + 400, top + size)
    return Heading(page, box, text, size, True, len("".join(text.split())))


def paragraph(text: str, page: int = 1, top: float = 60, marks: Sequence[Shown] = ()) -> Paragraph:
    """Running text of one line; its signs stand just before it."""
    box = Box(LEFT + 20, top, LEFT + 400, top + 10)
    signs = tuple(
        replaced(mark, LEFT + 4, top) for shown in marks for mark in shown.marks
    )  # fmt: skip
    line = Line(text, box, 10, False, "#000000")
    return Paragraph(page, box, text, 10, (line,), signs, len("".join(text.split())))


def replaced(mark: Mark, x: float, y: float) -> Mark:
    return mark._replace(box=Box(x, y, x + 9, y + 9))


def document(*blocks: Block, kind: str = "pdf", name: str = "made by hand") -> Parsed:
    """A document whose pages hold exactly the ink of these blocks."""
    pages = range(1, max(b.page for b in blocks) + 1)
    facts = tuple(
        PageFacts(page, *PAGE, chars=_chars(blocks, page), hidden=0, unreadable=0,
                  marks=_marks(blocks, page), pictured=0.0, damage=None)
        for page in pages
    )  # fmt: skip
    sha = hashlib.sha256(f"{name}{blocks}".encode()).hexdigest()
    return Parsed(sha, 1000, kind, "by hand", False, "", facts, tuple(blocks))


def _chars(blocks: Sequence[Block], page: int) -> int:
    own = [b for b in blocks if b.page == page]
    return sum(sum(c.chars for c in b.cells) if isinstance(b, Table) else b.chars for b in own)


def _marks(blocks: Sequence[Block], page: int) -> int:
    own = [b for b in blocks if b.page == page]
    cells = sum(len(c.marks) for b in own if isinstance(b, Table) for c in b.cells)
    return cells + sum(len(b.marks) for b in own if isinstance(b, Paragraph))


def review_of(*blocks: Block, kind: str = "pdf") -> Review:
    return understand(document(*blocks, kind=kind))


ACTIONS = ("Action", "Lead", "Progress", "RAG")
INDICATORS = ("Indicator", "Target", "Latest", "Previous", "Good is")


def actions_of(*blocks: Block, kind: str = "pdf") -> tuple[Action, ...]:
    return review_of(*blocks, kind=kind).actions


def indicators_of(*blocks: Block) -> tuple[Indicator, ...]:
    return review_of(*blocks).indicators


def only_action(*blocks: Block) -> Action:
    (action,) = actions_of(*blocks)
    return action


def loud(review: Review) -> list[str]:
    """Codes of findings above information about rows; a document made by hand has no publisher or cycle."""
    return [f.code for f in review.findings if f.severity != "info" and f.subject_kind != "review"]


def about(review: Review, subject: str) -> list[Finding]:
    return [f for f in review.findings if f.subject_id == subject]


def moved_to(page: int, block: Table) -> Table:
    return replace(block, page=page)
