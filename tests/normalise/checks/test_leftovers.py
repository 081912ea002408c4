"""Texts that ended in no row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.review import Finding
from parsers.block import Block, Heading, Paragraph
from parsers.cells.struck import STRUCK
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BESIDE,
    GREEN,
    RED,
    filled,
    glyph,
    heading,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
)

ROWS = table(
    ACTIONS,
    ("1.1 Buy land", "Ann Archer", "Bought in May.", "On track"),
    ("1.2 Sell land", "Bo Bull", "Sold in June.", "Completed"),
)

LATER = table(ACTIONS, ("1.3 Let land", "Cy Crane", "Let in July.", "On track"))

LATER_ON = moved_to(2, LATER)


def left_out(*blocks: Block) -> list[Finding]:
    return [f for f in review_of(*blocks).findings if f.code == "text_left_out"]


@pytest.mark.parametrize(
    "text",
    [
        paragraph("Lead: Cy Crane", top=300),
        paragraph("Status: Delayed", top=300),
        heading("Off track", top=300),
        paragraph("1.3 Let the land", top=300),
        heading("1.3 Let the land", top=300, size=10),
    ],
)
def test_a_line_below_the_rows_that_looks_like_one_is_told(text: Heading | Paragraph) -> None:
    (told,) = left_out(ROWS, text)
    assert told.severity == "warning"
    assert text.text in told.message


def test_a_sign_of_the_key_below_the_rows_is_told() -> None:
    key = table((glyph("●", GREEN, "disc"), "On track"), (glyph("★", GREEN, "star"), "Completed"), top=40)
    (told,) = left_out(key, ROWS, paragraph("Roads too", top=300, marks=[glyph("●", GREEN, "disc")]))
    assert told.severity == "warning"


def test_a_band_over_the_page_in_the_key_s_colour_is_no_sign() -> None:
    """Each page's title on a dark red banner was told as a row that was lost."""
    key = table((filled(GREEN), "On track"), (filled(RED), "Delayed"), top=40)
    title = paragraph("Our response", top=300, marks=[shape("square", RED)])
    (band,) = title.marks
    wide = replace(title, marks=(band._replace(box=Box(0, 290, 612, 330)),))
    assert [f.severity for f in left_out(key, ROWS, wide)] == ["info"]
    assert [f.severity for f in left_out(key, ROWS, title)] == ["warning"]


def test_remarks_below_the_rows_are_quoted() -> None:
    remarks = "The Board asked for more.", "Members will look again in May."
    (told,) = left_out(ROWS, paragraph(remarks[0], top=300), paragraph(remarks[1], top=330))
    assert told.severity == "info"
    assert all(remark in told.message for remark in remarks)


@pytest.mark.parametrize(
    "text",
    [
        "* Provisional",
        "Page 3 of 9",
        "Homes Review 2024 | 3",
        "Key to ratings",
        "Action Lead Progress",
        "RAG rating:",
    ],
)
def test_what_runs_below_the_rows_and_says_nothing_of_them_is_not_told(text: str) -> None:
    assert left_out(ROWS, paragraph(text, top=300)) == []


def test_a_row_of_one_text_that_gathers_nothing_is_told() -> None:
    rows = table(
        ACTIONS,
        ("1.1 Buy land", "Ann Archer", "Bought in May.", "On track"),
        ("The Board will look at the rest", BESIDE, BESIDE, BESIDE),
    )
    (told,) = left_out(rows)
    assert (told.severity, "The Board will look" in told.message) == ("warning", True)


def test_a_row_of_one_text_that_counts_is_not_told() -> None:
    rows = table(
        ACTIONS,
        ("1.1 Buy land", "Ann Archer", "Bought in May.", "On track"),
        ("Thriving places: 1 on track, 0 delayed", BESIDE, BESIDE, BESIDE),
    )
    assert left_out(rows) == []


def test_a_priority_s_row_below_which_no_row_stands_is_told() -> None:
    rows = table(
        ACTIONS,
        ("Priority 1: Homes", BESIDE, BESIDE, BESIDE),
        ("1.1 Buy land", "Ann Archer", "Bought in May.", "On track"),
        ("Priority 2: Roads", BESIDE, BESIDE, BESIDE),
    )
    assert "priority_without_rows" in [f.code for f in review_of(rows).findings]


def test_who_answers_for_all_of_a_report_whose_rows_name_nobody_is_told() -> None:
    rows = table(("Action", "Progress", "RAG"), ("Buy land", "Bought in May.", "On track"))
    (told,) = left_out(heading("Homes Plan review"), paragraph("Plan owner: Ann Archer"), rows)
    assert told.severity == "warning"


def test_a_row_whose_text_is_struck_out_is_told() -> None:
    struck = replace(
        ROWS, cells=tuple(replace(c, doubt=STRUCK if c.text == "1.1 Buy land" else "") for c in ROWS.cells)
    )
    review = review_of(struck)
    assert [f.subject_id for f in review.findings if f.code == "text_struck"] == [review.actions[0].id]


def test_remarks_below_the_heading_of_the_first_priority_are_quoted() -> None:
    remark = paragraph("Members asked for more homes.", top=70)
    (told,) = left_out(
        heading("Homes Plan review", top=20, size=20), heading("Priority 1: Homes", top=50), remark, ROWS
    )
    assert remark.text in told.message


def test_remarks_above_all_that_is_the_review_s_are_its_introduction() -> None:
    assert (
        left_out(heading("Homes Plan review"), paragraph("This report tells how the plan goes."), ROWS) == []
    )


def test_a_page_between_two_with_rows_is_looked_at() -> None:
    (told,) = left_out(ROWS, paragraph("Members asked for more homes.", page=2), moved_to(3, LATER))
    assert told.page == 2


def test_a_table_of_something_else_between_the_rows_leaves_a_trace() -> None:
    budget = table(("Service", "Budget", "Forecast"), ("Housing", "4,120", "4,388"), top=300)
    review = review_of(ROWS, budget, moved_to(2, LATER))
    (told,) = [f for f in review.findings if f.code == "table_left_alone"]
    assert (told.severity, "Service, Budget, Forecast" in told.message) == ("info", True)


def test_a_remark_above_the_header_inside_a_later_table_is_quoted() -> None:
    titled = table(
        ("The Board asked for more of this.", BESIDE, BESIDE, BESIDE),
        ACTIONS,
        ("1.3 Let land", "Cy Crane", "Let in July.", "On track"),
        top=300,
    )
    (told,) = left_out(ROWS, titled)
    assert "The Board asked" in told.message


def beside(*words: str, top: float, page: int = 1) -> list[Paragraph]:
    """Texts in the columns of `ROWS`, "" for a column without."""
    lefts = (42.0 + 90 * col for col in range(len(words)))
    return [
        replace(paragraph(text, page), box=Box(left, top, left + 60, top + 10))
        for text, left in zip(words, lefts, strict=True)
        if text
    ]


def test_texts_in_a_table_s_columns_are_told_as_a_row_that_was_not_seen() -> None:
    for page in (1, 2):
        row = beside("Let land", "Cy Crane", "Let in July.", "", top=300, page=page)
        (told,) = [f for f in left_out(ROWS, *row, LATER_ON) if f.severity == "warning"]
        assert told.page == page
        assert "'Let land', 'Cy Crane', 'Let in July.'" in told.message


@pytest.mark.parametrize(
    "line",
    [
        beside("Let land", "Cy Crane", "", "", top=300),
        [replace(text, size=7.0) for text in beside("Leeds Council", "May", "Draft", "", top=300)],
        [*beside("Leeds", "May", "Draft", "", top=300), *beside("Leeds", "May", "Draft", "", top=20, page=2)],
    ],
    ids=["two", "small print", "printed again"],
)
def test_other_texts_side_by_side_are_no_row(line: list[Paragraph]) -> None:
    assert "warning" not in {f.severity for f in left_out(ROWS, *line, LATER_ON)}


def test_a_row_that_was_not_seen_is_told_where_its_short_texts_recur_and_one_runs_into_the_next_column() -> (
    None
):
    """The signs of other rows are printed again, so only three of its texts were told from a running head."""
    row = beside("Let land", "Cy Crane", "Let in July.", "G", top=300)
    again = beside("", "Cy Crane", "Late.", "G", top=340)
    told = [f for f in left_out(ROWS, *row, *again, LATER_ON) if "stand in a table's columns" in f.message]
    assert [f.severity for f in told] == ["warning", "warning"]
    wide = replace(row[1], text="Cy Crane Let in July.", box=row[1].box._replace(x1=290.0))
    four = [row[0], wide, row[3]]
    told = [f for f in left_out(ROWS, *four, LATER_ON) if "stand in a table's columns" in f.message]
    assert told == []  # two of four columns are no row


def test_a_row_whose_texts_are_flush_with_the_columns_is_told_however_far_they_run() -> None:
    """Two names that filled their columns ran into the values beside them: two of five texts stood in several."""
    row = beside("Let land", "Cy Crane", "Let in July.", "G", top=300)
    wide = [replace(text, box=text.box._replace(x1=text.box.x0 + 100)) for text in row]
    told = [f for f in left_out(ROWS, *wide, LATER_ON) if "stand in a table's columns" in f.message]
    assert [f.severity for f in told] == ["warning"]


def test_a_row_of_a_sign_and_a_text_that_looks_like_a_line_of_the_key_is_told() -> None:
    """Its sign was taken for the key's, and the action was lost."""
    green, amber = shape("disc", GREEN), shape("triangle", AMBER)
    key = table((green, "On track"), (amber, "Behind schedule"), top=20)
    rows = table(("Status", "Action"), (green, "Buy land"), (amber, "Sell land"), top=120)
    later = table(("Status", "Action"), (green, "Build homes"), (amber, "Mend roads"), top=300, page=2)
    sign = replace(paragraph("On track", 2, 60, [green]), box=Box(42, 60, 100, 70))
    row = [sign, replace(paragraph("Let land", 2), box=Box(135, 60, 200, 70))]
    told = [f.message for f in left_out(key, rows, *row, later) if "stand in a table's columns" in f.message]
    assert told == ["the texts 'On track', 'Let land' stand in a table's columns, but in no row"]


@pytest.mark.parametrize(("x", "told"), [(235, True), (400, False)], ids=["of statuses", "outside"])
def test_two_texts_beside_a_sign_in_the_column_of_statuses_are_told_as_a_row(x: float, told: bool) -> None:
    """A rule that skipped columns ended the table above its last row, of which the page told as of a remark: its note
    ended in a colon, as the words before a key do."""
    green, amber = shape("disc", GREEN), shape("triangle", AMBER)
    key = table((green, "On track"), (amber, "Behind schedule"), top=20)
    heads = ("Action", "Progress", "Status")
    rows = table(heads, ("1. Buy land", "Begun.", green), ("2. Sell land", "Late.", amber), top=120)
    later = table(heads, ("4. Build homes", "Begun.", green), page=2, top=300)
    note = paragraph("It goes on with this:", top=200, marks=[green])
    sign = note.marks[0]._replace(box=Box(x, 200, x + 9, 209))
    row = [
        replace(paragraph("2. Let land", top=200), box=Box(45, 200, 100, 210)),
        replace(note, box=Box(135, 200, 210, 210), marks=(sign,)),
    ]
    found = [f for f in left_out(key, rows, *row, later) if "stand in a table's columns" in f.message]
    assert [f.severity for f in found] == (["warning"] if told else [])


@pytest.mark.parametrize(
    ("text", "severity"),
    [("Contact: Performance Team, performance@larkshire.example", "info"), ("Lead: Bo Bull", "warning")],
)
def test_whom_to_ask_of_the_report_is_no_row_s(text: str, severity: str) -> None:
    assert [f.severity for f in left_out(ROWS, paragraph(text, top=400), LATER_ON)] == [severity]


@pytest.mark.parametrize(
    ("text", "severity"), [("3. Let land to the trust", "warning"), ("5. Let land to the trust", "info")]
)
def test_a_row_between_two_activities_whose_number_goes_on_with_the_first_is_told(
    text: str, severity: str
) -> None:
    """Of rows counted anew in each activity a lost one was a remark on the page."""
    heads = ("Activity", "Action", "Lead", "RAG")
    rows = [(f"{k}. Do what is due", "Ann Archer", "Late") for k in (1, 2, 3)]
    first, second = [("1.1 Homes", *row) for row in rows[:2]], [("1.2 Shops", *row) for row in rows]
    blocks = table(heads, *first), paragraph(text, page=2, top=30), table(heads, *second, page=2, top=200)
    assert [f.severity for f in left_out(*blocks) if text[3:] in f.message] == [severity]
