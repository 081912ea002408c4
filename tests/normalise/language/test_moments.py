"""When a column's figures are for, by its heading."""

from __future__ import annotations

import pytest

from normalise.language import moments
from normalise.language.moments import Moment

SECOND = Moment(6, 3, 2025)


@pytest.mark.parametrize(
    "heading",
    [
        "2025/26 Ch2 / Q2",
        "Ch2 2025/26 / Q2 2025/26",
        "2025/26 Q2 / Ch2",
        "T2 / Q2 2025-26",
        "Trimestre 2 / Quarter 2 2025-26",
        "Chwarter 2 / Quarter 2 2025/26",
    ],
)
def test_a_quarter_in_two_languages_is_one_and_nothing_else(heading: str) -> None:
    assert moments.of(heading) == SECOND and moments.is_bare(heading)


@pytest.mark.parametrize("heading", ["Ch3 / Q2 2025/26", "Target 2 / Q2 2025/26", "T2 2025/26"])
def test_what_is_no_other_word_for_the_quarter_is_more_than_a_time(heading: str) -> None:
    assert not moments.is_bare(heading)


@pytest.mark.parametrize(
    "heading", ["Long term 1-3 years", "Medium-term 2", "Mid-term", "Term date", "Term 1/2"]
)
def test_the_terms_of_a_plan_are_no_terms_of_a_year(heading: str) -> None:
    assert moments.of(heading) is None
