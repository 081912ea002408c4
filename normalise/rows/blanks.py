"""Columns that are blank in all rows of one page and filled on the others: their text was lost, or is a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from normalise.columns.strips import Strip
from normalise.review import Action, Finding, Indicator

TOLD = {"actions": ("progress", "leads"), "indicators": ("latest", "target", "previous")}
ROWS = 3  # rows of a page that are blank by more than chance
ELSEWHERE = 6  # rows on other pages that show what the column holds
FILLED = 0.9  # share of these that are filled

Rows = Sequence[Action] | Sequence[Indicator]


def found(
    actions: Sequence[Action], indicators: Sequence[Indicator], strips: Sequence[Strip] = ()
) -> Iterator[Finding]:
    """A warning about each page and column; none where only tables of completed actions and the like stand, below a
    heading that says so, which have columns of their own. `strips` are those that the rows stand in."""
    yield from _blank("actions", actions, {p for p in _pages(strips, True) if p not in _pages(strips, False)})
    yield from _blank("indicators", indicators, ())


def _pages(strips: Sequence[Strip], stated: bool) -> set[int]:
    return {s.table.page for s in strips if s.kind == "actions" and s.stated is stated}


def _blank(kind: str, rows: Rows, others_columns: Container[int]) -> Iterator[Finding]:
    for field in TOLD[kind]:
        filled: dict[int, list[bool]] = defaultdict(list)
        for row in (row for row in rows if len(row.pages) == 1):
            filled[row.pages[0]].append(bool(getattr(row, field)))
        for page, own in filled.items():
            others = [has for number, rest in filled.items() if number != page for has in rest]
            usual = page not in others_columns and len(others) >= ELSEWHERE
            usual = usual and sum(others) >= FILLED * len(others)
            if usual and len(own) >= ROWS and not any(own):
                message = (
                    f"none of the {len(own)} {kind} on page {page} has a text for {field!r}, "
                    f"as {sum(others)} of {len(others)} on other pages have"
                )
                yield Finding("warning", "column_blank", message, page)
