"""Tables inside a cell of another table, whose rules are seen as those of one table."""

from __future__ import annotations

from normalise.columns.nests import laid_flat
from tests.normalise.building import ABOVE, BESIDE, Square, loud, moved_to, review_of, table

SHORT = "All sold by May."
OUTER: tuple[Square, ...] = ("Activity", "Actions and progress", BESIDE, BESIDE, BESIDE)
INNER: tuple[Square, ...] = ("No", "Action", "Progress", "RAG")


def test_inner_tables_with_headings_of_their_own_are_rows_beside_their_activity() -> None:
    first = table(
        OUTER,
        ("1.1 Homes for all", *INNER),
        (ABOVE, "1", "Build homes", SHORT, "Green"),
        (ABOVE, "2", "Renew the depot", SHORT, "Red"),
    )
    second = table(
        ("", "3", "Let homes", SHORT, "Amber"),
        ("1.2 Parks for all", *INNER),
        (ABOVE, "1", "Plant trees", SHORT, "Green"),
    )
    review = review_of(first, moved_to(2, second))
    rows = [(a.activity_refs, a.action_number, a.action) for a in review.actions]
    assert rows == [
        (("1.1",), "1", "Build homes"),
        (("1.1",), "2", "Renew the depot"),
        (("1.1",), "3", "Let homes"),
        (("1.2",), "1", "Plant trees"),
    ]
    assert [v.texts for v in review.activities] == [("Homes for all",), ("Parks for all",)]
    assert not [code for code in loud(review) if code != "status_by_convention"]


def test_a_merged_cell_beside_headings_of_two_levels_is_no_inner_table() -> None:
    rows: tuple[tuple[Square, ...], ...] = (
        ("Action", "Reporting", BESIDE, "Lead"),
        (ABOVE, "Progress", "RAG", ABOVE),
        ("Build homes", SHORT, "Green", "Ann Archer"),
        ("Plant trees", SHORT, "Red", "Bo Finch"),
    )
    review = review_of(table(*rows))
    assert [(a.action, a.leads) for a in review.actions] == [
        ("Build homes", ("Ann Archer",)),
        ("Plant trees", ("Bo Finch",)),
    ]


def test_headings_that_ran_into_the_row_below_are_no_inner_table() -> None:
    """Figures that no rule parts from their headings were taken for what heads a table inside, and lost."""
    seen = table(
        ("Indicator", "National 393", "Target", "Latest", "Previous 71", "Good is"),
        ("First time entrants", ABOVE, "Below national", "147", ABOVE, "Low"),
        ("Homes built", "N/A", "40", "38", "N/A", "High"),
    )
    assert laid_flat([seen]) == [seen]
