"""Lines outside tables, and of cards that look like a table, as they are read: down one column, then down the next."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from normalise.cards import sides
from normalise.cards import tables as card_tables
from normalise.cards.sides import Sides
from normalise.cards.tables import lines_of
from normalise.columns.headers import Headers
from normalise.language import phrases, vocabulary
from normalise.prose import labelled, shared_lines, tags
from normalise.prose.labelled import ITEM, Labelled, is_level
from normalise.prose.shared_lines import Shared
from normalise.prose.tags import Tags
from parsers.block import Block, Heading, Line, Mark, Paragraph, Table

ALIGNED = 4.0  # points between the left edges of labels in one column
NARROWEST = 90.0  # points between the left edges of two columns
ALIKE = 2  # labels that stand in both of two columns; one may stand anywhere on its line
SIDE_BY_SIDE = 2  # labels on one line above their values
FRAME = 3.0  # times a line's height: what is taller is no sign beside it
#: where the number of the next column's line may begin: `1. Buy land 2. Sell land`
COUNTED = re.compile(r"\s(?=(?:\d{1,2}[.)]|[A-Z]{0,4}\d{1,2}(?:\.\d{1,2})+[.:)]?)\s+[A-Z])")
REFERRED = re.compile(
    r"(?P<ref>[A-Z]{1,4} ?\d{1,3}[a-z]?|\d{1,2}(?:\.\d{1,2})+)\s+(?P<rest>[^\W\d_]+(?: [^\W\d_]+){0,3})"
)
CROSSING = 0.2  # share of the lines beside a column's labels that may run into it: headings of all columns
OUTDENT = 24.0  # points by which a title may stand to the left of the labels below it


class Printed(NamedTuple):
    """One printed line: the index of its block, the label that opens it, the signs that stand level with it, whether it
    stands behind another label on its line, goes on into the next column or is a band's, and where in its card it is
    the name of a status, if it is one."""

    line: Line
    block: int
    page: int
    said: Labelled | None
    marks: tuple[Mark, ...] = ()
    inner: bool = False
    across: bool = False
    band: bool = False
    rating: str = ""

    @property
    def known(self) -> bool:
        """True for a line with a label that the vocabulary knows."""
        return self.said is not None and bool(self.said.role)

    @property
    def bare(self) -> bool:
        """True for a label whose value stands below it."""
        return self.said is not None and labelled.behind(self.line, self.said) is None


class _How(NamedTuple):
    """How a document prints its labels: which share a line, which stand above or beside their values, and which, with
    their size, are a text's first line, so that they are no word of a larger title."""

    shared: Shared
    above: Tags
    beside: Sides
    alone: frozenset[tuple[str, float]]


def found(blocks: Sequence[Block], running: frozenset[int], headers: Headers) -> list[list[Printed]]:
    """The document's lines without its running heads and feet; those of pages in one column are one flow."""
    flows: list[list[Printed]] = []
    single: list[Printed] = []
    beside = sides.learnt(_pages(blocks, running))
    cards = card_tables.holding(blocks, headers) | {id(b) for b in blocks if _has_sides(b, beside)}
    texts = [(k, b) for k, b in enumerate(blocks) if id(b) in cards or not isinstance(b, Table)]
    texts = [(k, b) for k, b in texts if id(b) not in running]
    lines = [line for _, b in texts for line in lines_of(b)]
    how = _How(shared_lines.learnt(lines), tags.learnt(lines), beside, _alone(b for _, b in texts))
    printed = [p for k, b in texts for p in _lines(b, k, how)]
    for _, own in groupby(printed, key=lambda p: p.page):
        columns = _columns(list(own))
        if len(columns) == 1:
            single += columns[0]
        else:
            flows += columns
    return [single, *flows] if single else flows


def _pages(blocks: Sequence[Block], running: frozenset[int]) -> list[list[Line]]:
    """The lines outside tables, and of those that nothing draws, by their page."""
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for block in blocks:
        if id(block) not in running and (not isinstance(block, Table) or block.reader == "unruled"):
            pages[block.page] += lines_of(block)
    return list(pages.values())


def _has_sides(block: Block, beside: Sides) -> bool:
    drawn = not isinstance(block, Table) or block.reader != "unruled"
    return not drawn and sides.stand_in(lines_of(block), beside)


def _lines(block: Block, index: int, how: _How) -> Iterator[Printed]:
    for k, line in enumerate(part for whole in lines_of(block) for part in _referred(whole)):
        marks = tuple(_level(line, block))
        if tag := tags.read(line, how.above):
            yield Printed(line._replace(size=how.above.size), index, block.page, tag, marks)
            continue
        if own := sides.read(line, how.beside):
            size = max(line.size, how.beside.size)
            yield Printed(line._replace(size=size), index, block.page, own, marks)
            continue
        parts = [
            p for one in labelled.parted(line, dashed=True) for p in shared_lines.parted(one, how.shared)
        ]
        for n, one in enumerate(parts):
            said = labelled.read(one, dashed=True)
            said = said if said and not _is_none(one, said, block, k, how) else None
            yield Printed(one, index, block.page, said, marks, n > 0)


def _is_none(line: Line, said: Labelled, block: Block, k: int, how: _How) -> bool:
    """True for what only looks like a label: a word of a title's further lines, the name of a status."""
    inner = isinstance(block, Heading) or line.text[0].islower()
    word = k > 0 and inner and ":" not in line.text and (said.key, line.size) not in how.alone
    return word or _is_named(line, said) or (":" not in line.text and _names(line.text))


def _referred(line: Line) -> Iterator[Line]:
    """A line of a reference and the name of a status, `CR1   On plan`, as two."""
    found = REFERRED.fullmatch(line.text)
    if found and _names(found["rest"]):
        yield labelled.part(line, 0, found.end("ref"))
        yield labelled.part(line, found.start("rest"), len(line.text))
    else:
        yield line


def _alone(blocks: Iterable[Block]) -> frozenset[tuple[str, float]]:
    """Labels that are the first line of several texts, and nothing else on it."""
    firsts = [line for b in blocks for line in lines_of(b)[:1]]
    read = [(said.key, line.size) for line in firsts if (said := labelled.read(line)) and said.role]
    whole = {(vocabulary.plain(line.text), line.size) for line in firsts}
    return frozenset(own for own, n in Counter(read).items() if n >= ALIKE and own in whole)


def _is_named(line: Line, said: Labelled) -> bool:
    """True for the name of a status before what it means, as in a key: columns are headed so, but nothing behind it is
    its value."""
    rest = line.text[said.begin :].strip()
    return ":" not in line.text[: said.begin] and bool(rest) and not rest[0].isdigit() and _names(said.label)


def _names(words: str) -> bool:
    return phrases.status_of(words) is not None


def _level(line: Line, block: Block) -> Iterator[Mark]:
    """The signs of a text, or of the cell that a line stands in, that are level with the line."""
    marks: Sequence[Mark] = block.marks if isinstance(block, Paragraph) else ()
    if isinstance(block, Table):
        marks = [m for cell in block.cells if cell.marks and line in cell.lines for m in cell.marks]
    for m in marks:
        frame = m.box.height > FRAME * line.box.height  # drawn around several lines
        if not frame and m.box.top < line.box.bottom and line.box.top < m.box.bottom:
            yield m


def _columns(printed: list[Printed]) -> list[list[Printed]]:
    """The lines of one page by column, each from the top down. Columns are told by labels that stand in several."""
    edges = _edges(printed)
    columns: list[list[Printed]] = [[] for _ in edges or [0.0]]
    for p in (part for whole in printed for part in _parted(whole, edges)):
        column = _column(p.line.box.x0, edges)
        across = any(x > p.line.box.x0 + OUTDENT and x < p.line.box.x1 - OUTDENT for x in edges)
        own = tuple(m for m in p.marks if across or _column(m.box.centre[0], edges) == column)
        columns[0 if across else column].append(p._replace(across=across, marks=own))
    return [_in_rows(column) for column in columns]


def _column(x: float, edges: Sequence[float]) -> int:
    return max((k for k, edge in enumerate(edges) if edge - OUTDENT <= x), default=0)


def _parted(p: Printed, edges: Sequence[float]) -> Iterator[Printed]:
    """A line apart from that of the next column, where both open with a number: only a blank parts them."""
    text, box = p.line.text, p.line.box
    letter = box.width / max(len(text), 1)
    begins = [m.end() for m in COUNTED.finditer(text)] if edges[1:] and COUNTED.match(f" {text}") else []
    at = next((k for k in begins if any(abs(box.x0 + k * letter - x) < OUTDENT for x in edges[1:])), 0)
    yield p._replace(line=labelled.part(p.line, 0, len(text[:at].rstrip()))) if at else p
    if at:
        yield p._replace(line=labelled.part(p.line, at, len(text)), marks=())


def _edges(printed: Sequence[Printed]) -> list[float]:
    """The left edges of columns that hold the same labels; other labels beside them belong to the column before. One
    label is enough that opens lines of both again and again, where few lines run from one into the other."""
    labels: list[tuple[float, list[Printed]]] = []
    told = (p for p in printed if p.known and not p.inner and not _is_rating(p))
    for p in sorted(told, key=lambda p: p.line.box.x0):
        if not labels or p.line.box.x0 - labels[-1][0] > ALIGNED:
            labels.append((p.line.box.x0, []))
        labels[-1][1].append(p)
    edges: list[float] = []
    above: list[Printed] = []
    for x, opening in labels:
        apart = bool(edges) and x - edges[-1] >= NARROWEST
        both = _times(above).keys() & _times(opening).keys()
        if not edges or (apart and (len(both) >= ALIKE or _stand_beside(above, opening, printed))):
            edges.append(x)
            above = []
        above += opening
    return edges


def _times(opening: Sequence[Printed]) -> Counter[str]:
    """How often each label opens a line."""
    return Counter(p.said.key for p in opening if p.said)


def _stand_beside(left: Sequence[Printed], right: Sequence[Printed], printed: Sequence[Printed]) -> bool:
    """True for labels of two columns that are printed beside each other: one opens several lines of both, and few of
    the lines at their height run over the edge between them. What stands behind another label on its line is none:
    `Owner ...   Start ...   % complete ...` begin where the value before them ends."""
    one, other = _times(left), _times([p for p in right if not _is_behind_another(p, left)])
    if not any(min(one[key], other[key]) >= ALIKE for key in one):
        return False
    top, foot = (
        edge(side(p.line.box.top for p in left), side(p.line.box.top for p in right))
        for edge, side in ((max, min), (min, max))
    )
    x = min(p.line.box.x0 for p in right)
    beside = [p.line.box for p in printed if top <= p.line.box.top <= foot and p.line.box.x0 < x - OUTDENT]
    return sum(box.x1 > x for box in beside) <= CROSSING * len(beside)


def _is_behind_another(p: Printed, left: Sequence[Printed]) -> bool:
    """True for a label level with others to its left, and none of them the same."""
    level = [q.said.key for q in left if q.said and is_level(q.line, p.line)]
    return bool(level) and p.said is not None and p.said.key not in level


def _in_rows(printed: list[Printed]) -> list[Printed]:
    """Lines from the top down, those beside each other from left to right."""
    rows: list[list[Printed]] = []
    for p in sorted(printed, key=lambda p: p.line.box.top + p.line.box.bottom):
        if rows and is_level(rows[-1][0].line, p.line):
            rows[-1].append(p)
        else:
            rows.append([p])
    ordered = [sorted(row, key=lambda p: p.line.box.x0) for row in rows]
    ordered = [
        [p._replace(said=None) if k and _is_rating(p) else p for k, p in enumerate(r)] for r in ordered
    ]
    return [p for row in _below_labels(ordered) for p in row]


def _below_labels(rows: Sequence[list[Printed]]) -> Iterator[list[Printed]]:
    """The rows; where one is labels side by side, each with its value from the rows below it."""
    k = 0
    while k < len(rows):
        row = rows[k]
        k += 1
        heads_items = any(p.said and p.said.role in ITEM for p in row)  # as a table's column does
        if len(row) < SIDE_BY_SIDE or heads_items or not all(p.bare for p in row):
            yield row
            continue
        below = list(takewhile(lambda own: not any(p.said for p in own), rows[k:]))
        held: list[list[Printed]] = [[p] for p in row]
        texts = [[(p.line.box, p.line.size) for p in own] for own in below]
        columns = list(tags.values([p.line.box for p in row], texts))
        for own, at in zip(below, columns, strict=False):
            for p, column in zip(own, at, strict=True):
                held[column].append(p)
            k += 1
        yield from held
        if (
            k < len(rows)
            and len(columns) < len(below)
            and tags.may_go_on([p.line.box for p in row], texts, columns)
        ):
            yield [p._replace(across=True) for p in rows[k]]
            k += 1


def _is_rating(p: Printed) -> bool:
    """True for the name of a status and nothing else: beside a title it is no label, though columns are headed so."""
    return p.said is not None and _names(p.line.text)
