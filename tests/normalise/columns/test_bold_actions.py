"""Actions in bold with what has come of them beneath, in one cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Cell, Table
from tests.normalise.building import actions_of, loud, review_of, table

HEADS = ("Ref", "Action and position at 30 June 2025", "Lead", "Status")
FIRST = ("1.1", "Open a hub in\nthe old library\nThe doors opened in May.", "Ann Archer", "Completed")
SECOND = ("1.2", "Plant a wood\nTwo fields are planted and\na third is let.", "Bo Bull", "On track")
TOLD = [
    ("1.1", "Open a hub in\nthe old library", "The doors opened in May."),
    ("1.2", "Plant a wood", "Two fields are planted and\na third is let."),
]
BOLD = {"Open a hub in", "the old library", "Plant a wood", "Mend a road"}


def in_bold(block: Table) -> Table:
    """The table with the actions in bold."""

    def set_in_bold(cell: Cell) -> Cell:
        return replace(cell, lines=tuple(ln._replace(bold=ln.text in BOLD) for ln in cell.lines))

    return replace(block, cells=tuple(map(set_in_bold, block.cells)))


def read(*blocks: Table) -> list[tuple[str | None, str, str]]:
    return [(a.action_number, a.action, a.progress) for a in actions_of(*blocks)]


@pytest.mark.parametrize(
    "heading", [HEADS[1], "Action and progress", "Action / Update", "Actions & latest position"]
)
def test_what_stands_in_bold_is_the_action_and_what_stands_beneath_its_progress(heading: str) -> None:
    rows = in_bold(table((HEADS[0], heading, *HEADS[2:]), FIRST, SECOND))
    assert read(rows) == TOLD
    assert [a.leads for a in actions_of(rows)] == [("Ann Archer",), ("Bo Bull",)]
    assert [a.status for a in actions_of(rows)] == ["completed", "on_schedule"]


def test_what_goes_on_without_headings_on_the_next_page_is_read_so_too() -> None:
    first, second = in_bold(table(HEADS, FIRST)), in_bold(table(SECOND, page=2))
    assert read(first, second) == TOLD


def test_an_action_alone_in_bold_has_no_progress_yet() -> None:
    rows = in_bold(table(HEADS, *[FIRST, SECOND] * 3, ("1.3", "Mend a road", "Cy Cole", "On track")))
    assert read(rows)[-1] == ("1.3", "Mend a road", "")


def test_a_cell_that_is_not_made_so_among_others_is_doubtful() -> None:
    rows = in_bold(
        table(HEADS, *[FIRST, SECOND] * 3, ("1.3", "Clean a pond\nIt is clean.", "Cy Cole", "On track"))
    )
    assert read(rows)[-1] == ("1.3", "Clean a pond\nIt is clean.", "")
    assert loud(review_of(rows)).count("columns_unsure") == 1


def test_bold_openings_below_a_heading_of_the_action_alone_are_part_of_it() -> None:
    rows = in_bold(table(("Ref", "Action", "Lead", "Status"), FIRST, SECOND))
    assert read(rows) == [(n, f"{action}\n{rest}", "") for n, action, rest in TOLD]


def test_beside_a_column_of_progress_an_action_stays_whole() -> None:
    rows = in_bold(table(("Ref", "Action and progress", "Lead", "Progress"), FIRST, SECOND))
    assert [action for _, action, _ in read(rows)] == [f"{action}\n{rest}" for _, action, rest in TOLD]


def test_cells_without_bold_stay_whole_and_say_so() -> None:
    rows = table(("Ref", "Action and progress", "Lead", "Status"), FIRST, SECOND)
    assert read(rows) == [(n, f"{action}\n{rest}", "") for n, action, rest in TOLD]
    assert loud(review_of(rows)).count("columns_unsure") == len(TOLD)


def test_actions_of_one_paragraph_under_such_a_heading_are_not_doubtful() -> None:
    rows = table(
        ("Ref", "Action and progress", "Lead", "Status"), ("1.1", "Open a hub", "Ann Archer", "On track")
    )
    assert "columns_unsure" not in loud(review_of(rows))


def test_lines_that_a_label_opens_say_by_themselves_what_they_are() -> None:
    first = ("1.1", "Plant a wood\nUpdate: Two fields are planted.", "Ann Archer", "On track")
    second = ("1.2", "Mend a road\nUpdate: It is mended.", "Bo Bull", "Completed")
    rows = in_bold(table(("Ref", "Action and progress", "Lead", "Status"), first, second))
    assert read(rows) == [
        ("1.1", "Plant a wood", "Two fields are planted."),
        ("1.2", "Mend a road", "It is mended."),
    ]
    assert "columns_unsure" not in loud(review_of(rows))
