"""A key in rows of the review's own table, or of one that touches it, above its header or below its last row, set apart
from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from normalise.columns.headers import header, is_of_a_review
from normalise.keys import cells as key_cells
from normalise.keys import columns as key_columns
from normalise.keys import lines as key_lines
from normalise.language import vocabulary
from normalise.signs.line import Key
from parsers.block import Block, Cell, Heading, Table

ENTRY = 2  # cells of a line: a sign and its words
HIGHEST = 4  # rows of one text up to the heading of a key
LEAST = 3  # entries of a key in one row: two ratings side by side are an action's
LONGEST = 40  # characters of a label beside others in one row; an action's texts are longer
KNOWN = 0.6  # share of them that name a status


def apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with keys inside tables of the review as blocks of their own."""
    for block in blocks:
        if isinstance(block, Table):
            above = _above_key(block)
            yield from (_heading(cell, block.page) for row in range(above) for cell in _told(block, row))
            yield from _parts(block.part(above, block.rows).narrowed() if above else block)
        else:
            yield block


def _above_key(table: Table) -> int:
    """How many rows stand above a key, or its heading, each of one text or none: they head the document, whose title a
    spreadsheet prints in the same frame."""
    for row in range(min(HIGHEST, table.rows - LEAST)):
        inked = [c for c in table.cells if c.row == row and _is_inked(c)]
        if len(inked) > 1 and row and not inked[0].text and _is_above_header(table, row):
            return row
        if len(inked) > 1 or any(c.marks or not c.text for c in inked):
            return 0
        if inked and key_columns.is_title(inked[0].text):
            return row if _is_whole(table, row) else 0
    return 0


def _is_above_header(table: Table, first: int) -> bool:
    """True for lines of a key from a row on, and a header below them."""
    lines = _lines(table, range(first, table.rows - 1))
    return lines >= LEAST and header(table.part(first + lines, table.rows)) is not None


def _is_inked(cell: Cell) -> bool:
    return bool(cell.text or cell.marks or cell.fill)


def _told(table: Table, row: int) -> list[Cell]:
    return [c for c in table.cells if c.row == row and c.text]


def _heading(cell: Cell, page: int) -> Heading:
    size, bold = max((line.size for line in cell.lines), default=0.0), any(line.bold for line in cell.lines)
    return Heading(page, cell.box, cell.text, size, bold, cell.chars, cell.lines)


def _parts(table: Table) -> Iterator[Block]:
    top, foot = _rows_above(table), _rows_below(table)
    if not top and not foot:
        yield table
        return
    end = table.rows - foot
    yield from _printed(table, 0, top)
    yield table.part(top, end).narrowed()
    yield from _printed(table, end, table.rows)


def _rows_above(table: Table) -> int:
    """How many rows above the header are a key's; what heads the rows below the header stands between them."""
    if table.rows < LEAST or not _may_open(table):
        return 0
    signs = _lines(table, range(table.rows - 1))
    head = header(table.part(signs, table.rows) if signs else table)
    rows = signs + head.first if head else 0
    while rows > signs and _is_across(table, rows - 1) and not any(_keys(table, rows - 1)):
        rows -= 1
    return rows if rows and _is_whole(table, rows) and _is_key(_keys_of(table, range(rows))) else 0


def _may_open(table: Table) -> bool:
    """True for a first row with an entry of a key, or a key's heading."""
    told = [c.text for c in table.cells if c.row == 0 and c.text]
    if len(told) > 1 and 2 * sum(vocabulary.role_of(text) is not None for text in told) > len(told):
        return False  # a header
    titled = len(told) == 1 and key_columns.is_title(told[0])
    return titled or any(key.entry.status != "unknown" for key in _keys(table, 0))


def _rows_below(table: Table) -> int:
    """How many of the last rows are a key's: every cell in them is an entry's."""
    rows = _lines_below(table) or _titled_below(table)
    if rows:
        return rows
    while rows < table.rows - 2:
        row = table.rows - 1 - rows
        cells = [c for c in table.cells if c.row <= row < c.row + c.row_span]
        told = [c for c in cells if c.text]
        full = told and len(told) == len(cells) and all(c.row == row for c in told)
        short = len(told) == 1 or all(len(c.text) <= LONGEST for c in told)
        keys = list(_keys(table, row)) if full and short else []
        labels = {key.entry.label for key in keys}
        titled = len(told) > 1 and key_columns.is_title(told[0].text)
        if not _is_key(keys) or (len(told) > 1 and any(c.text not in labels for c in told[titled:])):
            break
        rows += 1
    return rows


def _lines_below(table: Table) -> int:
    """How many of the last rows of a review's table are lines of a key, with what stands blank above them, and their
    heading."""
    signs = _lines(table, range(table.rows - 1, 0, -1)) if table.cols > ENTRY else 0
    first = table.rows - signs
    told = signs >= LEAST and is_of_a_review(header(table)) and _is_whole(table, first)
    if not told or not _is_key(_keys_of(table, range(first, table.rows))):
        return 0
    while _is_title_or_blank([c for c in table.cells if c.row == first - 1 and _is_inked(c)]):
        first -= 1
    return table.rows - first


def _is_title_or_blank(inked: Sequence[Cell]) -> bool:
    return not inked or (len(inked) == 1 and key_columns.is_title(inked[0].text))


def _titled_below(table: Table) -> int:
    """How many of the last rows are a key's below its heading, also where the table goes on from another page: each
    is an entry, but for the first, which may say what the columns are."""
    told = Counter(c.row for c in table.cells if c.text)
    likely = range(max(1, table.rows - 1 - key_cells.LONGEST), table.rows - LEAST)
    alone = {c.row: c.text for c in table.cells if c.text and c.row in likely and told[c.row] == 1}
    for row in (row for row, text in alone.items() if key_columns.is_title(text)):
        end = table.rows
        while end - row > LEAST and told[end - 1] == 1 and not any(_keys(table, end - 1)):
            end -= 1  # what is headed below the key
        found = {below: list(_keys(table, below)) for below in range(row + 1, end)}
        lines = all(_may_be_line(own, told[below]) for below, own in found.items() if below > row + 1)
        if lines and _is_whole(table, row) and _is_key([key for own in found.values() for key in own]):
            return table.rows - row
    return 0


def _may_be_line(found: Sequence[Key], told: int) -> bool:
    """True for a row that is an entry: one that is not understood has no more cells than its sign and its words."""
    return bool(found) and (told <= ENTRY or all(key.entry.status != "unknown" for key in found))


def _lines(table: Table, rows: Iterable[int]) -> int:
    """How many rows, from the first on, are nothing but a sign of their own and words about it."""
    seen = set[tuple[object, ...]]()
    for row in rows:
        cells = [c for c in table.cells if c.row == row and _is_inked(c)]
        if len(cells) != ENTRY or not cells[1].text or cells[1].marks:
            break
        look = (cells[0].text, cells[0].fill, *(m.identity for m in cells[0].marks))
        if look in seen or not any(_keys(table, row)):
            break
        seen.add(look)
    return len(seen)


def _is_across(table: Table, row: int) -> bool:
    """True for a row of one text over all columns."""
    return [c.col_span for c in table.cells if c.row == row] == [table.cols]


def _is_whole(table: Table, first: int) -> bool:
    """True where no cell that prints anything stands in the rows above one and in those from it on."""
    over = (c for c in table.cells if c.row < first < c.row + c.row_span)
    return not any(c.text or c.marks for c in over)


def _keys_of(table: Table, rows: Iterable[int]) -> list[Key]:
    return [key for row in rows for key in _keys(table, row)]


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


def _printed(table: Table, first: int, end: int) -> Iterator[Block]:
    """Rows as a table of their own, but for those of one text: these are paragraphs."""
    single = [_is_alone([c for c in table.cells if c.row == row]) for row in range(first, end)]
    for loose, rows in groupby(range(first, end), key=lambda row: single[row - first]):
        own = list(rows)
        if loose:
            yield from (part for row in own for part in _loose(table.part(row, row + 1)))
        else:
            yield table.part(own[0], own[-1] + 1).narrowed()


def _loose(row: Table) -> Iterator[Block]:
    """A row of one text, and no sign beside it, as the paragraph that it is; any other row as it is."""
    told = [c for c in row.cells if c.text]
    if _is_alone(row.cells):
        yield told[0].paragraph(row.page)
    else:
        yield row


def _is_alone(cells: Sequence[Cell]) -> bool:
    """True for one text without a sign beside it, on the ground of the whole row if that has one."""
    told = [c for c in cells if c.text]
    others = [c for c in cells if not c.text]
    return len(told) == 1 and not any(c.marks or (c.fill and c.fill != told[0].fill) for c in others)
