"""Cells that print their own column's heading: a repeated header fell into a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from normalise import strays, vocabulary

if TYPE_CHECKING:
    from normalise.records import Note, Piece
    from normalise.strips import Strip

RATED = ("status", "direction")  # columns of ratings may be headed by one of them
SEVERAL = 2  # cells that begin with their heading: one may label its text


def noted(strip: Strip, fields: Mapping[str, Sequence[Piece]]) -> Iterator[Note]:
    """A warning about a value that is its column's known heading, or several that begin with theirs."""
    cells = [p.cell for role, pieces in fields.items() if role not in RATED for p in pieces]
    headed = [(cell.text, strip.heading(cell)) for cell in cells]
    same = [text for text, heading in headed if _is_heading(text, heading)]
    opened = [text for text, heading in headed if heading and _opens(text, heading)]
    if same or len(opened) >= SEVERAL:
        first = (same or opened)[0]
        yield "warning", "columns_unsure", f"the value {first[:60]!r} holds its column's heading"


def _is_heading(text: str, heading: str) -> bool:
    words = vocabulary.plain(text)
    return words == vocabulary.plain(heading) and words in vocabulary.headings()


def _opens(text: str, heading: str) -> bool:
    return strays.holds_heading(text, heading) and text.startswith(heading)
