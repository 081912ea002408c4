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
