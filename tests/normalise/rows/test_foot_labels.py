"""A heading and a label on one line above the next table, which a table without rules took for its last row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Table
from tests.normalise.building import Square, moved_to, review_of, table

HEADS = ("Ref", "Action", "Lead", "Status", "Progress")
ROWS: tuple[tuple[Square, ...], ...] = (
    ("L1", "Repair walls", "Rangers", "On track", "Nine were mended."),
    ("L2", "Survey sites", "Archaeologist", "Complete", "All were seen."),
)
BELOW: tuple[tuple[Square, ...], ...] = (("V1", "Open a hub", "Head of Visits", "Delayed", "No site yet."),)
LABELS: tuple[Square, ...] = ("Visitors", "", "", "", "Access Team")


def unruled(*rows: tuple[Square, ...], top: float) -> Table:
    return replace(table(HEADS, *rows, top=top), reader="unruled")


@pytest.mark.parametrize("blank", [(), (("", "", "", "", ""),)])
def test_labels_above_the_next_table_are_no_row(blank: tuple[tuple[Square, ...], ...]) -> None:
    """Symptom: an action `Visitors` with the progress `Access Team`."""
    review = review_of(unruled(*ROWS, LABELS, *blank, top=90), unruled(*BELOW, top=250))
    assert [a.action_number for a in review.actions] == ["L1", "L2", "V1"]
    assert [a.progress for a in review.actions] == ["Nine were mended.", "All were seen.", "No site yet."]


def test_a_row_that_ends_its_page_stays_one() -> None:
    first, rest = unruled(*ROWS, LABELS, top=90), moved_to(2, unruled(*BELOW, top=90))
    assert len(review_of(first, rest).actions) == 4


@pytest.mark.parametrize(
    ("heads", "right"),
    [
        (("Action", "Lead", "Due", "Progress", "RAG"), "Red"),
        (("Action", "Lead", "Due", "Progress", "RAG"), "Not started"),
        (("Action", "RAG", "Due", "Progress", "Lead"), "Ann Archer"),
        (("Action", "Lead", "Due", "RAG", "Progress"), "To be scoped"),
        (("Action", "Lead", "Due", "RAG", "Progress"), "Work has begun."),
    ],
)
def test_a_last_row_that_leaves_much_blank_stays_one(heads: tuple[str, ...], right: str) -> None:
    """Symptom: an action and its status were removed, and told nowhere."""
    told = {"Lead": "Bob Baker", "Due": "May 2026", "RAG": "Green", "Progress": "Work goes on."}
    rows = [tuple(told.get(head, f"Open hub {k}") for head in heads) for k in range(3)]
    new = ("Write a new plan", "", "", "", right)
    first = replace(table(heads, *rows[:2], new, top=90), reader="unruled")
    rest = replace(table(heads, rows[2], top=250), reader="unruled")
    assert [a.action for a in review_of(first, rest).actions] == [
        "Open hub 0", "Open hub 1", "Write a new plan", "Open hub 2",
    ]  # fmt: skip
