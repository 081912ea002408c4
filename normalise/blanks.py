"""Columns that are blank in all rows of one page and filled on the others: their text was lost, or is a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from normalise.review import Action, Finding, Indicator

TOLD = {"actions": ("progress", "leads"), "indicators": ("latest", "target", "previous")}
ROWS = 3  # rows of a page that are blank by more than chance
ELSEWHERE = 6  # rows on other pages that show what the column holds
FILLED = 0.9  # share of these that are filled

Rows = Sequence[Action] | Sequence[Indicator]


def found(actions: Sequence[Action], indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """A warning about each page and column."""
    yield from _blank("actions", actions)
    yield from _blank("indicators", indicators)


def _blank(kind: str, rows: Rows) -> Iterator[Finding]:
    for field in TOLD[kind]:
        filled: dict[int, list[bool]] = defaultdict(list)
        for row in (row for row in rows if len(row.pages) == 1):
            filled[row.pages[0]].append(bool(getattr(row, field)))
        for page, own in filled.items():
            others = [has for number, rest in filled.items() if number != page for has in rest]
            usual = len(others) >= ELSEWHERE and sum(others) >= FILLED * len(others)
            if usual and len(own) >= ROWS and not any(own):
                message = (
                    f"none of the {len(own)} {kind} on page {page} has a text for {field!r}, "
                    f"as {sum(others)} of {len(others)} on other pages have"
                )
                yield Finding("warning", "column_blank", message, page)
