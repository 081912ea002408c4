"""Signs that something was missed: the document checked against itself, once everything is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from normalise import statuses
from normalise.legend import Key
from normalise.review import Action, Finding, PageLedger
from normalise.strips import Strip
from parsers.block import Table

READ = ("actions", "indicators")
SILENT_PAGE = 200  # characters left alone on a page without a table between pages with tables of the review
MARKS = 2  # marks of the legend that a table must hold to be suspected of being part of the review
DISAGREEMENT = 0.9  # share of values that two eyes have alike, below which a person should look
#: a second numbered item inside one action's text: a rule between two rows was not seen
SECOND_ITEM = re.compile(r"\n(?P<number>\d{1,2})[.)]\s+\S")


def found(
    strips: Sequence[Strip], keys: Sequence[Key], actions: Sequence[Action], ledger: Sequence[PageLedger]
) -> list[Finding]:
    """Findings about pages, tables and rows that look as if they were not read whole."""
    return [
        *_tables_left_alone(strips, keys),
        *_tables_ignored(strips),
        *_pages_left_alone(strips, ledger),
        *_eyes_disagree(strips),
        *_numbering_gaps(actions),
        *_fused(actions),
    ]


def _tables_left_alone(strips: Iterable[Strip], keys: Sequence[Key]) -> Iterator[Finding]:
    """A table that is not understood although it shows the legend's marks."""
    for strip in strips:
        if strip.kind != "other":
            continue
        marks = [m for c in strip.table.cells for m in c.marks if statuses.match(m, keys) is not None]
        if len(marks) >= MARKS:
            page = strip.table.page
            message = f"a table on page {page} has {len(marks)} marks of the legend, but is not understood"
            yield Finding("warning", "table_not_understood", message, page)


def _tables_ignored(strips: Iterable[Strip]) -> Iterator[Finding]:
    """A table that the publisher's profile names as none of the review's."""
    for strip in strips:
        if strip.kind == "ignored":
            page = strip.table.page
            yield Finding(
                "info", "table_ignored", f"a table on page {page} was left alone as the profile says", page
            )


def _pages_left_alone(strips: Sequence[Strip], ledger: Sequence[PageLedger]) -> Iterator[Finding]:
    """A page inside the review on which no table was seen although it is full of text."""
    pages = {s.table.page for s in strips if s.kind in READ}
    for page in ledger:
        inside = min(pages) < page.page < max(pages) and page.page not in pages
        if inside and page.left_alone > SILENT_PAGE:
            message = f"page {page.page} stands between tables of the review, but none was seen on it"
            yield Finding("warning", "page_not_read", message, page.page)


def _eyes_disagree(strips: Sequence[Strip]) -> Iterator[Finding]:
    """A table that two eyes read differently."""
    tables = {id(s.table): s.table for s in strips if s.kind in READ}
    for table in tables.values():
        if table.agreement is not None and table.agreement < 1:
            yield _disagreement(table, table.agreement)


def _disagreement(table: Table, share: float) -> Finding:
    severity = "warning" if share < DISAGREEMENT else "info"
    message = f"tags and rules agree on {share:.0%} of the values of a table on page {table.page}"
    return Finding(severity, "eyes_disagree", message, table.page)


def _numbering_gaps(actions: Sequence[Action]) -> Iterator[Finding]:
    """Numbers of an activity's actions that do not follow each other: a row between them may be lost."""
    for before, action in pairwise(actions):
        numbers = before.action_number or "", action.action_number or ""
        if (
            before.activity_id != action.activity_id
            or action.activity_id is None
            or not all(map(str.isdigit, numbers))
        ):
            continue
        if int(numbers[1]) > int(numbers[0]) + 1:
            message = f"action {numbers[1]} follows action {numbers[0]}: what stands between them?"
            yield Finding(
                "warning", "numbering_gap", message, action.pages[0], "action", action.id, "action_number"
            )


def _fused(actions: Sequence[Action]) -> Iterator[Finding]:
    """Two numbered actions in one cell."""
    for action in actions:
        second = SECOND_ITEM.search(action.action)
        number = action.action_number or ""
        if second and number.isdigit() and int(second["number"]) == int(number) + 1:
            message = f"the text of action {number} goes on with a number {second['number']}: two rows may be one here"
            yield Finding("warning", "rows_fused", message, action.pages[0], "action", action.id, "action")
