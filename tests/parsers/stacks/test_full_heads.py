"""Headings that nearly touch over columns that stand well apart, as a sheet without its gridlines prints them."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.page import Fill, Style, Token
from parsers.stacks import eye as columns
from tests.parsers.printing import style, tokens
from tests.parsers.stacks.test_eye import texts

BOLD = style("Helvetica-Bold", bold=True)
XS = (54.0, 94.0, 254.0, 350.0, 420.0)
HEAD = ("Ref", "Operational action", "Responsible leader", "Due date", "Comments")
ROWS = [
    ("1.1", "Build homes", "Ann Archer", "30/06/26", "Contract let"),
    ("1.2", "Open a hub", "Bo Brown", "31/12/25", "Works began"),
    ("1.3", "Plant a wood", "Cy Cole", "31/03/26", "Trees came"),
    ("1.4", "Mend a road", "Di Drew", "30/06/26", "Surveyed"),
]
TALL = 24.0
FIRST = 100.0


def set_in(words: str, x: float, top: float, run: int, look: Style | None = None) -> list[Token]:
    return [t._replace(run=run) for t in tokens(words, x, top, look)]


def sheet(
    head: Sequence[str], *, goes: bool = True, blank: float = 2.5, rows: Sequence[Sequence[str]] = ROWS
) -> tuple[list[Token], list[Fill]]:
    """A sheet's texts, each cell's set in one go unless each word is, and the stripes behind its headings and every
    second row. The dates stand in the middle of their column."""
    text: list[Token] = []
    run = 1
    for k, row in enumerate((head, *rows)):
        for col, words in enumerate(row):
            at = 364.0 if k and col == 3 else XS[col]
            for word in [words] if goes else words.split():
                text += set_in(word, at, FIRST + TALL * k + 7, run, None if k else BOLD)
                at += 5 * len(word) + blank
                run += 1
    bands = [0, *range(2, len(rows) + 1, 2)] if len(rows) > 1 else [0, 1]
    fills = [Fill(Box(50, FIRST + TALL * k, 550, FIRST + TALL * (k + 1)), "#dddddd") for k in bands]
    return text, fills


def read(head: Sequence[str]) -> list[list[str]]:
    text, fills = sheet(head)
    (grid,) = columns.grids((), fills, text, ())
    return texts(grid, text)


def test_headings_a_blank_apart_head_a_column_each() -> None:
    """`Responsible leader Due date` was one column, and all leads were lost without a finding."""
    assert read(HEAD)[0] == ["Ref", "Operationalaction", "Responsibleleader", "Duedate", "Comments"]
    assert read(HEAD)[1] == ["1.1", "Buildhomes", "AnnArcher", "30/06/26", "Contractlet"]


def test_a_heading_of_two_words_that_were_set_one_by_one_is_one() -> None:
    """A producer that sets each word by itself says nothing of cells."""
    head = ("Ref", "Operational action", "Responsible officer and date", "", "Comments")
    text, fills = sheet(head, goes=False, blank=5.0)
    (grid,) = columns.grids((), fills, text, ())
    assert texts(grid, text)[0] == ["Ref", "Operationalaction", "Responsibleofficeranddate", "Comments"]


def test_one_row_tells_where_headings_a_blank_apart_are_parted() -> None:
    """Its lead and its date were one text."""
    text, fills = sheet(HEAD, rows=ROWS[:1])
    (grid,) = columns.grids((), fills, text, ())
    assert texts(grid, text)[0] == ["Ref", "Operationalaction", "Responsibleleader", "Duedate", "Comments"]


def test_a_page_s_foot_below_a_table_that_nothing_closes_is_no_row() -> None:
    """Its text runs over the columns: these were one, and rows of one colour were one row."""
    text, fills = sheet(HEAD)
    small = style("Helvetica", size=7)
    foot = FIRST + TALL * (len(ROWS) + 1) + 6
    text += [*tokens("Warrabilla Shire Council", 54, foot, small, 3), *tokens("1", 540, foot, small, 3)]
    (grid,) = columns.grids((), fills, text, ())
    assert texts(grid, text)[-1][0] == "1.4"
    assert len(texts(grid, text)[0]) == len(HEAD)


def test_a_last_row_in_another_colour_is_no_page_s_foot() -> None:
    """It begins in a number, as a foot does, and was lost."""
    text, fills = sheet(HEAD)
    top = FIRST + TALL * (len(ROWS) + 1) + 7
    grey = style("Helvetica", colour="#808080")
    for run, (x, words) in enumerate(((54, "5"), (94, "Sell land"), (254, "Ed Egg")), 50):
        text += set_in(words, x, top, run, grey)
    (grid,) = columns.grids((), fills, text, ())
    assert texts(grid, text)[-1][:3] == ["5", "Sellland", "EdEgg"]


def test_a_heading_of_rows_with_two_blanks_that_was_set_in_one_go_is_one_text() -> None:
    """`Theme 1  A connected town` was cut at its blanks, and an action."""
    text, fills = sheet(HEAD)
    top = FIRST + TALL * (len(ROWS) + 1)
    theme = [
        t._replace(run=99)
        for t in [*tokens("Theme 1", 54, top + 7, BOLD), *tokens("A town", 94.5, top + 7, BOLD)]
    ]
    more = set_in("1.5", 54, top + TALL + 7, 101) + set_in("Sell land", 94, top + TALL + 7, 102)
    more += set_in("Ed Egg", 254, top + TALL + 7, 103) + set_in("30/06/26", 364, top + TALL + 7, 104)
    fills = [*fills, Fill(Box(50, top, 550, top + TALL), "#3d8b8c")]
    fills.append(Fill(Box(50, top + 2 * TALL, 550, top + 3 * TALL), "#dddddd"))
    (grid,) = columns.grids((), fills, [*text, *theme, *more], ())
    rows = texts(grid, [*text, *theme, *more])
    assert ["Theme1Atown"] in [[cell for cell in row if cell] for row in rows]
