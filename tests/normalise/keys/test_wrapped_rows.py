"""Labels of a key without rules that wrap beside what they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.keys import wrapped_rows
from parsers.block import Cell, Line, Table
from tests.normalise.building import AMBER, BLUE, GREEN, RED, Square, review_of, shape, table

LINE = 9.0  # points of a printed line
ROWS: tuple[tuple[Square, ...], ...] = (
    (shape("disc", BLUE), "Completed", "work has been completed to the deadline"),
    (shape("disc", GREEN), "On schedule", "work has started and meets its milestones"),
    (shape("triangle", AMBER), "Happening but behind", "work does not meet its milestones, but will if"),
    ("", "schedule", "adjustments are made"),
    (shape("square", RED), "Behind or not happening", "work has not started when scheduled"),
)
TIGHT = (8.0, 8.0, 2.0, 8.0)


def _key(
    white: tuple[float, ...], rows: tuple[tuple[Square, ...], ...] = ROWS, reader: str = "unruled"
) -> Table:
    """A key with so many points of white between its lines."""
    tops = [100.0 + sum(white[:k]) + LINE * k for k in range(len(rows))]
    block = table(*rows, reader=reader)
    return replace(block, cells=tuple(_at(cell, tops[cell.row]) for cell in block.cells))


def _at(cell: Cell, top: float) -> Cell:
    def moved(line: Line) -> Line:
        return line._replace(box=line.box._replace(top=top, bottom=top + LINE))

    return replace(cell, lines=tuple(map(moved, cell.lines)))


def test_a_label_and_its_meaning_that_wrap_together_are_one_entry() -> None:
    """A blank was given the rest of the label as its meaning."""
    rows = [("Do it", "Ann Archer", "Work goes on.", sign) for sign, *_ in ROWS if sign]
    review = review_of(_key(TIGHT), table(("Action", "Lead", "Progress", "RAG"), *rows, top=300))
    assert [(e.label, e.status) for e in review.legend] == [
        ("Completed", "completed"),
        ("On schedule", "on_schedule"),
        ("Happening but behind schedule", "behind_schedule"),
        ("Behind or not happening", "off_track"),
    ]
    assert review.legend[2].definition.endswith("but will if adjustments are made")


@pytest.mark.parametrize(
    "key",
    [
        _key((8.0,) * 4),
        _key((8.0, 8.0, 6.0, 8.0)),
        _key(TIGHT, reader="ruled"),
        _key((2.0,) * 4, (*ROWS[:3], ("", "No colour", "work has not started"), ROWS[4])),
    ],
)
def test_a_row_as_far_from_the_others_as_these_are_has_a_blank_for_its_sign(key: Table) -> None:
    assert wrapped_rows.joined(key) is key
