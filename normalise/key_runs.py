"""Where a key may stand: one block, or several of its lines below each other, also where a page's end cuts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalise import key_lines
from normalise.strips import SAME_EDGE
from parsers.block import Block, Paragraph, Table

LONGEST = 14  # rows of a key on both pages
COLUMNS = 4  # of a key: its sign, its label, what it means


def runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """A table, with its rest on the next page, a text that holds all of a key, or texts below each other with a sign
    each. `blocks` are without what runs through all pages."""
    run: list[Block] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        line, table = _is_line(block), isinstance(block, Table)
        if run and _goes_on(block, run, cut=before is run[-1] and block.page == run[-1].page + 1):
            run.append(block)
            continue
        if run and (line or table or isinstance(run[0], Table)):
            yield run
            run = []
        if line or table:
            run = [block]
        else:
            yield [block]
    if run:
        yield run


def _goes_on(block: Block, run: Sequence[Block], *, cut: bool) -> bool:
    """True for the next line of a run; `cut` for a block that opens the page behind it."""
    before = run[-1]
    if isinstance(before, Table):
        return cut and isinstance(block, Table) and _has_its_columns(block, before)
    return (cut or block.page == before.page) and _is_line(block)


def _has_its_columns(table: Table, before: Table) -> bool:
    alike = table.cols == before.cols <= COLUMNS and table.rows + before.rows <= LONGEST
    return alike and all(abs(a - b) < SAME_EDGE for a, b in zip(table.xs, before.xs, strict=True))


def _is_line(block: Block) -> bool:
    """True for a text that may be one line of a key whose other lines are texts of their own."""
    if isinstance(block, Table):
        return False
    return bool(isinstance(block, Paragraph) and block.marks) or any(key_lines.of_lines(block))
