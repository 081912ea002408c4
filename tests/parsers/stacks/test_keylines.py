"""Keys on one line below a table that stripes draw."""

from __future__ import annotations

import pytest

from parsers.page import Token
from parsers.stacks import eye as columns
from tests.parsers.printing import tokens
from tests.parsers.stacks.test_eye import PAD, plain, printed, striped, texts

XS = (50.0, 300.0, 380.0, 460.0, 550.0)
NAMES = ("Homes let to families in the town", "Parks open", "Trees in parks", "Roads mended", "Schools built")
ROWS = (
    ("Indicator", "Target", "2024", "2025"),
    *((name, f"{k}5%", f"{k}1%", f"{k}8%") for k, name in enumerate(NAMES, 1)),
)


def line(words: dict[float, str], top: float) -> list[Token]:
    return [token for x, text in words.items() for token in tokens(text, x, top)]


def test_a_key_right_below_the_last_stripe_is_no_row() -> None:
    """`Status: C Complete G On course` became a row, and text ran across the edges of columns."""
    text, levels = printed(ROWS, pad=2, xs=XS)
    signs = {
        50.0: "Status:",
        96.0: "C",
        108.0: "Done",
        150.0: "G",
        162.0: "Fair",
        280.0: "R",
        292.0: "Unlikely",
    }
    key = line(signs, levels[-1] + 6)
    (grid,) = columns.grids((), striped(levels, 1, XS), [*text, *key], [])
    assert texts(grid, [*text, *key]) == plain(ROWS)
    assert not grid.doubt


@pytest.mark.parametrize("above", [2, 6])
def test_a_row_on_white_below_the_last_stripe_is_one(above: float) -> None:
    text, levels = printed(ROWS, pad=2, xs=XS)
    words = ("Bridges built", "75%", "71%", "78%")
    last = line(
        {x + PAD: word for x, word in zip(XS, words, strict=False)},
        levels[-1] + above,
    )
    (grid,) = columns.grids((), striped(levels, 1, XS), [*text, *last], [])
    assert texts(grid, [*text, *last])[-1] == ["Bridgesbuilt", "75%", "71%", "78%"]
