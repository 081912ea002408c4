"""Rows that nothing parts and that have references: one band of a table holds several of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.page import Token
from parsers.stacks import eye as columns
from tests.parsers.printing import tokens
from tests.parsers.stacks.test_eye import BOLD, HEAD, XS, only, plain, rules, texts

STEP = 12.0


def bands(*parts: Sequence[Sequence[str]], xs: Sequence[float] = XS) -> tuple[list[Token], list[float]]:
    """Lines of texts in columns, bold ones in the first band, a level above each band and one below all."""
    text: list[Token] = []
    levels = [100.0]
    for k, lines in enumerate(parts):
        y = levels[-1]
        for line in lines:
            for x, cell in zip(xs, line, strict=False):
                text += tokens(cell, x + 4, y + 2, BOLD if not k else None) if cell else []
            y += STEP
        levels.append(y + 2)
    return text, levels


FIRST = (
    ("A1", "Build forty new homes for", "Ann Lee", "Contract let in May and"),
    ("", "rent in the old town", "", "works began"),
    ("A2", "Review parking", "Bo Ray", "Not started"),
    ("A3", "Open a second library", "Cy Moss", "Opened in June by the"),
    ("", "with longer hours", "", "mayor"),
)
SECOND = (("B1", "Plant trees", "Di Orr", "Planted"), ("B2", "Mend the bridge", "Ed Fry", "Mended"))


def test_rows_of_several_bands_that_only_their_references_tell_are_not_fused() -> None:
    text, levels = bands((HEAD,), (("Homes",),), FIRST, (("Streets",),), SECOND)
    grid = only(columns.grids(rules(levels), (), text, ()))
    rows = plain(texts(grid, text))
    assert [row[0] for row in rows] == ["Ref", "Homes", "A1", "A2", "A3", "Streets", "B1", "B2"]
    assert rows[2][1] == "Buildfortynewhomesforrentintheoldtown"
    assert not grid.doubt


def test_what_is_merged_left_of_references_reaches_down_to_its_next_text() -> None:
    lines = [
        ("Keep people safe", "A1", "Ann Lee", "Contract let in May"),
        ("in their homes", "A2", "Bo Ray", "Not started"),
        ("", "A3", "Cy Moss", "Opened in June"),
        ("Plant trees", "A4", "Di Orr", "Planted"),
    ]
    wide = (50.0, 200.0, 250.0, 350.0, 550.0)
    text, levels = bands(
        (("Aim", "No", "Lead", "Progress"),),
        (("One",),),
        lines,
        (("Two",),),
        (("", "B1", "Ed Fry", "Mended"),),
        xs=wide,
    )
    grid = only(columns.grids(rules(levels), (), text, ()))
    merged = next(span for span in grid.cells if span.row_span > 1)
    assert (merged.row, merged.col, merged.row_span) == (2, 0, 3)


@pytest.mark.parametrize(
    "lines",
    [
        [("A1", "Build homes and", "Ann Lee", "Let in May"), ("A2", "review the parking", "", "")] * 1,
        [("A2", "Build homes", "Ann Lee", "Let in May"), ("A1", "Review parking", "Bo Ray", "Begun")],
        [("A1", "Build homes", "Ann Lee", "Let in May"), ("or as agreed", "Review parking", "Bo Ray", "Begun")],
    ],
)  # fmt: skip
def test_references_that_go_on_a_cell_open_no_rows(lines: Sequence[Sequence[str]]) -> None:
    text, levels = bands(
        (HEAD,),
        (("C1", "Plant trees", "Di Orr", "Planted"),),
        lines,
        (("D1", "Mend it", "Ed Fry", "Mended"),),
    )
    grid = only(columns.grids(rules(levels), (), text, ()))
    assert len(grid.ys) == len(levels)
