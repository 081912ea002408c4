"""Cards of a title, headings over one row of values, and labelled texts over all columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.cards import headed_rows
from parsers import Refusal
from parsers.block import Table
from tests.normalise.building import (
    BESIDE,
    GREEN,
    RED,
    Square,
    heading,
    loud,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

HEADS = ("Responsible Person", "Status", "Start Date", "End Date", "Performance")
DEPOT: tuple[Square, ...] = ("Works Manager", "In Progress", "01-Jul-2025", "30-Jun-2026")
TREES: tuple[Square, ...] = ("Parks Supervisor", "Completed", "01-Jul-2025", "30-Sep-2025")
ON, OFF = with_text("On Track", shape("square", GREEN)), with_text("Off Track", shape("square", RED))
KEY = table(
    (shape("square", GREEN), "On Track", "At least 90% of its target"),
    (shape("square", RED), "Off Track", "Less than 70% of its target"),
    top=20,
)


def over_all(text: str) -> tuple[Square, ...]:
    return (text, *[BESIDE] * (len(HEADS) - 1))


def card(title: str, row: tuple[Square, ...], *told: str, top: float) -> Table:
    opened = [over_all(title)] if title else []
    return table(*opened, HEADS, row, *map(over_all, told), top=top)


FIRST = card(
    "Action: 1.1 Build a depot", (*DEPOT, OFF), "Action Progress Comments: The tender failed.", top=100
)
SECOND = card("Action: 1.2 Plant trees", (*TREES, ON), "Action Progress Comments: All stand.", top=300)
TOLD = [
    ("1.1", "Build a depot", ("Works Manager",), "off_track", "The tender failed."),
    ("1.2", "Plant trees", ("Parks Supervisor",), "completed", "All stand."),
]


def told(*blocks: object) -> list[tuple[str | None, str, tuple[str, ...], str, str]]:
    review = review_of(*blocks)  # type: ignore[arg-type]
    assert not loud(review)
    return [(a.action_number, a.action, a.leads, a.status, a.progress) for a in review.actions]


def test_a_title_over_headings_and_one_row_is_an_action_with_the_comments_below() -> None:
    assert told(KEY, FIRST, SECOND) == TOLD


def test_cards_of_one_table_are_as_many_actions() -> None:
    rows = [
        over_all("Action: 1.1 Build a depot"),
        HEADS,
        (*DEPOT, OFF),
        over_all("Comments: The tender failed."),
    ]
    rows += [over_all("Action: 1.2 Plant trees"), HEADS, (*TREES, ON), over_all("Comments: All stand.")]
    assert told(KEY, table(*rows)) == TOLD


def test_a_heading_right_above_is_the_title_as_well() -> None:
    first = card("", (*DEPOT, OFF), "Comments: The tender failed.", top=100)
    second = card("", (*TREES, ON), "Comments: All stand.", top=300)
    above = heading("Action: 1.1 Build a depot", top=84), heading("Action: 1.2 Plant trees", top=284)
    assert told(KEY, above[0], first, above[1], second) == TOLD


def test_comments_on_the_next_page_are_those_of_the_card_that_it_ends() -> None:
    rest = moved_to(2, table(over_all("Action Progress Comments: All stand."), top=40))
    cut = card("Action: 1.2 Plant trees", (*TREES, ON), top=300)
    assert told(KEY, FIRST, cut, rest) == TOLD


def test_when_it_was_updated_is_told_below_the_comments_and_is_none_of_them() -> None:
    dated = card(
        "Action: 1.1 Build a depot",
        (*DEPOT, OFF),
        "Comments: The tender failed.",
        "Last Updated: 14-Oct-2025",
        top=100,
    )
    review = review_of(KEY, dated, SECOND)
    assert [a.progress for a in review.actions] == ["The tender failed.", "All stand."]
    assert not loud(review)


def test_headings_with_an_item_of_their_own_are_those_of_a_table_below_a_priority() -> None:
    heads = ("Action", "Lead", "Status", "Progress")
    first = table(
        ("Theme 1: Homes", BESIDE, BESIDE, BESIDE),
        heads,
        ("Build a depot", "Ann Archer", "Completed", "Done."),
    )
    review = review_of(first)
    assert [a.action for a in review.actions] == ["Build a depot"]


def test_one_row_of_who_and_when_without_a_title_is_no_action() -> None:
    with pytest.raises(Refusal):
        review_of(KEY, paragraph("The report was made as follows."), card("", (*DEPOT, ON), top=300))


def test_a_sentence_without_a_label_below_the_values_is_told_of_the_card() -> None:
    first = card("Action: 1.1 Build a depot", (*DEPOT, OFF), "The tender failed.", top=100)
    second = card("Action: 1.2 Plant trees", (*TREES, ON), "All stand.", top=300)
    assert told(KEY, first, second) == TOLD
    rows = [over_all("Action: 1.1 Build a depot"), HEADS, (*DEPOT, OFF), over_all("The tender failed.")]
    rows += [over_all("Action: 1.2 Plant trees"), HEADS, (*TREES, ON), over_all("All stand.")]
    assert told(KEY, table(*rows)) == TOLD


def test_a_second_row_of_headings_belongs_to_the_same_card() -> None:
    heads, dates = (
        ("Responsible Person", "Status", "End Date", "Performance"),
        ("Start Date", "% Complete", "Directorate", ""),
    )
    wide = (BESIDE, BESIDE, BESIDE)
    rows: list[tuple[Square, ...]] = []
    for title, row, note in (
        (
            "Action: 1.1 Build a depot",
            ("Works Manager", "In Progress", "30-Jun-2026", OFF),
            "The tender failed.",
        ),
        ("Action: 1.2 Plant trees", ("Parks Supervisor", "Completed", "30-Sep-2025", ON), "All stand."),
    ):
        rows += [
            (title, *wide),
            heads,
            row,
            dates,
            ("01-Jul-2025", "45%", "Works", ""),
            (f"Comments: {note}", *wide),
        ]
    assert told(KEY, table(*rows)) == TOLD


def test_a_text_without_printed_lines_is_no_label() -> None:
    """A page of a paper stopped the reader."""
    bare = table(over_all("Source: the survey"), HEADS)
    assert not headed_rows.found(replace(bare, cells=tuple(replace(c, lines=()) for c in bare.cells)))


def test_comments_below_a_label_in_a_row_of_its_own_or_below_the_table_are_the_card_s() -> None:
    first = card("Action: 1.1 Build a depot", (*DEPOT, OFF), "Comments", "The tender failed.", top=100)
    second = card("1.2 - Plant trees", (*TREES, ON), top=300)
    text = paragraph("Progress Comments: All stand.", top=second.box.bottom + 4)
    assert told(KEY, first, second, text) == TOLD
