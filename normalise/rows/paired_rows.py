"""Tables of which each row has a sentence below it, or above it, over all columns, and no heading that says what it
is: the tables with the same headings tell it together, for a page's end may leave one row alone or part it from its
text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import mean
from typing import NamedTuple

from normalise.columns import came_of
from normalise.language import phrases, vocabulary
from normalise.prose import texts
from normalise.rows import comments
from parsers.block import Block, Cell, Table

ROLE = "progress"
KNOWN = 2  # headings beside each other that make a row a header
WITHIN = 4  # rows from the top in which a body begins
UNHEADED = 3  # rows that have such a sentence, in all tables with the same headings
BELOW = re.compile(r"S?(?:RS)*R?")  # rows (R) and sentences (S) of a table, as a page's end may part them
ABOVE = re.compile(r"(?:SR)+")
TELLING = 40.0  # characters on average of sentences above their rows: shorter ones are headings
MOSTLY = 0.5  # share of those that name a thing of their row, as what came of it does
STEM = 4  # letters that two words have in common


class Part(NamedTuple):
    """A table, the first row below its headings, its rows as letters, and the sentences."""

    table: Table
    body: int
    pattern: str
    sentences: tuple[Cell, ...]


def found(blocks: Sequence[Block]) -> Mapping[int, tuple[int, bool]]:
    """By a table's identity, the first row below its headings and whether the sentences stand above their rows."""
    groups: defaultdict[tuple[str, ...], list[Part]] = defaultdict(list)
    for table in blocks:
        wide = {c.row for c in table.cells if _is_wide(c, table)} if isinstance(table, Table) else set()
        if not wide or not isinstance(table, Table):
            continue
        body = next((r for r in range(1, min(WITHIN, table.rows)) if is_headed(table, r)), 0)
        if not body:
            continue
        heads = tuple(c.text for c in table.cells if c.row == body - 1)
        cells = [alone(table, row) if row in wide else None for row in range(body, table.rows)]
        pattern = "".join("R" if c is None else "S" if is_text(c) else "X" for c in cells)
        groups[heads].append(Part(table, body, pattern, tuple(c for c in cells if c is not None)))
    return {
        id(part.table): (part.body, above)
        for parts in groups.values()
        for above in _sides(parts)
        for part in parts
    }


def alone(table: Table, row: int) -> Cell | None:
    """The text of a row that has nothing else, where it goes over all columns."""
    own = [c for c in table.cells if c.row <= row < c.row + c.row_span and (c.text or c.marks)]
    wide = len(own) == 1 and own[0].text and own[0].row_span == 1 and own[0].col_span == table.cols
    return own[0] if wide else None


def is_headed(table: Table, row: int) -> bool:
    """True where the row above one is of headings, none of which says how things went."""
    above = [c for c in table.cells if c.row + c.row_span == row and c.text]
    roles = [vocabulary.role_of(c.text) for c in above]
    return sum(map(bool, roles)) >= KNOWN and ROLE not in roles


def is_text(cell: Cell) -> bool:
    """True for what is no heading, no status and has no label of its own."""
    rated = phrases.status_of(cell.text) is not None
    return not texts.heads_rows(cell.text) and not rated and not comments.is_labelled(cell.text)


def _is_wide(cell: Cell, table: Table) -> bool:
    return cell.col_span == table.cols and cell.row > 0 and bool(cell.text)


def _sides(parts: Sequence[Part]) -> list[bool]:
    """Whether the sentences of all parts stand above their rows; nothing where there are none or it is not known."""
    sentences = [cell.text for part in parts for cell in part.sentences]
    if len(sentences) < UNHEADED or any("X" in part.pattern for part in parts):
        return []
    if all(ABOVE.fullmatch(part.pattern) for part in parts):
        over = all(came_of.OVER.search(text) for text in sentences)
        told = over and mean(map(len, sentences)) >= TELLING and _name_their_rows(parts)
        return [True] if told and all(text.endswith(phrases.SENTENCE_END) for text in sentences) else []
    return [False] if all(BELOW.fullmatch(p.pattern) for p in parts) and _go_on(parts) else []


def _name_their_rows(parts: Sequence[Part]) -> bool:
    """True where most of the sentences have a word in common with the row below: one that tells why something is to be
    done may be of anything."""
    named = [
        not _stems(cell.text).isdisjoint(
            _stems(" ".join(c.text for c in part.table.cells if c.row == cell.row + 1))
        )
        for part in parts
        for cell in part.sentences
    ]
    return sum(named) > MOSTLY * len(named)


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in vocabulary.plain(text).split() if len(word) >= STEM}


def _go_on(parts: Sequence[Part]) -> bool:
    """True where a row without its sentence ends a table, or a sentence without its row begins one, only as one goes on
    on the next page; a sentence that does not end goes on too."""
    for k, part in enumerate(parts):
        before, behind = parts[k - 1] if k else None, parts[k + 1] if k + 1 < len(parts) else None
        goes_on = behind is not None and behind.table.page == part.table.page + 1
        if part.pattern.endswith("R") and not goes_on:
            return False
        if part.pattern.startswith("S") and (before is None or before.table.page + 1 != part.table.page):
            return False
        unended = [c for c in part.sentences if not c.text.endswith(phrases.SENTENCE_END)]
        if unended and not (goes_on and unended == [part.sentences[-1]] and part.pattern.endswith("S")):
            return False
    return True
