"""Texts that begin or end midway are told; texts that merely look odd are not."""

from __future__ import annotations

import pytest

from normalise import understand
from tests.normalise.building import document, heading, table

WHOLE = (
    ("1. Plant trees in every park", "Ann Archer", "Forty are in.", "Completed"),
    ("2. Mend the benches", "Ben Bell", "All stand.", "Completed"),
    ("3. Paint the railings", "Cas Cole", "Begun in May.", "On track"),
    ("4. Open the gate", "Dee Dean", "It is open.", "Completed"),
)


def told(action: str, progress: str = "Nothing yet.") -> list[tuple[str | None, str | None]]:
    """Subject and field of the findings about texts that are not whole, with one row more."""
    rows = (("Action", "Lead", "Progress", "RAG"), *WHOLE, (action, "Eve Ellis", progress, "On track"))
    review = understand(document(heading("Marlshire Council Parks Plan"), table(*rows)))
    return [(f.subject_id, f.field) for f in review.findings if f.code == "text_incomplete"]


@pytest.mark.parametrize(
    "action",
    [
        "5. Teach 2,000 children and their",
        "5. Teach swimming, cycling and",
        "5. Teach swimming (in the new",
        "5. Teach swimming,",
        "5. Have a website developed by",
        "5. lessons for all children",
        "5. , and lessons for all",
    ],
)
def test_an_action_that_begins_or_ends_midway_is_told(action: str) -> None:
    assert told(action) == [("a005", "action")]


def test_a_note_that_ends_midway_is_told() -> None:
    assert told("5. Teach swimming", "Lessons began in May and the") == [("a005", "progress")]


@pytest.mark.parametrize(
    "action",
    [
        "5. Teach swimming (at last)",
        "5. iPads for all",
        "5. Offer a form that can be returned to",
        "5. 40 lessons",
    ],
)
def test_a_whole_text_is_not_told(action: str) -> None:
    assert told(action) == []


def test_small_letters_are_not_odd_where_half_the_texts_have_them() -> None:
    rows = [(a.replace("Plant", "plant").replace("Mend", "mend"), *more) for a, *more in WHOLE]
    review = understand(document(table(("Action", "Lead", "Progress", "RAG"), *rows)))
    assert not [f for f in review.findings if f.code == "text_incomplete"]


@pytest.mark.parametrize("nothing", ["n/a", "none", "tbc", "N/A.", "to be confirmed"])
def test_a_note_that_says_there_is_nothing_to_tell_is_whole(nothing: str) -> None:
    assert told("5. Teach swimming", nothing) == []


def test_a_small_letter_that_only_begins_like_nothing_is_told() -> None:
    assert told("5. Teach swimming", "none of the schools came") == [("a005", "progress")]


@pytest.mark.parametrize(
    ("lead", "odd"),
    [("Head of", True), ("Director (Place", True), ("Team A", False), ("all heads of service", False)],
)
def test_a_lead_that_ends_midway_is_told(lead: str, odd: bool) -> None:
    rows = (("Action", "Lead", "Progress", "RAG"), *WHOLE, ("5. Mow", lead, "Mown.", "On track"))
    review = understand(document(heading("Marlshire Council Parks Plan"), table(*rows)))
    told = [(f.subject_id, f.field) for f in review.findings if f.code == "text_incomplete"]
    assert told == ([("a005", "leads")] if odd else [])


def _values_told(latest: str) -> list[tuple[str | None, str | None]]:
    rows = (("Indicator", "Target", "Latest", "Good is"), ("Homes let", "40", latest, "High"))
    review = understand(document(heading("Marlshire Council Parks Plan"), table(*rows)))
    return [(f.subject_id, f.field) for f in review.findings if f.code == "text_incomplete"]


def test_a_value_that_leaves_a_bracket_open_is_told() -> None:
    """Of `421 (Q1` the second line stood in a row of its own, and nobody asked."""
    assert _values_told("421 (Q1") == [("i001", "latest")]


def test_a_value_with_its_time_in_brackets_is_whole() -> None:
    assert _values_told("421 (Q1)") == []
