"""The tagged eye: tables that the document's own structure tree names, laid on the page by their cells' ink.

Tags say which ink is a cell, in which row it stands and how many rows and columns it covers. They do not say which
columns: producers leave empty cells out, and a page knows only the cells that have content on it. So columns are
found as the fewest separators that part all neighbours in all rows (stabbing of intervals, greedy by right ends),
moved onto rules and edges of shading where such stand in the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parsers import ruled, structure
from parsers.block import Mark
from parsers.cells import Seen, SeenTable
from parsers.geometry import Box, union
from parsers.grid import SHORTEST, Edge, Grid, Span, joined
from parsers.page import Char, Page
from parsers.structure import LogicalCell, LogicalTable, Node

LEAST_RISE = 2.0  # points between the tops of two rows; what lies closer is one row told twice, or no table
SAME_TOP = 0.8  # of a line's height: the rest of a merged cell begins with the row beside it
OVERFLOW = 2.0  # points that ink may hang over into the next column or row and not count as covering it
STACKED = 0.5  # share of the narrower cell's width: cells of one row that overlap more stand one below the other
MARGIN = 2.0  # points of air between outermost ink and the table's edge where nothing is drawn
REACH = 24.0  # points from outermost ink within which a rule or shading is the table's own edge
FULL = 0.6  # share of the table's height that a vertical rule must cover to part columns that no ink parts


@dataclass(slots=True)
class _Inked:
    """A logical cell with its ink on this page; `begins` is the index of its TR among the TR's siblings."""

    cell: LogicalCell
    row_path: str
    chars: list[Char] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    box: Box | None = None
    row: int = 0
    row_span: int = 1

    def measure(self) -> None:
        """Set the box around text and marks, or else around shading or printed blanks."""
        inked = [c.box for c in self.chars if not c.text.isspace()] + [m.box for m in self.marks]
        boxes = inked or self.shades or [c.box for c in self.chars]
        self.box = union(boxes) if boxes else None


@dataclass(slots=True)
class _Row:
    path: str
    cells: list[tuple[Box, _Inked]]

    @property
    def top(self) -> float:
        return min(box.top for box, _ in self.cells)


def tables(
    page: Page, nodes: Sequence[Node], known: Mapping[str, Sequence[float]] | None = None
) -> list[SeenTable]:
    """Tagged tables of a page from the top down, nested ones too; none for a Table whose ink lies in no grid.

    `known` holds column edges of logical tables from an earlier page, by path: a page alone may not show a column
    whose cells are all empty or merged. Ink that no cell claims is left to other eyes; marks without a tag go to the
    cell that they stand in.
    """
    logical = [table for table in structure.tables(nodes) if table.rows]
    cells = _inked(page, logical)
    found = []
    for table in logical:
        seen = _seen(page, table, cells[table.path], (known or {}).get(table.path))
        if seen is not None and seen.worthwhile():
            found.append(seen)
    _hand_out_rest(page, found, {m for t in logical for i in cells[t.path] for m in i.cell.mcids})
    return sorted(found, key=lambda t: (t.grid.ys[0], t.grid.xs[0]))


def alternatives(page: Page, nodes: Sequence[Node]) -> dict[Box, str]:
    """Alternative texts by the box of the character, drawing, picture or fill that they stand for."""
    alts = structure.alternatives(nodes)
    if not alts:
        return {}
    inked = ((c.box, c.style.mcid) for c in page.chars)
    drawn = ((thing.box, thing.mcid) for things in (page.drawings, page.pictures, page.fills) for thing in things)
    return {box: alts[mcid] for pairs in (inked, drawn) for box, mcid in pairs if mcid in alts}


def lend_alternatives(table: SeenTable, alts: Mapping[Box, str]) -> None:
    """Put alternative texts on the marks of a settled table, whichever eye saw it."""
    for seen in table.cells if alts else ():
        seen.marks = [m._replace(alt=alts.get(m.box, m.alt)) for m in seen.marks]
        seen.glyphs = [m._replace(alt=alts.get(m.box, m.alt)) for m in seen.glyphs]


def _inked(page: Page, logical: Sequence[LogicalTable]) -> dict[str, list[_Inked]]:
    """Cells with their ink, by their table's path; content that two cells claim goes to the first."""
    cells = {t.path: [_Inked(cell, row.path) for row in t.rows for cell in row.cells] for t in logical}
    owner: dict[int | None, _Inked] = {}
    for inked in (i for held in cells.values() for i in held):
        for mcid in inked.cell.mcids:
            owner.setdefault(mcid, inked)
    for char in page.chars:
        if char.style.mcid in owner and not char.style.hidden:
            owner[char.style.mcid].chars.append(char)
    for drawing in page.drawings:
        if drawing.mcid in owner:
            owner[drawing.mcid].marks.append(ruled.mark_of(drawing))
    for picture in page.pictures:
        if picture.mcid in owner:
            owner[picture.mcid].marks.append(ruled.picture_mark(picture))
    for fill in page.fills:
        if fill.mcid in owner:
            owner[fill.mcid].shades.append(fill.box)
    for inked in (i for held in cells.values() for i in held):
        inked.measure()
    return cells


def _seen(
    page: Page, table: LogicalTable, cells: Sequence[_Inked], known: Sequence[float] | None
) -> SeenTable | None:
    rows = _rows(cells)
    if not rows:
        return None
    spans_given = any(i.cell.node.row_span or i.cell.node.col_span for i in cells)
    _reach_down(rows, spans_given)
    ink = union(box for row in rows for box, _ in row.cells)
    ys = _row_edges(rows, ink, _Drawn.across(page, ink))
    xs = _column_edges(rows, ink, _Drawn.down(page, ink), known)
    seen = _placed(rows, xs, ys, spans_given)
    grid = Grid(xs, ys, tuple(s.span for s in seen))
    return SeenTable(page.number, grid, "tagged", seen, table.path, tuple(row.path for row in rows))


def _rows(cells: Iterable[_Inked]) -> list[_Row]:
    """Rows from the top down, or [] where the ink contradicts the tags: rows side by side, cells one below another."""
    by_path: dict[str, _Row] = {}
    for inked in cells:
        if inked.box is not None:
            by_path.setdefault(inked.row_path, _Row(inked.row_path, [])).cells.append((inked.box, inked))
    rows: list[_Row] = []
    for row in sorted(by_path.values(), key=lambda r: r.top):
        if rows and _is_rest(rows[-1], row):
            row.cells += rows.pop().cells
        row.cells.sort(key=lambda c: (c[0].x0, c[0].top))
        rows.append(row)
    rising = all(b.top - a.top >= LEAST_RISE for a, b in zip(rows, rows[1:], strict=False))
    return rows if rising and not any(map(_is_stacked, rows)) else []


def _is_rest(row: _Row, below: _Row) -> bool:
    """True for a row of nothing but merged cells that go on from the page before, beside the row that follows."""
    line = min((c.box.height for _, inked in row.cells for c in inked.chars), default=10.0)
    merged = all((inked.cell.node.row_span or 1) > 1 for _, inked in row.cells)
    return merged and below.top - row.top <= SAME_TOP * line


def _is_stacked(row: _Row) -> bool:
    for (a, _), (b, _) in zip(row.cells, row.cells[1:], strict=False):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > STACKED * min(a.width, b.width):
            return True
    return False


def _reach_down(rows: Sequence[_Row], spans_given: bool) -> None:
    """Set the row of each cell and the number of this page's rows that it covers."""
    places = [_place_of(row.path) for row in rows]
    tops = [row.top for row in rows]
    for k, row in enumerate(rows):
        for box, inked in row.cells:
            parent, first = _place_of(inked.row_path)
            end = first + (inked.cell.node.row_span or 1)
            last = k + 1
            while last < len(rows) and (
                places[last][0] == parent and places[last][1] < end if spans_given
                else box.bottom > tops[last] + OVERFLOW + box.height / 20
            ):  # fmt: skip
                last += 1
            inked.row, inked.row_span = k, last - k


def _place_of(path: str) -> tuple[str, int]:
    parent, _, index = path.rpartition(".")
    return parent, int(index)


class _Drawn:
    """Rules and edges of shading of one direction around a table: where a reader sees separators."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.edges = sorted(joined(e for e in edges if e.end - e.start >= SHORTEST))

    @classmethod
    def across(cls, page: Page, ink: Box) -> _Drawn:
        near = ink.grown(REACH)
        shades = [f.box for f in page.fills if f.box.overlap(ink) > 0]
        lines = [Edge(r.top, max(r.x0, near.x0), min(r.x1, near.x1)) for r in page.rules if r.horizontal]
        return cls([*lines, *(Edge(y, b.x0, b.x1) for b in shades for y in (b.top, b.bottom))])

    @classmethod
    def down(cls, page: Page, ink: Box) -> _Drawn:
        near = ink.grown(REACH)
        shades = [f.box for f in page.fills if f.box.overlap(ink) > 0]
        lines = [Edge(r.x0, max(r.top, near.top), min(r.bottom, near.bottom)) for r in page.rules if not r.horizontal]
        return cls([*lines, *(Edge(x, b.top, b.bottom) for b in shades for x in (b.x0, b.x1))])
