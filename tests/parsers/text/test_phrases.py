"""What stands together on one line, where the gap between two columns is as narrow as a blank."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.geometry import Box
from parsers.page import Style, Token
from parsers.text import phrases
from tests.parsers.printing import style, tokens


def goes(*texts: tuple[str, float], top: float = 50, runs: Sequence[int] = (1, 2)) -> list[Token]:
    """Texts that are set in one go each, with printed blanks inside and, without a go of its own, between them."""
    made: list[Token] = []
    for (text, x), run in zip(texts, runs, strict=False):
        if made:
            end = made[-1].box.x1
            made.append(Token(" ", Box(end, top, x, top + 10), style(), 0))
        made += [t._replace(run=run) for t in tokens(text, x, top, width=3)]
    return made


def said(found: Sequence[Token], starts: Sequence[float] = ()) -> list[str]:
    return [p.text for row in phrases.rows(found, (), starts) for p in row]


def test_a_sheet_s_text_that_ends_a_blank_before_the_next_column_is_apart_where_the_page_before_has_it() -> (
    None
):
    """`Roads and Transport 31.03.23` was one text, and no column of the page before was known again."""
    text = goes(("Roads and Transport", 50), ("31.03.23", 109))
    assert said(text) == ["RoadsandTransport31.03.23"]
    assert said(text, [109.2]) == ["RoadsandTransport", "31.03.23"]


def test_words_of_one_go_are_one_text_wherever_a_known_column_begins() -> None:
    text = goes(("Roads and Transport", 50), ("of May", 109), runs=(1, 1))
    assert said(text, [109.2]) == ["RoadsandTransportofMay"]


def line(gaps: Sequence[float], top: float, begin: float = 50, set_in: Style | None = None) -> list[Token]:
    """Words of four letters with a gap in points before each but the first, each set on its own."""
    made, x = list[Token](), begin
    for gap in (0.0, *gaps):
        x += gap
        made += tokens("able", x, top, set_in)
        x += 20
    return made


def test_a_few_words_with_gaps_all_alike_are_one_text_also_where_other_lines_begin() -> None:
    """`Manage our assets well` was cut where the texts of the second column begin below it."""
    below = [t for top in (70, 90, 110) for t in (*line((), top), *line((), top, 95.6))]
    assert said([*line((2.8, 2.8, 2.8), 50), *below])[0] == "ableableableable"
    assert said([*line((2.8, 4.4, 2.8), 50, 48.4), *below])[0] != "ableableableable"


def test_signs_of_several_colours_beside_texts_are_no_list_s() -> None:
    """`RAG` and `Key activities` were one column: eleven activities and their plans were lost without a finding."""

    def beside(*signs: tuple[str, str]) -> list[str]:
        rows = (
            [*tokens(sign, 50, 50 + 14 * k, style(colour=ink)), *tokens("Homes", 72, 50 + 14 * k)]
            for k, (sign, ink) in enumerate(signs)
        )
        return said([t for row in rows for t in row])

    assert beside(("●", "#1e8449"), ("★", "#1f4e9c")) == ["●", "Homes", "★", "Homes"]
    assert beside(("●", "#1e8449"), ("●", "#1e8449")) == ["●Homes", "●Homes"]
    assert beside(("●", "#1e8449"), ("●", "#000000")) == ["●Homes", "●Homes"]


def test_a_part_of_a_page_with_one_sign_has_it_apart_as_the_page_s_signs_are() -> None:
    """A row between two rules was looked at by itself, and its status was the point of a list: `● 3.2 Work`."""
    row = [*tokens("●", 50, 50, style(colour="#00aa00")), *tokens("Homes", 66, 50)]
    page = [*row, *tokens("★", 50, 80, style(colour="#0000aa")), *tokens("Parks", 66, 80)]
    assert said(row) == ["●Homes"]
    signs = phrases.colours_of_signs(page)
    assert [p.text for line in phrases.rows(row, (), (), signs) for p in line] == ["●", "Homes"]


@pytest.mark.parametrize(("width", "parted"), [(5.0, True), (6.0, False)], ids=["other letters", "typed"])
def test_two_words_as_wide_as_typed_ones_by_chance_are_parted_at_a_rule_s_end(
    width: float, parted: bool
) -> None:
    """One line of a table ran over the edge of its columns, and all of its rows were lost."""
    first = tokens("Improve", 50, 50, width=width)
    x = first[-1].box.x1 + 3
    line = [*first, *tokens("whose", x, 50, width=6), *tokens("Opened", x + 35, 50, width=6)]
    (row,) = phrases.rows(line, [x + 32.5])
    assert (row[-1].text == "Opened") is parted


def test_words_as_wide_as_a_typewriter_s_by_chance_part_at_a_wide_gap() -> None:
    """`Team` and `30` were: the lead and the date beside it were one text, and stood in one cell."""
    small = style(size=8)
    near = (("(Economy", 50, 4.5), ("Team", 88, 4.9), ("30", 113.6, 4.5))
    assert said([t for text, x, wide in near for t in tokens(text, x, 50, small, wide)]) == [
        "(EconomyTeam",
        "30",
    ]
    typed = (("(Economy", 50, 4.8), ("Team", 93.2, 4.8), ("30", 117.2, 4.8))
    assert said([t for text, x, wide in typed for t in tokens(text, x, 50, small, wide)]) == [
        "(EconomyTeam30"
    ]
