"""A column for each status, with a tick or cross in one of them: `Complete | On track | Not started` or `R | A | G`, in
one level of headings or below `Status`, or with one of them filled. Such columns become one that says in each row what
the tick stands below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from normalise.columns import headers
from normalise.columns.remainders import has_all_edges
from normalise.language import colours, phrases, vocabulary
from parsers.block import Block, Cell, Table
from parsers.geometry import union

LEAST = 3  # columns side by side: two may be when something began and ended
KNOWN = 2  # of their headings that name different statuses
SHOWN = 0.5  # share of the rows that have one tick
TICKS = frozenset(("x", "✓", "✔", "√", "✗", "✘", "☑", "☒", "•", "●", "■", "*", "y", "yes"))
STATUS = "status"


class Run(NamedTuple):
    """Columns of ticks: the first and the one behind the last, what each is headed, what all are, and the
    table. `body` is the first row below the headings, 0 where they stand on another page."""

    first: int
    end: int
    headings: tuple[str, ...]
    heading: str
    table: Table
    body: int


def gathered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a status column for columns of ticks, also where a table goes on in the columns of one before."""
    known: list[Run] = []
    found: list[Block] = []
    for block in blocks:
        run = _run(block, known) if isinstance(block, Table) and block.cols > LEAST else None
        if run is None or not isinstance(block, Table):
            found.append(block)
            continue
        known.append(run)
        found.append(_joined(block, run))
    return tuple(found)


def _run(table: Table, known: Sequence[Run]) -> Run | None:
    for row in range(min(headers.within(table), table.rows - 1)):
        own = _headed(table, row, known)
        if own is not None:
            return own
    like = (run for run in reversed(known) if has_all_edges(table, run.table))
    return next((r._replace(body=0) for r in like if _are_ticks(table, r._replace(body=0))), None)


def _headed(table: Table, row: int, known: Sequence[Run]) -> Run | None:
    """The columns of ticks below headings in a row, of which several name a status. Where the headings are those of a
    table before, there may be no tick: the rest of a row may be all that a page has."""
    heads = {c.col: c for c in table.cells if c.row == row and c.text and c.col_span == 1}
    named = [col for col, c in heads.items() if _names(c.text)]
    if len(named) < KNOWN or _are_colours_beside_status([c.text for c in heads.values()]):
        return None
    body = max(heads[col].row + heads[col].row_span for col in named)
    free = [col for col in sorted(heads) if _is_ticked(table, col, body)]
    for _, group in groupby(enumerate(free), key=lambda told: told[1] - told[0]):
        cols = [col for _, col in group]
        statuses = _named(heads[col].text for col in cols)
        over = next((c for c in table.cells if c.row < row and c.col == cols[0] and c.text), None)
        if len(cols) < LEAST or len(statuses) < KNOWN:
            continue
        whole = over.text if over and vocabulary.role_of(over.text) == STATUS else "Status"
        told = tuple(heads[col].text for col in cols)
        run = Run(cols[0], cols[-1] + 1, told, whole, table, body)
        return run if _are_ticks(table, run, again=any(_is_again(run, r) for r in known)) else None
    return None


def _is_again(run: Run, before: Run) -> bool:
    """True for headings of a table before, over as many columns; letters may be lost in some."""
    same = sum(a == b for a, b in zip(run.headings, before.headings, strict=False))
    return len(run.headings) == len(before.headings) and same >= KNOWN


def _are_colours_beside_status(headings: Sequence[str]) -> bool:
    """True where a heading says that the rows' status stands below it, and the others name colours alone: of what, they
    do not say."""
    rated = any(vocabulary.role_of(text) == STATUS and not _names(text) for text in headings)
    return rated and not any(map(phrases.status_of, headings))


def _named(headings: Iterable[str]) -> set[str]:
    """The statuses that headings name; the colours where each names one: `R | A | C | I` says who does what."""
    told = [(phrases.status_of(text), vocabulary.colour_word(text)) for text in headings]
    statuses = {status for status, _ in told if status}
    colours = {colour for _, colour in told if colour}
    return statuses if statuses or len(colours) < len(told) else colours


def _names(heading: str) -> str | None:
    """The status or the colour that a heading names: `Complete`, `Green`, `G`."""
    return phrases.status_of(heading) or vocabulary.colour_word(heading)


def _is_ticked(table: Table, col: int, body: int) -> bool:
    """True for a column that holds ticks and blanks and nothing else."""
    own = (c for c in table.cells if c.row >= body and c.col <= col < c.col + c.col_span)
    return all(_is_blank(c) or _is_tick(c) for c in own if c.col_span == 1)


def _is_tick(cell: Cell) -> bool:
    return cell.text.casefold() in TICKS or (not cell.text and len(cell.marks) == 1)


def _ticked(cells: Sequence[Cell]) -> list[Cell]:
    """The cells with a tick; where nothing is printed in any, that of each row whose ground is not the others'. In bars
    that are filled up to a stage, and in columns that are banded, there is none."""
    if ticks := [c for c in cells if _is_tick(c)]:
        return ticks
    rows = [list(g) for _, g in groupby(sorted(cells, key=lambda c: c.row), key=lambda c: c.row)]
    if any(sum(map(_is_coloured, row)) > 1 for row in rows):
        return []
    return [cell for row in rows for cell in _filled(row)]


def _filled(row: Sequence[Cell]) -> Iterator[Cell]:
    grounds = Counter(c.fill for c in row)
    if len(row) >= LEAST and len(grounds) == 2:
        bare = all(
            ground is None or colours.is_light(ground) for ground, cells in grounds.items() if cells > 1
        )
        yield from (c for c in row if c.fill and grounds[c.fill] == 1 and _may_tick(c, bare))


def _may_tick(cell: Cell, bare: bool) -> bool:
    return _is_coloured(cell) or (bare and not colours.is_light(cell.fill or "#ffffff"))


def _is_coloured(cell: Cell) -> bool:
    return colours.may_rate(cell.fill)


def _is_blank(cell: Cell) -> bool:
    return not cell.text and not cell.marks


def _are_ticks(table: Table, run: Run, *, again: bool = False) -> bool:
    """True where half of the rows, or more, have one tick in these columns, and no cell reaches into them; or none has,
    below headings that are printed `again`."""
    own = [c for c in table.cells if c.row >= run.body and run.first <= c.col < run.end]
    if any(not _is_blank(c) and not _is_tick(c) for c in own if c.col_span == 1):
        return False
    over = [c for c in table.cells if c.col < run.end and c.col + c.col_span > run.first]
    if any(not _fits(c, run) for c in over):
        return False
    wide = {c.row for c in over if c.col_span > 1}
    rows = {c.row for c in own} - wide
    ticks = [c.row for c in _ticked(own)]
    if again and not ticks:
        return True
    return bool(rows) and sum(ticks.count(row) == 1 for row in rows) >= max(1.0, SHOWN * len(rows))


def _fits(cell: Cell, run: Run) -> bool:
    """True for a cell inside one of the columns, or over all of them."""
    end = cell.col + cell.col_span
    return cell.col_span == 1 or (cell.col <= run.first and end >= run.end)


def _joined(table: Table, run: Run) -> Table:
    """The table with one column for the run's."""
    less = run.end - run.first - 1
    cells = [
        _moved(c, run, less) for c in table.cells if not (run.first <= c.col < run.end and c.col_span == 1)
    ]
    inside = [c for c in table.cells if run.first <= c.col < run.end and c.col_span == 1]
    heads = [c for c in inside if c.row < run.body]
    if heads:
        over = [c for c in cells if c.col == run.first and c.row < min(h.row for h in heads)]
        cells = [c for c in cells if c not in over]
        cells.append(_heading([*over, *heads], run))
    body = sorted((c for c in inside if c.row >= run.body), key=lambda c: (c.row, c.col))
    ticked = {id(c) for c in _ticked(body)}
    for _, group in groupby(body, key=lambda c: c.row):
        row = list(group)
        cells.append(_told(row, [c for c in row if id(c) in ticked], run))
    xs = (*table.xs[: run.first + 1], *table.xs[run.end :])
    joined = replace(table, xs=xs, cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))))
    bare = [row for row in range(1, run.body) if not any(c.row == row for c in cells)]
    return _without_row(joined, bare[0]) if bare else joined


def _without_row(table: Table, row: int) -> Table:
    """The table where the headings' second row, of which nothing is left, is one with the first."""
    cells = tuple(
        replace(c, row=c.row - 1)
        if c.row > row
        else replace(c, row_span=c.row_span - 1)
        if c.row + c.row_span > row
        else c
        for c in table.cells
    )
    nodes = table.row_nodes[:row] + table.row_nodes[row + 1 :]
    return replace(table, ys=(*table.ys[:row], *table.ys[row + 1 :]), cells=cells, row_nodes=nodes)


def _moved(cell: Cell, run: Run, less: int) -> Cell:
    """A cell where it stands when the run is one column."""
    if cell.col >= run.end:
        return replace(cell, col=cell.col - less)
    return (
        replace(cell, col_span=cell.col_span - less)
        if cell.col_span > 1 and cell.col + cell.col_span >= run.end
        else cell
    )


def _heading(heads: Sequence[Cell], run: Run) -> Cell:
    first, last = min(c.row for c in heads), max(c.row + c.row_span for c in heads)
    box = union(c.box for c in heads)
    lines = tuple(line for c in heads[:1] for line in c.lines[:1])
    lines = tuple(line._replace(text=run.heading) for line in lines)
    chars = sum(c.chars for c in heads)
    return replace(
        heads[0], row=first, col=run.first, row_span=last - first, col_span=1, text=run.heading, box=box, lines=lines,
        chars=chars,
    )  # fmt: skip


def _told(cells: Sequence[Cell], ticked: Sequence[Cell], run: Run) -> Cell:
    """A row's cell: the headings of the columns that are ticked, one in most rows. Where the ground is the tick its
    colour may be one for all columns, and says no more."""
    cell = ticked[0] if ticked else cells[0]
    text = "; ".join(run.headings[c.col - run.first] for c in ticked)
    lines = tuple(line._replace(text=text) for line in cell.lines[:1])
    chars = sum(c.chars for c in cells)
    fill = cell.fill if not ticked or _is_tick(cell) else None
    return replace(cell, col=run.first, col_span=1, text=text, lines=lines, chars=chars, fill=fill)
