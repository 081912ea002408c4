"""Columns of words beside figures, below headings that no vocabulary has."""

from __future__ import annotations

import pytest

from normalise.review import Indicator
from tests.normalise.building import Square, indicators_of, loud, review_of, table

TOPS = ("Measure", "2024 to 2025", "Target")
ROWS = (("Homes let in time", "93%", "95%"), ("Bins missed", "48", "50"), ("Visits", "41,250", "40,000"))


def told(heading: str, *words: str) -> tuple[Indicator, ...]:
    rows: list[tuple[Square, ...]] = [(*row, word) for row, word in zip(ROWS, words, strict=True)]
    return indicators_of(table((*TOPS, heading), *rows))


def test_higher_and_lower_below_an_unknown_heading_say_which_way_is_good() -> None:
    assert [(i.good_is, i.polarity) for i in told("We want it", "Higher", "Lower", "Higher")] == [
        ("Higher", "high"),
        ("Lower", "low"),
        ("Higher", "high"),
    ]


@pytest.mark.parametrize("heading", ["Beside last year", "England is", "Risk"])
def test_higher_and_lower_beside_another_figure_say_nothing_of_which_way_is_good(heading: str) -> None:
    assert [i.good_is for i in told(heading, "Higher", "Lower", "Higher")] == [None, None, None]


@pytest.mark.parametrize("heading", ["Than this time last year", "Change", "Compared with last year"])
def test_better_and_worse_below_an_unknown_heading_are_the_direction(heading: str) -> None:
    assert [i.direction for i in told(heading, "Better", "Worse", "No change")] == ["better", "worse", "same"]


@pytest.mark.parametrize("heading", ["Result", "Performance", "2025", "Against target", "Target met?"])
def test_words_below_a_heading_of_figures_are_none(heading: str) -> None:
    """`Above` was the latest figure, and the true one that of before."""
    found = told(heading, "Above", "Near", "Above")
    assert [(i.latest, i.target, i.status) for i in found] == [
        (latest, target, "unknown") for _, latest, target in ROWS
    ]


def test_words_as_results_where_no_column_has_figures_stay() -> None:
    found = indicators_of(
        table(
            ("Measure", "Target", "Result"),
            ("Plan adopted", "Yes", "Yes"),
            ("Audit", "Yes", "No"),
            ("Code", "Yes", "No"),
        )
    )
    assert [i.latest for i in found] == ["Yes", "No", "No"]


def test_a_trajectory_for_a_month_is_the_target() -> None:
    review = review_of(
        table(
            ("Measure", "Nov 2025", "Dec 2025", "Trajectory for Dec"),
            ("Seen in time", "66.0%", "63.2%", "70.0%"),
            ("Still waiting", "388", "502", "300"),
        )
    )
    assert [(i.latest, i.target) for i in review.indicators] == [("63.2%", "70.0%"), ("502", "300")]
    assert not loud(review)


def test_a_year_in_words_is_a_reading_s_period() -> None:
    (first, _) = indicators_of(
        table(
            ("Measure", "2023 to 2024", "2024 to 2025", "Target"),
            ("Homes let in time", "93%", "94%", "95%"),
            ("Bins missed", "48", "44", "50"),
        )
    )
    assert {r.series: (r.raw, r.period) for r in first.readings if r.series in ("latest", "previous")} == {
        "latest": ("94%", "2024 to 2025"),
        "previous": ("93%", "2023 to 2024"),
    }
    assert (first.latest, first.previous) == ("94%", "93%")


@pytest.mark.parametrize(
    ("heading", "words"),
    [("Compared to England", ("Better", "Worse", "Same")), ("CIPFA group", ("Higher", "Lower", "Lower"))],
)
def test_words_beside_another_body_s_figures_are_no_way_of_ones_own(
    heading: str, words: tuple[str, ...]
) -> None:
    """`Better` than England was the direction, and `Higher` than the group a measure's polarity, in silence."""
    assert {(i.direction, i.good_is) for i in told(heading, *words)} == {(None, None)}
