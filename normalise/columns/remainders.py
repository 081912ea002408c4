"""Tables without header that stand in all the columns of a headed one above them: parts of it, whatever they show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import mean, median

from normalise.columns.headers import Header, Headers
from normalise.columns.strips import SAME_EDGE
from normalise.language import parts_of_year, phrases, vocabulary
from parsers.block import Block, Table

ENTRY = 3  # cells of a legend's line: its sign, its label and what it means
LABEL = 60  # characters of an entry's label
TEXT = 20.0  # characters on average of what is done; names of statuses are shorter
TEXTS = ("activity", "action", "progress")  # roles of columns that hold texts
RATED = ("status", "previous_status")  # roles of columns that hold a sign each
SIGNS = 2  # grounds and marks that differ in one row: its own and its status; a key in a line has more


def found(blocks: Sequence[Block], headers: Headers) -> frozenset[int]:
    """Identities of the tables that go on in a headed one's columns with rows too full for lines of a legend.

    Where a band without rules stands between a review's rows, its parts are tables of their own, and one whose rows
    have a status of each kind looks like a key.
    """
    before: list[Table] = []
    parts: set[int] = set()
    for table in (b for b in blocks if isinstance(b, Table) and b.cols >= ENTRY):
        above = ((other, headers[id(other)]) for other in before if table.cols == other.cols)
        goes_on = _goes_on if table.cols > ENTRY else _has_its_rows
        if any(header is not None and goes_on(table, other, header) for other, header in above):
            parts.add(id(table))
        else:
            before.append(table)
    return frozenset(parts)


def _goes_on(table: Table, before: Table, header: Header) -> bool:
    """True for a table that the file itself names as the rest of one on a page before, or that is full."""
    same = table.node != "" and table.node == before.node and table.page > before.page
    return same or (has_all_edges(table, before) and _is_full(table, before, header))


def _is_full(table: Table, before: Table, header: Header) -> bool:
    """True where most rows fill more cells than an entry of a legend has, and none has signs for several entries. What
    is drawn in a column of texts are their bullets; of ratings side by side each has a sign of its own."""
    inked = Counter(c.row for c in table.cells if c.text or c.marks)
    rows = [count for count in inked.values() if count > 1]  # a band is no row, nor is a note's rest
    if not rows or median(rows) <= ENTRY:
        return False
    signs: defaultdict[int, set[str]] = defaultdict(set)
    for cell in table.cells:
        told = len(cell.text) > LABEL or (cell.text and header.roles[cell.col] in TEXTS)
        marks = () if told else cell.marks
        signs[cell.row].update(filter(None, (cell.fill, *(m.identity for m in marks))))
    most = max(map(len, signs.values()), default=0)
    if most <= SIGNS:
        return True
    columns = enumerate(zip(header.roles, header.headings, strict=True))
    rated = sum(
        role in RATED or parts_of_year.is_rating(h) or _rates(before, header, col)
        for col, (role, h) in columns
    )
    return most <= 1 + rated


def _has_its_rows(table: Table, before: Table, header: Header) -> bool:
    """True for a table of as few columns as a key has, on the page behind, whose rows each tell of an item in a text of
    its own and have statuses, some of them those of rows before: a key names statuses where these have their items."""
    items, rated = (
        [col for col, role in enumerate(header.roles) if role == of] for of in ("action", "status")
    )
    if table.page != before.page + 1 or not items or not rated or not has_all_edges(table, before):
        return False
    told = [c.text for c in table.cells if c.col == items[0] and c.text]
    shown = {c.text for c in table.cells if c.col == rated[0] and c.text}
    known = {c.text for c in before.cells if c.col == rated[0] and c.row >= header.body}
    rates = not shown.isdisjoint(known) and all(map(_names, shown - known))
    return rates and not any(map(_names, told)) and mean(map(len, told or [""])) >= TEXT


def _names(text: str) -> bool:
    return (phrases.status_of(text) or vocabulary.colour_word(text)) is not None


def _rates(before: Table, header: Header, col: int) -> bool:
    """True for a column that its heading does not call a rating, `Finance`, but that holds nothing else: all its cells
    below the heading, two or more, name a status."""
    told = [c.text for c in before.cells if c.col == col and c.row >= header.body and c.text]
    return len(told) > 1 and all(len(text) <= LABEL and phrases.status_of(text) for text in told)


def has_all_edges(table: Table, before: Table) -> bool:
    """True for tables with as many columns whose edges are the same."""
    return table.cols == before.cols and all(
        abs(x - other) < SAME_EDGE for x, other in zip(table.xs, before.xs, strict=True)
    )
