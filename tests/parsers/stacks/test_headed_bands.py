"""Headings that no edge parts from the first row."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.page import Fill, Rule
from parsers.stacks import eye as columns
from parsers.stacks.layouts import Layout
from tests.parsers.printing import across, style, tokens
from tests.parsers.stacks.test_eye import texts

XS = (50.0, 200.0, 350.0, 550.0)
TITLE, HEAD = ("Projects",), ("Project", "Cost", "Status")
ROWS = [
    ("Boiler", "£200", "On track"),
    ("Pool", "£300", "Complete"),
    ("Trail", "£400", "On hold"),
    ("Hall", "£1", "Late"),
]
BOLD = style("Helvetica-Bold", bold=True)
ON_DARK = style("Helvetica-Bold", bold=True, colour="#ffffff")
TALL = 24.0


@pytest.mark.parametrize("drawn", ["stripes", "stripes below a title", "rules below rows"])
def test_headings_stand_apart_from_the_first_row(drawn: str) -> None:
    """Headings and the first row, both on paper between stripes, were one row; the table became a key."""
    titled = drawn == "stripes below a title"
    rows = [*([TITLE] if titled else []), HEAD, *ROWS]
    first = rows.index(HEAD) + 1
    text = [
        token
        for k, row in enumerate(rows)
        for x, words in zip(XS, row, strict=False)
        for token in tokens(words, x + 4, 100 + TALL * k + 7, BOLD if k < first else None)
    ]
    ys = [100 + TALL * k for k in range(len(rows) + 1)]
    fills, rules = list[Fill](), list[Rule]()
    if drawn == "rules below rows":
        rules = [across(y, XS[0], XS[-1]) for y in (ys[0], *ys[first + 1 :])]
    else:
        striped = [0, *range(first + 1, len(rows), 2)] if titled else range(first + 1, len(rows), 2)
        fills = [Fill(Box(XS[0], ys[k], XS[-1], ys[k + 1]), "#dddddd") for k in striped]
    (grid,) = columns.grids(rules, fills, text, [])
    head = next(k for k, y in enumerate(grid.ys) if abs(y - ys[first]) < 8)
    assert len(grid.ys) - 1 - head == len(ROWS)


def test_centred_headings_of_which_few_have_a_second_line_stand_apart_from_the_first_row() -> None:
    """A page began with its headings again, and the row below them, on paper, was one with them."""
    heads = [(95, 100, "Project"), (245, 100, "Expected"), (430, 100, "Progress")]
    heads += [(240, 111, "completion"), (435, 111, "status")]
    text = [token for x, top, words in heads for token in tokens(words, x, top, BOLD)]
    ys = [136 + TALL * k for k in range(len(ROWS) + 1)]
    for top, row in zip(ys, ROWS, strict=False):
        text += [token for x, words in zip(XS, row, strict=False) for token in tokens(words, x + 4, top)]
    fills = [Fill(Box(XS[0], ys[k] - 7, XS[-1], ys[k + 1] - 7), "#dddddd") for k in (1, 3)]
    (grid,) = columns.grids((), fills, text, [])
    assert len(grid.ys) - 1 == 1 + len(ROWS)
    assert 121 < grid.ys[1] < 136


#: headings of two levels painted cell by cell, the name of a group beside those below it, and the rows' own columns
EDGES = (50.0, 120.0, 190.0, 330.0, 430.0, 520.0)
GROUPED = [(54, 104, "Aim"), (124, 104, "No"), (194, 104, "Action"), (366, 104, "In May 2026")]
GROUPED += [(334, 124, "What"), (434, 124, "RAG")]
CELLS = [(EDGES[k], 102, EDGES[k + 1], 140) for k in range(3)]
CELLS += [(EDGES[3], 102, EDGES[5], 120), (EDGES[3], 120, EDGES[4], 140), (EDGES[4], 120, EDGES[5], 140)]


def painted(
    rows: Sequence[Sequence[str]], top: float, known: Sequence[Layout] = (), *, theme: bool = True
) -> list[list[str]]:
    """What is read of rows that nothing draws below such headings; each text has its lines, and each row air above."""
    text = [t for x, at, words in GROUPED for t in tokens(words, x, at, ON_DARK)]
    for row in rows:
        for x, words in zip(EDGES, row, strict=False):
            text += [t for n, line in enumerate(words.split("|")) for t in tokens(line, x + 4, top + 11 * n)]
        top += 11 * max(words.count("|") + 1 for words in row) + 12
    fills = [Fill(Box(*cell), "#1f4f78") for cell in CELLS]
    fills += [Fill(Box(50, 140, 520, 158), "#dddddd")] if theme else []
    text += tokens("Aim 1: Homes for all", 54, 144, BOLD) if theme else []
    return [
        [said for said in row if said]
        for grid in columns.grids((), fills, text, [], known)
        for row in texts(grid, text)
    ]


def test_rows_that_nothing_draws_below_headings_painted_cell_by_cell_stand_in_the_columns_of_these() -> None:
    """The name of a group left white between it and a heading on the line below; no row kept to that as a column."""
    rows = [
        (
            "1.1 Safer|streets",
            "C1(a)",
            "Mend the lamps of|the high street",
            "Most were mended|in the spring",
            "x",
        ),
        ("", "C1(b)", "Paint the doors|of the old hall", "Half of the doors|were painted", "o"),
    ]
    read = painted(rows, 162)
    assert [row for row in read if row[0][:1] == "1" or row[0].startswith("C1")] == [
        [words.replace("|", "").replace(" ", "") for words in row if words] for row in rows
    ]


def test_the_rest_of_a_row_of_the_page_before_is_apart_from_the_next_row_by_the_air_between_them() -> None:
    """Both were one row, and the row before ended with its page."""
    known = Layout(EDGES, "AimNoActionInMay2026WhatRAG")
    rows = [
        ("", "", "by the park", "and the rest|in the spring", ""),
        ("", "C1(b)", "Paint the doors|of the old hall", "Half of the doors|were painted", "o"),
    ]
    read = painted(rows, 144, [known], theme=False)
    assert read[-2:] == [[words.replace("|", "").replace(" ", "") for words in row if words] for row in rows]
