"""Tables grouped by status: the heading above each says how its rows stand."""

from __future__ import annotations

import pytest

from normalise import Review
from parsers.block import Block
from tests.normalise.building import heading, loud, review_of, table

HEADER = ("Ref", "Action", "Lead", "Progress")


def under(*headings: str, header: tuple[str, ...] = HEADER, status: str = "") -> Review:
    blocks: list[Block] = [heading("Eskdale County Council: Council Strategy 2024-28", top=20, size=20)]
    for k, words in enumerate(headings):
        row = (f"A{k}", f"Open hub number {k} of many", "Ann Archer", "Work goes on", status)[: len(header)]
        blocks += [heading(words, top=100 + 100 * k), table(header, row, top=120 + 100 * k)]
    return review_of(*blocks)


def test_rows_below_headings_of_statuses_have_these() -> None:
    """Every row was unknown for want of a status column, though the headings say how all stand."""
    review = under(
        "Actions completed this quarter (4)", "Actions on track (7)", "Actions behind schedule (3)"
    )
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]
    assert [(a.status_basis, a.status_label) for a in review.actions][1] == ("words", "Actions on track (7)")
    shown = {e.subject_id: e.raw for e in review.evidence if e.field == "status"}
    assert shown["a002"] == "Actions on track (7)"
    assert [f.severity for f in review.findings if f.code == "status_from_heading"] == ["info"] * 3


@pytest.mark.parametrize(
    "words",
    [
        "Actions to be completed by March 2027",
        "Actions completed and actions in progress",
        "Actions at risk of not being delivered (2)",
        "Open actions",
        "These actions are expected to be completed on time.",
    ],
)
def test_a_heading_that_names_no_one_status_leaves_rows_unknown_and_says_so(words: str) -> None:
    review = under(words, "Actions on track")
    assert [a.status for a in review.actions] == ["unknown", "on_schedule"]
    assert "status_missing" in loud(review)


def test_a_heading_says_nothing_beside_a_column_of_statuses() -> None:
    review = under(
        "Actions completed this quarter", "Actions on track", header=(*HEADER, "Status"), status=""
    )
    assert {a.status for a in review.actions} == {"unknown"}
    assert "status_from_heading" not in {f.code for f in review.findings}


@pytest.mark.parametrize("theme", ["Active", "Live", "Future"])
def test_a_theme_of_one_word_is_no_status_of_its_rows(theme: str) -> None:
    """All below `Active`, one of a council's themes, was quietly on schedule; with a count it says how they stand."""
    review = under(theme, "Actions on track", f"{theme} (3)")
    assert [a.status == "unknown" for a in review.actions] == [True, False, False]


@pytest.mark.parametrize(
    "note",
    [
        "A plan to reduce energy use by a fifth in all buildings",
        "42 homes",
        "On track",
        "Delayed: the firm is not here yet",
    ],
)
def test_a_document_that_rates_nothing_says_so_once_and_one_that_may_tells_each_row(note: str) -> None:
    """Each of a service plan's actions had a warning: where all are warned of, none is."""
    rows = [(f"H1.{k}", f"Build house {k}", note, "Work began in May.") for k in (1, 2, 3)]
    review = review_of(table(("Ref", "Action", "Performance Standard", "Progress"), *rows))
    rated = note.startswith(("On", "Delayed"))
    assert loud(review) == (["status_missing"] * 3 if rated else ["status_not_printed"])
    assert len([f for f in review.findings if f.code == "status_not_printed" and f.subject_id]) == (
        0 if rated else 3
    )
