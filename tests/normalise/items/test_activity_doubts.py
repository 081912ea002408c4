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
