"""Texts over several columns below the cells of each row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.grid import grids as drawn_by
from parsers.page import Fill, Rule, Style, Token
from parsers.ruled import frames
from parsers.stacks import eye as columns
from tests.parsers.printing import across, down, style, tokens
from tests.parsers.stacks.test_eye import BOLD, HEAD, LINE, PAD, XS, only, plain, printed, rules, texts

ROWS = (("1.1", "Build homes", "Ann Lee", "May 2025"), ("1.2", "Mend the hall|and its roof", "Bo Ray", "June"),
        ("1.3", "Open a library", "Cy Moss", "July"))  # fmt: skip
NOTES = (
    "Contracts were let and the works began in May on two sites.",
    "It was mended.",
    "The lease was signed, and shelves are being built in the old bank.",
)
TILTED = Style("Helvetica-Oblique", 10, False, True, "#000000", 0, False, None)


def noted(
    notes: Sequence[str] = NOTES, air: float = 6.0, note: Style | None = None, row: Style | None = None
) -> tuple[list[Token], list[float]]:
    """Rows with a note below each that begins where their second column does, and the levels around them."""
    text, levels = printed((HEAD,))
    for cells, said in zip(ROWS, notes, strict=True):
        top = levels[-1]
        own, below = printed((cells,), top, head=False)
        if row is not None:
            own = [t._replace(style=row) if XS[1] < t.box.x0 < XS[2] else t for t in own]
        text += own + tokens(said, XS[1] + PAD, below[-1] - PAD + air, note)
        levels.append(below[-1] + air + LINE)
    return text, levels


def wanted(notes: Sequence[str] = NOTES) -> list[list[str]]:
    pairs = zip(plain(ROWS), notes, strict=True)
    return [*plain((HEAD,)), *(own for row, note in pairs for own in (row, [note.replace(" ", "")]))]


@pytest.mark.parametrize(
    ("air", "note", "row"),
    [(6.0, None, None), (2.0, TILTED, None), (2.0, None, BOLD)],
    ids=["below air", "set in italics", "below titles in bold"],
)
def test_a_text_over_several_columns_below_each_row_is_a_cell_of_its_own(
    air: float, note: Style | None, row: Style | None
) -> None:
    """No column was found, and all rows of the table were lost."""
    text, levels = noted(air=air, note=note, row=row)
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert texts(grid, text) == wanted()
    assert not grid.doubt


def test_so_it_is_in_a_frame() -> None:
    text, levels = noted(row=BOLD)
    assert texts(_framed(text, levels), text) == wanted()


def test_a_title_on_dark_shading_over_the_headings_is_a_row_of_its_own() -> None:
    text, levels = noted(row=BOLD)
    title = tokens("Aim A: homes and halls", XS[0] + PAD, 84, style(colour="#ffffff"))
    dark = [Fill(Box(XS[0], 80, XS[-1], 100), "#22413a")]
    grid = _framed([*title, *text], [80, *levels[1:]], dark)
    first, *rest = texts(grid, [*title, *text])
    assert ("".join(first), rest) == ("AimA:homesandhalls", wanted())


def test_second_lines_of_cells_are_no_notes() -> None:
    short = ("and two more.", "and its doors.", "and a hall.")
    text, levels = noted(short, air=0.0)
    grid = only(columns.grids(rules(levels), (), text, ()))
    rows = [
        [a, f"{b}{more.replace(' ', '')}", *rest]
        for (a, b, *rest), more in zip(plain(ROWS), short, strict=True)
    ]
    assert texts(grid, text) == [*plain((HEAD,)), *rows]


def _framed(text: Sequence[Token], levels: Sequence[float], fills: Sequence[Fill] = ()) -> Grid:
    drawn: list[Rule] = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    (grid,) = frames.whole(drawn_by(drawn), drawn, text, (), fills)
    return grid


SET_IN = 10.0  # points
NAMED = (
    ("Homes built|in the old town", "120", "High"),
    ("Halls|mended", "4", "High"),
    ("Books lent", "9", "Low"),
)
WIDE = ("Works began in May on two sites and go on", "Mended.", "The lease was signed and shelves are built")
MEASURES, NAMES = (50.0, 150.0, 210.0, 330.0), ("Measure", "Latest", "Good is")


def _measured(
    names: Sequence[Sequence[str]] = NAMED,
    said: Sequence[str] = WIDE,
    top: float = 100.0,
    note: Style | None = TILTED,
) -> tuple[list[Token], list[float]]:
    """Figures beside the middle of a name of two lines, and a text set in below both."""
    text, levels = printed((NAMES,), top, MEASURES)
    for cells, comment in zip(names, said, strict=True):
        own, below = printed((cells,), levels[-1], MEASURES, head=False)
        low = LINE / 2 if "|" in cells[0] else 0.0
        moved = [
            t._replace(box=Box(t.box.x0, t.box.top + low, t.box.x1, t.box.bottom + low))
            if t.box.x0 > MEASURES[1] else t
            for t in own
        ]  # fmt: skip
        text += [*moved, *tokens(comment, MEASURES[0] + PAD + SET_IN, below[-1] - PAD + 4, note)]
        levels.append(below[-1] + 4 + LINE)
    return text, levels


def _comments(names: Sequence[Sequence[str]] = NAMED, said: Sequence[str] = WIDE) -> list[list[str]]:
    pairs = zip(plain(names), said, strict=True)
    return [*plain((NAMES,)), *(own for row, note in pairs for own in (row, [note.replace(" ", "")]))]


def test_comments_set_in_below_names_of_two_lines_with_figures_at_their_middle_are_rows_of_their_own() -> (
    None
):
    """The columns were lost, and so were most indicators."""
    text, levels = _measured()
    grid = only(columns.grids(rules(levels, MEASURES), (), text, ()))
    assert texts(grid, text) == _comments()
    assert not grid.doubt


def test_a_short_comment_below_one_row_is_told_by_those_of_a_table_with_the_same_headings() -> None:
    text, levels = _measured()
    more, below = _measured([NAMED[0]], ["Works began."], levels[-1] + 40)
    found = columns.grids(rules([*levels, *below], MEASURES), (), [*text, *more], ())
    assert texts(found[-1], more) == _comments([NAMED[0]], ["Works began."])


def test_second_lines_of_names_that_are_set_in_are_no_comments() -> None:
    names = [(f"{name.split('|')[0]}|  and more", *rest) for name, *rest in NAMED]
    text, levels = _measured(names, [""] * 3)
    grid = only(columns.grids(rules(levels, MEASURES), (), text, ()))
    assert texts(grid, text) == plain((NAMES, *names))
