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
#: rows (R), sentences (S) and headings of rows (H) of a table, as a page's end may part them
BELOW = re.compile(r"H*S?(?:H*RS?)*H*")
LACKING = 0.2  # share of the rows that may have no sentence where all others have theirs
NARROWER = 4  # columns from which on a sentence may leave one blank: that of the numbers, or of the statuses
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
    groups: defaultdict[tuple[str, ...], list[tuple[Table, int, Sequence[Cell | None]]]] = defaultdict(list)
    for table in blocks:
        wide = (
            {c.row for c in table.cells if c.row and _is_wide(c, table)}
            if isinstance(table, Table)
            else set()
        )
        if not wide or not isinstance(table, Table):
            continue
        body = next((r for r in range(1, min(WITHIN, table.rows)) if is_headed(table, r)), 0)
        if not body:
            continue
        heads = tuple(c.text for c in table.cells if c.row == body - 1)
        cells = [alone(table, r) if r in wide else _naming(table, r) for r in range(body, table.rows)]
        groups[heads].append((table, body, cells))
    found = [_parts(tables) for tables in groups.values()]
    return {
        id(part.table): (part.body, above) for parts in found for above in _sides(parts) for part in parts
    }


def _parts(tables: Sequence[tuple[Table, int, Sequence[Cell | None]]]) -> list[Part]:
    """Tables with the same headings as letters, by what their rows of one text are beside each other."""
    heads = headings([c for _, _, cells in tables for c in cells if c is not None])
    parts = []
    for table, body, cells in tables:
        letters = ["R" if c is None else "H" if c in heads else "S" if is_text(c) else "X" for c in cells]
        texts_alone = tuple(c for c, letter in zip(cells, letters, strict=True) if c and letter != "H")
        parts.append(Part(table, body, "".join(letters), texts_alone))
    return parts


def alone(table: Table, row: int) -> Cell | None:
    """The text of a row that has nothing else, where it goes over all columns, or all but a blank one."""
    cells = [c for c in table.cells if c.row <= row < c.row + c.row_span]
    own = [c for c in cells if c.text or c.marks]
    wide = len(own) == 1 and own[0].text and own[0].row_span == 1 and _is_wide(own[0], table)
    return own[0] if wide and all(c.fill in (None, own[0].fill) for c in cells) else None


def _naming(table: Table, row: int) -> Cell | None:
    """The text of a row that has nothing else and says that it heads others, however wide: `Theme 2 - Homes`."""
    own = [c for c in table.cells if c.row <= row < c.row + c.row_span and (c.text or c.marks)]
    return own[0] if len(own) == 1 and own[0].row_span == 1 and texts.heads_rows(own[0].text) else None


def headings(alone: Sequence[Cell]) -> list[Cell]:
    """Which of the texts that stand alone in their rows head others: by their words, or as they end as no sentence does
    and look otherwise than those that do."""
    looks = {
        _look(c) for c in alone if c.text.endswith(phrases.SENTENCE_END) and not texts.heads_rows(c.text)
    }
    return [
        c
        for c in alone
        if texts.heads_rows(c.text)
        or (looks and not c.text.endswith(phrases.SENTENCE_END) and _look(c) not in looks)
    ]


def _look(cell: Cell) -> tuple[str | None, bool]:
    return cell.fill, bool(cell.lines) and all(line.bold for line in cell.lines)


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
    spared = int(table.cols >= NARROWER)
    return cell.col_span >= table.cols - spared and bool(cell.text)


def _sides(parts: Sequence[Part]) -> list[bool]:
    """Whether the sentences of all parts stand above their rows; nothing where there are none or it is not known."""
    sentences = [cell.text for part in parts for cell in part.sentences]
    if len(sentences) < UNHEADED or any("X" in part.pattern for part in parts):
        return []
    if all(ABOVE.fullmatch(part.pattern) for part in parts):
        over = all(came_of.OVER.search(text) for text in sentences)
        told = over and mean(map(len, sentences)) >= TELLING and _name_their_rows(parts)
        return [True] if told and all(text.endswith(phrases.SENTENCE_END) for text in sentences) else []
    below = all(BELOW.fullmatch(part.pattern) for part in parts) and not _are_lacking(parts)
    return [False] if below and _go_on(parts) else []


def _are_lacking(parts: Sequence[Part]) -> bool:
    """True where more than few rows are without a sentence, a table's last one left out."""
    patterns = [part.pattern.removesuffix("R") for part in parts]
    rows = sum(pattern.count("R") for pattern in patterns)
    return rows - sum(pattern.count("RS") for pattern in patterns) > LACKING * rows


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
