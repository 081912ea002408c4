"""Tables that upright rules between their columns alone draw, row by row."""

from __future__ import annotations

from itertools import pairwise

from parsers.grids import pieced
from parsers.page import Rule, Token
from parsers.ruled import eye
from tests.parsers.printing import across, down, page, style, tokens
from tests.parsers.stacks.test_eye import BODY, HEAD, XS, plain, printed, texts

TEXT, LEVELS = printed((HEAD, *BODY))


def uprights(*heights: float, at: tuple[float, ...] = XS[1:-1]) -> list[Rule]:
    return [down(x, a, b) for x in at for a, b in pairwise(heights)]


def read(rules: list[Rule], text: list[Token]) -> list[list[str]]:
    (table,) = eye.tables(page(text, rules))
    return texts(table.grid, text)


def test_pieces_of_uprights_that_meet_at_one_height_part_rows() -> None:
    """Lines were taken for rows: figures of three rows stood in eight, without a word."""
    assert read(uprights(*LEVELS), TEXT) == plain((HEAD, *BODY))


def test_the_only_row_below_headings_is_one() -> None:
    text, levels = printed((HEAD, BODY[0]))
    assert read(uprights(*levels), text) == plain((HEAD, BODY[0]))


def test_a_folio_on_its_side_stands_in_no_row() -> None:
    folio = tokens("3", 20, LEVELS[2], style(turn=90))
    closed = pieced.closed(uprights(*LEVELS), [*TEXT, *folio])
    assert [round(r.top) for r in closed] == [round(LEVELS[0]), round(LEVELS[-1])]
    assert min(r.x0 for r in closed) > 50


def test_uprights_in_one_piece_or_that_end_apart_or_are_crossed_close_no_table() -> None:
    whole = uprights(LEVELS[0], LEVELS[-1])
    apart = [r for k, x in enumerate(XS[1:-1]) for r in uprights(*(y + 5 * k for y in LEVELS), at=(x,))]
    crossed = [*uprights(*LEVELS), across(LEVELS[1], XS[0], XS[-1])]
    for rules in (whole, apart, crossed):
        assert pieced.closed(rules, TEXT) == []
