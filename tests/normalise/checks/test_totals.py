"""Counts that a document prints of its own statuses."""

from __future__ import annotations

import pytest

from normalise.review import Review
from parsers.block import Table
from tests.normalise.building import AMBER, GREEN, RED, Square, loud, paragraph, review_of, shape, table

KEY = table(
    [shape("disc", GREEN), "On track"],
    [shape("disc", AMBER), "Some delay"],
    [shape("disc", RED), "Off track"],
)
ROWS = [
    (GREEN, "Plant trees"),
    (GREEN, "Mend benches"),
    (GREEN, "Paint gates"),
    (AMBER, "Drain paths"),
    (RED, "Open a cafe"),
]


def review(*said: str, totals: Table | None = None) -> Review:
    """Three green actions, one amber, one red, and what the document says about them."""
    rows: list[list[Square]] = [[text, "Work goes on.", shape("disc", colour)] for colour, text in ROWS]
    told = [paragraph(text, top=10 + 20 * k) for k, text in enumerate(said)]
    summary = [totals] if totals is not None else []
    return review_of(*told, *summary, KEY, table(["Action", "Progress", "Status"], *rows, top=300))


@pytest.mark.parametrize(
    "said",
    [
        "Of the actions in the plan, 3 are green, 1 is amber and 1 is red.",
        "Three actions are on track, one has some delay and one is off track.",
        "Green: 3, Amber: 1, Red: 1.",
        "3 (60%) are green and 1 (20%) amber.",
        "Last quarter 5 were green and none were amber or red.",
        "At its last meeting the board heard of 12 green and 9 red risks.",
        "The depot has 40 green bins and 60 red bins.",
        "There are 3 green actions.",
    ],
)
def test_counts_that_agree_or_are_of_other_things_raise_nothing(said: str) -> None:
    assert loud(review(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Of the actions in the plan, 4 are green, 1 is amber and none are red.",
        "Two actions are on track, one has some delay; more follows.",
        "Green: 2, Amber: 2, Red: 1.",
    ],
)
def test_counts_that_the_rows_do_not_bear_out_are_a_finding(said: str) -> None:
    found = loud(review(said))
    assert found == (["totals_disagree"] if "more follows" not in said else [])


def test_a_table_of_totals_is_held_against_the_rows() -> None:
    right = table(
        ["Theme", "Green", "Amber", "Red"], ["Parks", "2", "1", "0"], ["Total", "3", "1", "1"], top=60
    )
    wrong = table(
        ["Theme", "Green", "Amber", "Red"], ["Parks", "2", "1", "0"], ["Total", "4", "0", "1"], top=60
    )
    assert loud(review(totals=right)) == []
    assert loud(review(totals=wrong)) == ["totals_disagree"]


def test_a_row_that_begins_with_total_is_no_action() -> None:
    rows = [[colour, text, "Work goes on."] for colour, text in (("G", "Plant trees"), ("R", "Open a cafe"))]
    total = ["Total", "2", "1 on track; 1 off track"]
    read = review_of(KEY, table(["Status", "Action", "Progress"], *rows, total, top=300))
    assert [a.action for a in read.actions] == ["Plant trees", "Open a cafe"]


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        ("Of the measures, 2 are on track, 1 is achieved and 1 is not on track.", True),
        ("Of the measures, 3 are on track, 1 is achieved and 1 is not on track.", False),
    ],
)
def test_measures_that_are_achieved_count_as_on_target_as_they_are_read(said: str, agrees: bool) -> None:
    key = table(
        ("Achieved", "The target for the full year has been met"),
        ("On track", "The target is expected to be met"),
        ("Not on track", "The target may not be met"),
        top=60,
    )
    rows = [
        ("Water that complies", "100%", "100%", "On track"),
        ("Time to call-outs", "60", "41", "On track"),
        ("Pools accredited", "1", "1", "Achieved"),
        ("Water lost", "22%", "24%", "Not on track"),
    ]
    read = review_of(
        paragraph(said, top=20), key, table(("Measure", "Target", "Result", "Status"), *rows, top=300)
    )
    assert ("totals_disagree" not in [f.code for f in read.findings]) is agrees
