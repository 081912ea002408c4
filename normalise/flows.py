"""Lines outside tables, and of cards that look like a table, as they are read: down one column, then down the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from normalise import labelled, phrases, shared_lines
from normalise.headers import Headers
from normalise.labelled import Labelled
from normalise.shared_lines import Shared
from parsers.block import Block, Heading, Line, Mark, Paragraph, Table

ALIGNED = 4.0  # points between the left edges of labels in one column
NARROWEST = 90.0  # points between the left edges of two columns
ALIKE = 2  # labels that stand in both of two columns; one may stand anywhere on its line
LEVEL = 0.5  # of a line's height between the middles of two lines that stand beside each other
OUTDENT = 24.0  # points by which a title may stand to the left of the labels below it


class Printed(NamedTuple):
    """One printed line: the index of its block, the label that opens it, the signs that stand level with it, whether
    it stands behind another label on its line."""

    line: Line
    block: int
    page: int
    said: Labelled | None
    marks: tuple[Mark, ...] = ()
    inner: bool = False

    @property
    def known(self) -> bool:
        """True for a line with a label that the vocabulary knows."""
        return self.said is not None and bool(self.said.role)


def found(blocks: Sequence[Block], running: frozenset[int], headers: Headers) -> list[list[Printed]]:
    """The document's lines without its running heads and feet; those of pages in one column are one flow."""
    flows: list[list[Printed]] = []
    single: list[Printed] = []
    cards = _holding(blocks, headers)
    texts = [(k, b) for k, b in enumerate(blocks) if id(b) in cards or not isinstance(b, Table)]
    texts = [(k, b) for k, b in texts if id(b) not in running]
    shared = shared_lines.learnt(line for _, b in texts for line in lines_of(b))
    printed = [p for k, b in texts for p in _lines(b, k, shared)]
    for _, own in groupby(printed, key=lambda p: p.page):
        columns = _columns(list(own))
        if len(columns) == 1:
            single += columns[0]
        else:
            flows += columns
    return [single, *flows] if single else flows


def _holding(blocks: Sequence[Block], headers: Headers) -> frozenset[int]:
    """Identities of tables that are no tables but cards side by side: their cells hold labelled lines, the same again
    and again, and no table with headings has their columns."""
    tables = [b for b in blocks if isinstance(b, Table) and b.reader != "transcript"]
    heads = {id(t) for t in tables if headers[id(t)] is not None}
    headed = [t for t in tables if id(t) in heads]
    return frozenset(
        id(t)
        for t in tables
        if id(t) not in heads and not any(_alike(t, other) for other in headed) and _is_of_cards(t)
    )


def _alike(table: Table, other: Table) -> bool:
    edges = zip(table.xs, other.xs, strict=False)
    return table.cols == other.cols and all(abs(a - b) < ALIGNED for a, b in edges)


def _is_of_cards(table: Table) -> bool:
    labels = [labelled.read(line) for line in lines_of(table)]
    times = Counter(said.key for said in labels if said and said.role)
    return sum(n > 1 for n in times.values()) >= ALIKE


def _lines(block: Block, index: int, shared: Shared) -> Iterator[Printed]:
    for k, line in enumerate(lines_of(block)):
        parts = [p for own in labelled.parted(line, dashed=True) for p in shared_lines.parted(own, shared)]
        for n, one in enumerate(parts):
            said = labelled.read(one, dashed=True)
            said = None if k and said and isinstance(block, Heading) and ":" not in one.text else said
            said = None if said and _is_named(one, said) else said
            yield Printed(one, index, block.page, said, tuple(_level(line, block)), n > 0)


def _is_named(line: Line, said: Labelled) -> bool:
    """True for the name of a status before what it means, as in a key: columns are headed so, but nothing behind it is
    its value."""
    rest = line.text[said.begin :].strip()
    return ":" not in line.text[: said.begin] and bool(rest) and not rest[0].isdigit() and _names(said.label)


def _names(words: str) -> bool:
    return phrases.status_of(words) is not None


def lines_of(block: Block) -> tuple[Line, ...]:
    """The lines of a text or of a table's cells; of a text that was made without any, all of it as one."""
    if isinstance(block, Table):
        return tuple(line for cell in block.cells for line in cell.lines)
    bold = isinstance(block, Heading) and block.bold
    return block.lines or (Line(block.text, block.box, block.size, bold, "#000000"),)


def _level(line: Line, block: Block) -> Iterator[Mark]:
    """The signs of a text, or of the cell that a line stands in, that are level with the line."""
    marks: Sequence[Mark] = block.marks if isinstance(block, Paragraph) else ()
    if isinstance(block, Table):
        marks = [m for cell in block.cells if cell.marks and line in cell.lines for m in cell.marks]
    yield from (m for m in marks if m.box.top < line.box.bottom and line.box.top < m.box.bottom)


def _columns(printed: list[Printed]) -> list[list[Printed]]:
    """The lines of one page by column, each from the top down. Columns are told by labels that stand in several."""
    edges = _edges(printed)
    columns: list[list[Printed]] = [[] for _ in edges or [0.0]]
    for p in printed:
        column = max((k for k, x in enumerate(edges) if x - OUTDENT <= p.line.box.x0), default=0)
        if any(x > p.line.box.x0 + OUTDENT and x < p.line.box.x1 - OUTDENT for x in edges):
            column = 0  # over several columns
        columns[column].append(p)
    return [_in_rows(column) for column in columns]


def _edges(printed: Sequence[Printed]) -> list[float]:
    """The left edges of columns that hold the same labels; other labels beside them belong to the column before."""
    labels: list[tuple[float, set[str]]] = []
    told = (p for p in printed if p.known and not p.inner and not _is_rating(p))
    for p in sorted(told, key=lambda p: p.line.box.x0):
        key = p.said.key if p.said else ""
        if not labels or p.line.box.x0 - labels[-1][0] > ALIGNED:
            labels.append((p.line.box.x0, set()))
        labels[-1][1].add(key)
    edges: list[float] = []
    held: set[str] = set()
    for x, own in labels:
        if not edges or (len(own & held) >= ALIKE and x - edges[-1] >= NARROWEST):
            edges.append(x)
            held = set()
        held |= own
    return edges


def _in_rows(printed: list[Printed]) -> list[Printed]:
    """Lines from the top down, those beside each other from left to right."""
    rows: list[list[Printed]] = []
    for p in sorted(printed, key=lambda p: p.line.box.top + p.line.box.bottom):
        if rows and is_level(rows[-1][0].line, p.line):
            rows[-1].append(p)
        else:
            rows.append([p])
    ordered = [sorted(row, key=lambda p: p.line.box.x0) for row in rows]
    return [p._replace(said=None) if k and _is_rating(p) else p for row in ordered for k, p in enumerate(row)]


def _is_rating(p: Printed) -> bool:
    """True for the name of a status and nothing else: beside a title it is no label, though columns are headed so."""
    return p.said is not None and _names(p.line.text)


def is_level(a: Line, b: Line) -> bool:
    return abs(a.box.centre[1] - b.box.centre[1]) <= LEVEL * min(a.box.height, b.box.height)
