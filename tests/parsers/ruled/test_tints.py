"""Tables without rules whose rows only the tints of a status draw, below headings that are painted cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Fill, Token
from parsers.ruled import eye as ruled
from parsers.ruled import tints, tints_on
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, page, tokens
from tests.parsers.stacks.test_eye import plain, printed, texts

EDGES = (50.0, 130.0, 170.0, 330.0, 420.0, 480.0)
HEAD = ("Theme", "Ref", "Action", "Lead", "Status")
ROWS = (
    ("1.1 Homes for|all of us", "1.1.1", "Build forty new homes|for rent", "Ann Lee", "Green"),
    ("", "1.1.2", "Review parking|in the old town", "Bo Ray|and team", "Red"),
    ("1.2 Parks", "1.2.1", "Plant trees", "", "Green"),
)
GREEN, RED, GREY = "#92d050", "#c00000", "#d9d9d9"


def tinted(rows: Sequence[Sequence[str]], pad: float = 2) -> tuple[list[Token], list[Fill]]:
    """Texts and shading: that of all headings, and of the last column's cells."""
    text, levels = printed((HEAD, *rows), xs=EDGES, pad=pad)
    fills = [Fill(Box(a, levels[0], b, levels[1]), GREY) for a, b in pairwise(EDGES)]
    for row, (top, bottom) in zip(rows, pairwise(levels[1:]), strict=True):
        colour = GREEN if row[-1] == "Green" else RED
        fills.append(Fill(Box(EDGES[-2], top, EDGES[-1], bottom), colour))
    return text, fills


def test_rows_stand_beside_their_tints_and_a_merged_text_over_several() -> None:
    """All of them were one row."""
    text, fills = tinted(ROWS)
    (table,) = ruled.tables(page(text, fills=fills))
    assert [row[-4:] for row in texts(table.grid, text)] == [row[-4:] for row in plain((HEAD, *ROWS))]
    themes = [(s.row, s.row_span) for s in table.grid.cells if s.col == 0]
    assert themes == [(0, 1), (1, 2), (3, 1)]


def test_texts_that_nearly_touch_the_tint_behind_them_are_their_own_column_s() -> None:
    rows = [(*row[:3], "Ann Lee the judge" if k else row[3], row[4]) for k, row in enumerate(ROWS)]
    text, fills = tinted(rows)
    (table,) = ruled.tables(page(text, fills=fills))
    assert [row[-2] for row in texts(table.grid, text)] == [row[-2] for row in plain((HEAD, *rows))]


def test_where_no_column_has_a_text_level_with_each_tint_nothing_is_parted() -> None:
    text, fills = tinted([row if not k else ("", "", *row[2:4], row[4]) for k, row in enumerate(ROWS)])
    text = [t for t in text if not (EDGES[2] < t.box.x0 < EDGES[4] and t.box.top > 150)]
    (grid,) = ruled._drawn_by_fills(page(text, fills=fills), ())
    assert tints.parted(grid, text) is grid


def test_a_table_with_rules_between_its_rows_has_the_columns_that_they_and_its_texts_draw() -> None:
    """The statuses of two columns went to those left of them."""
    text, fills = tinted(ROWS)
    levels = sorted({f.box.bottom for f in fills})
    found = ruled._beside_tints(page(text, [across(y, EDGES[0], EDGES[-1]) for y in levels], fills), ())
    assert found == []


def test_cells_that_a_rule_leaves_out_are_merged_beside_two_tints_below_headings_of_one_row() -> None:
    """The second row of the page lost its lead, which stands once beside both, without a finding."""
    rows = (("1.1 Homes for|all of us", "1.1.1", "Build forty new homes|for rent", "Ann Lee", "Green"),
            ("", "1.1.2", "Review parking|in the old town", "", "Red"))  # fmt: skip
    text, fills = tinted(rows)
    _, head, low, foot = sorted({*(f.box.bottom for f in fills), *(f.box.top for f in fills)})
    shown = [across(y, EDGES[0], EDGES[-1]) for y in (head, foot)]
    shown += [across(low, EDGES[1], EDGES[3]), across(low, EDGES[4], EDGES[5])]
    (table,) = ruled.tables(page(text, shown, fills))
    merged = [s.col for s in table.grid.cells if s.row_span == 2]
    assert merged == [0, 3]


#: a sheet without its grid: rows of which the status's cells alone are drawn, their words in the middle of these
SHEET = (
    (
        "1.1 Homes for|all of us",
        "Local Plan",
        "1. Build forty homes|for rent",
        "Ann Lee",
        "1. Ten are|let",
        "Green",
    ),
    ("", "", "2. Review parking", "", "2. Not begun", "Red"),
    ("1.2 Parks", "Green Plan", "", "Bo Ray", "Limes are in|since May", "Green"),
    ("", "", "3. Mend the weir|in town", "", "3. Begun", "Green"),
)
SIDES = (50.0, 130.0, 200.0, 330.0, 400.0, 500.0, 560.0)
HIGH = 40.0


def sheet(top: float, *, level: bool = True) -> tuple[list[Token], list[Fill], Grid]:
    """Its texts and tints, and the grid that these draw; texts of all rows in one go where they are not `level`."""
    text, fills = list[Token](), list[Fill]()
    for n, row in enumerate(SHEET):
        at = top + n * (HIGH if level else 12)
        for x, cell in zip(SIDES, row[:-1], strict=False):
            for k, line in enumerate(cell.split("|") if cell else []):
                text += tokens(line, x + 2, at + 2 + 12 * k)
        box = Box(SIDES[-2], top + n * HIGH, SIDES[-1], top + (n + 1) * HIGH)
        text += tokens(row[-1], SIDES[-2] + 2, box.centre[1] - 5)
        fills.append(Fill(box, GREEN if row[-1] == "Green" else RED))
    cells = [Span(0, col, len(SHEET), 1) for col in range(5)] + [Span(n, 5, 1, 1) for n in range(len(SHEET))]
    ys = tuple(top + n * HIGH for n in range(len(SHEET) + 1))
    return text, fills, Grid(SIDES, ys, tuple(sorted(cells)))


def test_the_tints_of_a_sheet_without_its_grid_draw_its_rows() -> None:
    """Nine rows were one, with nine statuses beside it: these stood in the middle of their cells and opened none."""
    text, _, grid = sheet(100)
    assert texts(tints.in_columns(grid, text, 0), text) == plain(SHEET)


def test_tints_beside_texts_that_are_not_set_to_them_draw_no_rows() -> None:
    text, _, grid = sheet(100, level=False)
    assert tints.in_columns(grid, text, 0) is grid


@pytest.mark.parametrize("known", [True, False])
def test_tints_at_a_page_s_head_draw_the_rows_of_the_page_before_s_table(known: bool) -> None:
    """No headings stood above them, and all of the page's rows were left out."""
    text, fills, _ = sheet(100)
    before = [Layout(SIDES, "ActivityPlanActionLeadProgressStatus")] if known else []
    found = tints_on.grids(page(text, fills=fills), (), fills, before, ())
    assert [texts(grid, text) for grid in found] == ([plain(SHEET)] if known else [])
    below = sheet(60)[2]
    assert tints_on.grids(page(text, fills=fills), (), fills, before, [below]) == []
