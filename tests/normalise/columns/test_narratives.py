"""Which of several columns tells how an action stands now."""

from __future__ import annotations

import pytest

from tests.normalise.building import actions_of, only_action, table

BEFORE = "The first stage was finished in the summer."
NOW = "The contractor has left the site and another is sought."


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Quarter 1 update", "Quarter 2 update"),
        ("Progress Q1", "Progress Q2"),
        ("June commentary", "September commentary"),
        ("Progress to 30 June", "Progress to 30 September"),
        ("2025/26 update", "2026/27 update"),
        ("Year 1 progress", "Year 2 progress"),
        ("Q4 2025/26 update", "Q1 2026/27 update"),
        ("Q1", "Q2"),
    ],
)
def test_the_newest_narrative_is_the_progress(older: str, newer: str) -> None:
    """The first of them was taken: last quarter's story beside this quarter's status, in silence."""
    action = only_action(table(("Action", older, newer, "RAG"), ("Buy land", BEFORE, NOW, "Late")))
    assert (action.progress, dict(action.extra)) == (NOW, {older: BEFORE})
    backwards = only_action(table(("Action", newer, older, "RAG"), ("Buy land", NOW, BEFORE, "Late")))
    assert backwards.progress == NOW


def test_short_sentences_of_quarters_are_notes() -> None:
    """Symptom: all of them stood beside an empty progress, without a finding."""
    columns = ("Action", "Q1", "Q2", "Q3", "RAG")
    rows = (
        ("Buy land", "Offers were made.", "Land was bought.", "", "Complete"),
        ("Plant trees", "None.", "Two planted.", "", "Late"),
    )
    found = actions_of(table(columns, *rows))
    assert [(a.progress, dict(a.extra)) for a in found] == [(row[2], {"Q1": row[1]}) for row in rows]


def test_a_quarter_that_nothing_tells_of_yet_is_not_the_newest() -> None:
    columns = ("Action", "Q1 update", "Q2 update", "Q3 update", "RAG")
    assert only_action(table(columns, ("Buy land", BEFORE, NOW, "", "Late"))).progress == NOW


def test_of_narratives_for_no_time_the_first_is_the_progress() -> None:
    action = only_action(table(("Action", "Progress", "Q2 update", "RAG"), ("Buy land", NOW, BEFORE, "Late")))
    assert (action.progress, dict(action.extra)) == (NOW, {"Q2 update": BEFORE})


def test_plans_for_quarters_are_no_notes() -> None:
    """Symptom: what is planned for the last quarter was the progress, without a finding."""
    columns = ("Action", "Q1", "Q2", "Q3", "Q4", "RAG")
    plans = ("Design it.", "Tender.", "Build it.", "Open it.")
    found = actions_of(table(columns, ("Buy land", *plans, "Late"), ("Plant trees", *plans, "Complete")))
    assert [(a.progress, tuple(text for _, text in a.extra)) for a in found] == [("", plans)] * 2
