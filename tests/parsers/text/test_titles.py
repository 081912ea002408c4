"""Titles between tables without vertical rules."""

from __future__ import annotations

from parsers.text import titles
from parsers.text.phrases import Phrase, Setting

TITLE, BODY = Setting("Serif", 13.0, True, "#000000"), Setting("Serif", 8.0, False, "#000000")


def line(style: Setting, top: float, *texts: tuple[str, float, float]) -> list[Phrase]:
    return [Phrase(x0, x1, top, top + style.size, text, style) for text, x0, x1 in texts]


ROWS = [line(BODY, 100 + 12 * k, ("Planttrees", 10, 60), ("AnnArcher", 110, 160)) for k in range(5)]


def test_a_title_that_the_edge_of_a_column_below_cuts_at_a_blank_is_one_text() -> None:
    """Two tables and the title between them were one: ten actions were lost."""
    cut = line(TITLE, 70, ("Priority4-Children", 10, 126), ("andyoungpeoplereceivesupport", 131, 420))
    (joined,), *rest = titles.whole([cut, *ROWS])
    assert (joined.text, joined.x0, joined.x1) == ("Priority4-Childrenandyoungpeoplereceivesupport", 10, 420)
    assert rest == ROWS


def test_headings_apart_from_each_other_and_rows_stay() -> None:
    heads = line(TITLE, 70, ("Whatwesaidthatwewoulddo", 10, 126), ("Whatwehavedoneaboutit", 150, 420))
    assert titles.whole([heads, *ROWS]) == [heads, *ROWS]


def test_a_short_title_whose_words_are_a_common_blank_apart_is_one_text() -> None:
    """A key in a style of lines, the title below it and its table were one, of two columns."""
    cut = line(TITLE, 70, ("Priorityone–Safer", 10, 126), ("streets", 131, 180))
    spaced = [cut[0], cut[1]._replace(spaced=True)]
    assert [p.text for p in titles.whole([spaced, *ROWS])[0]] == ["Priorityone–Saferstreets"]
    assert titles.whole([cut, *ROWS])[0] == cut
    short = line(TITLE, 70, ("Step", 10, 50), ("Status", 55, 90))
    assert titles.whole([short, *ROWS])[0] == short
