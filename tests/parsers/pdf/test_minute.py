"""Pages in larger units than points, or printed very small, are read as if they were printed at the usual size."""

from __future__ import annotations

import pytest

import parsers
from parsers.block import Table
from parsers.page import Token
from parsers.pdf import minute
from tests.parsers.printing import pdf, ruled_table, style, tokens, written

ROWS = [
    ["Action", "Lead"],
    ["Buy land for the new homes", "Ann Archer"],
    ["Open the second library", "Bo Bull"],
]


def set_in(size: float, letters: int = 100) -> list[Token]:
    return tokens("a" * letters, set_in=style(size=size))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (set_in(10), 1),
        (set_in(4.5), 1),
        (set_in(2.25), 4),
        (set_in(0.9), 8),
        (set_in(2, letters=20), 1),
        ([*set_in(2), *set_in(9, letters=300)], 1),
        ([], 1),
    ],
    ids=["usual", "small", "a quarter", "a tenth", "a few letters", "notes below the usual text", "no text"],
)
def test_a_page_is_enlarged_where_most_of_it_is_very_small(text: list[Token], times: int) -> None:
    assert minute.factor(text) == times


@pytest.mark.parametrize("rotate", [0, 90])
def test_a_page_in_units_of_four_points_is_read_as_one_in_points(rotate: int) -> None:
    """Shading thinner than a line was rules, and rules were nearer to each other than those of a double one."""
    small = pdf(f".25 0 0 .25 0 0 cm {ruled_table(ROWS)}", box="0 0 150 200", rotate=rotate)
    large = pdf(ruled_table(ROWS), rotate=rotate)
    (told, *_), (want, *_) = (
        [block for block in parsers.read(data).blocks if isinstance(block, Table)] for data in (small, large)
    )
    assert [(c.row, c.col, c.text) for c in told.cells] == [(c.row, c.col, c.text) for c in want.cells]
    assert told.box == pytest.approx(want.box, abs=0.1)


def test_a_page_with_an_inherited_box_is_enlarged_with_its_paper() -> None:
    content = f".25 0 0 .25 0 0 cm {ruled_table(ROWS)}"
    small = written(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 150 200]>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    (page,) = parsers.read(small).pages
    assert (page.width, page.height) == (600, 800)
