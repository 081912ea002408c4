"""The last lines of a key whose signs stand in a column, where the keys beside it end above them and so does their
table."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from normalise.columns.strips import SAME_EDGE
from normalise.keys.columns import Entry
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Mark, Paragraph, Table

NEARLY = 1.5  # of the distance between the signs above


def entries(blocks: Sequence[Block], keys: Sequence[Key], used: Container[int]) -> Iterator[Entry]:
    """Texts of one line, each behind a sign of its own, at the place that the next line of a key in a table would have;
    each serves what the line above it does. `used` are blocks that hold the key already."""
    tables = {id(block) for block in blocks if isinstance(block, Table)}
    column = [k for k in keys if k.mark and k.block in tables]
    for text in blocks:
        if not isinstance(text, Paragraph) or not len(text.marks) == len(text.lines) == 1 or id(text) in used:
            continue
        (mark,) = text.marks
        over = sorted(
            (k for k in column if k.mark and k.page == text.page and _is_over(k.mark, mark)), key=_top
        )
        if mark.box.x1 <= text.box.x0 + SAME_EDGE and len(over) > 1 and _is_next(over, mark):
            label, definition = key_words.split([text.text])
            line = key.of_words(label, definition, mark, None, None, text.page, text.box.x0)
            line = line._replace(serves=over[-1].serves, block=id(text))
            column.append(line)
            yield Entry(line, (id(text),))


def _top(one: Key) -> float:
    return one.mark.box.top if one.mark else 0.0


def _is_over(mark: Mark, below: Mark) -> bool:
    """True for a sign above another one and no other of its look."""
    level = abs(mark.box.centre[0] - below.box.centre[0]) < SAME_EDGE
    look = (mark.shape, mark.colour, mark.identity) != (below.shape, below.colour, below.identity)
    return level and look and mark.box.bottom <= below.box.top + SAME_EDGE


def _is_next(over: Sequence[Key], mark: Mark) -> bool:
    """True for a sign as far below the last as this stands below the one before it."""
    last, before = over[-1], over[-2]
    return mark.box.top - _top(last) < NEARLY * (_top(last) - _top(before))
