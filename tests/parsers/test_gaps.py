"""Tables without rules or shading, and what must not be taken for one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers import gaps, phrases, ruled
from parsers.geometry import Box
from parsers.page import Token

from .printing import page, tokens
from .test_columns import texts

LINE = 12.0


def set_lines(lines: Sequence[Sequence[tuple[float, str]]], top: float = 100) -> list[Token]:
    """Lines of texts at places in points; one that begins with ">" ends at its place."""
    text: list[Token] = []
    for k, line in enumerate(lines):
        for x, words in line:
            start = x - 5 * len(words[1:]) if words.startswith(">") else x
            text += tokens(words.removeprefix(">"), start, top + k * LINE)
    return text


def seen(lines: Sequence[Sequence[tuple[float, str]]]) -> list[list[list[str]]]:
    text = set_lines(lines)
    return [texts(grid, text) for grid in gaps.grids(phrases.rows(text), ())]


HEAD = [(50.0, "Ward"), (200.0, ">2015"), (260.0, ">2016")]
ROWS = [
    [(50.0, "Northmoor"), (200.0, ">1,204"), (260.0, ">988")],
    [(50.0, "Elm"), (200.0, ">(77)"), (260.0, ">12")],
    [(50.0, "Old Quay"), (200.0, ">403"), (260.0, ">n/a")],
]
PROSE = [(50.0, "The bureau revised the series in the spring after a review of all the records")]


def test_labels_and_figures_between_paragraphs_are_a_table() -> None:
    assert seen([PROSE, PROSE, HEAD, *ROWS, PROSE]) == [
        [
            ["Ward", "2015", "2016"],
            ["Northmoor", "1,204", "988"],
            ["Elm", "(77)", "12"],
            ["OldQuay", "403", "n/a"],
        ]
    ]


def test_a_heading_over_two_columns_is_one_cell() -> None:
    (found,) = seen([[(50.0, "Ward"), (178.0, "Homes that stand")], HEAD, *ROWS])
    assert found[:3] == [["Ward", "Homesthatstand"], ["Ward", "2015", "2016"], ["Northmoor", "1,204", "988"]]


def test_figures_without_headings_are_a_table_in_doubt_of_its_columns() -> None:
    (grid,) = gaps.grids(phrases.rows(set_lines([*ROWS, ROWS[0]])), ())
    assert (len(grid.ys) - 1, len(grid.xs) - 1) == (4, 3)
    assert grid.doubt


def test_a_table_in_one_column_of_a_page_is_seen() -> None:
    left = [(50.0, "Readers who compare the quarters")]
    table = [[(x + 200, words) for x, words in row] for row in (HEAD, *ROWS)]
    text = [(250.0, "should use the revised figures and all of those below")]
    lines = [[*left, *text]] * 5 + [[*left, *row] for row in table] + [[*left, *text]] * 5
    (found,) = seen(lines)
    assert found[1] == ["Northmoor", "1,204", "988"]


def test_a_table_of_few_rules_is_not_seen_twice() -> None:
    text = set_lines([HEAD, *ROWS])
    assert len(ruled.open_tables(page(text), text, ())) == 1
    assert ruled.open_tables(page(text), text, [Box(40, 90, 300, 160)]) == []


@pytest.mark.parametrize(
    "lines",
    [
        [
            [(50.0, "Readers who compare the quarters"), (260.0, "should use the revised 12 figures")],
            [(50.0, "throughout, as all of the states"), (260.0, "with county offices that closed in")],
        ]
        * 3,
        [[(50.0, f"{k}."), (75.0, "Call the office and ask for it")] for k in range(1, 6)],
        [
            [(50.0, name), (300.0, number)]
            for name, number in (("Preface", ">iii"), ("Scope", ">4"), ("Means", ">9"))
        ],
        [[(50.0, "Achieved"), (150.0, "the outcome is in place")]] * 4,
        [[(50.0, "Ann Lee"), (200.0, "Bo Ray")], [(50.0, "12 Mill Street"), (200.0, "3 Castle Hill")]] * 2,
        [[(50.0, ">100"), (120.0, "12"), (190.0, "24"), (260.0, "33")]] * 4,
        [PROSE] * 4,
    ],
    ids=["prose in columns", "list", "contents", "terms", "addresses", "axes of a chart", "prose"],
)
def test_what_is_no_table(lines: Sequence[Sequence[tuple[float, str]]]) -> None:
    assert seen(lines) == []
