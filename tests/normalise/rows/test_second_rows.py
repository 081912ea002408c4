"""Rows with a text of their own below them, over all columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from parsers.block import Table
from tests.normalise.building import BESIDE, Square, about, filled, heading, loud, moved_to, review_of, table

HEADS = ("No.", "Step", "Lead", "Due", "RAG")
ROWS = (
    ("1.1", "Buy land", "Head of Land", "31 March 2026", "On track"),
    ("1.2", "Build homes", "Head of Homes", "30 June 2026", "Completed"),
    ("1.3", "Let homes", "Head of Homes", "30 June 2027", "Delayed"),
)
TOLD = ("Bought in May.", "The frame rises. So does the roof.", "No home was let.")
WIDE = (BESIDE,) * 4


def told(*rows: tuple[str, ...], second: str = "", page: int = 1, texts: tuple[str, ...] = TOLD) -> Table:
    """A table with the text of each row below it and, where it is headed, a second row of headings."""
    heads = [HEADS] if page == 1 else []
    above = [(second, *WIDE)] if second and page == 1 else []
    body = [line for row, text in zip(rows, texts, strict=True) for line in (row, (text, *WIDE))]
    return table(*heads, *above, *body, page=page, top=90)


@pytest.mark.parametrize("second", ["Progress this quarter", ""])
def test_a_sentence_below_each_row_is_its_progress(second: str) -> None:
    review = review_of(heading("Objective 1: Homes"), told(*ROWS, second=second))
    assert [(a.action_number, a.progress, a.activity_id) for a in review.actions] == [
        (row[0], text, None) for row, text in zip(ROWS, TOLD, strict=True)
    ]
    assert loud(review) == []


def test_a_table_that_goes_on_without_its_headings_is_read_alike() -> None:
    first = told(*ROWS[:2], second="Progress this quarter", texts=TOLD[:2])
    rest = moved_to(2, told(*ROWS[2:], page=2, texts=TOLD[2:]))
    assert [a.progress for a in review_of(first, rest).actions] == [*TOLD]


def test_rows_of_one_text_above_others_stay_their_headings() -> None:
    rows = [
        line
        for row, text in zip(ROWS, ("Land", "Homes", "Lettings"), strict=True)
        for line in ((text, *WIDE), row)
    ]
    review = review_of(table(HEADS, *rows, top=90))
    assert [a.progress for a in review.actions] == ["", "", ""]
    assert [a.texts for a in review.activities] == [("Land",), ("Homes",), ("Lettings",)]


def test_a_label_before_each_text_is_no_part_of_it() -> None:
    """Symptom: `Update:` stayed before every note."""
    review = review_of(told(*ROWS, texts=tuple(f"Update: {text}" for text in TOLD)))
    assert [a.progress for a in review.actions] == [*TOLD]


def test_a_page_that_has_one_row_with_its_sentence_is_read_alike() -> None:
    """Symptom: the sentence was a remark beside an empty progress, without a finding."""
    first, rest = told(*ROWS[:2], texts=TOLD[:2]), moved_to(2, told(*ROWS[2:], texts=TOLD[2:]))
    review = review_of(heading("Objective 1: Homes"), first, rest)
    assert [a.progress for a in review.actions] == [*TOLD]
    assert [a.extra for a in review.actions] == [()] * 3


@pytest.mark.parametrize("whole", [False, True])
def test_a_sentence_that_a_page_break_parts_from_its_row_is_its_progress(whole: bool) -> None:
    cut = [] if whole else [("", "on the hill", "", "", "")]
    first: list[Sequence[Square]] = [
        line for row, text in zip(ROWS, TOLD, strict=True) for line in (row, (text, *WIDE))
    ]
    rest: list[Sequence[Square]] = [
        (TOLD[2], *WIDE),
        ("1.4", "Sell homes", "Head of Homes", "30 June 2027", "Delayed"),
        ("None was.", *WIDE),
    ]
    review = review_of(table(HEADS, *first[:5], top=90), moved_to(2, table(HEADS, *cut, *rest, top=20)))
    assert [(a.action_number, a.progress) for a in review.actions] == [
        *((row[0], text) for row, text in zip(ROWS, TOLD, strict=True)),
        ("1.4", "None was."),
    ]


def test_sentences_that_tell_of_what_is_over_above_each_row_are_its_progress() -> None:
    """Symptom: each stood beside an empty progress, or beside that of another row."""
    texts = (
        "The land was bought in May from two owners.",
        "The frame has risen and so did the roof.",
        "No home was let before the end of June.",
    )
    rows = [line for row, text in zip(ROWS, texts, strict=True) for line in ((text, *WIDE), row)]
    review = review_of(table(HEADS, *rows, top=90))
    assert [a.progress for a in review.actions] == [*texts]
    assert [a.extra for a in review.actions] == [()] * 3


def test_sentences_of_what_is_wanted_above_each_row_stay_headings() -> None:
    texts = (
        "We will buy all the land that homes need here.",
        "We will build the homes that people ask for.",
        "We will let each of these homes to a family.",
    )
    rows = [line for row, text in zip(ROWS, texts, strict=True) for line in ((text, *WIDE), row)]
    assert [a.progress for a in review_of(table(HEADS, *rows, top=90)).actions] == ["", "", ""]


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize(
    ("band", "number"), [("Homes and places", None), ("Priority 2: Homes and places", "2")]
)
@pytest.mark.parametrize("second", ["Progress this quarter", ""])
def test_a_heading_that_opens_a_table_that_goes_on_is_no_sentence(
    second: str, band: str, number: str | None, page: int
) -> None:
    """Symptom: it was the end of the progress of the row before it, without a finding."""
    rest = table((band, *WIDE), ("1.4", *ROWS[2][1:]), ("None was sold.", *WIDE), page=page, top=300)
    review = review_of(told(*ROWS, second=second), rest)
    assert [a.progress for a in review.actions] == [*TOLD, "None was sold."]
    titles = [p.title for p in review.priorities] + [text for a in review.activities for text in a.texts]
    assert titles == ["Homes and places"]
    assert review.actions[3].priority == number


def test_a_priority_below_the_heading_of_such_texts_heads_rows() -> None:
    """Symptom: it was the progress of the row below it, whose own was lost."""
    body = [line for row, text in zip(ROWS, TOLD, strict=True) for line in (row, (text, *WIDE))]
    top = [("Progress update", *WIDE), ("Priority 1: Homes", *WIDE)]
    review = review_of(table(HEADS, *top, *body, top=90))
    assert [(a.progress, a.priority) for a in review.actions] == [(text, "1") for text in TOLD]


def test_a_sentence_on_the_next_page_is_that_of_a_row_which_has_none() -> None:
    rows: list[Sequence[Square]] = [ROWS[0], (TOLD[0], *WIDE), ROWS[1]]
    first = table(HEADS, ("Progress update", *WIDE), *rows, top=90)
    rest = table((TOLD[1], *WIDE), ROWS[2], (TOLD[2], *WIDE), page=2, top=90)
    assert [a.progress for a in review_of(first, rest).actions] == [*TOLD]


def test_sentences_above_each_row_that_tell_why_it_is_to_be_done_are_no_progress() -> None:
    texts = (
        "Residents have told us that they want cleaner streets.",
        "The council has declared an emergency and will act on it.",
        "Local firms were hit by the pandemic and have asked for help.",
    )
    rows = [line for row, text in zip(ROWS, texts, strict=True) for line in ((text, *WIDE), row)]
    assert [a.progress for a in review_of(table(HEADS, *rows, top=90)).actions] == ["", "", ""]


def without_one_column(text: str) -> tuple[Square, ...]:
    """A text over all columns but the last, as where tags leave out the blank cell before it."""
    return (text, BESIDE, BESIDE, BESIDE, "")


def behind_the_numbers(text: str) -> tuple[Square, ...]:
    return ("", text, BESIDE, BESIDE, BESIDE)


def over_all(text: str) -> tuple[Square, ...]:
    return (text, *WIDE)


@pytest.mark.parametrize("band", ["Pillar 1 | Homes", "Homes and places"])
@pytest.mark.parametrize("laid", [over_all, without_one_column, behind_the_numbers])
def test_sentences_below_rows_that_bands_head_are_their_progress(
    laid: Callable[[str], tuple[Square, ...]], band: str
) -> None:
    """Symptom: each sentence became a part of its row's number, without a finding."""
    body = [line for row, text in zip(ROWS, TOLD, strict=True) for line in (row, laid(text))]
    heads = [(filled("#dfeaf2", title), *WIDE) for title in (band, "Pillar 2 | Land")]
    last = ("1.4", "Sell homes", "Head of Homes", "30 June 2027", "Delayed")
    review = review_of(table(HEADS, heads[0], *body, heads[1], last, laid("None was sold."), top=90))
    assert [(a.action_number, a.progress) for a in review.actions] == [
        *((row[0], text) for row, text in zip(ROWS, TOLD, strict=True)),
        ("1.4", "None was sold."),
    ]
    assert review.actions[3].priority == "2"


def test_a_row_among_many_may_have_no_sentence() -> None:
    rows = [(f"1.{n}", f"Build home {n}", "Head of Homes", "30 June 2026", "On track") for n in range(1, 8)]
    body = [
        line
        for row in rows
        for line in ((row, over_all(f"It rose by {row[0]} m.")) if row != rows[3] else (row,))
    ]
    progress = [a.progress for a in review_of(table(HEADS, *body, top=90)).actions]
    assert progress == ["" if row == rows[3] else f"It rose by {row[0]} m." for row in rows]


def test_sentences_that_head_two_rows_each_are_no_progress() -> None:
    body = [
        line
        for n in range(1, 5)
        for line in (
            over_all(f"Pillar {n}: All homes are warm."),
            *((f"{n}.{k}", f"Build {n}{k}", "Head of Homes", "30 June 2026", "On track") for k in (1, 2)),
        )
    ]
    review = review_of(table(HEADS, *body, top=90))
    assert [(a.progress, a.priority) for a in review.actions] == [
        ("", str(n)) for n in (1, 1, 2, 2, 3, 3, 4, 4)
    ]


def test_texts_over_all_columns_beside_a_column_of_progress_are_none() -> None:
    heads = ("No.", "Step", "Progress", "Due", "RAG")
    body = [line for row, text in zip(ROWS, TOLD, strict=True) for line in (row, over_all(text))]
    review = review_of(table(heads, *body, top=90))
    assert not {*TOLD} & {a.progress for a in review.actions}


@pytest.mark.parametrize(("closing", "read"), [("Theme 2 - Our roads", True), ("See the annex", False)])
def test_a_heading_in_the_first_column_below_the_sentences_is_no_row_without_one(
    closing: str, read: bool
) -> None:
    """A theme's heading that closed a table made remarks of all sentences, without a finding."""
    pairs = [line for row, told in zip(ROWS, TOLD, strict=True) for line in (row, (told, *WIDE))]
    review = review_of(table(HEADS, *pairs, (closing, "", "", "", "")))
    assert [a.progress for a in review.actions[:3]] == (list(TOLD) if read else [""] * 3)
    assert read or all(about(review, a.id) for a in review.actions[:3])
