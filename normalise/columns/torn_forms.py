"""Rows of labels and values, and what a page's end makes of them: a row cut inside its value, labels alone in a table
with fewer columns, rows behind the end in one with no more columns than they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.columns.remainders import has_all_edges
from normalise.columns.strips import SAME_EDGE
from normalise.language import vocabulary
from parsers.block import Block, Cell, Table
from parsers.text.wording import joined

HELD = frozenset(("priority", "activity", "plan", "lead", "group"))  # roles of what may hold for several rows
LONGEST = 6  # words of a label

Pair = tuple[Cell, Cell]
Rows = list[list[Cell]]


def mended(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with labels that stand alone at a page's end, and rows behind one, in the columns of the table that
    they are of, and with rows of labels that are cut whole on the first page. Ink stays on its own page."""
    made: dict[int, Table] = {}
    tables = [b for b in blocks if isinstance(b, Table)]
    said = Counter(vocabulary.plain(c.text) for t in tables for c in t.cells if c.col == 0)
    for above, table in pairwise(tables):
        first = made.get(id(above), above)
        near = table.page in (first.page, first.page + 1)
        if near and (parts := _on_same_edges(first, table)):
            made[id(above)], made[id(table)] = parts
            first = parts[0]
        if table.page == first.page + 1 and (parts := _whole(first, made.get(id(table), table), said)):
            made[id(above)], made[id(table)] = parts
    return [made.get(id(b), b) if isinstance(b, Table) else b for b in blocks] if made else blocks


def _on_same_edges(above: Table, table: Table) -> tuple[Table, Table] | None:
    """Two tables of which the first is labels and values alone, or the second goes on behind a page's end with some of
    its columns, between the edges of both."""
    edges = sorted([*above.xs, *table.xs])
    xs = tuple(x for before, x in pairwise([-SAME_EDGE, *edges]) if x - before >= SAME_EDGE)
    parts = _between(above, xs), _between(table, xs)
    if parts[0] is None or parts[1] is None or len(above.xs) == len(table.xs) == len(xs):
        return None
    goes_on = len(xs) == len(above.xs) and table.cols > 1 and table.page > above.page
    return (parts[0], parts[1]) if goes_on or (above.cols > 1 and _are_labels(parts[0])) else None


def _between(table: Table, xs: tuple[float, ...]) -> Table | None:
    """A table between edges of which all its own are some; None for any other."""
    at = [next((k for k, x in enumerate(xs) if abs(x - edge) < SAME_EDGE), -1) for edge in table.xs]
    if -1 in at or (at[0], at[-1]) != (0, len(xs) - 1):
        return None
    cells = (replace(c, col=at[c.col], col_span=at[c.col + c.col_span] - at[c.col]) for c in table.cells)
    return replace(table, xs=xs, cells=tuple(cells))


def _are_labels(table: Table) -> bool:
    return all(pairs_of(row, table.cols) for row in rows_of(table))


def _whole(above: Table, table: Table, said: Mapping[str, int]) -> tuple[Table, Table] | None:
    """Both tables, the first with the whole row of labels that the page's end between them cuts inside a value; None
    where it cuts none: the second opens with cells below those of the first one's last row, which go on with them."""
    if not has_all_edges(table, above) or table.rows < 2:
        return None
    last, first = _row(above, above.rows - 1), _row(table, 0)
    if [(c.col, c.col_span, c.fill) for c in last] != [(c.col, c.col_span, c.fill) for c in first]:
        return None
    whole = [joined(a.text, b.text).strip() for a, b in zip(last, first, strict=True)]
    rows = [replace(c, text=text) for c, text in zip(last, whole, strict=True)]
    labels = zip(last[::2], first[::2], whole[::2], strict=True)
    rest = any(c.text for c in first) and all(_is_one(a, b, text, said) for a, b, text in labels)
    if not (rest and pairs_of(rows, above.cols)):
        return None
    own = {id(c): replace(c, text=text) for c, text in zip(last, whole, strict=True)}
    first_whole = replace(above, cells=tuple(own.get(id(c), c) for c in above.cells))
    return first_whole, _without_first(table, sum(c.chars for c in first))


def _is_one(label: Cell, below: Cell, whole: str, said: Mapping[str, int]) -> bool:
    """True for a label with nothing below it, or with its own end, where all others like it are said whole."""
    once = said[vocabulary.plain(label.text)] == 1 and said[vocabulary.plain(whole)] > 0
    return vocabulary.role_of(whole) in HELD and (once if below.text else bool(label.text))


def _row(table: Table, row: int) -> list[Cell]:
    return sorted((c for c in table.cells if c.row == row), key=lambda c: c.col)


def _without_first(table: Table, chars: int) -> Table:
    """A table without its first row, whose ink is counted with the cell below."""
    below, *others = table.part(1, table.rows).cells
    return replace(table.part(1, table.rows), cells=(replace(below, chars=below.chars + chars), *others))


def rows_of(table: Table) -> Rows:
    """The cells with text, by row."""
    rows: Rows = [[] for _ in range(table.rows)]
    for cell in table.cells:
        if cell.text:
            rows[cell.row].append(cell)
    return rows


def pairs_of(cells: Sequence[Cell], cols: int) -> list[Pair]:
    """The labels of a row with their values, where it has nothing else and they fill it, a known one with a blank one,
    too; else none."""
    if len(cells) == 1 and vocabulary.role_of(cells[0].text) in HELD and cells[0].col_span < cols:
        blank = replace(cells[0], text="", lines=(), marks=(), chars=0)
        return [] if cells[0].col or cells[0].marks else [(cells[0], blank)]
    if not cells or len(cells) % 2 or any(c.row_span > 1 or c.marks for c in cells):
        return []
    ordered = sorted(cells, key=lambda c: c.col)
    found = list(zip(ordered[::2], ordered[1::2], strict=True))
    edges = [0, *(c.col + c.col_span for c in ordered)]
    filled = all(c.col == edge for c, edge in zip(ordered, edges, strict=False)) and edges[-1] == cols
    wide = found[0][1].col_span > 1 or len(found) > 1
    known = all(vocabulary.role_of(label.text) in HELD for label, _ in found)
    likely = known or (len(found) == 1 and len(found[0][0].text.split()) <= LONGEST)
    said = any(vocabulary.role_of(value.text) for _, value in found)
    return found if filled and wide and likely and not said else []
