"""What is told of the rows on both sides of a gap: a page that is missing, damaged or out of its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from normalise.language.references import leading_reference
from normalise.rows.records import Piece, Record

ROOM = 2.0  # of the font size: a cell with this much room below its text was not cut there


class Gap(NamedTuple):
    """Why nothing is carried over it. `closed` where the table before it ends with room below, so that no row of its
    goes on; `begun` where the one behind it stands below another."""

    why: str
    closed: bool = False
    begun: bool = False

    def part(self, before: Record, rows: Sequence[Record]) -> None:
        """Say on both sides that something may be missing; up to the next activity rows do not know theirs."""
        if not self.closed:
            before.notes.append(("warning", "page_gap", f"the row's end may be missing: {self.why}"))
        for k, row in enumerate(rows):
            own = "activity" in row.starts and leading_reference(row.text("activity")) is not None
            if own or (k and not row.pieces("activity")):
                break
            row.parted = not k
            if not (self.begun and row.strip.kind == "indicators"):
                message = f"what stands above the row may be missing: {self.why}"
                row.notes.append(("warning", "page_gap", message))


def is_cut(pieces: Sequence[Piece]) -> bool:
    """True for a merged cell whose text reaches its end, so that it may go on behind the page's."""
    last = pieces[-1].cell if pieces else None
    if last is None or not last.lines:
        return False
    return last.box.bottom - last.lines[-1].box.bottom < ROOM * last.lines[-1].size
