"""Who leads and up to when, in one column."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, loud, review_of, table


def read(heading: str, *cells: str) -> list[tuple[tuple[str, ...], str]]:
    rows = [
        (f"{k}", f"Build {k} homes", cell, "On track", "It goes well.") for k, cell in enumerate(cells, 1)
    ]
    found = actions_of(table(("No.", "Action", heading, "RAG", "Progress"), *rows))
    return [(a.leads, str(a.due_date)) for a in found]


@pytest.mark.parametrize(
    "heading", ["Lead officer and target date", "Who / When", "Responsible officer & deadline"]
)
@pytest.mark.parametrize(
    "cell",
    ["Head of Housing\n31 Mar 2026", "Head of Housing / March 2026", "Head of Housing (31/03/2026)",
     "31 March 2026 – Head of Housing", "Head of Housing, by end March 2026"],
)  # fmt: skip
def test_a_lead_and_a_date_below_a_heading_of_both_are_apart(heading: str, cell: str) -> None:
    """The cell was no field's: no row had a lead."""
    assert read(heading, cell, cell) == [(("Head of Housing",), "2026-03-31")] * 2


def test_what_is_no_date_stays_beside_the_row_and_a_lead_alone_is_one() -> None:
    head = ("No.", "Action", "Lead / Timescale", "RAG", "Progress")
    rows = [
        ("1", "Build homes", "Head of Housing / Ongoing", "On track", "It goes well."),
        ("2", "Mend roads", "Head of Roads", "On track", "It goes well."),
        ("3", "Sell land", "Section 151 Officer / Q3 2025/26", "On track", "It goes well."),
    ]
    actions = actions_of(table(head, *rows))
    assert [a.leads for a in actions] == [("Head of Housing",), ("Head of Roads",), ("Section 151 Officer",)]
    assert [dict(a.extra).get("due_date") for a in actions] == ["Ongoing", None, "Q3 2025/26"]


def test_a_date_that_cannot_be_parted_is_told() -> None:
    row = ("1", "Build homes", "Head of Housing once funding for 2026 is clear", "On track", "It goes well.")
    review = review_of(table(("No.", "Action", "Lead and deadline", "RAG", "Progress"), row))
    assert "leads_unsure" in loud(review)


def test_a_date_in_a_column_of_leads_alone_is_not_parted() -> None:
    review = review_of(
        table(
            ("No.", "Action", "Lead", "Due", "RAG", "Progress"),
            ("1", "Build homes", "Head of Housing", "May 2026", "On track", "It goes well."),
        )
    )
    assert [(a.leads, str(a.due_date)) for a in review.actions] == [(("Head of Housing",), "2026-05-31")]
