"""Small labels side by side that a table's cell prints as one line, with their values as one below."""

from __future__ import annotations

import pytest

from parsers.block import Cell, Line, Table
from parsers.geometry import Box
from tests.normalise.building import loud, review_of

ITEMS = (
    ("Build homes", "Director of Housing", "31 March 2027", "On track", "The frame rises."),
    ("Mend the hall", "Estates Manager", "30 June 2026", "Complete", "It was opened in May."),
    ("Plant trees", "Climate Officer", "March 2026", "Off track", "No tree was planted."),
)


def cards(labels: str = "OWNER TARGET DATE", *, apart: bool = False) -> Table:
    """Cells beside each other: status, title, labels, their values, a label, its text; or the labels in a row of their
    own."""
    cells: list[Cell] = []
    for k, (title, lead, due, status, told) in enumerate(ITEMS):
        left = 40.0 + 180.0 * k
        texts = (
            (status, 9.0, True),
            (title, 11.0, False),
            (labels, 7.0, False),
            (f"{lead} {due}", 9.0, False),
        )
        lines = [
            Line(text, Box(left, 100 + 14.0 * n, left + 5 * len(text), 110 + 14.0 * n), size, bold, "#000000")
            for n, (text, size, bold) in enumerate(
                (*texts, ("LATEST UPDATE", 7.0, False), (told, 9.0, False))
            )
        ]
        parts = (lines[:3], lines[3:]) if apart else (lines, [])
        for row, own in enumerate(parts):
            box = (
                Box(left, own[0].box.top, left + 170, own[-1].box.bottom)
                if own
                else Box(left, 190, left, 190)
            )
            text = "\n".join(line.text for line in own)
            cells.append(Cell(row, k, 1, 1, text, box, tuple(own), chars=len("".join(text.split()))))
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Table(1, Box(40, 100, 580, 200), "unruled", (40, 220, 400, 580), (100, 141, 200), tuple(cells))


@pytest.mark.parametrize("apart", [False, True])
def test_cards_with_labels_run_together_in_cells_were_refused(apart: bool) -> None:
    review = review_of(cards(apart=apart))
    assert [(a.action, a.leads, str(a.due_date), a.status, a.progress) for a in review.actions] == [
        ("Build homes", ("Director of Housing",), "2027-03-31", "on_schedule", "The frame rises."),
        ("Mend the hall", ("Estates Manager",), "2026-06-30", "completed", "It was opened in May."),
        ("Plant trees", ("Climate Officer",), "2026-03-31", "off_track", "No tree was planted."),
    ]
    assert loud(review) == []
