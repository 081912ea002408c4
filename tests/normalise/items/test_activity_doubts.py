"""What may be wrong with an activity is told of it."""

from __future__ import annotations

from tests.normalise.building import ABOVE, review_of, table

HEADINGS = ("Key Activities", "Plan", "Key Actions", "Lead", "Progress", "RAG")


def test_characters_of_an_activity_that_have_no_meaning_are_told_of_it() -> None:
    """The row below was pointed at, and the activity was wrong in silence."""
    review = review_of(
        table(
            HEADINGS,
            ("1.1 Fit out all se\ufffdngs", "Local Plan", "1. Buy land", "Ann Archer", "Begun.", "On track"),
            (ABOVE, ABOVE, "2. Sell land", "Bo Bull", "Sold.", "Completed"),
            ("1.2 Plant trees", "The No\ufffdngham Plan", "1. Dig holes", "Cy Moss", "Dug.", "Completed"),
        )
    )
    told = [
        (f.subject_id, f.field)
        for f in review.findings
        if f.code == "characters_unreadable" and f.subject_kind == "activity"
    ]
    assert told == [("v001", "texts"), ("v002", "plans")]


def _told(activity: str) -> list[str | None]:
    """The activities of which is told that they hold their column's heading, where the third row prints one."""
    rows = (
        ("1.0 Find the settings", "Local Plan", "1. Look around", "Ann Archer", "Begun.", "On track"),
        ("1.1 Fit out all settings", "Local Plan", "1. Buy land", "Ann Archer", "Begun.", "On track"),
        (activity, "", "2. Sell land", "Bo Bull", "Sold.", "Completed"),
    )
    review = review_of(table(HEADINGS, *rows))
    found = [f for f in review.findings if f.code == "columns_unsure" and f.subject_kind == "activity"]
    return [f.subject_id for f in found]


def test_a_heading_that_fell_into_an_activity_is_told_of_it() -> None:
    """`Fit out all settings Key Activities` was said of the row alone."""
    assert _told("Key Activities") == ["v002"]


def test_the_rest_of_an_activity_that_names_its_heading_is_not_told() -> None:
    assert _told("and of its key activities") == []
