"""Rows that a page's end tears in unusual places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.normalise.building import (
    ABOVE,
    ACTIONS,
    AMBER,
    GREEN,
    RED,
    actions_of,
    heading,
    indicators_of,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)

HEADINGS = ("Key Activities", "Key Actions", "Progress", "RAG", "Lead", "Plan")
BEGUN = ("", "", "1. Vacancies have been reduced from", "GREEN", "Ann Archer", "Social Work Workforce")
LATER = (
    "1.4 Retain social workers",
    "1. Measure the supplement",
    "17% down to 10%.",
    "",
    "",
    "Retention Plan (2016-2018)",
)


def test_a_row_whose_note_begins_on_the_page_before_its_action_is_one_row() -> None:
    """Its note and status were a row of the activity before, and its action had none."""
    first = table(
        HEADINGS, ("1.3 Train", "1. Train", "1. All were seen.", "GREEN", "Bo Bull", "Plan A"), BEGUN
    )
    second = table(
        HEADINGS, LATER, (ABOVE, "2. Measure the grades", "2. They are liked.", "GREEN", ABOVE, ABOVE), page=2
    )
    review = review_of(first, second)
    assert [(a.activity_refs, a.action_number, a.status) for a in review.actions] == [
        (("1.3",), "1", "on_schedule"), (("1.4",), "1", "on_schedule"), (("1.4",), "2", "on_schedule"),
    ]  # fmt: skip
    assert review.actions[1].progress == "1. Vacancies have been reduced from 17% down to 10%."
    assert [a.leads for a in review.actions[1:]] == [("Ann Archer",), ("Ann Archer",)]
    assert review.activities[1].plans == ("Social Work Workforce Retention Plan (2016-2018)",)


@pytest.mark.parametrize("note", ["1. Vacancies are fewer.", "Vacancies are fewer."])
def test_a_note_that_ends_before_the_break_is_no_begin_of_the_row_behind_it(note: str) -> None:
    begun = (*BEGUN[:2], note, *BEGUN[3:])
    first = table(
        HEADINGS, ("1.3 Train", "1. Train", "1. All were seen.", "GREEN", "Bo Bull", "Plan A"), begun
    )
    assert len(actions_of(first, table(HEADINGS, LATER, page=2))) == 3


@pytest.mark.parametrize(("behind", "activity"), [("2", "1.5"), ("1", "1.4")])
def test_rows_whose_activity_s_text_stands_behind_the_break_are_its_own(behind: str, activity: str) -> None:
    """The page had room for the rows and the plan, and not for the text of the merged cell beside them."""
    first = table(
        HEADINGS,
        ("1.4 Retain", "1. Measure pay", "1. Measured.", "GREEN", "Ann Archer", "Pay Plan"),
        (ABOVE, "2. Ask why", "2. Asked.", "GREEN", "Ann Archer", ABOVE),
        ("", "1. Move in together", "1. Moved.", "GREEN", "Bo Bull", "Hub Plan"),
    )
    rest = (f"{behind}. Set thresholds", f"{behind}. Set.", "GREEN", "Bo Bull", "")
    review = review_of(first, table(HEADINGS, ("1.5 Develop the hub", *rest), page=2))
    assert review.actions[2].activity_refs == (activity,)
    plans = {a.refs[0]: a.plans for a in review.activities}
    assert "Hub Plan" in plans[activity]
    assert ("numbering_restarts" in loud(review)) is (activity == "1.4")


def test_a_name_that_goes_on_behind_an_abbreviation_is_one_measure() -> None:
    head = ("Indicator", "Target", "Latest", "Good is")
    first = table(head, ("Average score (annual results inc.", "Narrow the gap with the", "30.2", "High"))
    second = table(("colleges)", "Average", "", ""), ("Gap at age 11", "Narrower", "24%", "Low"), page=2)
    assert [(i.name, i.target) for i in indicators_of(first, second)] == [
        ("Average score (annual results inc. colleges)", "Narrow the gap with the Average"),
        ("Gap at age 11", "Narrower"),
    ]


def test_words_among_the_colours_of_a_key_are_signs_too() -> None:
    """`COMPLETE` was the label, and what stands beside it the definition."""
    words = (
        ("COMPLETE", "Completed – done"),
        ("GREEN", "On schedule – begun"),
        ("NONE", "No information received"),
    )
    key = table(*words, ("RED", "Not happening"))
    rows = [(f"{k}. Buy", "Ann Archer", "Bought.", sign) for k, sign in enumerate(("COMPLETE", "NONE"), 1)]
    review = review_of(key, table(ACTIONS, *rows, top=300))
    assert [(e.mark, e.label) for e in review.legend][::2] == [
        ("COMPLETE", "Completed"), ("NONE", "No information received"),
    ]  # fmt: skip
    assert [a.status for a in review.actions] == ["completed", "no_information"]
    assert not loud(review)


def test_a_sign_on_the_middle_of_two_lines_explains_both_as_one() -> None:
    """The second line was an entry of its own with the same sign, so rows with it were told to have no key."""
    signs = [shape("disc", GREEN), shape("diamond", AMBER), shape("triangle", RED)]
    texts = ("On schedule – begun", "Behind schedule – late, but it will be if changes are", "Not happening")
    keys = [
        paragraph(text, top=60 + 30 * k, marks=(sign,))
        for k, (text, sign) in enumerate(zip(texts, signs, strict=True))
    ]
    first = keys[1].lines[0]
    second = first._replace(
        text="made", box=first.box._replace(top=first.box.bottom, bottom=first.box.bottom + 10)
    )
    middle = (
        keys[1]
        .marks[0]
        ._replace(box=keys[1].marks[0].box._replace(top=first.box.bottom - 4, bottom=first.box.bottom + 4))
    )
    keys[1] = replace(keys[1], text=f"{first.text} made", lines=(first, second), marks=(middle,))
    rows = [(f"{k}. Buy", "Ann Archer", "Bought.", sign) for k, sign in enumerate(signs, 1)]
    review = review_of(*keys, table(ACTIONS, *rows, top=300))
    assert [e.definition for e in review.legend][1] == "late, but it will be if changes are made"
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]


@pytest.mark.parametrize("top", [760, 400])
def test_a_row_goes_on_behind_a_foot_that_two_pages_have(top: float) -> None:
    """Set as large as a heading it opened the table of the second page; only what stands lower down is a foot."""
    first = table(ACTIONS, ("Restore the Yarstead", "Ann", "The deed was signed by Oakbury", GREEN))
    second = table(
        ACTIONS, ("canal basin", "", "Homes in May.", ""), ("Sell land", "Bo", "Sold.", RED), page=2
    )
    feet = [heading("Anytown Council, for decision", page, top=top) for page in (1, 2)]
    actions = actions_of(first, feet[0], second, feet[1])
    assert len(actions) == (2 if top > 700 else 3)
