"""Notes alone at a page's head: a frame around `Progress update: ..` is no table by itself. It holds what the table of
the page before prints below each row, and is the note on the last of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.rows import comments
from parsers.block import Block, Cell, Paragraph, Table
from parsers.geometry import union

SEVERAL = 2  # such notes in the table of the page before
AIR = 1.2  # times a line's size between two lines of one note
INSET = 12.0  # points from a frame's side to its text


def framed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such a note as a table of one row, in the columns of the table that it goes on from."""
    times = Counter(b.text for b in blocks if not isinstance(b, Table))
    found = list(blocks)
    for table, others in _breaks(blocks):
        opening = [b for b in others if times[_text(b)] == 1 or comments.is_bare_label(_text(b))]
        note = list(_note(opening, table)) if opening else []
        if note and _lacks_its_note(table, note[0].text):
            place = next(k for k, b in enumerate(found) if b is note[0])
            found[place] = _row(table, note)
            gone = {id(text) for text in note[1:]}
            found = [b for b in found if id(b) not in gone]
    return tuple(found)


def _breaks(blocks: Sequence[Block]) -> Iterator[tuple[Table, list[Block]]]:
    """The last table of each page with what the next page prints."""
    pages: dict[int, list[Block]] = {}
    for block in blocks:
        pages.setdefault(block.page, []).append(block)
    for page, after in pairwise(sorted(pages)):
        tables = [b for b in pages[page] if isinstance(b, Table)]
        if tables and after == page + 1:
            yield max(tables, key=lambda t: t.ys[-1]), pages[after]


def _text(block: Block) -> str:
    return "" if isinstance(block, Table) else block.text


def _note(texts: Sequence[Block], table: Table) -> Iterator[Paragraph]:
    """The texts of one frame: a label that opens the page, in the table's first column, and what stands right below."""
    foot = 0.0
    for k, text in enumerate(texts):
        if not isinstance(text, Paragraph) or not 0 <= text.box.x0 - table.xs[0] <= INSET:
            return
        labelled = comments.is_bare_label(text.text) or comments.is_labelled(text.text)
        if labelled is not (k == 0) or (k and text.box.top - foot > AIR * text.size):
            return
        yield text
        foot = text.box.bottom


def _lacks_its_note(table: Table, label: str) -> bool:
    """True where rows of the table have notes with that label below them, over all columns, and the last has none."""
    told: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text or cell.marks:
            told.setdefault(cell.row, []).append(cell)
    opening = label.partition(":")[0] + ":"
    alone = [row for row, own in told.items() if len(own) == 1 and own[0].text.startswith(opening)]
    return len(alone) >= SEVERAL and bool(told) and len(told[max(told)]) > 1


def _row(table: Table, note: Sequence[Paragraph]) -> Table:
    """The note as a row over all columns of the table."""
    box = union(text.box for text in note)._replace(x0=table.xs[0], x1=table.xs[-1])
    text = "\n".join(part.text for part in note)
    lines = tuple(line for part in note for line in part.lines)
    cell = Cell(0, 0, 1, table.cols, text, box, lines, chars=sum(part.chars for part in note))
    return Table(note[0].page, box, table.reader, table.xs, (box.top, box.bottom), (cell,))
