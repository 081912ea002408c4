"""The running feet of pages, where a table without rules takes one for a row."""

from __future__ import annotations

import pytest

from parsers.block import Block, Table
from tests.normalise.building import GREEN, actions_of, paragraph, review_of, shape, table

STATED = ("Action", "Status", "Progress")
FIRST = (STATED, ("Mend roads", "Late", "Begun in May."))
TOP = 692  # points: the third row of a table that begins here stands at the page's foot


def foot_of(seen: Table) -> float:
    """The height of what the last row prints, in points."""
    return next(line.box.top for c in seen.cells if c.row == seen.rows - 1 for line in c.lines)


def told(text: str, other: str) -> list[str]:
    """The progress of all rows, where a table's last row is a lone `text` and page 2 ends with the `other`."""
    first = table(*FIRST, ("", "", text), reader="unruled", top=TOP)
    second = table(STATED, ("Plant trees", "Late", "Begun in June."), page=2)
    blocks: tuple[Block, ...] = (first, second, paragraph(other, page=2, top=foot_of(first)))
    return [action.progress for action in actions_of(*blocks)]


def test_a_running_foot_below_a_table_without_rules_is_no_part_of_its_last_row() -> None:
    assert told("Roads Plan Page 1", "Roads Plan Page 2") == ["Begun in May.", "Begun in June."]


def test_a_note_at_a_page_s_foot_that_no_other_page_prints_is_its_row_s() -> None:
    assert "Two are left." in "".join(told("Two are left.", "Roads Plan Page 2"))


@pytest.mark.parametrize("mark", ["* ", ""])
def test_a_note_below_a_table_that_a_sheet_s_gridlines_take_in_is_no_row(mark: str) -> None:
    """`* Provisional 2016 data` was an indicator, in silence."""
    rows = [("Homes let *", "12", "14"), (f"{mark}Provisional 2016 data", "", "")]
    names = [i.name for i in review_of(table(("Indicator", "Target", "Latest"), *rows)).indicators]
    assert names == (["Homes let"] if mark else ["Homes let", "Provisional 2016 data"])


def test_a_sign_alone_in_a_column_without_heading_at_a_page_s_foot_failed_the_document() -> None:
    """Symptom: `crashed`, IndexError: a role without cells joined the next page's first row."""
    stated = ("Action", "", "Status")
    sign = shape("disc", GREEN)
    first = table(stated, ("Mend roads", "", "Late"), ("", sign, ""), top=TOP)
    (_, second) = actions_of(first, table(stated, ("Plant trees", "", "On track"), page=2))
    assert (second.action, second.extra) == ("Plant trees", (("2", "green disc"),))


def test_a_row_of_a_list_with_stars_is_no_note() -> None:
    rows = [("Build homes", "Ann Archer", "* Ten are built."), ("", "", "* The rest will follow.")]
    found = actions_of(table(("Action", "Lead", "Progress"), *rows))
    assert any("rest will follow" in a.progress for a in found)
