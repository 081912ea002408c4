"""Columns of ticks, one for each status."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalise.statuses import ticks
from tests.normalise.building import (
    ABOVE,
    BESIDE,
    GREEN,
    Square,
    actions_of,
    filled,
    glyph,
    loud,
    moved_to,
    review_of,
    table,
)

STATUSES = ("Complete", "On track", "Not started")
ONE_LEVEL: list[tuple[Square, ...]] = [("Action", "Lead", *STATUSES, "Comment")]
TWO_LEVELS: list[tuple[Square, ...]] = [
    ("Action", "Lead", "Status (X)", BESIDE, BESIDE, "Comment"),
    (ABOVE, ABOVE, *STATUSES, ABOVE),
]
READ = ["completed", "on_schedule", "not_started", "on_schedule"]


def rows(
    tick: Square, ticked: Sequence[tuple[int, ...]] = ((0,), (1,), (2,), (1,))
) -> list[tuple[Square, ...]]:
    """Rows with ticks in some of three columns each."""
    return [
        (f"Carry out scheme {name}", "Ann Archer", *(tick if k in own else "" for k in range(3)), "Begun.")
        for name, own in zip("ABCD", ticked, strict=False)
    ]


@pytest.mark.parametrize("head", [ONE_LEVEL, TWO_LEVELS], ids=["one level", "two levels"])
@pytest.mark.parametrize("tick", ["X", "✓", glyph("✓", "#000000", "tick")], ids=["cross", "tick", "sign"])
def test_a_tick_below_the_name_of_a_status_is_that_status(
    head: list[tuple[Square, ...]], tick: Square
) -> None:
    """Such tables were refused, or the cross was said to be no status."""
    review = review_of(table(*head, *rows(tick)))
    assert [a.status for a in review.actions] == READ
    assert [a.status_label for a in review.actions[:2]] == ["Complete", "On track"]
    assert not loud(review)


@pytest.mark.parametrize("names", [("R", "A", "G"), ("Red", "Amber", "Green")])
def test_a_tick_below_a_letter_or_colour_is_the_key_s_line_of_it(names: tuple[str, str, str]) -> None:
    """Every status was said to be missing, though the key names the letters."""
    key = table(*zip(names, ("Behind or not happening", "Happening but behind", "On schedule"), strict=True))
    head = ("Action", "Lead", *names, "Comment")
    review = review_of(key, moved_to(1, table(head, *rows("✓"), top=300)))
    assert [a.status for a in review.actions] == [
        "off_track",
        "behind_schedule",
        "on_schedule",
        "behind_schedule",
    ]
    assert not loud(review)


def test_a_tick_below_who_does_what_is_no_status() -> None:
    """`R | A | C | I`: responsible, accountable, consulted, informed."""
    head = ("Action", "Lead", "R", "A", "C", "I", "Comment")
    told = [
        ("Build", "Ann Archer", "X", "", "", "", "Begun."),
        ("Mend", "Bo Bull", "", "X", "", "", "Begun."),
    ]
    raci = table(head, *told)
    assert ticks.gathered([raci]) == (raci,)


def test_the_ticks_of_a_table_that_goes_on_without_headings_are_read() -> None:
    rest = table(*rows("X", ((1,), (0,))), page=2)
    found = actions_of(table(*TWO_LEVELS, *rows("X")), moved_to(2, rest))
    assert [a.status for a in found] == [*READ, "on_schedule", "completed"]


@pytest.mark.parametrize(
    "names", [STATUSES, ("Complete", "On track", "Not sta\ufffdted")], ids=["same", "misspelt"]
)
def test_the_rest_of_a_row_alone_below_headings_of_ticks_is_the_row_s(names: tuple[str, str, str]) -> None:
    """No row of the page has a tick: the headings were read as a row, and what stands below them was lost."""
    heads = [TWO_LEVELS[0], (ABOVE, ABOVE, *names, ABOVE)]
    rest = table(*heads, ("", "", "", "", "", "The tender is out."), page=2)
    found = actions_of(table(*TWO_LEVELS, *rows("X")), moved_to(2, rest))
    assert [a.status for a in found] == READ
    assert found[-1].progress == "Begun. The tender is out."


def test_two_ticks_and_none_in_a_row_are_a_finding_each() -> None:
    review = review_of(table(*ONE_LEVEL, *rows("X", ((0,), (1,), (0, 1), ()))))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "unknown", "unknown"]
    assert loud(review) == ["status_unknown", "status_missing"]


def test_counts_below_names_of_statuses_are_no_ticks() -> None:
    head = ("Theme", *STATUSES)
    counts = table(head, ("Homes", "3", "1", "2"), ("Roads", "1", "4", "1"), top=300)
    review = review_of(table(*ONE_LEVEL, *rows("X")), counts)
    assert [a.status for a in review.actions] == READ


def test_ticks_below_colours_beside_a_status_say_something_else() -> None:
    """They were its colour, and a status that the table prints was unknown."""
    rows = [(f"Open hub {k}", "Ann Archer", "Begun.", "X", "", "", "Completed") for k in range(3)]
    review = review_of(table(("Action", "Lead", "Progress", "Green", "Amber", "Red", "Status"), *rows))
    assert [a.status for a in review.actions] == ["completed"] * 3


@pytest.mark.parametrize("ground", ["", "#f2f2f2"], ids=["paper", "band"])
def test_a_filled_cell_among_blank_ones_is_a_tick(ground: str) -> None:
    """One column was the status, and the rows with another one filled had none."""
    shown = [
        tuple(square or filled(ground) if 2 <= k < 5 and ground else square for k, square in enumerate(row))
        for row in rows(filled("#404040"))
    ]
    review = review_of(table(*ONE_LEVEL, *shown))
    assert [a.status for a in review.actions] == READ
    assert [a.status_label for a in review.actions[:2]] == ["Complete", "On track"]
    assert not loud(review)


def test_filled_cells_beside_each_other_say_nothing_and_ticks_stand_on_any_ground() -> None:
    several = rows(filled("#404040"), [(0,), (1,), (0, 1), (1,)])
    assert [a.status for a in actions_of(table(*ONE_LEVEL, *several))][2] == "unknown"
    ticked = [(*row[:2], filled("#00b050"), *row[3:]) if row[2] == "" else row for row in rows("X")]
    assert [a.status for a in actions_of(table(*ONE_LEVEL, *ticked))] == READ


@pytest.mark.parametrize(("below", "read"), [("", 2), ("Two more are planned.", 3)], ids=["rest", "row"])
def test_the_rest_of_a_row_is_filled_as_its_begin_is(below: str, read: int) -> None:
    """A browser paints a cut cell on both pages: the rest of a note was an action of its own."""
    shown = rows(filled("#404040"), [(0,), (1,)])
    rest = (below, "", "", filled("#404040"), "", "and what was planned is done.")
    review = review_of(table(*ONE_LEVEL, *shown), table(*ONE_LEVEL, rest, page=2))
    assert len(review.actions) == read


def test_bars_filled_up_to_a_stage_and_banded_columns_are_no_ticks() -> None:
    """The one cell that was not filled was the tick, and every row of a banded table on track."""
    head = ("Action", "Lead", "Not started", "Started", "On track", "Complete")
    bars: list[tuple[Square, ...]] = [
        (f"Open hub {k}", "Ann Archer", *(filled(GREEN if n < k else "#d9d9d9") for n in range(4)))
        for k in (1, 2, 3)
    ]
    assert all(a.status != "completed" for a in review_of(table(head, *bars)).actions)
    bands: list[tuple[Square, ...]] = [
        (f"Open hub {k}", "Ann Archer", "Begun.", filled("#eeeeee"), filled("#dddddd"), filled("#eeeeee"), "")
        for k in (1, 2)
    ]
    assert [a.status for a in review_of(table(*ONE_LEVEL, *bands)).actions] == ["unknown"] * 2
