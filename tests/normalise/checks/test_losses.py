"""What a page shows and no row took up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block, Paragraph, Table
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BESIDE,
    GREEN,
    INDICATORS,
    Shown,
    heading,
    loud,
    paragraph,
    review_of,
    shape,
    table,
    with_text,
)

STAR, DISC = shape("star", GREEN), shape("disc", AMBER)
KEY = table(("Key", "Meaning"), (STAR, "On track"), (DISC, "Behind schedule"), top=20)
FIRST, SECOND = ("Buy land", "Ann Lee", "Begun.", STAR), ("Sell land", "Joe Day", "Begun.", DISC)
THIRD = ("Let land", "Ann Lee", "Begun.", STAR)


def placed(sign: Shown, left: float, top: float, text: str = "see above") -> Paragraph:
    """A text with its sign at a place of the page."""
    seen = paragraph(text, top=top, marks=(sign,))
    box = Box(left, top, left + 9, top + 9)
    return replace(seen, marks=tuple(m._replace(box=box) for m in seen.marks))


def about_losses(*blocks: Block) -> list[tuple[str, int | None]]:
    codes = ("priority_without_rows", "sign_without_row", "table_not_understood", "ink_unplaced")
    return [(f.code, f.page) for f in review_of(*blocks).findings if f.code in codes]


def test_a_priority_whose_table_was_not_read_is_told() -> None:
    sound = (
        heading("Priority 1: Homes", top=80),
        table(ACTIONS, FIRST, SECOND),
        heading("Priority 2: Roads", top=250),
        table(ACTIONS, THIRD, top=280),
    )
    lost = (*sound, heading("Priority 3: Parks", page=2), paragraph("Plant trees Ann Lee Begun.", page=2))
    assert about_losses(KEY, *sound) == []
    assert about_losses(KEY, *lost) == [("priority_without_rows", 2)]


def test_a_priority_that_a_page_repeats_and_a_section_of_prose_are_no_loss() -> None:
    own = (heading("Priority 1: Homes", top=80), table(ACTIONS, FIRST, SECOND))
    again = (heading("Priority 1: Homes", page=2), heading("Section 4: Next steps", page=2, top=80))
    assert about_losses(KEY, *own, *again) == []


def test_a_sign_that_stands_between_the_rows_and_rates_none_is_told() -> None:
    above, below = table(ACTIONS, FIRST, SECOND), table(ACTIONS, THIRD, top=300)
    assert about_losses(KEY, above, below) == []
    assert about_losses(KEY, above, placed(STAR, 320, 220), below) == [("sign_without_row", 1)]


@pytest.mark.parametrize(
    "beside",
    [
        placed(STAR, 320, 500),
        placed(STAR, 320, 220, "Key:"),
        placed(STAR, 320, 220, "Key = done"),
        placed(shape("arrow", "#0070c0", "another outline"), 320, 220),
    ],
)
def test_signs_below_the_tables_and_of_other_kinds_are_no_loss(beside: Paragraph) -> None:
    assert about_losses(KEY, table(ACTIONS, FIRST, SECOND), beside, table(ACTIONS, THIRD, top=300)) == []


def test_the_ground_of_a_heading_as_wide_as_the_tables_is_no_sign() -> None:
    """A bar in a colour near the key's, behind a priority's name, was a lost sign."""
    above, below = table(ACTIONS, FIRST, SECOND), table(ACTIONS, THIRD, top=300)
    line = placed(STAR, 320, 220, "Priority 2 - Roads")
    wide = tuple(m._replace(box=m.box._replace(x0=above.box.x0, x1=above.box.x1)) for m in line.marks)
    bold = tuple(one._replace(bold=True) for one in line.lines)
    assert about_losses(KEY, above, replace(line, marks=wide, lines=bold), below) == []
    assert about_losses(KEY, above, replace(line, marks=wide), below) == [("sign_without_row", 1)]


def test_a_sign_in_a_row_across_the_table_is_told() -> None:
    band = ("Land", BESIDE, BESIDE, BESIDE)
    rated = (with_text("Land", STAR), BESIDE, BESIDE, BESIDE)
    columns = ("RAG", "Action", "Lead", "Progress")
    rows = ((STAR, *FIRST[:3]), (DISC, *SECOND[:3]))
    assert about_losses(KEY, table(columns, band, *rows)) == []
    assert about_losses(KEY, table(columns, rated, *rows)) == [("sign_without_row", 1)]


def test_a_piece_of_a_table_on_the_next_page_that_was_not_read_is_told() -> None:
    whole = table(ACTIONS, FIRST, SECOND, THIRD)
    headings = tuple(Shown(text) for text in ("Alpha", "Beta", "Gamma", "Delta"))
    piece = bold(table(headings, ("Buy bricks", "Ann Lee", "Begun.", "Late"), page=2), 0)
    assert about_losses(KEY, whole) == []
    assert about_losses(KEY, whole, piece) == [("table_not_understood", 2)]


def test_a_table_in_columns_of_its_own_on_the_next_page_is_no_loss() -> None:
    other = bold(table(("Ward", "Streets", "Lamps"), ("North", "12", "40"), page=2), 0)
    apart = replace(other, xs=(40.0, 170.0, 260.0, 400.0))
    assert about_losses(KEY, table(ACTIONS, FIRST, SECOND), apart) == []


def bold(seen: Table, row: int) -> Table:
    cells = tuple(
        replace(c, lines=tuple(line._replace(bold=c.row == row) for line in c.lines)) for c in seen.cells
    )
    return replace(seen, cells=cells)


def test_one_sign_of_the_key_in_a_table_that_was_left_alone_is_told() -> None:
    alone = bold(table(("Ward", "Streets", "Lamps"), ("North", "12", STAR), page=3), 0)
    apart = replace(alone, xs=(40.0, 170.0, 260.0, 400.0))
    assert about_losses(KEY, table(ACTIONS, FIRST, SECOND), apart) == [("table_not_understood", 3)]


def test_the_status_sign_of_an_indicator_keeps_its_place() -> None:
    row = ("Waste recycled", "50%", "48%", "47%", "High", STAR)
    review = review_of(KEY, table((*INDICATORS, "RAG"), row))
    assert [e.raw for e in review.evidence if e.field == "status"] == ["star"]
    assert loud(review) == []


def of_column(text: str, col: int, page: int = 1) -> Paragraph:
    """A text below the table of a page, set as those of one of its columns."""
    seen = paragraph(text, page, top=180)
    left = 42.0 + 90 * col
    return replace(seen, box=Box(left, 180, left + 80, 190))


def test_a_cell_s_text_that_stands_below_the_frame_of_a_table_cut_by_the_page_is_told() -> None:
    first, second = table(ACTIONS, FIRST, SECOND), table(ACTIONS, THIRD, page=2)
    review = review_of(KEY, first, of_column("and Health Strategy", 2), second)
    told = [(f.page, f.subject_id) for f in review.findings if f.code == "text_incomplete"]
    assert told == [(1, "a002")]


@pytest.mark.parametrize(("col", "told"), [(2, [(2, "a002")]), (0, [])], ids=["progress", "at the left"])
def test_the_rest_of_a_row_above_the_next_page_s_heading_is_told(
    col: int, told: list[tuple[int, str]]
) -> None:
    """The progress of a row was cut at the page's end, and nothing said so: its rest stood by itself."""
    rest = of_column("since October, and goes on", col, page=2)
    review = review_of(
        KEY,
        table(ACTIONS, FIRST, SECOND),
        rest,
        heading("2. Parks", 2, top=200),
        table(ACTIONS, THIRD, page=2, top=220),
    )
    assert [(f.page, f.subject_id) for f in review.findings if f.code == "text_incomplete"] == told


def test_the_rest_of_a_cell_at_the_head_of_a_page_above_a_heading_is_told() -> None:
    first, more = table(ACTIONS, FIRST, SECOND), table(ACTIONS, THIRD, page=2, top=300)
    rest = replace(of_column("in the old town", 2), page=2)
    title = heading("What else is done", page=2, top=220)
    told = [
        (f.page, f.subject_id)
        for f in review_of(KEY, first, rest, title, more).findings
        if f.code == "text_incomplete"
    ]
    assert told == [(2, "a002")]


@pytest.mark.parametrize(
    "between",
    [
        paragraph("Council Plan Page 1", top=180),
        of_column("* Provisional", 2),
        replace(of_column("Smaller print", 2), size=7.0),
        heading("Begun", top=180, size=10),
    ],
)
def test_feet_notes_and_headings_between_two_pages_are_no_cell_s_text(between: Block) -> None:
    first, second = table(ACTIONS, FIRST, SECOND), table(ACTIONS, THIRD, page=2)
    assert loud(review_of(KEY, first, between, second)) == []


def heading_again(text: str, col: int) -> Paragraph:
    """A text above the table of the second page, set as those of one of its columns."""
    left = 42.0 + 90 * col
    return replace(paragraph(text, 2, top=80), box=Box(left, 80, left + 80, 90))


def test_column_headings_printed_again_as_text_are_nothing_that_a_row_lost() -> None:
    first, second = table(ACTIONS, FIRST, SECOND), table(THIRD, page=2)
    again = [heading_again(text, col) for col, text in enumerate(ACTIONS)]
    assert loud(review_of(KEY, first, *again, second)) == []
    other = heading_again("in the old town", 2)
    assert "text_incomplete" in loud(review_of(KEY, first, other, second))


def test_headings_alone_at_a_page_s_foot_whose_rows_are_in_no_table_are_told() -> None:
    """Two indicators below headings on the page before were lost without a word."""
    heads = [
        replace(heading(text, top=700), box=Box(x, 700, x + 60, 710))
        for x, text in zip((40, 130, 220, 310), ACTIONS, strict=True)
    ]
    rows = [paragraph("Plant trees Ann Lee Begun.", page=2), paragraph("Pave it", page=2, top=90)]
    own = table(ACTIONS, FIRST, SECOND)
    assert about_losses(KEY, own, *heads, *rows) == [("table_not_understood", 2)]
    assert about_losses(KEY, own, *heads, table(ACTIONS, THIRD, page=2)) == []
