"""Tables that count how many rows have each status: totals of the review, and neither rows nor a key of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from parsers.block import Cell, Table

LARGEST = 20  # rows and columns; a longer table counts more than statuses
FEWEST = 2  # statuses that are counted
MOST = 0.6  # share of the labels that name one: a document has words of its own
#: `7`, `7 (23%)`, `23%`, and what stands for none
WHOLE = re.compile(r"\d{1,4}(?: ?\(\d{1,3}(?:\.\d+)? ?%\))?")
SHARE = re.compile(r"\(?\d{1,3}(?:\.\d+)? ?%\)?")
CHANGE = re.compile(r"[+±−–-] ?\d{1,4}(?:\.\d+)?(?: ?%)?")  # beside the numbers of two times: `+1`
NONE = re.compile(r"[-–—]|nil", re.IGNORECASE)
TOTAL = re.compile(r"(?:grand |overall )?totals?\b|overall$|all$")


class Counted(NamedTuple):
    """Labels with the figures of each, and what else the table prints: its headings, or what its rows are."""

    labels: list[str]
    figures: list[list[str]]
    beside: list[str]


def counts_statuses(table: Table) -> bool:
    """True for a table of nothing but statuses with their numbers: `Status | Actions | %`, below or beside each other.

    A scale of figures (`4 | Complete`) or thresholds (`Green: 95%`) look alike: something must say that it counts.
    """
    if not 1 < table.rows <= LARGEST or not 1 < table.cols <= LARGEST:
        return False
    if not any(WHOLE.fullmatch(c.text) for c in table.cells) or not _is_spare(table):
        return False
    return any(_counts(counted) for counted in chain(_below(table), _beside(table)))


def heads_counts(headings: Sequence[str], below: Sequence[Sequence[Cell]]) -> bool:
    """True for columns headed by statuses, three or more, that hold whole numbers: `Goal | Complete | On track | Late`
    counts what each goal has of them."""
    named = {col: status for col, heading in enumerate(headings) if (status := phrases.status_of(heading))}
    if len({*named.values()}) <= FEWEST:
        return False
    texts = [cell.text for col in named for cell in below[col] if cell.text and not NONE.fullmatch(cell.text)]
    return bool(texts) and all(WHOLE.fullmatch(text) or SHARE.fullmatch(text) for text in texts)


def is_plain(table: Table) -> bool:
    """True where no sign and no colour of its own tells the labels apart: such a table explains nothing."""
    labels = [
        [c for c in table.cells if c.text and c.col == 0 and c.row],
        [c for c in table.cells if c.row == 0],
    ]
    return not any(c.marks for c in table.cells) and all(
        len({c.fill for c in own if c.text and not WHOLE.fullmatch(c.text)}) < FEWEST for own in labels
    )


def _is_spare(table: Table) -> bool:
    """True where each place has its cell and none spreads over others, as titles and merged labels do."""
    return len(table.cells) == table.rows * table.cols and all(
        c.row_span == c.col_span == 1 for c in table.cells
    )


def _below(table: Table) -> Iterator[Counted]:
    """The statuses in the first column, below headings or without."""
    rows = [_texts(table.cells, row=row) for row in range(table.rows)]
    for body in (1, 0):
        labels = [row[0] for row in rows[body:]]
        yield Counted(labels, [row[1:] for row in rows[body:]], [text for row in rows[:body] for text in row])


def _beside(table: Table) -> Iterator[Counted]:
    """The statuses in the first row, behind labels of the rows or without."""
    columns = [_texts(table.cells, col=col) for col in range(table.cols)]
    for body in (1, 0):
        labels = [column[0] for column in columns[body:]]
        beside = [text for column in columns[:body] for text in column]
        yield Counted(labels, [column[1:] for column in columns[body:]], beside)


def _texts(cells: Sequence[Cell], row: int | None = None, col: int | None = None) -> list[str]:
    """The texts of one row or of one column."""
    return [" ".join(c.text.split()) for c in cells if row in (None, c.row) and col in (None, c.col)]


def _counts(counted: Counted) -> bool:
    labels = [label for label in counted.labels if not TOTAL.match(vocabulary.plain(label))]
    named = sum(_names_status(label) for label in labels)
    figures = [text for own in counted.figures for text in own if text and not NONE.fullmatch(text)]
    return (
        named >= FEWEST
        and named >= MOST * len(labels)
        and all(counted.labels)
        and len({*labels}) == len(labels)
        and all(any(kind.fullmatch(text) for kind in (WHOLE, SHARE, CHANGE)) for text in figures)
        and any(WHOLE.fullmatch(text) for text in figures)
        and (len(labels) < len(counted.labels) or _says_so(counted.beside))
    )


def _names_status(label: str) -> bool:
    return bool(phrases.status_of(label) or vocabulary.colour_word(label))


def _says_so(beside: Sequence[str]) -> bool:
    """True where headings or labels say that something is counted: `Number of actions`, `Actions | %`."""
    words = vocabulary.load("statuses")["counts"]["words"]
    return any("%" in text or set(vocabulary.plain(text).split()).intersection(words) for text in beside)
