"""Headings that stand bare on a ruled grid."""

from __future__ import annotations

import pytest

from parsers.grids.grid import grids as drawn_by
from parsers.page import Token
from parsers.ruled import lintels
from tests.parsers.printing import across, lattice, tokens
from tests.parsers.stacks.test_eye import BODY, BOLD, HEAD, XS, only, plain, printed, texts


def headed(text: list[Token], levels: list[float], *above: Token, lined: bool = False) -> list[list[str]]:
    """The rows of the grid of the body below the first level, with what stands above it."""
    rules = lattice(XS, levels[1:])
    drawn = [across(levels[0] + 14, XS[2], XS[4])] if lined else []
    found = lintels.topped([only(drawn_by(rules))], [*rules, *drawn], [*above, *text])
    return texts(only(found), [*above, *text])


def test_a_bare_row_of_headings_above_a_ruled_body_is_its_first() -> None:
    text, levels = printed((HEAD, *BODY))
    title = tokens("Priority 1: Homes", XS[0], levels[0] - 24, BOLD)
    assert headed(text, levels, *title) == plain((HEAD, *BODY))


def test_headings_set_as_the_rows_are_such_where_they_stand_over_all_columns() -> None:
    text, levels = printed((HEAD, *BODY), head=False)
    assert headed(text, levels) == plain((HEAD, *BODY))
    few, levels = printed((("", *HEAD[1:]), *BODY), head=False)
    assert headed(few, levels) == plain(BODY)


def test_headings_over_several_columns_on_a_piece_of_a_rule_are_a_row_above_their_own() -> None:
    text, levels = printed((("|Ref", "|Action", "|Lead", "|Progress"), *BODY))
    group = tokens("Who and how", XS[2] + 4, levels[0] + 2, BOLD)
    rows = headed(text, levels, *group, lined=True)
    assert rows == [["Ref", "Action", "Whoandhow"], ["Lead", "Progress"], *plain(BODY)]


@pytest.mark.parametrize(
    "words", ["Priority 1: Homes", "A line of text that runs on over the edges of columns"]
)
def test_a_text_of_its_own_above_a_ruled_grid_is_no_heading(words: str) -> None:
    text, levels = printed((HEAD, *BODY))
    body = [t for t in text if t.box.top > levels[1]]
    assert headed(body, levels, *tokens(words, XS[0] + 4, levels[1] - 14, BOLD)) == plain(BODY)


def test_words_above_a_grid_that_begins_with_headings_of_its_own_stay_outside() -> None:
    text, levels = printed((HEAD, *BODY))
    line = printed((("Plan", "Homes", "Ann Lee", "May"),), levels[0] - 20)[0]
    grid = only(lintels.topped([only(drawn_by(lattice(XS, levels)))], [], [*line, *text]))
    assert texts(grid, [*line, *text]) == plain((HEAD, *BODY))


def test_the_last_row_of_a_grid_right_above_heads_none() -> None:
    text, levels = printed((HEAD, *BODY))
    more, below = printed(BODY, levels[-1] + 4)
    found = drawn_by([*lattice(XS, levels), *lattice(XS, below)])
    assert lintels.topped(found, [], [*text, *more]) == found
