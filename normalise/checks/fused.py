"""Rows that hold several: two numbers in the cell of one, a second action in a text, the figures of each in its cells.

Those that are lost in such a row have no finding of their own, so that the pages on which they stand are named too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalise.language import references, vocabulary
from normalise.review import Action, Evidence, Finding, Indicator
from parsers.geometry import Box

SEVERAL = 3  # colours in the status of one row
COLUMNS = 2  # of an indicator that hold as many figures: one cell may print two
TOUCHING = 1.0  # points by which one cell may reach into the next
SHOWN = 80  # characters of a reading that a finding quotes
#: a second numbered item inside one action's text: a rule between two rows was not seen
SECOND_ITEM = re.compile(r"\n(?P<number>\d{1,2})[.)]\s+\S")
GROUPED = re.compile(r"\D?\d{1,3}(?: \d{3})+")  # `12 450`
FIGURE = re.compile(r"[£$€<>~]?[-+]?\d[\d,.]*(?:%|[km]|bn)?", re.IGNORECASE)
FIELDS = ("target", "latest", "previous", "national", "statistical_neighbours")


def found(
    actions: Sequence[Action], indicators: Sequence[Indicator], evidence: Sequence[Evidence] = ()
) -> Iterator[Finding]:
    """A warning about each row that seems to be several, and one about each page on which it stands."""
    yield from _rated(evidence)
    for action in actions:
        for field, told in _of_action(action):
            message = f"{told}: two rows may be one here"
            yield Finding("warning", "rows_fused", message, _page(action), "action", action.id, field)
            yield from _on_pages(action.pages, told)
        rated = (action.mark or "").split()
        if len(rated) >= SEVERAL and all(map(vocabulary.colour_word, rated)):
            message = f"a row prints {len(rated)} colours as its status: as many rows may be one here"
            yield Finding("warning", "rows_fused", message, _page(action))
    for indicator in indicators:
        if (several := _figures(indicator)) > 1:
            told = f"the cells of {indicator.name[:SHOWN]!r} hold {several} figures each"
            message = f"{told}: as many rows may be one here"
            yield Finding("warning", "rows_fused", message, _page(indicator), "indicator", indicator.id)
            yield from _on_pages(indicator.pages, told)


def _rated(evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """Rows with statuses in cells below each other on one page: each is a row's. Transcripts tell no pages' ends."""
    cells: defaultdict[tuple[str, int], list[Box]] = defaultdict(list)
    for e in evidence:
        if (e.subject_kind, e.field) == ("action", "status") and e.reader != "transcript":
            cells[e.subject_id, e.page].append(e.box)
    for (subject, page), boxes in cells.items():
        below = [b for b in boxes if b.top >= min(boxes, key=lambda box: box.top).bottom - TOUCHING]
        if below:
            told = f"{len(below) + 1} statuses stand below each other beside one row"
            message = f"{told}: as many rows may be one here"
            yield Finding("warning", "rows_fused", message, page, "action", subject, "status")
            yield from _on_pages([page], told)


def _page(row: Action | Indicator) -> int | None:
    """The page on which a row begins."""
    return row.pages[0] if row.pages else None


def _on_pages(pages: Sequence[int], told: str) -> Iterator[Finding]:
    for page in pages:
        yield Finding("warning", "rows_fused", f"{told}: rows of page {page} may be lost in one", page)


def _of_action(action: Action) -> Iterator[tuple[str, str]]:
    """The field that shows it, and how: numbers of one form in the row's cell, or the next number in its text."""
    number = action.action_number or ""
    if len(references.run_together(number)) > 1:
        yield "action_number", f"the row's number is {number[:SHOWN]!r}"
    second = SECOND_ITEM.search(action.action)
    if second and number.isdigit() and int(second["number"]) == int(number) + 1:
        yield "action", f"the text of action {number} goes on with a number {second['number']}"


def _figures(indicator: Indicator) -> int:
    """How many figures each cell of an indicator holds, where those of several columns hold as many; else 0."""
    told = [count for field in FIELDS if (count := _count(getattr(indicator, field) or "")) > 0]
    several = [count for count in told if count > 1]
    return max(several) if len(several) >= COLUMNS and len({*told}) == 1 else 0


def _count(text: str) -> int:
    """How many figures a text is; 0 where it is anything else, or one of several groups of digits."""
    parts = text.split()
    several = all(map(FIGURE.fullmatch, parts)) and not GROUPED.fullmatch(text)
    return len(parts) if several else int(bool(text))
