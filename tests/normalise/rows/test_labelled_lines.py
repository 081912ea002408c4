"""Rows told in lines, `Actual` above `Target`."""

from __future__ import annotations

import pytest

from tests.normalise.building import ABOVE, GREEN, RED, Square, indicators_of, loud, review_of, shape, table

TOPS: tuple[Square, ...] = ("Ref", "Indicator", "", "Q1", "Q2", "Comment")
ROWS: tuple[tuple[Square, ...], ...] = (
    ("CH1", "Homes let in time", "Actual", "31%", "29%", "Two blocks are being mended."),
    (ABOVE, ABOVE, "Target", "30%", "28%", ABOVE),
    ("CH2", "Bins missed", "Actual", "44", "48", "The new rounds began in May."),
    (ABOVE, ABOVE, "Target", "50", "40", ABOVE),
)
READ = [("Homes let in time", "29%", "31%", "28%"), ("Bins missed", "48", "44", "40")]


def read(*rows: tuple[Square, ...]) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(i.name, i.latest, i.previous, i.target) for i in indicators_of(table(*rows))]


@pytest.mark.parametrize("heading", ["", "Values", "Measure of"])
def test_lines_of_one_row_are_its_figure_and_its_target(heading: str) -> None:
    """Both figures were the latest, and no target was read."""
    review = review_of(table((*TOPS[:2], heading, *TOPS[3:]), *ROWS))
    assert [(i.name, i.latest, i.previous, i.target) for i in review.indicators] == READ
    assert not loud(review)


def test_lines_without_merged_cells_are_one_row() -> None:
    """Each target was an indicator without a name."""
    blank = [tuple("" if square is ABOVE else square for square in row) for row in ROWS]
    assert read(TOPS, *blank) == READ


def test_lines_below_a_section_s_row_and_with_the_target_first_are_one_row() -> None:
    turned = [(*upper[:2], *lower[2:5], upper[5]) for upper, lower in zip(ROWS[::2], ROWS[1::2], strict=True)]
    lower = [(ABOVE, ABOVE, *upper[2:5], ABOVE) for upper in ROWS[::2]]
    rows = [row for pair in zip(turned, lower, strict=True) for row in pair]
    assert read(TOPS, *rows) == READ


def test_rows_that_each_have_a_name_stay() -> None:
    rows = (
        ("CH1", "Homes let in time", "Actual", "31%", "29%", "One."),
        ("CH2", "Homes to be let", "Target", "30%", "28%", "Two."),
        ("CH3", "Bins missed", "Actual", "44", "48", "Three."),
        ("CH4", "Bins to be missed", "Target", "50", "40", "Four."),
    )
    assert [i.name for i in indicators_of(table(TOPS, *rows))] == [str(row[1]) for row in rows]


def test_the_ink_of_the_lines_words_is_kept() -> None:
    review = review_of(table(TOPS, *ROWS))
    assert all(page.unplaced == 0 for page in review.ledger)


def test_quarters_that_have_a_target_alone_so_far_are_no_newest_figures() -> None:
    """The fourth quarter's target was the latest figure, and the third's the previous one."""
    rows: list[tuple[Square, ...]] = [("Indicator", "", "Q1", "Q2", "Q3", "Q4")]
    for name, aims, figures in (
        ("Homes let", ("20%", "21%", "22%", "23%"), ("22%", "25%")),
        ("Bins missed", ("10%", "11%", "12%", "13%"), ("12%", "15%")),
    ):
        rows += [(name, "Target", *aims), ("", "Actual", *figures, "", "")]
    read_ = [(i.name, i.latest, i.previous) for i in review_of(table(*rows)).indicators]
    assert read_ == [("Homes let", "25%", "22%"), ("Bins missed", "15%", "12%")]


def test_a_sign_beside_the_second_line_is_not_lost() -> None:
    rows: list[tuple[Square, ...]] = [("Indicator", "", "Q1", "Q2", "RAG")]
    for name, ink in (("Homes let", GREEN), ("Bins missed", RED)):
        rows += [(name, "Target", "20", "21", ""), ("", "Actual", "22", "25", shape("disc", ink))]
    review = review_of(table(*rows))
    assert [i.status for i in review.indicators if i.status != "unknown"] or loud(review)
