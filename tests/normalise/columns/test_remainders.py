"""Parts of a table that stand under a header in a table of its own are rows, though they look like a key."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    AMBER,
    BESIDE,
    BLUE,
    GREEN,
    GREY,
    RED,
    actions_of,
    filled,
    heading,
    moved_to,
    review_of,
    shape,
    table,
    with_text,
)

HEADER = ("Ref", "Action", "Lead", "Status", "Commentary")
ROWS = (
    ("PG01", "Submit the plan", "Ann Archer", filled(GREEN, "On track"), "Consultation has ended."),
    ("PG02", "Build the wall", "Ben Bell", filled(AMBER, "At risk"), "Consent took long."),
    ("PG03", "Open the hub", "Cas Cole", filled(BLUE, "Complete"), "Opened in May."),
    ("PG04", "Review parking", "Dee Dean", filled(GREY, "Not started"), ""),
)
MORE = (("CH01", "Mend roofs", "Eve Ellis", filled(RED, "Off track"), "Scaffolds fell."),)


def test_the_first_part_below_a_header_alone_is_read_though_it_has_each_status_once() -> None:
    blocks = (table(HEADER), heading("Place", top=125), table(*ROWS, top=150), table(*MORE, top=300))
    actions = actions_of(*blocks)
    assert [a.action_number for a in actions] == ["PG01", "PG02", "PG03", "PG04", "CH01"]
    assert [a.status for a in actions[:2]] == ["on_schedule", "behind_schedule"]


def test_a_striped_part_is_read_too() -> None:
    striped = [tuple(c if not isinstance(c, str) else filled("#eeeeee", c) for c in row) for row in ROWS]
    assert len(actions_of(table(HEADER), table(*striped, top=150))) == 4


def test_a_key_in_the_columns_of_the_review_stays_a_key() -> None:
    key = table(
        (filled(GREEN, "On track"), "As planned", "", "", ""),
        (filled(RED, "Off track"), "Not as planned", "", "", ""),
        top=300,
    )
    across = table(
        ("Key", filled(GREEN, "On track"), filled(RED, "Off track"), filled(BLUE, "Complete"), "Grey: none"),
        top=400,
    )
    review = review_of(table(HEADER, *ROWS), key, across)
    assert len(review.actions) == 4
    assert [e.label for e in review.legend] == ["On track", "Off track", "Complete"]


@pytest.mark.parametrize(
    "told", ["The bullets of this note are drawn, and it is longer than any label is.", "Bought by May."]
)
def test_a_page_of_two_rows_below_a_band_with_chips_and_bullets_is_no_key(told: str) -> None:
    """Both statuses are the legend's, so its rows were lost in silence."""
    header = ("Action", "Lead", "Progress", "Status")
    chip = [with_text(name, shape("pill", "#eeeeee")) for name in ("Ann Archer", "Ben Bell")]
    note = with_text(told, shape("disc", "#000000"))
    green, red = (with_text(t, shape("pill", c)) for t, c in (("On track", GREEN), ("Off track", RED)))
    key = table((shape("pill", GREEN), "On track"), (shape("pill", RED), "Off track"), top=20)
    first = table(header, ("1. Buy", chip[0], "Bought.", green), ("2. Sell", chip[1], "Sold.", red))
    second = table(
        ("", "", "and paid.", ""),
        ("2.1 Streets", BESIDE, BESIDE, BESIDE),
        ("3. Mend", chip[0], note, green),
        ("4. Pave", chip[1], note, red),
        page=2,
    )
    review = review_of(key, first, second)
    assert [a.action_number for a in review.actions] == ["1", "2", "3", "4"]
    assert [a.status for a in review.actions[2:]] == ["on_schedule", "off_track"]


def test_rows_of_three_columns_on_the_next_page_are_no_key() -> None:
    """The actions were the labels of a key, and every row of the page was lost."""
    head = ("Improvement action", "Status this quarter", "Progress")
    first = [("Publish a new town centre strategy", "Delayed", "Design work is well advanced.")]
    first += [("Produce an annual report on equality", "On track", "Work began in May.")]
    rest = [("Review the energy advice policy", "On track", "Funding was confirmed in April.")]
    rest += [("Work with schools in Fairton", "Completed", "The final report was received.")]
    review = review_of(table(head, *first), table(*rest, page=2))
    assert [a.status for a in review.actions] == [
        "behind_schedule",
        "on_schedule",
        "on_schedule",
        "completed",
    ]
    assert not review.legend


def test_a_key_of_three_columns_on_the_next_page_stays_one() -> None:
    head = ("Improvement action", "Status this quarter", "Progress")
    first = [("Publish a new town centre strategy", "A", "Design work is well advanced.")]
    first += [("Produce an annual report on equality", "G", "Work began in May.")]
    key = [("Green", "G", "On schedule"), ("Amber", "A", "Behind schedule"), ("Red", "R", "Off track")]
    assert len(review_of(table(head, *first), table(*key, page=2)).legend) == 3


def test_rows_with_three_ratings_on_a_page_without_a_heading_were_read_as_a_key() -> None:
    header = ("Ref", "Action", "Update", "Overall RAG", "Schedule RAG", "Budget RAG")
    good, late, done = filled(GREEN, "On track"), filled(AMBER, "At risk"), filled(BLUE, "Complete")
    first = (
        ("1.1", "Submit the plan", "Consultation has ended.", good, good, good),
        ("1.2", "Build the wall", "Consent took long.", late, late, good),
    )
    more = (
        ("1.3", "Open the hub", "Opened in May.", done, late, good),
        ("1.4", "Review parking", "Surveys go on.", good, late, done),
    )
    review = review_of(table(header, *first), moved_to(2, table(*more)))
    assert [a.action_number for a in review.actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert review.legend == ()


OTHER_RATINGS = ("Ref", "Action", "Overall RAG", "Timescale", "Finance", "Update")
GOOD, LATE, DONE = filled(GREEN, "On track"), filled(AMBER, "At risk"), filled(BLUE, "Complete")
PAGE_OF_RATINGS = (
    ("1.3", "Open the hub", DONE, LATE, GOOD, "Opened in May."),
    ("1.4", "Review parking", GOOD, LATE, DONE, "Surveys go on."),
)


def test_rows_with_ratings_that_no_heading_calls_so_were_read_as_a_key() -> None:
    """`Timescale` and `Finance` rate too: their cells say so."""
    first = (
        ("1.1", "Submit the plan", GOOD, GOOD, LATE, "Consultation has ended."),
        ("1.2", "Build the wall", LATE, GOOD, GOOD, "Consent took long."),
    )
    review = review_of(table(OTHER_RATINGS, *first), moved_to(2, table(*PAGE_OF_RATINGS)))
    assert [a.action_number for a in review.actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert review.legend == ()


def test_rows_that_are_taken_for_a_key_are_told() -> None:
    """One row above the page break does not say that a column rates: what stands below was lost in silence."""
    first = ("1.1", "Submit the plan", GOOD, "in May", "none yet", "Consultation has ended.")
    review = review_of(table(OTHER_RATINGS, first), moved_to(2, table(*PAGE_OF_RATINGS)))
    lost = len(review.actions) < 1 + len(PAGE_OF_RATINGS)
    assert lost
    assert [f.page for f in review.findings if f.code == "table_not_understood"] == [2]


def test_a_key_across_the_columns_of_the_review_is_no_lost_row() -> None:
    key = table((GOOD, LATE, DONE, filled(RED, "Off track"), filled(GREY, "Not started"), ""), top=400)
    first = ("1.1", "Submit the plan", GOOD, "in May", "none yet", "Consultation has ended.")
    review = review_of(table(OTHER_RATINGS, first), key)
    assert len(review.legend) == 5
    assert not [f for f in review.findings if f.code == "table_not_understood"]


def test_a_key_above_the_review_in_its_columns_is_no_lost_row() -> None:
    key = table(
        ("", "Good: as was planned", GOOD, "yes", "ok", ""),
        ("", "Late: not as planned", LATE, "no", "ok", ""),
    )
    review = review_of(key, table(OTHER_RATINGS, *PAGE_OF_RATINGS, top=300))
    assert len(review.actions) == len(PAGE_OF_RATINGS)
    assert not [f for f in review.findings if f.code == "table_not_understood"]
