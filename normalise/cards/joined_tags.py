"""Small labels side by side that a cell prints as one line, `Owner Target date`, with their values as one line below:
`Ann Archer 31 March 2026`. What each label says is told by what it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from normalise.cards.tables import lines_of
from normalise.language import dates, phrases, vocabulary
from normalise.prose import labelled
from normalise.prose.tags import ALIGNED, LONGEST, SMALLER, usual_size
from parsers.block import Block, Line, Table

OFTEN = 2  # times that two labels stand on one line
DATED = ("due_date", "start_date", "revised_date")
OPENS = re.compile(rf"\d|{dates.unnamed(dates.MONTH)}", re.IGNORECASE)  # a date
FULL = 3  # words of a whole date, `31 March 2026`


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; in tables that nothing draws such lines as one line for each label and each value."""
    body = usual_size(line for block in blocks for line in lines_of(block))
    tables = [b for b in blocks if isinstance(b, Table) and b.reader == "unruled"]
    found = {id(line): at for table in tables for line in lines_of(table) if (at := _second(line, body))}
    times = Counter(line.text for table in tables for line in lines_of(table) if id(line) in found)
    if max(times.values(), default=0) < OFTEN:
        return tuple(blocks)
    return tuple(_table(b, found) if isinstance(b, Table) and b.reader == "unruled" else b for b in blocks)


def _second(line: Line, body: float) -> int:
    """Where the second of two known labels begins on a small line; 0 for any other."""
    words = line.text.split(" ")
    if not (line.size < SMALLER * body or line.text.isupper()) or not 1 < len(words) <= 2 * LONGEST:
        return 0
    for k in range(1, len(words)):
        first, second = " ".join(words[:k]), " ".join(words[k:])
        if vocabulary.role_of(first) and vocabulary.role_of(second) in (*DATED, "status"):
            return len(first) + 1
    return 0


def _table(table: Table, found: Mapping[int, int]) -> Table:
    """The table with its lines parted, down each column, for labels may stand in a row of their own."""
    parts: dict[int, tuple[Line, ...]] = {}
    for col in range(table.cols):
        left = right = None
        for cell in (c for c in table.cells if c.col == col):
            lines: list[Line] = []
            for line in cell.lines:
                at = _behind(line, left, right)
                if begin := found.get(id(line), 0):
                    left, right = _halves(line, begin, None)
                    lines += [left, right]
                    continue
                lines += _halves(line, at, right) if at else [line]
                left = right = None
            parts[id(cell)] = tuple(lines)
    return replace(table, cells=tuple(replace(c, lines=parts.get(id(c), c.lines)) for c in table.cells))


def _behind(line: Line, left: Line | None, right: Line | None) -> int:
    """Where the second value begins on the line right below two labels."""
    if left is None or right is None or abs(line.box.x0 - left.box.x0) >= ALIGNED:
        return 0
    return _day(line.text) if vocabulary.role_of(right.text) in DATED else _status(line.text)


def _halves(line: Line, begin: int, above: Line | None) -> tuple[Line, Line]:
    """A line as two; the second begins below the label `above` where there is one."""
    first, second = labelled.part(line, 0, begin - 1), labelled.part(line, begin, len(line.text))
    if above is not None:
        x0 = above.box.x0
        second = second._replace(box=second.box._replace(x0=x0, x1=max(x0, second.box.x1)))
        first = first._replace(box=first.box._replace(x1=min(first.box.x1, x0)))
    return first, second


def _day(text: str) -> int:
    """Where the date that ends a text begins; 0 where none does, or all of it is one."""
    words = text.split(" ")
    for k in range(1, len(words)):
        rest = " ".join(words[k:])
        if len(words) - k <= FULL and OPENS.match(rest) and dates.date_of(rest) is not None:
            return len(text) - len(rest)
    return 0


def _status(text: str) -> int:
    """Where the name of a status that ends a text begins."""
    words = text.split(" ")
    ends = (" ".join(words[k:]) for k in range(1, len(words)))
    rest = next((end for end in ends if phrases.status_of(end) is not None), "")
    return len(text) - len(rest) if rest else 0
