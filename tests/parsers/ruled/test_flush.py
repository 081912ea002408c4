"""Merged cells whose texts stand in the columns of the rows around them."""

from __future__ import annotations

from parsers.geometry import Box
from parsers.grids.grid import Grid, Span
from parsers.page import Token
from parsers.ruled import flush
from tests.parsers.printing import style, tokens

XS, YS = (50.0, 150.0, 250.0, 350.0), (100.0, 120.0, 140.0, 160.0)


def rows(*lines: tuple[str, ...]) -> list[Token]:
    return [t for y, line in zip(YS, lines, strict=False) for x, text in zip(XS, line, strict=False)
            for t in tokens(text, x + 4, y + 5)]  # fmt: skip


def merged_last() -> Grid:
    single = [Span(row, col, 1, 1) for row in (0, 1) for col in range(3)]
    return Grid(XS, YS, (*single, Span(2, 0, 1, 1), Span(2, 1, 1, 2)))


def test_a_cell_over_two_columns_whose_texts_stand_in_both_is_two() -> None:
    text = rows(("Ab", "Cd", "Ef"), ("Gh", "Ij", "Kl"), ("x", "y", "z"))
    assert len(flush.taken_apart(merged_last(), text).cells) == 9


def test_a_text_right_of_the_last_edge_fails_no_page() -> None:
    text = [*rows(("Ab", "Cd", "Ef"), ("Gh", "Ij", "Kl"), ("x", "y", ""))]
    stop = Token(".", Box(349.1, 145, 349.9, 149), style(size=3), text[-1].run)
    assert flush.taken_apart(merged_last(), [*text, stop]).cells


def test_a_row_in_one_cell_is_taken_apart_below_headings_alone() -> None:
    """A style draws the sides of every other row: a page with one row had no other to tell its columns. What is apart
    tells of other cells."""
    xs = (*XS, 450.0)
    text = rows(("Ab", "Cd", "Ef"), ("gh", "ij", "kl"), ("op", "qr", "st"))
    text += [t for k, last in enumerate(("Gh", "mn", "uv")) for t in tokens(last, 354, YS[k] + 5)]
    heads = [Span(0, col, 1, 1) for col in range(4)]
    below = [Span(1, 0, 1, 4), Span(2, 0, 1, 2), Span(2, 2, 1, 1), Span(2, 3, 1, 1)]
    assert len(flush.taken_apart(Grid(xs, YS, (*heads, *below)), text).cells) == 12
