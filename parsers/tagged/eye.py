"""The tagged eye: tables that the document's own structure tree names, laid on the page by their cells' ink.

Tags say which ink is a cell, in which row it stands and how far it spans. They are evidence, not gospel:
where the ink of a Table lies in no grid there is no table, and where rules show a grid too, `readings` weighs
the two.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parsers import structure
from parsers.block import Mark
from parsers.cells import handing
from parsers.cells.cell import Seen, SeenTable
from parsers.geometry import Box, union
from parsers.grids import rules
from parsers.page import Fill, Page, Token
from parsers.structure import LogicalCell, LogicalTable, Node
from parsers.tagged import inkgrid
from parsers.tagged.inkgrid import InkCell

BESIDE = 60.0  # points outside the tagged ink within which untagged signs make a column of their own
SIGN = 40.0  # points; larger pictures and drawings beside a table are no signs
SAME_TOP = 0.8  # of a line's height: the rest of a merged cell begins level with the row beside it


Claimed = Container[int | None]  # marked-content ids that cells own


@dataclass(slots=True)
class _Inked:
    """A cell with its ink on this page; `logical` is None for a column of signs that nobody tagged."""

    row: str
    logical: LogicalCell | None
    tokens: list[Token] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)

    def box(self) -> Box | None:
        """Around text and marks, or else around shading, or else around printed blanks."""
        inked = [c.box for c in self.tokens if not c.text.isspace()] + [m.box for m in self.marks]
        boxes = inked or self.shades or [c.box for c in self.tokens]
        return union(boxes) if boxes else None


@dataclass(slots=True)
class _Row:
    """A row of the page by its TR's path, its cells from left to right."""

    path: str
    cells: list[tuple[Box, _Inked]] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(box.top for box, _ in self.cells)

    @property
    def bottom(self) -> float:
        return max(box.bottom for box, _ in self.cells)


def tables(
    page: Page, nodes: Sequence[Node], known: Mapping[str, Sequence[float]] | None = None
) -> list[SeenTable]:
    """Tagged tables of a page from the top down; none for a Table whose ink lies in no grid.

    `known` holds the column edges of logical tables on earlier pages, by path: a page alone may not show a
    column whose cells are empty or merged. Characters that no cell claims are left to other eyes; marks
    without a tag go to the cell that they stand in.
    """
    if not nodes:
        return []
    worded = {token.style.mcid for token in page.tokens if not token.text.isspace()}
    logical = [table for table in structure.tables(nodes, worded) if table.rows]
    if not logical:
        return []
    inked = {table.path: _cells_of(table) for table in logical}
    owner = _owners(cell for cells in inked.values() for cell in cells)
    _hand_out(page, owner)
    found = [_seen(page, inked[t.path], t.path, (known or {}).get(t.path), owner) for t in logical]
    seen = sorted((t for t in found if t), key=lambda t: t.grid.box.area)
    _hand_out_rest(page, seen, owner)
    return sorted((t for t in seen if t.worthwhile()), key=lambda t: (t.grid.ys[0], t.grid.xs[0]))


def _cells_of(table: LogicalTable) -> list[_Inked]:
    return [_Inked(row.path, cell) for row in table.rows for cell in row.cells]


def _owners(cells: Iterable[_Inked]) -> dict[int | None, _Inked]:
    """Cells by marked-content id; what two cells claim goes to the first."""
    owner: dict[int | None, _Inked] = {}
    for cell in cells:
        for mcid in cell.logical.mcids if cell.logical else ():
            owner.setdefault(mcid, cell)
    return owner


def _hand_out(page: Page, owner: Mapping[int | None, _Inked]) -> None:
    for token in page.tokens:
        if token.style.mcid in owner and not token.style.hidden:
            owner[token.style.mcid].tokens.append(token)
    for drawing in page.drawings:
        if drawing.mcid in owner:
            owner[drawing.mcid].marks.append(handing.mark_of(drawing))
    for picture in page.pictures:
        if picture.mcid in owner:
            owner[picture.mcid].marks.append(handing.picture_mark(picture))
    for fill in page.fills:
        if fill.mcid in owner:
            owner[fill.mcid].shades.append(fill.box)


def _seen(
    page: Page, cells: Sequence[_Inked], path: str, known: Sequence[float] | None, claimed: Claimed
) -> SeenTable | None:
    rows = _rows(cells)
    if not rows:
        return None
    _add_signs_beside(page, rows, claimed, _blank_ends(cells))
    given = any(c.logical.node.row_span or c.logical.node.col_span for c in cells if c.logical)
    laid = inkgrid.laid(page, [_ink_cells(k, rows, given) for k in range(len(rows))], known)
    if laid is None:
        return None
    grid, spans = laid
    seen = {span: Seen(span, grid.box_of(span)) for span in grid.cells}
    for row, places in zip(rows, spans, strict=True):
        for (_, cell), span in zip(row.cells, places, strict=True):
            _fill_in(seen[span], cell)
    return SeenTable(page.number, grid, "tagged", list(seen.values()), path, tuple(row.path for row in rows))


def _rows(cells: Iterable[_Inked]) -> list[_Row]:
    """Cells with ink, row by row from the top down."""
    by_path: dict[str, _Row] = {}
    for cell in cells:
        box = cell.box()
        if box is not None:
            by_path.setdefault(cell.row, _Row(cell.row)).cells.append((box, cell))
    rows: list[_Row] = []
    for row in sorted(by_path.values(), key=lambda r: r.top):
        if rows and _is_level(rows[-1], row):
            rest, whole = sorted((rows.pop(), row), key=lambda r: _place(r.path))
            row = _Row(whole.path, rest.cells + whole.cells)
        row.cells.sort(key=lambda item: item[0])
        rows.append(row)
    return rows


def _is_level(row: _Row, other: _Row) -> bool:
    """True for what goes on from the page before in merged cells, and the row that begins beside it.

    Where the producer gave no spans, cells that stand level and clear of the others are taken for the same.
    """
    heights = (cell.tokens[0].box.height for r in (row, other) for _, cell in r.cells if cell.tokens)
    line = min(heights, default=10.0)
    if abs(other.top - row.top) > SAME_TOP * line:
        return False
    rest = min(row, other, key=lambda r: _place(r.path))
    if any(cell.logical and cell.logical.node.row_span for r in (row, other) for _, cell in r.cells):
        return all(cell.logical and (cell.logical.node.row_span or 1) > 1 for _, cell in rest.cells)
    return not any(a.x0 < b.x1 and b.x0 < a.x1 for a, _ in row.cells for b, _ in other.cells)


def _place(path: str) -> list[int]:
    return [int(index) for index in path.split(".")]


def _blank_ends(cells: Iterable[_Inked]) -> list[set[str]]:
    """The rows whose first cell has no ink, and those whose last one has none."""
    rows: dict[str, list[_Inked]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return [{path for path, own in rows.items() if own[end].box() is None} for end in (0, -1)]


def _add_signs_beside(
    page: Page, rows: Sequence[_Row], claimed: Claimed, blank: Sequence[Container[str]]
) -> None:
    """Untagged signs that stand beside half of the rows or more are a column, empty but for them; so is what was typed
    onto the page; beside fewer than two only where the tags have a blank cell there."""
    ink = union(box for row in rows for box, _ in row.cells)
    boxes = [d.box for d in page.drawings if d.mcid not in claimed]
    boxes += [p.box for p in page.pictures if p.mcid not in claimed]
    boxes += [f.box for f in page.fills if f.mcid not in claimed and _is_swatch(f)]
    if page.typed:
        boxes += [t.box for t in page.tokens if t.style.mcid is None and not t.text.isspace()]
    small = [box for box in boxes if max(box.width, box.height) <= SIGN]
    sides = (ink._replace(x0=ink.x0 - BESIDE, x1=ink.x0), ink._replace(x0=ink.x1, x1=ink.x1 + BESIDE))
    for side, ends in zip(sides, blank, strict=True):
        column = [box for box in small if side.holds(*box.centre)]
        by_row = [[box for box in column if row.top <= box.centre[1] <= row.bottom] for row in rows]
        signed = [row for row, signs in zip(rows, by_row, strict=True) if signs]
        tagged = signed and all(row.path in ends for row in signed)
        if 2 * len(signed) >= (len(rows) if tagged else max(len(rows), 3)):
            for row, signs in zip(rows, by_row, strict=True):
                if signs:
                    row.cells.append((union(signs), _Inked(row.path, None)))
                    row.cells.sort(key=lambda item: item[0])


def _is_swatch(fill: Fill) -> bool:
    return max(fill.box.width, fill.box.height) <= handing.SWATCH and not rules.pale(fill.colour)


def _ink_cells(k: int, rows: Sequence[_Row], given: bool) -> list[InkCell]:
    """A row's cells with the spans that count on this page; where the producer gave any, none means 1."""
    cells = []
    for box, cell in rows[k].cells:
        if cell.logical is None:
            cells.append(InkCell(box, 1, 1))
            continue
        node = cell.logical.node
        high = _rows_here(cell.row, node.row_span or 1, k, rows) if given else None
        place = None if given else _place_in(cell.row, node.path)
        cells.append(InkCell(box, high, (node.col_span or 1) if given else None, place))
    return cells


def _place_in(row: str, cell: str) -> int | None:
    """A cell's place among all of its row, by their paths; a wrapper between the two hides it."""
    parent, _, place = cell.rpartition(".")
    return int(place) if parent == row else None


def _rows_here(path: str, span: int, k: int, rows: Sequence[_Row]) -> int:
    """How many of a merged cell's rows stand on this page: its TR's siblings that lie within the span."""
    *parent, index = _place(path)
    last = k + 1
    while last < len(rows):
        *other, at = _place(rows[last].path)
        if other != parent or at >= index + span:
            break
        last += 1
    return last - k


def _fill_in(seen: Seen, cell: _Inked) -> None:
    seen.tokens += cell.tokens
    seen.marks += cell.marks
    if cell.logical:
        seen.header |= cell.logical.header
        seen.node = seen.node or cell.logical.node.path


def _hand_out_rest(page: Page, seen: Sequence[SeenTable], claimed: Claimed) -> None:
    """Shading, and signs that no cell claims, by where they stand."""
    places = [handing.Places(table) for table in seen]
    if page.typed:
        _hand_out_typed(page, seen, places)
    handing.give_fills(page.fills, places)
    for drawing in page.drawings:
        if drawing.mcid not in claimed:
            handing.give_mark(drawing, handing.mark_of(drawing), places)
    for picture in page.pictures:
        if picture.mcid not in claimed:
            handing.give_mark(picture, handing.picture_mark(picture), places)


def _hand_out_typed(page: Page, seen: Sequence[SeenTable], places: Sequence[handing.Places]) -> None:
    """What was typed or stamped onto the page, which nobody tags, to the empty cells where it stands."""
    empty = {id(cell) for table in seen for cell in table.cells if not cell.tokens and not cell.marks}
    for token in page.tokens:
        if token.style.mcid is None and not token.style.hidden:
            at = token.box.centre
            cell = next((place.at(*at) for place in places if place.reach.holds(*at)), None)
            if id(cell) in empty and cell is not None:
                cell.tokens.append(token)


def alternatives(page: Page, nodes: Sequence[Node]) -> dict[Box, str]:
    """Alternative texts by the box of the character, drawing, picture or fill that they stand for."""
    alts = structure.alternatives(nodes)
    if not alts:
        return {}
    inked = [(c.box, c.style.mcid) for c in page.tokens]
    drawn = [(d.box, d.mcid) for d in page.drawings] + [(p.box, p.mcid) for p in page.pictures]
    filled = [(f.box, f.mcid) for f in page.fills]
    return {box: alts[mcid] for box, mcid in inked + drawn + filled if mcid in alts}


def lend_alternatives(table: SeenTable, alts: Mapping[Box, str]) -> None:
    """Put alternative texts on the marks of a settled table, whichever eye saw it."""
    for seen in table.cells if alts else ():
        seen.marks = [m._replace(alt=alts.get(m.box, m.alt)) for m in seen.marks]
        seen.glyphs = tuple(m._replace(alt=alts.get(m.box, m.alt)) for m in seen.glyphs)
