"""Figures with a status behind them."""

from __future__ import annotations

import pytest

from normalise import Review
from tests.normalise.building import about, review_of, table


def with_latest(*values: str) -> Review:
    rows = [(f"Homes let in ward {k}", "80%", value, "72%") for k, value in enumerate(values)]
    return review_of(table(("Indicator", "Target", "Latest", "Previous"), *rows))


def test_a_status_behind_the_figure_of_a_row_without_one_is_told() -> None:
    """The figure was `75.1% Met`, without a finding."""
    review = with_latest("75.1% Met", "39% Missed", "58%", "n/a Near")
    told = [[f.code for f in about(review, i.id)] for i in review.indicators]
    assert ["columns_unsure" in codes for codes in told] == [True, True, False, True]


@pytest.mark.parametrize("values", [("12 completed", "9 completed"), ("12 homes", "9 homes"), ("58%", "61%")])
def test_what_is_counted_is_no_status(values: tuple[str, ...]) -> None:
    review = with_latest(*values)
    assert not [f for f in review.findings if f.code == "columns_unsure"]
