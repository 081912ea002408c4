"""The order in which a page's blocks are read: downwards, or down one half of the page and then down the other.

A table that flows through the two columns of a page has the same columns in both, or each of its tables the same
headings. Cards and panels that stand side by side begin at one height, row by row, and are read across; where each has
headings over it, these are read before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from parsers.block import Block, Heading, Table
from parsers.text.wording import NO_WORDS, Lexicon, ended_early, joined

LEVEL = 3.0  # points between the tops of blocks that stand side by side
ALIKE = 0.03  # of a table's width that the columns of its other half may be off
LEAST = 3  # columns of a table that flows; fewer are panels and lists
LARGER = 1.08  # times the size of the headings of a half: one set larger stands above both
SAME_SIZE = 0.3  # points between the sizes of two parts of a heading


class Gutter(NamedTuple):
    """What parts the halves of a page: from the right edge of the left one to the left edge of the right one."""

    x0: float
    x1: float

    @property
    def at(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


def in_order(
    blocks: Sequence[Block], gutter: Gutter | None = None, lexicon: Lexicon = NO_WORDS
) -> list[Block]:
    """The blocks as they are read. What stands across both halves comes between what is above and below it."""
    downwards = sorted(blocks, key=lambda b: (b.box.top, b.box.x0))
    if gutter is None:
        return _below_their_headings(downwards)
    found: list[Block] = []
    halves: tuple[list[Block], list[Block]] = ([], [])
    for block in downwards:
        if block.box.x0 < gutter.at < block.box.x1 or _is_over_both(block, downwards, gutter.at):
            found += [*_flowing(*halves, gutter, lexicon), block]
            halves = ([], [])
        else:
            halves[block.box.x0 >= gutter.at].append(block)
    return [*found, *_flowing(*halves, gutter, lexicon)]


def _below_their_headings(downwards: Sequence[Block]) -> list[Block]:
    """The blocks with the texts over each of several tables side by side right before it, not before them all."""
    tables = [b for b in downwards if isinstance(b, Table)]
    over = {id(t): _over(t, downwards) for t in tables if any(_are_beside(t, other) for other in tables)}
    headed = {id(t) for t in tables if any(isinstance(b, Heading) for b in over.get(id(t), ()))}
    moved: dict[int, list[Block]] = {}
    for table in tables:
        beside = [other for other in tables if _are_beside(table, other)]
        if beside and id(table) in headed and all(id(other) in headed for other in beside):
            moved[id(table)] = over[id(table)]
    taken = {id(block) for texts in moved.values() for block in texts}
    left = [block for block in downwards if id(block) not in taken]
    return [b for block in left for b in (*moved.get(id(block), ()), block)]


def _are_beside(table: Table, other: Table) -> bool:
    apart = table.box.x1 <= other.box.x0 or other.box.x1 <= table.box.x0
    return apart and table.box.top < other.box.bottom and other.box.top < table.box.bottom


def _over(table: Table, downwards: Sequence[Block]) -> list[Block]:
    """The texts above a table, up to what is a table or wider than it."""
    left, right = table.box.x0 - LEVEL, table.box.x1 + LEVEL
    above = [b for b in downwards if b.box.top < table.box.top and b.box.x0 < right and b.box.x1 > left]
    inside = takewhile(
        lambda b: not isinstance(b, Table) and left <= b.box.x0 and b.box.x1 <= right, reversed(above)
    )
    return [*inside][::-1]


def _is_over_both(block: Block, others: Sequence[Block], at: float) -> bool:
    """True for a heading too short to reach the right half: set larger than those there, with nothing beside it."""
    if not isinstance(block, Heading) or block.box.x1 > at:
        return False
    right = [b for b in others if b.box.x0 >= at]
    beside = any(b.box.top < block.box.bottom and block.box.top < b.box.bottom for b in right)
    sizes = [b.size for b in others if isinstance(b, Heading) and (b.box.x1 <= at or b.box.x0 >= at)]
    largest = max([min(sizes), *(b.size for b in right if isinstance(b, Heading))])
    return not beside and block.size > LARGER * largest


def _flowing(left: list[Block], right: list[Block], gutter: Gutter, lexicon: Lexicon) -> list[Block]:
    """One half after the other; a heading that the end of the left half cuts in two is one."""
    if left and right and isinstance(first := left[-1], Heading) and isinstance(rest := right[0], Heading):
        alike = abs(first.size - rest.size) < SAME_SIZE and first.bold == rest.bold
        full = bool(first.lines and rest.lines) and not ended_early(first.lines[-1], rest.lines[0], gutter.x0)
        if alike and full and not rest.text[:1].isdigit():
            text = joined(first.text, rest.text, lexicon)
            lines, chars = first.lines + rest.lines, first.chars + rest.chars
            whole = Heading(rest.page, rest.box, text, rest.size, rest.bold, chars, lines)
            return [*left[:-1], whole, *right[1:]]
    return [*left, *right]


def gutter(tables: Sequence[Table], known: Gutter | None = None) -> Gutter | None:
    """Where the halves of a page part through which a table flows; the one `known` from a page before where all
    tables end or begin at it, as those of one half do."""
    for first in tables:
        for other in tables:
            if other.box.x0 > first.box.x1 and _flows(first, other):
                found = Gutter(first.box.x1, other.box.x0)
                left = [t for t in tables if t.box.x1 <= found.at]
                right = [t for t in tables if t.box.x0 >= found.at]
                across = [t for t in tables if t not in left and t not in right]
                even = _same_columns(first, other) and not across
                if (even or _parted(first, other, left, right, across)) and not _are_level(left, right):
                    return found
    own = known is not None and all(
        abs(t.box.x1 - known.x0) <= LEVEL or abs(t.box.x0 - known.x1) <= LEVEL for t in tables
    )
    return known if own and tables else None


def _flows(first: Table, other: Table) -> bool:
    """True for tables of one width with the same columns, or with the same headings over as many."""
    widths = [t.xs[-1] - t.xs[0] for t in (first, other)]
    even = first.cols == other.cols >= LEAST and abs(widths[0] - widths[1]) <= ALIKE * widths[0]
    return even and (_same_columns(first, other) or _heads(first) == _heads(other) != ())


def _same_columns(first: Table, other: Table) -> bool:
    off = ALIKE * (first.xs[-1] - first.xs[0])
    return all(
        abs((a - first.xs[0]) - (b - other.xs[0])) <= off for a, b in zip(first.xs, other.xs, strict=True)
    )


def _heads(table: Table) -> tuple[str, ...]:
    """The texts of the first row where each of its columns has one."""
    texts = tuple(c.text for c in table.cells if not c.row and c.text)
    return texts if len(texts) == table.cols else ()


def _parted(
    first: Table, other: Table, left: Sequence[Table], right: Sequence[Table], across: Sequence[Table]
) -> bool:
    """True where all tables of both halves begin with the same headings at the same edges, and those across both
    halves reach from edge to edge."""
    off = ALIKE * (first.xs[-1] - first.xs[0])
    return (
        _heads(first) != ()
        and all(_heads(t) == _heads(first) for t in (*left, *right))
        and all(abs(t.xs[0] - first.xs[0]) + abs(t.xs[-1] - first.xs[-1]) <= off for t in left)
        and all(abs(t.xs[0] - other.xs[0]) + abs(t.xs[-1] - other.xs[-1]) <= off for t in right)
        and all(abs(t.xs[0] - first.xs[0]) + abs(t.xs[-1] - other.xs[-1]) <= off for t in across)
    )


def _are_level(left: Sequence[Table], right: Sequence[Table]) -> bool:
    return len(left) == len(right) and all(
        abs(a.box.top - b.box.top) <= LEVEL for a, b in zip(left, right, strict=True)
    )
