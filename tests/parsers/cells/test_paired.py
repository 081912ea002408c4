"""Rows that no rule parts, told by the numbers that an action and what came of it have in common."""

from __future__ import annotations

from parsers import layout
from parsers.block import Table
from parsers.text import wording
from tests.parsers.cells.test_signed import XS, plain, printed, read
from tests.parsers.printing import lattice, page

#: rows of one group: the lead stands beside the first, statuses of words beside all of them
GROUP = (
    ("1.1 Homes for all|in the|town", "1. Build forty|homes in town", "1. Let in May|works began|in June", "on time"),
    ("", "2. Mend roofs", "2. Begun|in July", "late but|begun"),
    ("", "3. Open a park|for all", "3. Opened in June", "on time"),
)  # fmt: skip


def test_one_number_in_two_columns_opens_a_row_beside_its_status() -> None:
    """All were one row, of the status `on time late but begun on time`."""
    activity = plain(GROUP)[0][0]
    assert read(printed(GROUP)) == [
        [activity, "1. Build forty homes in town", "1. Let in May works began in June", "on time"],
        ["2. Mend roofs", "2. Begun in July", "late but begun"],
        ["3. Open a park for all", "3. Opened in June", "on time"],
    ]


def test_the_next_group_begins_with_its_first_number_and_its_own_activity() -> None:
    group = (*GROUP, ("1.2 Parks", "1. Plant trees|in rows", "1. Planted", "on time"))
    assert read(printed(group))[-1] == ["1.2 Parks", "1. Plant trees in rows", "1. Planted", "on time"]


def test_numbers_beside_one_status_are_lists_of_one_row() -> None:
    rows = tuple((*row[:3], "on time" if k == 0 else "") for k, row in enumerate(GROUP))
    assert len(read(printed(rows))) == 1


def test_a_text_that_runs_on_beside_numbers_tells_no_row() -> None:
    rows = tuple(
        (*row[:3], text) for row, text in zip(GROUP, ("on|time|as", "all|is", "well|so"), strict=True)
    )
    assert len(read(printed(rows))) == 1


def test_lists_of_which_neither_leaves_white_are_of_one_row() -> None:
    """Both have as many lines: they would keep level in one row, too."""
    rows = (
        ("1.1 Homes", "1. Build forty|homes", "1. Let in|May", "on time"),
        ("", "2. Mend|roofs", "2. Begun|in July", "on time"),
    )
    assert len(read(printed(rows))) == 1


def test_numbers_part_the_first_row_of_a_page_that_prints_no_headings() -> None:
    """A page that goes on without headings gave its first activity one row of all its actions."""
    text = [t for t in printed(GROUP) if t.box.top >= 120]
    whole = layout.see(page(text, lattice(XS, (118.0, 400.0)))).blocks(wording.NO_WORDS)
    (table,) = whole
    assert isinstance(table, Table) and table.rows == len(GROUP)
