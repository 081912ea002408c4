"""Where a fact is printed: the evidence that the cells of its column give."""

from __future__ import annotations

from collections.abc import Sequence

from normalise.review import Evidence
from normalise.rows.records import Piece


def printed_at(kind: str, subject: str, name: str, pieces: Sequence[Piece]) -> list[Evidence]:
    """The evidence for a field of a subject: one for each cell with ink; a background counts for a status only."""
    return [
        Evidence(
            kind,
            subject,
            name,
            p.page,
            p.cell.box,
            p.reader,
            p.cell.text or ", ".join(m.shape for m in p.cell.marks),
        )
        for p in pieces
        if p.cell.text or p.cell.marks or (p.cell.fill and name == "status")
    ]
