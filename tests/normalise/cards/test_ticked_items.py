"""Items that open with boxes before names of statuses, one of them ticked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers import Refusal
from parsers.block import Block, Heading
from tests.normalise.building import heading, loud, paragraph, review_of, table

DONE, NOT = "☑ Implemented ☐ Not Implemented", "☐ Implemented ☑ Not Implemented"


def item(opens: str, done: str, measure: str, lessons: str, page: int = 1, top: float = 60) -> list[Block]:
    texts = (opens, done, "Process measure", measure, "Lessons Learned", lessons)
    made: list[Block] = []
    for k, text in enumerate(texts):
        label = text in ("Process measure", "Lessons Learned")
        at = top + 14 * k
        made.append(heading(text, page, at, 9) if label else paragraph(text, page, at))
    return made


HUDDLE = item(
    f"Change Idea #1 {DONE}", "Introduce a bed huddle", "• Huddles held", "Huddles were held on most days."
)
LOUNGE = item(
    f"Change Idea #2 {NOT}",
    "Open a discharge lounge",
    "• Patients a day",
    "The lounge was never opened.",
    top=200,
)


def told(*blocks: Block) -> list[tuple[str, str, str]]:
    review = review_of(*blocks)
    return [(a.action, a.status, a.progress) for a in review.actions]


WHOLE = [
    ("Introduce a bed huddle", "completed", "Huddles were held on most days."),
    ("Open a discharge lounge", "off_track", "The lounge was never opened."),
]


def test_what_stands_below_the_boxes_is_done_and_the_tick_says_how_it_stands() -> None:
    review = review_of(*HUDDLE, *LOUNGE)
    assert [(a.action, a.status, a.progress) for a in review.actions] == WHOLE
    assert [dict(a.extra)["Process measure"] for a in review.actions] == [
        "• Huddles held",
        "• Patients a day",
    ]
    assert not review.legend and "status_missing" not in loud(review)


def test_a_progress_label_is_the_progress_and_lessons_are_kept_beside_it() -> None:
    blocks = [
        heading("Progress", top=b.box.top, size=9)
        if isinstance(b, Heading) and b.text == "Process measure"
        else b
        for b in (*HUDDLE, *LOUNGE)
    ]
    assert [progress for _, _, progress in told(*blocks)] == ["• Huddles held", "• Patients a day"]


def test_words_before_the_boxes_behind_a_number_are_the_title() -> None:
    first = item(f"Idea 1: Introduce a bed huddle {DONE}", "Daily.", "• Huddles held", "Huddles were held.")
    second = item(f"Idea 2: Open a lounge {NOT}", "In spring.", "• Patients", "It was never opened.", top=200)
    assert [text for text, *_ in told(*first, *second)] == ["Introduce a bed huddle", "Open a lounge"]


def test_an_item_goes_on_behind_a_page_break() -> None:
    first, second = [*HUDDLE, *LOUNGE[:4]], [replace(b, page=2) for b in LOUNGE[4:]]
    assert told(*first, *second) == WHOLE


def test_one_line_of_boxes_is_a_key_or_a_form_s_and_makes_no_action() -> None:
    with pytest.raises(Refusal):
        review_of(*HUDDLE)


def test_lines_of_boxes_of_which_none_is_ticked_leave_a_table_as_it_was() -> None:
    bare = [paragraph("☐ Implemented ☐ Not implemented", top=20 + 10 * k) for k in range(2)]
    rows = (
        ("Build a depot", "Ann Archer", "Completed", "Done."),
        ("Plant trees", "Bo Bull", "Delayed", "Late."),
    )
    review = review_of(*bare, table(("Action", "Lead", "Status", "Progress"), *rows))
    assert [a.status for a in review.actions] == ["completed", "behind_schedule"]
