"""Keys in letters and digits."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from normalise.review import Review
from parsers.block import Block
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    RED,
    heading,
    loud,
    only_action,
    paragraph,
    review_of,
    shape,
    table,
)

DIGITS = (
    ("3 (Complete)", "Action complete", "completed"),
    ("2 (On target)", "On target to be delivered", "on_schedule"),
    ("1 (Off target)", "Will not be delivered", "off_track"),
)
LETTERS = (
    ("D (Done)", "delivered", "completed"),
    ("U (Under way)", "going on as planned", "on_schedule"),
    ("S (Stopped)", "will not be taken forward", "cancelled"),
)


def rated(*key: Block, by: Sequence[str]) -> Review:
    rows = [(f"Open hub {k}", "Ann Archer", "It was told.", sign) for k, sign in enumerate(by)]
    return review_of(*key, table(ACTIONS, *rows, top=300))


@pytest.mark.parametrize("key", [DIGITS, LETTERS], ids=["digits", "letters"])
@pytest.mark.parametrize("joint", [" = ", ": ", " – "])
def test_a_letter_or_digit_with_its_status_in_brackets_is_a_sign(
    key: Sequence[tuple[str, str, str]], joint: str
) -> None:
    """`the document prints no legend`, it was said of a review with such lines."""
    lines = [paragraph(f"{sign}{joint}{words}", top=40 + 14 * k) for k, (sign, words, _) in enumerate(key)]
    review = rated(*lines, by=[sign[0] for sign, _, _ in key])
    assert [(e.mark, e.definition) for e in review.legend] == [(s[0], words) for s, words, _ in key]
    assert [a.status for a in review.actions] == [status for _, _, status in key]
    assert not loud(review)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Each line has been rated 3 (action complete); 2 (on target) or 1 (off target).", "321"),
        ("Status: 3 = Complete; 2 = On target; 1 = Off target Page 1 of 3", "321"),
        ("Lines are rated C (finished in full), P (on schedule) and W (not going ahead).", "CPW"),
    ],
)
def test_a_sentence_that_explains_letters_or_digits_is_a_key(text: str, signs: str) -> None:
    review = rated(paragraph(text), by=signs)
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert not loud(review)


def test_numbered_things_in_brackets_are_no_key() -> None:
    review = rated(paragraph("See plans 1 (homes), 2 (jobs) and 3 (completed)."), by=("Completed",))
    assert not review.legend


def test_a_letter_s_line_with_its_colour_is_the_key_s_also_where_it_says_more_than_a_status() -> None:
    lines = ("B (Blue) = Complete", "A (Amber) = Behind schedule, recovery actions in place",
             "R (Red) = Unlikely to be completed on time, intervention needed")  # fmt: skip
    review = rated(*(paragraph(text, top=40 + 14 * k) for k, text in enumerate(lines)), by="BAR")
    assert [a.status for a in review.actions] == ["completed", "behind_schedule", "off_track"]


def test_a_key_s_sentence_whose_second_line_is_set_by_itself_is_read_to_its_end() -> None:
    lines = ("Each line has been rated C (finished in full); P (under way and on schedule); N (work is not",
             "due to start until later) or W (no longer going ahead).")  # fmt: skip
    key = [heading(text, top=40 + 12 * k, size=10) for k, text in enumerate(lines)]
    review = rated(*key, by="CPNW")
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "not_started", "cancelled"]
    assert not loud(review)


def test_a_title_with_brackets_is_no_line_of_the_key_below_it() -> None:
    title = heading("Annual Plan (third year) of Fenhurst (the borough)", top=20, size=10)
    key = heading("Rated C (finished in full), P (under way) or W (no longer going ahead).", top=36, size=10)
    review = rated(title, key, by="CPW")
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "cancelled"]


@pytest.mark.parametrize(("signs", "parted"), [("BOR", "="), ("321", " –"), ("WQZ", ":")])
def test_letters_that_open_lines_below_each_other_are_a_key_s_whatever_their_words_say(
    signs: str, parted: str
) -> None:
    """`In progress and going to plan` is more than a status: the line was none of the key's, and the key was none."""
    words = (
        "In progress and going to plan",
        "Temporarily suspended",
        "Off target, not deliverable as planned",
    )
    lines = [f"• {sign}{parted} {told}" for sign, told in zip(signs, words, strict=True)]
    review = rated(*(paragraph(text, top=40 + 14 * k) for k, text in enumerate(lines)), by=signs)
    assert [a.status for a in review.actions] == ["on_schedule", "paused", "off_track"]
    assert not loud(review)


def test_lettered_parts_of_a_report_are_no_key() -> None:
    lines = ("A: What was planned", "B: What was completed", "C: What comes next")
    review = rated(*(paragraph(text, top=40 + 14 * k) for k, text in enumerate(lines)), by=("Completed",))
    assert not review.legend


@pytest.mark.parametrize(
    ("sign", "label", "status"),
    [
        (RED, "Off track", "off_track"),
        (AMBER, "At risk", "behind_schedule"),
        (GREEN, "Delivered", "completed"),
    ],
)
def test_a_letter_inside_a_key_s_disc_is_none_of_its_label(sign: str, label: str, status: str) -> None:
    """`R Off track` was no status that is known."""
    signs = ((RED, "R Off track"), (AMBER, "A At risk"), (GREEN, "G Delivered"))
    key = [paragraph(text, top=40 + 20 * k, marks=(shape("disc", c),)) for k, (c, text) in enumerate(signs)]
    action = only_action(*key, table(ACTIONS, ("1. Do", "Ann Archer", "Work goes on", shape("disc", sign))))
    assert (action.status, action.status_label) == (status, label)


def test_an_article_that_opens_a_label_beside_a_disc_of_another_colour_stays() -> None:
    signs = ((RED, "A delay that cannot be recovered"), (GREEN, "On track"))
    key = [paragraph(text, top=40 + 20 * k, marks=(shape("disc", c),)) for k, (c, text) in enumerate(signs)]
    row = ("1. Do", "Ann Archer", "Work goes on", shape("disc", GREEN))
    review = review_of(*key, table(ACTIONS, row))
    assert [entry.label for entry in review.legend] == ["A delay that cannot be recovered", "On track"]
