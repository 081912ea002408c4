"""Comments whose label has a row of its own: `Update:`, below it a row for each point of a list. They are one row,
across the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from normalise.language import phrases
from normalise.prose import texts
from normalise.rows import comments
from parsers.block import Block, Cell, Table
from parsers.geometry import union

BULLETS = ("•", "▪", "◦", "-", "–")


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, tables with such comments whole."""
    return tuple(_whole(block) if isinstance(block, Table) else block for block in blocks)


def _whole(table: Table) -> Table:
    if not any(comments.is_bare_label(cell.text) for cell in table.cells):
        return table
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.text or cell.marks:
            rows[cell.row].append(cell)
    found: dict[int, list[Cell]] = {}
    ended = _are_ended(rows)
    signs: dict[int, list[Cell]] = {}
    bare: set[int] = set()
    for row in (row for row in sorted(rows) if _is_label(rows[row]) and row - 1 in rows):
        own = [*rows[row]]
        while _goes_on(table, own, rows.get(row + len(own), ()), ended):
            if _is_label(rows.get(row + len(own) + 1, ())):
                break  # an action of which nothing else is told
            own += rows[row + len(own)]
        painted = [sign for part in own for sign in _signs(table, part)]
        if len(own) > 1 and _is_free(table, row - 1, painted):
            found[row] = own
            signs[row - 1] = painted
        elif len(own) == 1 and not painted and _says_nothing(row, rows):
            bare.add(row)
    return _laid(_painted(table, signs), found, bare) if found else table


def _says_nothing(row: int, rows: Mapping[int, Sequence[Cell]]) -> bool:
    """True for a label below an action and above another, or above a heading of rows."""
    below = rows.get(row + 1, ())
    another = len(below) > 1 or (len(below) == 1 and _is_label(rows.get(row + 2, ())))
    return len(rows[row - 1]) > 1 and (another or any(texts.heads_rows(c.text) for c in below))


def _is_label(cells: Sequence[Cell]) -> bool:
    return len(cells) == 1 and comments.is_bare_label(cells[0].text)


def _are_ended(rows: Mapping[int, Sequence[Cell]]) -> bool:
    """True where notes end as sentences do, or other texts stand alone: a text below a label may then be a heading."""
    alone = {row: cells[0] for row, cells in rows.items() if len(cells) == 1 and not _is_label(cells)}
    below = [cell.text for row, cell in alone.items() if _is_label(rows.get(row - 1, ()))]
    return any(text.endswith(phrases.SENTENCE_END) for text in below) or any(
        row - 1 not in alone and not _is_label(rows.get(row - 1, ())) for row in alone
    )


def _goes_on(table: Table, own: Sequence[Cell], cells: Sequence[Cell], ended: bool) -> bool:
    """True for a row of one text that a label stands over, or a further point of its list, and no heading of rows."""
    if len(cells) != 1 or cells[0].row_span > 1 or cells[0].col > own[0].col + 1 or cells[0].marks:
        return False
    text = cells[0].text
    if texts.heads_rows(text) or comments.is_labelled(text) or _is_label(cells):
        return False
    if text.startswith(BULLETS) or text[:1].islower():
        return True
    told = text.endswith(phrases.SENTENCE_END) or phrases.status_of(text) is not None
    same = cells[0].fill in (None, own[0].fill) and not _signs(table, cells[0])
    return len(own) == 1 and (told or (same and not ended and texts.numbered_priority(text) is None))


def _signs(table: Table, text: Cell) -> list[Cell]:
    """What is painted beside a text in another colour than its own."""
    return [c for c in table.cells if c.row == text.row and c is not text and c.fill not in (None, text.fill)]


def _is_free(table: Table, row: int, signs: Sequence[Cell]) -> bool:
    """True where the row has blank cells in the columns of signs, one sign for each."""
    blank = {(c.col, c.col_span) for c in table.cells if c.row == row and not (c.text or c.marks or c.fill)}
    return {(c.col, c.col_span) for c in signs} <= blank and len({c.col for c in signs}) == len(signs)


def _painted(table: Table, signs: Mapping[int, Sequence[Cell]]) -> Table:
    """The table with what is painted beside a comment in the row that it tells of."""
    fills = {(row, sign.col): sign.fill for row, own in signs.items() for sign in own}
    if not fills:
        return table
    cells = (replace(c, fill=fills[c.row, c.col]) if (c.row, c.col) in fills else c for c in table.cells)
    return replace(table, cells=tuple(cells))


def _laid(table: Table, found: Mapping[int, Sequence[Cell]], bare: Set[int]) -> Table:
    """The table with one row for each comment, without labels that stand over nothing."""
    gone = bare | {row + k for row, own in found.items() for k in range(1, len(own))}
    place = {row: row - sum(other < row for other in gone) for row in range(table.rows + 1)}
    cells = []
    for cell in table.cells:
        if cell.row in gone or (cell.row in found and cell != found[cell.row][0]):
            continue
        if cell.row in found:
            own = found[cell.row]
            lines = tuple(line for part in own for line in part.lines)
            text = "\n".join(part.text for part in own)
            cell = replace(
                cell,
                col=0,
                col_span=table.cols,
                text=text,
                lines=lines,
                box=union(part.box for part in own),
                chars=sum(part.chars for part in own),
                hidden="".join(part.hidden for part in own),
            )
        end = place[cell.row + cell.row_span]
        cells.append(replace(cell, row=place[cell.row], row_span=max(1, end - place[cell.row])))
    kept = [row for row in range(table.rows) if row not in gone]
    nodes = tuple(table.row_nodes[row] for row in kept) if table.row_nodes else ()
    ys = (*(table.ys[row] for row in kept), table.ys[-1])
    return replace(table, cells=tuple(cells), ys=ys, row_nodes=nodes)
