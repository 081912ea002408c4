"""A column that is blank on one page alone is a finding."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, loud, review_of, table


@pytest.mark.parametrize(
    ("blank", "codes"),
    [({2}, ["column_blank"]), ({1, 2, 3}, []), (set(), [])],
    ids=["on one page", "on most", "on none"],
)
def test_a_column_that_is_lost_on_one_page_is_not_lost_in_silence(blank: set[int], codes: list[str]) -> None:
    pages = [
        table(
            ACTIONS,
            *(
                (
                    f"{4 * page + k}. Buy land {page}{k}",
                    "Ann Archer",
                    "" if page in blank else "Done.",
                    "On track",
                )
                for k in range(4)
            ),
            page=page,
        )
        for page in (1, 2, 3, 4)
    ]
    assert [code for code in loud(review_of(*pages)) if code == "column_blank"] == codes
