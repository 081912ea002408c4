"""Tables inside a cell that says above them what their rows are of: an activity, its plan, who leads it."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Block, Cell, Line, Table
from tests.normalise.building import ABOVE, BESIDE, Square, heading, loud, moved_to, review_of, table

HEADS: tuple[Square, ...] = ("", "Key actions", "Progress", "Status", "")
WHOLE: tuple[Square, ...] = (BESIDE, BESIDE, BESIDE, BESIDE)
KEY = table(("Completed", "Work is done"), ("On track", "Work goes as planned"), top=20)


def inside(*rows: tuple[Square, ...], top: float = 100) -> Table:
    """A table whose first column is the margin of the cell around it; the first of a cell's lines is bold."""
    seen = table(*rows, top=top)
    narrow = seen.xs[1] - 8
    cells = tuple(_in_lines(c) if c.col_span == seen.cols else c for c in seen.cells)
    return replace(seen, xs=(narrow, *seen.xs[1:]), cells=cells)


def _in_lines(cell: Cell) -> Cell:
    lines = [
        Line(text, cell.box._replace(top=cell.box.top + k), 9, text[:1].isdigit(), "#000000")
        for k, text in enumerate(cell.text.split("\n"))
    ]
    return replace(cell, lines=tuple(lines) if cell.text else ())


def activity(number: str, plan: str, lead: str) -> str:
    return f"{number} Look after homes of kind {number}\nPlan: {plan}\nLead: {lead}"


def read(*blocks: Block) -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]]:
    review = review_of(KEY, heading("Priority One - Homes for all", top=60), *blocks)
    assert loud(review) == []
    return [(a.activity_refs, a.plans, a.leads, a.action) for a in review.actions]


def test_what_the_outer_cell_says_is_said_of_the_rows_inside() -> None:
    first = inside(
        (activity("1.1", "Homes Strategy; Repairs Plan", "Ann Archer"), *WHOLE),
        ("", *WHOLE),
        HEADS,
        (ABOVE, "1. Build homes", "Built.", "Completed", ABOVE),
        (ABOVE, "2. Let homes", "Half are let.", "On track", ABOVE),
    )
    second = inside(
        (activity("1.2", "Repairs Plan", "Bo Finch"), *WHOLE),
        ("", *WHOLE),
        HEADS,
        (ABOVE, "", "Mended.", "Completed", ABOVE),
        top=300,
    )
    assert read(first, second) == [
        (("1.1",), ("Homes Strategy", "Repairs Plan"), ("Ann Archer",), "Build homes"),
        (("1.1",), ("Homes Strategy", "Repairs Plan"), ("Ann Archer",), "Let homes"),
        (("1.2",), ("Repairs Plan",), ("Bo Finch",), ""),
    ]


def test_an_activity_that_is_not_bold_ends_where_a_label_stands() -> None:
    seen = inside(
        (activity("1.1", "Homes Strategy", "Ann Archer"), *WHOLE),
        ("", *WHOLE),
        HEADS,
        (ABOVE, "1. Build homes", "Built.", "Completed", ABOVE),
    )
    plain = tuple(
        replace(c, lines=tuple(line._replace(bold=False) for line in c.lines)) if c.row == 0 else c
        for c in seen.cells
    )
    assert read(replace(seen, cells=plain)) == [
        (("1.1",), ("Homes Strategy",), ("Ann Archer",), "Build homes")
    ]


def test_inner_tables_go_on_over_a_page_s_end() -> None:
    first = inside(
        (activity("1.1", "Homes Strategy", "Ann Archer"), *WHOLE),
        ("", *WHOLE),
        HEADS,
        (ABOVE, "1. Build homes", "Built.", "Completed", ABOVE),
    )
    rest = moved_to(2, inside(("", "2. Let homes", "Half are let.", "On track", ""), top=30))
    assert [row[0] for row in read(first, rest)] == [("1.1",), ("1.1",)]
