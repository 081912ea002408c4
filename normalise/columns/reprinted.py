"""Headers that are printed again: what stands below one level of them and is not printed again is a row of the body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from normalise.language import vocabulary
from parsers.block import Cell, Table

FEWEST = 3  # headings of one line by which tables with the same header are known
KNOWN = 2  # of them that the vocabulary has

Texts = tuple[str, ...]


def above_rows(tables: Sequence[Table], heights: Sequence[int]) -> Iterator[int]:
    """Which of the tables have a row of the body in their header, of so many levels: another table has the same
    headings in its first row, each over one column, and other texts below them. The rest of a row that a page's end
    cuts may look like a second line of headings (`Director of Public` / `Health`)."""
    below: defaultdict[Texts, set[Texts]] = defaultdict(set)
    firsts = [_row(table, 0) if height else () for table, height in zip(tables, heights, strict=True)]
    for table, first in zip(tables, firsts, strict=True):
        if first:
            below[first].add(_row(table, 1))
    for k, (first, height) in enumerate(zip(firsts, heights, strict=True)):
        if first and height > 1 and len(below[first]) > 1:
            yield k


def again(rows: Sequence[Sequence[Cell]], default: int) -> int:
    """The first of rows that prints most headings of an earlier one in the same columns: what those head goes on
    below, and the row above it is none of its levels. `default` where there is none."""
    said = [{c.col: c.text for c in cells} for cells in rows]
    for k, own in enumerate(said):
        for before in said[:k] if len(own) >= FEWEST else ():
            if is_again(before, own):
                return k
    return default


def is_again(before: Mapping[int, str], own: Mapping[int, str]) -> bool:
    """True for a row that prints the headings of an earlier one, all but that of one column at most, which says what
    stands below: `No. | Our people | Lead | Status`, and farther down `No. | Our places | Lead | Status`."""
    same = [text for col, text in own.items() if before.get(col) == text]
    if len(same) < FEWEST or len(same) + 1 < max(len(own), len(before)):
        return False
    other = [
        row[col] for col in own.keys() | before.keys() for row in (own, before)
        if own.get(col) != before.get(col) and col in row
    ]  # fmt: skip
    known = sum(vocabulary.role_of(text) is not None for text in same)
    return known >= KNOWN and not any(map(vocabulary.role_of, other))


def _row(table: Table, row: int) -> Texts:
    """The texts of a row by column; of the first one none where it has few, or one over several columns or rows."""
    cells = sorted((c for c in table.cells if c.row == row and c.text), key=lambda c: c.col)
    grouped = row == 0 and any(c.col_span > 1 or c.row_span > 1 for c in cells)
    return () if row == 0 and (grouped or len(cells) < FEWEST) else tuple(c.text for c in cells)
