"""Signs that something was missed: the document checked against itself, once everything is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from normalise import matching
from normalise.legend import Key
from normalise.review import Action, Evidence, Finding, PageLedger
from normalise.strips import Strip, has_edges
from parsers.block import Table

READ = ("actions", "indicators")
SILENT_PAGE = 200  # characters left alone on a page without a table between pages with tables of the review
MARKS = 2  # marks of the legend that a table must hold to be suspected of being part of the review
SHOWN = 80  # characters of a reading that a finding quotes
DISAGREEMENT = 0.9  # share of values that two eyes have alike, below which a person should look
SCATTERED = 0.34  # share of steps that may be gaps before the numbers are taken as picked from a longer list
FEW_GAPS = 3  # gaps that are told of however short the document is
#: a number's last part, and what opens it: `7`, `2.4`, `CP3/12`
NUMBERED = re.compile(r"(?P<series>(?:.*\D)?)(?P<last>\d{1,3})")
#: a second numbered item inside one action's text: a rule between two rows was not seen
SECOND_ITEM = re.compile(r"\n(?P<number>\d{1,2})[.)]\s+\S")


def found(
    strips: Sequence[Strip],
    keys: Sequence[Key],
    actions: Sequence[Action],
    ledger: Sequence[PageLedger],
    evidence: Sequence[Evidence],
) -> list[Finding]:
    """Findings about pages, tables and rows that look as if they were not read whole."""
    return [
        *_tables_left_alone(strips, keys),
        *_tables_ignored(strips),
        *_headings_guessed(strips),
        *_pages_left_alone(strips, ledger),
        *_eyes_disagree(strips, evidence),
        *_numbering_gaps(actions),
        *_fused(actions),
    ]


def _tables_left_alone(strips: Sequence[Strip], keys: Sequence[Key]) -> Iterator[Finding]:
    """A table that is not understood although it shows the legend's marks."""
    for strip in strips:
        if strip.kind != "other":
            continue
        like = next((s for s in strips if s.kind in READ and s.headed and _has_its_columns(strip, s)), None)
        if like is not None:
            page = strip.table.page
            message = f"a table on page {page} has the columns of one on page {like.table.page}, but is not understood"
            yield Finding("warning", "table_not_understood", message, page)
            continue
        marks = [m for c in strip.table.cells for m in c.marks if matching.match(m, keys) is not None]
        if len(marks) >= MARKS:
            page = strip.table.page
            message = f"a table on page {page} has {len(marks)} marks of the legend, but is not understood"
            yield Finding("warning", "table_not_understood", message, page)


def _has_its_columns(strip: Strip, read: Strip) -> bool:
    """True where a table that was not understood has all the columns of one that was, and more than two rows."""
    table = strip.table
    return table.cols == read.table.cols > 2 and table.rows > 2 and has_edges(table, read)


def _tables_ignored(strips: Iterable[Strip]) -> Iterator[Finding]:
    """A table that the publisher's profile names as none of the review's."""
    for strip in strips:
        if strip.kind == "ignored":
            page = strip.table.page
            yield Finding(
                "info", "table_ignored", f"a table on page {page} was left alone as the profile says", page
            )


def _headings_guessed(strips: Iterable[Strip]) -> Iterator[Finding]:
    """A heading that no vocabulary knows and that was understood by what stands below it: each is told once.

    A narrative beside a status is a progress note in all reviews that are known; what the row is may be doubted."""
    told: set[tuple[str, str]] = set()
    for strip in strips:
        for heading, role in strip.guessed if strip.kind in READ else ():
            if (heading, role) not in told:
                told.add((heading, role))
                message = f"the column headed {heading!r} is taken as the {role} for what stands below it"
                severity = "info" if role == "progress" else "warning"
                yield Finding(severity, "heading_guessed", message, strip.table.page)


def _pages_left_alone(strips: Sequence[Strip], ledger: Sequence[PageLedger]) -> Iterator[Finding]:
    """A page inside the review on which no table was seen although it is full of text."""
    pages = {s.table.page for s in strips if s.kind in READ}
    known = pages | {s.table.page for s in strips if s.kind == "repeated"}
    for page in ledger:
        inside = min(pages) < page.page < max(pages) and page.page not in known
        if inside and page.left_alone > SILENT_PAGE:
            message = f"page {page.page} stands between tables of the review, but none was seen on it"
            yield Finding("warning", "page_not_read", message, page.page)


def _eyes_disagree(strips: Sequence[Strip], evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """A table that two eyes read differently, and each of its rows on which they do, with both readings."""
    tables = {id(s.table): s.table for s in strips if s.kind in READ}
    for table in tables.values():
        if table.agreement is not None and table.agreement < 1:
            yield _disagreement(table, table.agreement)
            yield from _on_rows(table, evidence)


def _disagreement(table: Table, share: float) -> Finding:
    severity = "warning" if share < DISAGREEMENT else "info"
    message = f"tags and rules agree on {share:.0%} of the values of a table on page {table.page}"
    return Finding(severity, "eyes_disagree", message, table.page)


def _on_rows(table: Table, evidence: Sequence[Evidence]) -> Iterator[Finding]:
    here = [e for e in evidence if e.page == table.page and e.subject_kind in ("action", "indicator")]
    for difference in table.differences:
        about = next((e for e in here if e.box.holds(*difference.box.centre)), None)
        if about is not None:
            message = f"the tags say {difference.tagged[:SHOWN]!r}, the rules {difference.ruled[:SHOWN]!r}"
            place = about.page, about.subject_kind, about.subject_id, about.field
            yield Finding("info", "eyes_disagree", message, *place)


def _numbering_gaps(actions: Sequence[Action]) -> Iterator[Finding]:
    """Numbers that do not follow each other where the document's others do: a row between them may be lost."""
    steps = [(b, *step) for a, b in pairwise(actions) if (step := _step(a, b))]
    gaps = [(action, before, after) for action, before, after in steps if after > before + 1]
    if len(gaps) > max(FEW_GAPS, SCATTERED * len(steps)):
        return  # a report by exception: what is well is not printed
    for action, before, after in gaps:
        message = f"action {after} follows action {before}: what stands between them?"
        yield Finding(
            "warning", "numbering_gap", message, action.pages[0], "action", action.id, "action_number"
        )


def _step(a: Action, b: Action) -> tuple[int, int] | None:
    """The last parts of two numbers that count in one series: of one activity, or alike up to their last part."""
    numbers = [NUMBERED.fullmatch(x.action_number or "") for x in (a, b)]
    one, other = numbers
    if one is None or other is None or one["series"] != other["series"] or a.activity_id != b.activity_id:
        return None
    return int(one["last"]), int(other["last"])


def _fused(actions: Sequence[Action]) -> Iterator[Finding]:
    """Two numbered actions in one cell."""
    for action in actions:
        second = SECOND_ITEM.search(action.action)
        number = action.action_number or ""
        if second and number.isdigit() and int(second["number"]) == int(number) + 1:
            message = f"the text of action {number} goes on with a number {second['number']}: two rows may be one here"
            yield Finding("warning", "rows_fused", message, action.pages[0], "action", action.id, "action")
