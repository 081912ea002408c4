"""Headings that stand where they do not belong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.columns import strays
from parsers.block import Table
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, GREEN, INDICATORS, Shown, about, loud, review_of, shape, table


@pytest.mark.parametrize("heading", ["Target Good is", "Previous Latest", "Indicator Previous Latest"])
def test_a_heading_that_names_two_columns_is_known(heading: str) -> None:
    assert list(strays.of_two_columns(("Indicator", heading), ("indicator", ""))) == [heading]


@pytest.mark.parametrize(
    "heading", ["Latest target", "National target", "Good is", "Target", "Progress update", ""]
)
def test_a_heading_with_a_word_about_it_names_one_column(heading: str) -> None:
    assert list(strays.of_two_columns(("Indicator", heading), ("indicator", ""))) == []


def test_a_heading_of_two_columns_that_stand_beside_it_is_theirs() -> None:
    headings = ("Indicator", "Target Latest", "Target", "Latest")
    assert list(strays.of_two_columns(headings, ("indicator", "", "target", "latest"))) == []


def test_a_target_to_date_beside_the_annual_one_is_one_column() -> None:
    shown = table(
        ("Indicator", "Annual target", "Target to date", "Actual to date"), ("Visits", "312", "231", "224")
    )
    review = review_of(shown)
    assert loud(review) == []
    assert [(i.target, i.latest) for i in review.indicators] == [("231", "224")]


def test_each_row_below_a_heading_of_two_columns_is_in_doubt() -> None:
    shown = table(
        ("Indicator", "Latest", "Target Good is"), ("Visits", "12", "15 High"), ("Calls", "3", "2 Low")
    )
    found = [
        (f.code, f.subject_id) for f in review_of(shown).findings if f.severity == "warning" and f.subject_id
    ]
    assert [f for f in found if f[1] in ("i001", "i002")] == [
        ("columns_unsure", "i001"),
        ("columns_unsure", "i002"),
    ]


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("Latest 2,046", ["columns_unsure"]),
        ("2,046 Latest", ["columns_unsure"]),
        ("27.4% 29.3%", ["several_figures"]),
        ("53.3% (2016) 65.6% (2016) 50.6 (2016)", ["several_figures"]),
        ("2 046", []),
        ("1 234 567", []),
        ("2,046 (provisional)", []),
        ("2,046", []),
    ],
)
def test_a_value_that_holds_its_heading_or_a_second_figure_is_in_doubt(value: str, codes: list[str]) -> None:
    review = review_of(table(INDICATORS, ("Falls", "1,900", value, "2,114", "Low")))
    assert [f.code for f in about(review, "i001") if f.severity != "info"] == codes


def test_a_status_beside_a_heading_of_the_latest_in_sentences_leaves_them_the_progress() -> None:
    told = "The postholder started on 8 June and the first visits were made."
    rows = [(f"{n}. Do thing {n}", "Ann Archer", "On track", told) for n in (1, 2)]
    review = review_of(table(("Action", "Lead", "RAG", "Progress this quarter"), *rows))
    assert [a.progress for a in review.actions] == [told, told]
    assert loud(review) == []


def signed(*offsets: tuple[float, float]) -> Table:
    """A table of one action whose status cell holds a green disc at each offset, points from the cell's corner."""
    (disc,) = shape("disc", GREEN).marks
    shown = table(ACTIONS, ("1. Buy land", "Ann Archer", "Done.", Shown("", (disc,) * len(offsets))))
    (cell,) = (c for c in shown.cells if c.marks)
    boxes = [
        Box(cell.box.x0 + x, cell.box.top + y, cell.box.x0 + x + 6, cell.box.top + y + 6) for x, y in offsets
    ]
    marked = replace(cell, marks=tuple(disc._replace(box=box) for box in boxes))
    return replace(shown, cells=tuple(marked if c is cell else c for c in shown.cells))


@pytest.mark.parametrize(
    ("offsets", "fused"), [([(2, 1)], False), ([(2, 1), (10, 1)], False), ([(2, 1), (2, 10)], True)]
)
def test_a_status_printed_twice_below_each_other_is_that_of_two_rows(
    offsets: list[tuple[float, float]], fused: bool
) -> None:
    assert ("rows_fused" in loud(review_of(signed(*offsets)))) is fused


def test_a_column_that_a_later_page_added_has_no_heading() -> None:
    cells = table(("Visits", "12", "", "15")).cells
    assert strays.without_heading(cells, ("Indicator", "Latest", ""), 0) == "15"


def test_no_target_is_a_value_and_no_heading_that_strayed() -> None:
    """A right row was told to hold its column's heading."""
    assert not strays.holds_heading("No target", "Target")
    assert strays.holds_heading("Target 95%", "Target")
