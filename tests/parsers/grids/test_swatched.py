"""A key in a frame whose rows are ruled and whose columns only the grounds of its signs show."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.grids import grid as ruling
from parsers.grids import swatched
from parsers.grids.grid import Grid
from parsers.page import Fill, Token
from tests.parsers.printing import across, down, tokens

LEFT, EDGE, RIGHT = 40.0, 140.0, 500.0
YS = (100.0, 120.0, 140.0, 160.0, 180.0)
SIGNS = ("Completed", "On track", "Late", "No news")
WORDS = ("all is done", "it goes as planned", "it goes too slowly", "nobody has told us")
COLOURS = ("#2e75b6", "#70ad47", "#ffc000")


def frame() -> Grid:
    rules = [across(y, LEFT, RIGHT) for y in YS] + [down(x, YS[0], YS[-1]) for x in (LEFT, RIGHT)]
    (found,) = ruling.grids(rules)
    return found


def grounds(colours: tuple[str, ...] = COLOURS, ends: tuple[float, ...] = (EDGE,) * 3) -> list[Fill]:
    return [
        Fill(Box(LEFT, top, end, bottom), colour)
        for colour, end, top, bottom in zip(colours, ends, YS, YS[1:], strict=False)
    ]


def printed(words_at: float = EDGE + 6) -> list[Token]:
    return [
        token
        for sign, words, y in zip(SIGNS, WORDS, YS, strict=False)
        for token in (*tokens(sign, LEFT + 4, y + 4), *tokens(words, words_at, y + 4))
    ]


def test_grounds_that_end_at_one_edge_before_the_words_draw_a_column_of_signs() -> None:
    found = swatched.columned(frame(), grounds(), printed())
    assert found.xs == (LEFT, EDGE, RIGHT)
    assert len(found.cells) == 2 * len(SIGNS)


@pytest.mark.parametrize(
    ("fills", "words_at"),
    [
        (grounds(ends=(EDGE, EDGE + 60, EDGE - 30)), EDGE + 80),  # bars as long as what they count
        (grounds(colours=(COLOURS[0],) * 3), EDGE + 6),  # a column of headings
        (grounds()[:2], EDGE + 6),
        (grounds(), EDGE - 20),  # words run over the edge
        (grounds(ends=(RIGHT - 20,) * 3), EDGE + 6),
    ],
)
def test_other_grounds_in_a_frame_draw_none(fills: list[Fill], words_at: float) -> None:
    assert swatched.columned(frame(), fills, printed(words_at)) == frame()
