"""A key in rows of the review's own table, above its header or below its last row, set apart from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise import key_cells, key_columns, key_lines, vocabulary
from normalise.headers import header
from normalise.key import Key
from parsers.block import Block, Table

LEAST = 3  # entries of a key in one row: two ratings side by side are an action's
LONGEST = 40  # characters of a label beside others in one row; an action's texts are longer
KNOWN = 0.6  # share of them that name a status


def apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with keys inside tables of the review as blocks of their own."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _parts(block)
        else:
            yield block


def _parts(table: Table) -> Iterator[Block]:
    top, foot = _rows_above(table), _rows_below(table)
    if not top and not foot:
        yield table
        return
    end = table.rows - foot
    yield from (part for row in range(top) for part in _loose(table.part(row, row + 1)))
    yield table.part(top, end)
    yield from (part for row in range(end, table.rows) for part in _loose(table.part(row, row + 1)))


def _rows_above(table: Table) -> int:
    """How many rows above the header are a key's."""
    if table.rows < LEAST or not _may_open(table):
        return 0
    head = header(table)
    rows = head.first if head else 0
    whole = all(c.row + c.row_span <= rows for c in table.cells if c.row < rows)
    return rows if rows and whole and _is_key([k for row in range(rows) for k in _keys(table, row)]) else 0


def _may_open(table: Table) -> bool:
    """True for a first row with an entry of a key, or a key's heading."""
    told = [c.text for c in table.cells if c.row == 0 and c.text]
    if 2 * sum(vocabulary.role_of(text) is not None for text in told) > len(told):
        return False  # a header
    titled = len(told) == 1 and key_columns.is_title(told[0])
    return titled or any(key.entry.status != "unknown" for key in _keys(table, 0))


def _rows_below(table: Table) -> int:
    """How many of the last rows are a key's: every cell in them is an entry's."""
    rows = 0
    while rows < table.rows - 2:
        row = table.rows - 1 - rows
        cells = [c for c in table.cells if c.row <= row < c.row + c.row_span]
        told = [c for c in cells if c.text]
        full = told and len(told) == len(cells) and all(c.row == row for c in told)
        short = len(told) == 1 or all(len(c.text) <= LONGEST for c in told)
        keys = list(_keys(table, row)) if full and short else []
        labels = {key.entry.label for key in keys}
        if not _is_key(keys) or (len(told) > 1 and any(c.text not in labels for c in told)):
            break
        rows += 1
    return rows


def _keys(table: Table, row: int) -> Iterator[Key]:
    for block in _loose(table.part(row, row + 1)):
        if isinstance(block, Table):
            yield from key_cells.entries(block, header(block))
        else:
            yield from key_lines.entries(block)


def _is_key(keys: Sequence[Key]) -> bool:
    known = sum(key.entry.status != "unknown" for key in keys)
    return (
        len(keys) >= LEAST
        and known >= KNOWN * len(keys)
        and len({key.entry.label for key in keys}) == len(keys)
    )


def _loose(row: Table) -> Iterator[Block]:
    """A row of one text as the paragraph that it is; any other row as it is."""
    told = [c for c in row.cells if c.text]
    if len(told) == 1:
        yield told[0].paragraph(row.page)
    else:
        yield row
