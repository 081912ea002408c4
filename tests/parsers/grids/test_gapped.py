"""Tables whose cells are tinted frames with white between them."""

from __future__ import annotations

import time

import pytest

from parsers import layout
from parsers.block import Table
from parsers.geometry import Box
from parsers.grids import gapped
from parsers.page import Fill, Page, Token
from parsers.text.wording import learnt
from tests.parsers.printing import page, tokens

XS, YS = (40.0, 140.0, 260.0, 360.0), (100.0, 120.0, 160.0, 190.0, 230.0)
DARK, TINT, PALE = "#004d40", "#d9eae5", "#f2f4f4"
ROWS = (
    ("Activities", "Actions", "Status"),
    ("1.1 Homes", "1. Build homes", "Done"),
    ("", "2. Let homes", "Late"),
    ("1.2 Roads", "1. Mend roads", "Done"),
)


def framed(beside: float, below: float) -> tuple[list[Token], list[Fill]]:
    """Such a table, the second row's first cell merged with the one below it."""
    text = [
        t
        for k, row in enumerate(ROWS)
        for x, said in zip(XS, row, strict=False)
        for t in tokens(said, x + 5, YS[k] + 4)
    ]
    fills = []
    for k in range(len(ROWS)):
        for col in range(3):
            if (k, col) == (2, 0):
                continue
            foot = YS[k + 1 + ((k, col) == (1, 0))]
            colour = DARK if not k else TINT if not col else PALE
            fills.append(Fill(Box(XS[col], YS[k], XS[col + 1] - beside, foot - below), colour))
    return text, fills


def tables_of(shown: Page) -> list[Table]:
    return [b for b in layout.see(shown).blocks(learnt([])) if isinstance(b, Table)]


@pytest.mark.parametrize("gaps", [(0.0, 0.0), (2.5, 2.5), (2.5, 0.0), (5.0, 4.0)])
def test_frames_with_white_between_them_are_cells(gaps: tuple[float, float]) -> None:
    """The rows beside a merged frame were one row."""
    text, fills = framed(*gaps)
    (seen,) = tables_of(page(text, [], fills))
    assert (seen.rows, seen.cols) == (4, 3)
    assert [(c.row, c.row_span, c.text) for c in seen.cells if c.col == 0] == [
        (0, 1, "Activities"), (1, 2, "1.1 Homes"), (3, 1, "1.2 Roads"),
    ]  # fmt: skip
    assert [c.text for c in seen.cells if c.col == 2] == ["Status", "Done", "Late", "Done"]


def test_frames_on_a_panel_are_cells_too() -> None:
    text, fills = framed(2.5, 2.5)
    shown = page(text, [], [Fill(Box(30, 90, 370, 240), PALE), *fills])
    assert [f.box.x1 for f in gapped.closed(shown).fills[:2]] == [370, 138.75]


@pytest.mark.parametrize(
    "kind", ["meeting", "without texts", "over each other", "of several widths", "far apart"]
)
def test_other_frames_stay_as_they_are(kind: str) -> None:
    text, fills = framed(*{"meeting": (0.0, 0.0), "far apart": (9.0, 9.0)}.get(kind, (2.5, 2.5)))
    if kind == "over each other":
        fills.append(Fill(Box(45, 122, 80, 134), DARK))
    if kind == "of several widths":
        fills = [f._replace(box=f.box._replace(x1=f.box.x1 - k % 4)) for k, f in enumerate(fills)]
    shown = page([] if kind == "without texts" else text, [], fills)
    assert gapped.closed(shown) is shown


def test_a_map_of_many_squares_takes_no_time() -> None:
    """Each of thousands of squares was compared with each other one: 10 seconds for a page."""
    squares = [
        Fill(Box(30 + 9.4 * k, 40 + 9.8 * r, 38.4 + 9.4 * k, 48.8 + 9.8 * r), DARK)
        for r in range(54)
        for k in range(82)
    ]
    shown = page(tokens("Heat map", 30, 30), [], squares)
    began = time.process_time()
    assert gapped.closed(shown) is shown
    assert time.process_time() - began < 1
