"""A first column of which nothing draws the cells, beside a ruled grid or open inside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.grids.grid import grids as drawn_by
from parsers.page import Rule, Token
from parsers.ruled import stubs
from tests.parsers.printing import across, down, lattice, tokens
from tests.parsers.stacks.test_eye import BOLD, HEAD, PAD, only, plain, printed, texts

NAMES = ("Aim", *HEAD[1:])
ROWS = (
    ("1.1 A town|with homes", "Build forty new homes|in the old town", "Ann Lee", "Contract let in May"),
    ("", "Review parking", "", "Not started"),
    ("1.2 Roads", "Mend the old lane|and the weir", "Cy Moss", "Opened in June"),
)
WIDE = (50.0, 130.0, 290.0, 370.0, 550.0)


def read(rows: Sequence[Sequence[str]], drawn: Sequence[Rule], text: Sequence[Token]) -> list[list[str]]:
    return texts(only(stubs.whole(drawn_by(drawn), drawn, text)), text)


@pytest.mark.parametrize("open_inside", [False, True], ids=["beside the rules", "below a rule of the head"])
def test_a_first_column_that_nothing_draws_is_one(open_inside: bool) -> None:
    text, levels = printed((NAMES, *ROWS), xs=WIDE)
    drawn = lattice(WIDE[1:], levels)
    drawn += [across(levels[1], WIDE[0], WIDE[1])] if open_inside else []
    assert read(ROWS, drawn, text) == plain((NAMES, *ROWS))


def test_names_that_fill_their_rows_are_one_each() -> None:
    rows = (("Average time|in care|in days", "593", "Low"), ("Percentage of|those children|who stay", "68%", "High"),
            ("Completion of|first plans|in time", "90%", "High"))  # fmt: skip
    text, levels = printed((("Indicator", "Latest", "Good is"), *rows), xs=WIDE[:4], pad=0)
    drawn = [*lattice(WIDE[1:4], levels), across(levels[1], WIDE[0], WIDE[1])]
    assert read(rows, drawn, text) == plain((("Indicator", "Latest", "Good is"), *rows))


def test_a_merged_cell_that_is_drawn_stays_whole() -> None:
    text, levels = printed((NAMES, *ROWS), xs=WIDE)
    drawn = [*lattice(WIDE[1:], levels), down(WIDE[0], levels[0], levels[-1])]
    drawn += [across(y, WIDE[0], WIDE[1]) for y in (*levels[:2], levels[-1])]
    assert read(ROWS, drawn, text)[1][0] == plain([["1.1 A town with homes 1.2 Roads"]])[0][0]


@pytest.mark.parametrize("note", ["beside no heading", "on no row's first line", "over the edge"])
def test_a_note_beside_a_table_is_no_column_of_it(note: str) -> None:
    body = [row[1:] for row in ROWS]
    text, levels = printed((NAMES[1:], *body), xs=WIDE[1:])
    x, y = (92 if note == "over the edge" else 55, levels[1] + PAD + 6 * (note == "on no row's first line"))
    beside = tokens("Approved", x, y)
    head = [] if note == "beside no heading" else tokens("Aim", 55, levels[0] + PAD, BOLD)
    assert read(ROWS, lattice(WIDE[1:], levels), [*text, *head, *beside]) == plain((NAMES[1:], *body))


def test_running_text_beside_a_table_is_no_column_of_it() -> None:
    """A line of it stands beside a row's first by chance: it was an action's activity."""
    body = [row[1:] for row in ROWS]
    text, levels = printed((NAMES[1:], *body), xs=WIDE[1:])
    said = ("Our town", "grows and", "is to be", "a fair", "place")
    prose = [t for k, line in enumerate(said) for t in tokens(line, 55, levels[0] + 15 * k)]
    assert read(ROWS, lattice(WIDE[1:], levels), [*text, *prose]) == plain((NAMES[1:], *body))


def test_a_table_that_is_drawn_whole_has_no_more_columns() -> None:
    text, levels = printed((HEAD, *ROWS), xs=WIDE)
    assert read(ROWS, lattice(WIDE, levels), text) == plain((HEAD, *ROWS))
