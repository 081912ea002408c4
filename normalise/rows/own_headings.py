"""Cells that print their own column's heading: a repeated header fell into a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from normalise.columns import strays
from normalise.language import vocabulary

if TYPE_CHECKING:
    from normalise.columns.strips import Strip
    from normalise.rows.records import Note, Piece

RATED = ("status", "direction")  # columns of ratings may be headed by one of them
SEVERAL = 2  # columns of which a text begins with the heading: one may label its texts


def noted(strip: Strip, fields: Mapping[str, Sequence[Piece]]) -> Iterator[Note]:
    """A warning about a value that is its column's known heading, or values of several that begin with theirs."""
    cells = [p.cell for role, pieces in fields.items() if role not in RATED for p in pieces]
    headed = [(cell.text, strip.heading(cell)) for cell in cells]
    same = [text for text, heading in headed if _is_heading(text, heading)]
    opened = {heading: text for text, heading in headed if heading and _opens(text, heading)}
    if same or len(opened) >= SEVERAL:
        first = next(iter((*same, *opened.values())))
        yield "warning", "columns_unsure", f"the value {first[:60]!r} holds its column's heading"


def _is_heading(text: str, heading: str) -> bool:
    """True for a known heading, word for word: `Plan (2016-2017)` below `Plan` goes on from the page before."""
    same = text.casefold().split() == heading.casefold().split()
    return same and vocabulary.plain(text) in vocabulary.headings()


def _opens(text: str, heading: str) -> bool:
    return text.startswith(heading) and strays.holds_heading(text, heading)
