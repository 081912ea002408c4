"""Indicators in boxes of large figures, several on a line, with what each is below them."""

from __future__ import annotations

import pytest

from normalise.cards import figure_boxes
from parsers.block import Table
from tests.normalise.building import loud, review_of, table


def boxes(number: int, name: str, then: str, now: str, top: float) -> Table:
    years = "(2023/24) (2024/25)", "(2024/25) (2025/26)"
    last, this = (
        f"{head}\n{figures}\nPerformance Target\n{times}"
        for head, figures, times in zip(("Last Year", "This Year"), (then, now), years, strict=True)
    )
    return table((f"Indicator #{number}\n{name}", last, this), top=top)


WAIT = boxes(1, "Wait for an inpatient bed", "31.20 28.00", "29.40 27.00", 100)
TOLD = boxes(2, "Share told what to expect", "58.3% 65%", "63.7% 66%", 300)


def test_the_figure_of_the_newest_time_is_the_latest_and_the_target_is_of_its_year() -> None:
    review = review_of(WAIT, TOLD)
    assert [(i.indicator_ref, i.name, i.latest, i.previous, i.target) for i in review.indicators] == [
        ("1", "Wait for an inpatient bed", "29.40", "31.20", "28.00"),
        ("2", "Share told what to expect", "63.7%", "58.3%", "65%"),
    ]
    assert "table_not_understood" not in loud(review)


@pytest.mark.parametrize(
    "other",
    [
        boxes(
            2, "Share told what to expect", "58.3% 65% 70%", "63.7% 66%", 300
        ),  # three figures of two things
        boxes(2, "Share told what to expect", "58.3% soon", "63.7% 66%", 300),
        table(
            ("What we do\nCare for all", "Last Year\n31.20 28.00\nPerformance Target\n(2023/24) (2024/25)")
        ),
    ],
)
def test_what_is_not_certain_stays_as_it_was(other: Table) -> None:
    assert figure_boxes.laid((WAIT, other)) == (WAIT, other)
