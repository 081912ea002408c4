"""Tables in a frame that no rule parts: what goes on behind a page's end, and headings of rows."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.grids.grid import Grid
from parsers.grids.grid import grids as drawn_by
from parsers.page import Fill, Rule, Token
from parsers.ruled import frames
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, down, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, LINE, PAD, XS, plain, printed, texts

BEFORE = Layout(XS, "RefActionLeadProgress")
OTHER = Layout((*XS[:-1], 500.0), "RefActionLeadProgress")


def framed(top: float, foot: float, *levels: float) -> list[Rule]:
    return [
        *(across(y, XS[0], XS[-1]) for y in (*levels, foot)),
        *(down(x, top, foot) for x in (XS[0], XS[-1])),
    ]


def read(rules: Sequence[Rule], text: Sequence[Token], *known: Layout) -> Grid:
    (grid,) = frames.whole(drawn_by(rules), rules, text, known)
    return grid


def test_a_frame_without_an_upper_side_has_the_rows_of_the_table_before() -> None:
    text, levels = printed(BODY, pad=8, head=False)
    assert texts(read(framed(levels[0], levels[-1]), text, OTHER, BEFORE), text) == plain(BODY)


def test_a_text_alone_in_a_frame_without_an_upper_side_is_the_rest_of_a_row() -> None:
    text, levels = printed((("", "", "", "and the roof was mended"),), head=False)
    grid = read(framed(levels[0], levels[-1]), text, BEFORE)
    assert texts(grid, text) == [["", "", "", "andtheroofwasmended"]]


def test_a_closed_frame_goes_on_with_no_table() -> None:
    text, levels = printed(BODY, pad=8, head=False)
    assert len(read(framed(levels[0], levels[-1], levels[0]), text, BEFORE).xs) == 2


def test_rows_between_headings_of_rows_are_told_by_the_air_above_them() -> None:
    """The table was not understood, and all its rows were lost."""
    head, levels = printed((HEAD,))
    text, top = list(head), levels[-1]
    for theme in ("Housing and jobs", "Streets and parks"):
        text += tokens(theme, XS[0] + PAD, top + PAD, BOLD)
        rows, below = printed(BODY, top + LINE + 2 * PAD, pad=8, head=False)
        text, top = [*text, *rows], below[-1]
    told = texts(read(framed(100, top, 100, levels[1]), text), text)
    themes = [row for row in told if not row[-1]]
    assert [row for row in told if row[-1]] == plain((HEAD, *BODY, *BODY))
    assert [row[0] for row in themes] == ["Housingandjobs", "Streetsandparks"]


def test_headings_of_two_levels_that_are_painted_draw_the_columns_of_a_frame() -> None:
    """Only the cells over both levels were looked at, and two columns were one."""
    text, levels = printed(BODY, 140, pad=8, head=False)
    heads = (
        ("Ref", 54, 104),
        ("Action", 84, 104),
        ("Delivery", 390, 104),
        ("Lead", 254, 124),
        ("Progress", 354, 124),
    )
    text += [t for words, x, top in heads for t in tokens(words, x, top, BOLD)]
    boxes = [Box(*XS[:1], 100, XS[1], 140), Box(XS[1], 100, XS[2], 140), Box(XS[2], 100, XS[-1], 120)]
    boxes += [Box(XS[2], 120, XS[3], 140), Box(XS[3], 120, XS[-1], 140)]
    painted = [Fill(box, "#1f4f78") for box in boxes]
    (frame,) = drawn_by(framed(100, levels[-1], 100, 140, *levels))
    assert frames.completed(frame, text, painted).xs == XS


def test_every_second_row_without_upright_rules_has_the_columns_of_the_others() -> None:
    """Each was one cell with the words of all its columns line by line, and its action was lost."""
    text, levels = printed((HEAD, *BODY, ("1.4", "Plant trees", "Di Fox", "Begun|in March")))
    drawn = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    drawn += [down(x, levels[k], levels[k + 1]) for x in XS[1:-1] for k in (0, 1, 3)]
    (grid,) = drawn_by(drawn)
    assert [span.col_span for span in grid.cells].count(4) == 2
    assert texts(frames.completed(grid, text), text) == plain(
        (HEAD, *BODY, ("1.4", "Plant trees", "Di Fox", "Begun|in March"))
    )


def test_a_heading_of_rows_over_all_columns_stays_whole() -> None:
    text, levels = printed((HEAD, ("Housing and jobs for all who live in the town", "", "", ""), *BODY[:1]))
    drawn = [across(y, XS[0], XS[-1]) for y in levels]
    drawn += [down(x, levels[0], levels[-1]) for x in (XS[0], XS[-1])]
    drawn += [down(x, levels[k], levels[k + 1]) for x in XS[1:-1] for k in (0, 2)]
    (grid,) = drawn_by(drawn)
    assert frames.completed(grid, text) == grid
