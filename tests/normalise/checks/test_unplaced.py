"""Columns left unread in tables that were read, of a kind that their rows lack."""

from __future__ import annotations

from normalise.review import Review
from tests.normalise.building import Square, review_of, table

ROWS = (("Homes let in time", "93%"), ("Bins missed", "48"), ("Visits", "41,250"))


def told(review: Review) -> list[tuple[str | None, str | None]]:
    return [(f.subject_id, f.field) for f in review.findings if f.code == "column_unread"]


def with_column(
    heading: str, *texts: str, beside: tuple[str, ...] = ("Target", "95%", "50", "40,000")
) -> Review:
    rows: list[tuple[Square, ...]] = [
        (*row, other, text) for row, other, text in zip(ROWS, beside[1:], texts, strict=True)
    ]
    return review_of(table(("Measure", "2024/25", beside[0], heading), *rows))


def test_words_that_rate_below_an_unknown_heading_are_told_on_each_row() -> None:
    review = with_column("Verdict", "Good", "Poor", "Good")
    assert [i.status for i in review.indicators] == [None, None, None]
    assert told(review) == [("i001", "status"), ("i002", "status"), ("i003", "status")]


def test_words_that_rate_nothing_are_not_told() -> None:
    assert not told(with_column("Verdict", "Homes", "Streets", "Culture"))


def test_figures_below_an_unknown_heading_are_told_where_no_target_is_read() -> None:
    review = with_column("Mark to hit", "95%", "50", "40,000", beside=("2023/24", "92%", "51", "39,000"))
    assert [i.target for i in review.indicators] == [None, None, None]
    assert told(review) == [("i001", "target"), ("i002", "target"), ("i003", "target")]


def test_figures_of_others_and_beside_a_target_are_not_told() -> None:
    assert not told(with_column("Mark to hit", "95%", "50", "40,000"))
    before = ("2023/24", "92%", "51", "39,000")
    assert not told(with_column("Regional average", "95%", "50", "40,000", beside=before))
    assert not told(with_column("Change since 2019", "5%", "5", "4,000", beside=before))


def test_a_narrative_below_an_unknown_heading_is_told_where_no_note_is_read() -> None:
    notes = (
        "The first homes were let in March, a month late.",
        "Two rounds were merged in the autumn of 2024.",
    )
    rows = [(f"Action {k} for the town", "On track", "", note) for k, note in enumerate((*notes, notes[0]))]
    review = review_of(table(("Action", "Status", "Progress", "In the words of the team"), *rows))
    assert [a.progress for a in review.actions] == ["", "", ""]
    assert told(review) == [("a001", "progress"), ("a002", "progress"), ("a003", "progress")]


def test_ways_of_which_it_is_not_known_whether_they_are_good_are_told() -> None:
    review = with_column("Should go", "Up", "Down", "Up")
    assert told(review) == [("i001", "direction"), ("i002", "direction"), ("i003", "direction")]


def test_ways_below_an_earlier_time_are_no_earlier_figure() -> None:
    review = with_column("Last time", "Up", "Down", "Up")
    assert [i.previous for i in review.indicators] == [None, None, None]
    assert told(review)


def with_milestones(*texts: str) -> Review:
    told = [(f"Open {k} hubs in the north", text, "On target: it is told.") for k, text in enumerate(texts)]
    return review_of(table(("Action", "Milestone", "Quarter 2 update"), *told))


def test_what_is_to_be_done_up_to_a_day_is_no_date() -> None:
    """Each row of a right table was told to lack its date."""
    texts = ("System live by June 2025", "Work complete by March 2026", "Mentors matched by May 2026")
    assert not told(with_milestones(*texts))


def test_days_below_a_heading_of_items_are_told() -> None:
    review = with_milestones("June 2025", "March 2026", "May 2026")
    dated = [action.due_date is not None for action in review.actions]
    assert all(dated) or {field for _, field in told(review)} == {"due_date"}


def test_what_a_measure_is_to_reach_by_a_day_is_no_due_date() -> None:
    rows = [
        ("Hold a bed huddle", "95% of days by March 31, 2025", "Huddles were held."),
        ("Open a lounge", "12 patients a day by December 2024", "It was opened."),
        ("Train all staff", "90% of all staff by March 31, 2025", "They were trained."),
    ]
    review = review_of(table(("Action", "Target for process measure", "Progress"), *rows))
    assert len(review.actions) == 3 and not told(review)
