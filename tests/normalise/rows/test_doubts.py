"""What makes a row doubtful by its own cells."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, loud, review_of, table

HEADINGS = ("Measure", "Target", "Latest", "Previous", "Status")
ROW = ("Food premises checked", "100%", "100%", "98%", "Achieved")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Consents within 20 working 100% 97.8% 94.1% days\nEleven of 503 went over time.",
            ["columns_unsure"],
        ),
        ("Consents given, of which nothing was measured", []),
    ],
)
def test_a_name_that_the_figures_beside_it_ran_into_is_told(name: str, told: list[str]) -> None:
    """A remark over all columns below a row that no rule parts from it tore the row's own columns."""
    own = (name, BESIDE, BESIDE, BESIDE, "Achieved")
    assert loud(review_of(table(HEADINGS, own, ROW))) == told
