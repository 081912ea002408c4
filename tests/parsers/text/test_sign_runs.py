"""Ratings of several signs side by side are one mark."""

from __future__ import annotations

import parsers
from parsers.block import Mark, Table
from parsers.geometry import Box
from parsers.text.lines import marks_of
from parsers.text.sign_runs import joined
from tests.parsers.printing import style, tokens

GREEN, RED, GREY = "#00b050", "#ff0000", "#bfbfbf"


def drawn(shape: str, x: float, top: float = 50, colour: str = "#000000") -> Mark:
    return Mark("shape", shape, colour, "3c7effffffff7e3c", Box(x, top, x + 10, top + 10))


def test_full_and_empty_dots_are_one_sign_whose_identity_is_the_whole_run() -> None:
    (three,), (four,) = (marks_of(tokens(text)) for text in ("●●●○", "●●●●"))
    assert (three.shape, three.characters, four.characters) == ("●●●○", "●●●○", "●●●●")
    assert three.identity != four.identity


def test_dots_set_apart_by_blanks_are_one_sign_too() -> None:
    assert [m.characters for m in marks_of(tokens("★ ★ ★ kept"))] == ["★★★"]


def test_signs_of_two_kinds_stay_two() -> None:
    assert [m.shape for m in marks_of(tokens("★▲"))] == ["star", "triangle"]
    assert [m.shape for m in marks_of(tokens("↑↑"))] == ["arrow-up", "arrow-up"]


def test_signs_of_two_colours_are_two_ratings_and_grey_ones_are_empty() -> None:
    green, red, grey = (
        tokens("●", x, set_in=style(colour=c)) for x, c in ((50, GREEN), (55, RED), (55, GREY))
    )
    assert [m.colour for m in marks_of([*green, *red])] == [GREEN, RED]
    assert [(m.shape, m.colour) for m in marks_of([*green, *grey])] == [("●●", GREEN)]


def test_signs_far_from_each_other_or_on_two_lines_are_two() -> None:
    assert len(marks_of([*tokens("●", 50), *tokens("●", 70)])) == 2
    assert len(marks_of([*tokens("●", 50), *tokens("●", 55, 62)])) == 2


def test_drawn_discs_and_rings_side_by_side_are_one_sign() -> None:
    (mark,) = joined([drawn("disc", 50), drawn("disc", 62), drawn("ring", 74)])
    assert (mark.shape, mark.box) == ("2 disc 1 ring", Box(50, 50, 84, 60))


def test_swatches_that_touch_are_no_rating() -> None:
    assert len(joined([drawn("square", 50, colour=GREY), drawn("square", 60, colour=GREEN)])) == 2


def test_a_transcript_has_runs_of_signs() -> None:
    text = "| Action | Lead | RAG |\n| --- | --- | --- |\n| Buy land | Ann | ●●○ |\n| Sell land | Ann | ● |\n"
    (table,) = parsers.read(text.encode()).blocks
    assert isinstance(table, Table)
    assert [m.characters for c in table.cells for m in c.marks] == ["●●○", "●"]
