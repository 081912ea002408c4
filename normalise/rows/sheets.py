"""Spreadsheets printed over several pages across: a sheet wider than its paper has its first columns on one page and
the others on a later one, level with them. Their tables are put side by side again.

Two tables are one where their rows stand at the same heights and the first columns are printed again beside the others,
or where one has all the items and the other none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import mean

from normalise.columns.remainders import has_all_edges
from normalise.language import vocabulary
from parsers.block import Block, Cell, Heading, Table
from parsers.geometry import Box

LEVEL = 1.5  # points between the edges of one row on two pages
LEAST = 3  # rows, one of headings, from which heights are no chance
LONG = 25  # characters on average of a column that is printed again, from which one row tells a sheet
ITEMS = {"action", "activity", "indicator", "ref"}
Square = tuple[int, int]
TOLD = {"status", "progress", "lead", "due_date", "latest", "previous", "target", "direction"}


@dataclass(frozen=True, slots=True)
class Sheet(Table):
    """A table whose columns stand on several pages: `pages` by column. `again` are the places (row, column) of cells
    that only repeat what others say.

    Boxes of cells are those of their own page; `xs` go on from one page to the next.
    """

    pages: tuple[int, ...] = ()
    again: frozenset[Square] = frozenset()


def page_of(table: Table, cell: Cell) -> int:
    """The page on which a cell is printed."""
    return table.pages[cell.col] if isinstance(table, Sheet) else table.page


def pages_of(table: Table) -> tuple[int, ...]:
    """The pages on which a table is printed."""
    return tuple(sorted(set(table.pages))) if isinstance(table, Sheet) else (table.page,)


def says_again(table: Table, cell: Cell) -> bool:
    """True for a cell that only repeats, on another page, what stands in the table's first columns."""
    return isinstance(table, Sheet) and (cell.row, cell.col) in table.again


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each sheet's tables as one table in the place of the first."""
    groups = _groups(blocks)
    whole = {id(parts[0]): _sheet(parts) for parts in groups}
    rest = {id(part) for parts in groups for part in parts[1:]}
    return [whole.get(id(block), block) for block in blocks if id(block) not in rest]


def has_rows_of(table: Table, other: Table) -> bool:
    """True for a table on another page that prints the first column of a table again: it tells more of these rows."""
    if table.page == other.page:
        return False
    known, own = (_first_column(t) for t in (other, table))
    return len(own) >= LEAST and _tells_apart(own) and 2 * len({*own} & {*known}) > len(own)


def _first_column(table: Table) -> list[str]:
    return [text for text in next(_columns(table)) if any(c.isalpha() for c in text)]


def _groups(blocks: Sequence[Block]) -> list[list[Table]]:
    """The tables of each sheet, those on the left first; then those that go on below them without headings."""
    tables = [b for b in blocks if isinstance(b, Table) and b.reader != "transcript" and b.rows > 1]
    said = _said_above(tables, blocks)
    taken: set[int] = set()
    groups: list[list[Table]] = []
    for table in tables:
        if id(table) in taken:
            continue
        beside = _beside(table, [t for t in tables if t.page > table.page and id(t) not in taken], said)
        beside = beside or _below(table, tables, groups, taken)
        if beside:
            groups.append([table, *beside])
            taken.update(id(t) for t in groups[-1])
    return groups


def _beside(table: Table, later: Sequence[Table], said: Mapping[int, set[str]]) -> list[Table]:
    """The tables that hold more columns of a table's rows, by their headings; what is `said` above each table is known
    by its identity."""
    found: list[Table] = []
    for other in later:
        if not _is_level(table, other) or not _says_no_more(said[id(other)], said[id(table)]):
            continue
        shared = _shared(table, other)
        if _goes_on(table, other, shared):
            known = {text for part in (table, *found) for text in _headings(part)[shared:]}
            if known.isdisjoint(_headings(other)[shared:]):
                found.append(other)
    return found


def _is_level(table: Table, other: Table) -> bool:
    return table.rows == other.rows and all(
        abs(a - b) < LEVEL for a, b in zip(table.ys, other.ys, strict=True)
    )


def _goes_on(table: Table, other: Table, shared: int) -> bool:
    """True where the other table repeats the first one's columns, or has none of the items that its columns tell of."""
    if shared:
        columns = list(_columns(table))[:shared]
        unlike = table.rows >= LEAST and any(map(_tells_apart, columns))
        items = ITEMS.intersection(filter(None, map(vocabulary.role_of, _headings(other)[shared:])))
        told = any(map(_is_told, columns)) and not items
        return (unlike or told) and shared < min(table.cols, other.cols)
    if table.rows < LEAST:
        return False
    own, more = ([vocabulary.role_of(text) for text in _headings(t)] for t in (table, other))
    named = 2 * sum(role is not None for role in more) >= len(more)
    whole = {"status", "progress"} <= set(own)
    return named and bool(ITEMS & set(own) and TOLD & set(more)) and ITEMS.isdisjoint(more) and not whole


def _shared(table: Table, other: Table) -> int:
    """How many of the first columns of two tables print the same."""
    columns = zip(_columns(table), _columns(other), strict=False)
    return next((k for k, (a, b) in enumerate(columns) if a != b or not any(a)), min(table.cols, other.cols))


def _columns(table: Table) -> Iterator[list[str]]:
    for col in range(table.cols):
        yield [" ".join(c.text.split()) for c in table.cells if c.col == col]


def _tells_apart(texts: Sequence[str]) -> bool:
    return all(texts) and len(set(texts)) == len(texts)


def _is_told(texts: Sequence[str]) -> bool:
    """True for a heading over texts so long that another table has them by no chance, though rows may share one, or of
    many one have none."""
    heading, *below = texts
    told = list(filter(None, below))
    full = len(told) == len(below) or (len(told) > LEAST and 2 * len(told) > len(below))
    return bool(heading) and bool(told) and full and mean(map(len, told)) >= LONG


def _headings(table: Table) -> list[str]:
    return [c.text for c in table.cells if c.row == 0 and c.text]


def _said_above(tables: Sequence[Table], blocks: Sequence[Block]) -> dict[int, set[str]]:
    """The headings of each table's page above it, by the table's identity."""
    pages: defaultdict[int, list[Heading]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Heading):
            pages[block.page].append(block)
    return {id(t): {b.text for b in pages[t.page] if b.box.top < t.box.top} for t in tables}


def _says_no_more(later: set[str], first: set[str]) -> bool:
    """True where each heading stands on the first page, whose title a narrower part of the sheet may cut short."""
    return all(any(text.startswith(cut) for text in first) for cut in later)


def _below(
    table: Table, tables: Sequence[Table], groups: Sequence[Sequence[Table]], taken: set[int]
) -> list[Table]:
    """The parts of the rows of a table that goes on below a sheet without headings: as many pages on as the sheet's
    own parts, in the columns of these."""
    for first, *others in groups:
        if not has_all_edges(table, first) or table.page <= first.page:
            continue
        parts = [
            next(
                (
                    t
                    for t in tables
                    if id(t) not in taken
                    and t.page - table.page == other.page - first.page
                    and has_all_edges(t, other)
                    and _is_level(table, t)
                ),
                None,
            )
            for other in others
        ]
        if all(parts):
            return [part for part in parts if part is not None]
    return []


def _sheet(parts: Sequence[Table]) -> Sheet:
    """The parts as one table."""
    first = parts[0]
    starts = [0, *accumulate(part.cols for part in parts)]
    xs = list(first.xs)
    for part in parts[1:]:
        xs += [xs[-1] + b - part.xs[0] for b in part.xs[1:]]
    placed = [
        (replace(c, col=c.col + start), start > 0 and c.col < _shared(first, part))
        for part, start in zip(parts, starts, strict=False)
        for c in part.cells
    ]
    cells, again = _banded([c for c, _ in placed], first.cols, starts[-1])
    again |= {(c.row, c.col) for c, repeated in placed if repeated}
    doubts = dict.fromkeys(part.doubt for part in parts if part.doubt)
    return Sheet(
        first.page,
        Box(first.box.x0, first.box.top, first.box.x0 + xs[-1] - xs[0], first.box.bottom),
        first.reader,
        tuple(xs),
        first.ys,
        tuple(cells),
        doubt="; ".join(doubts),
        pages=tuple(part.page for part in parts for _ in range(part.cols)),
        again=frozenset(again),
    )


def _banded(cells: Sequence[Cell], own: int, cols: int) -> tuple[list[Cell], set[Square]]:
    """The cells by row, with a text across the first page's columns across all where the others have none of their own;
    and the places of these others."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    found: list[Cell] = []
    again: set[Square] = set()
    for row in sorted(rows):
        band, *rest = sorted(rows[row], key=lambda c: c.col)
        if band.col_span == own > 1 and all(c.text in ("", band.text) and not c.marks for c in rest):
            band = replace(band, col_span=cols)
            again.update((c.row, c.col) for c in rest)
        found += [band, *rest]
    return found, again
