"""Columns whose headings stand anywhere above their texts."""

from __future__ import annotations

import pytest

from parsers.text import phrases, under
from parsers.text.phrases import Row
from tests.parsers.printing import tokens


def lines(*rows: dict[int, str]) -> list[Row]:
    return phrases.rows(
        [t for k, row in enumerate(rows) for x, said in row.items() for t in tokens(said, x, 100 + 14 * k)]
    )


BODY = ({50: "Homes let", 180: "12", 280: "14"}, {50: "Roads", 175: "120", 270: "1,400"})


@pytest.mark.parametrize("heads", [[(50, 80), (140, 165), (220, 260)], [(60, 80), (170, 200), (260, 310)]])
def test_the_white_between_columns_leaves_their_headings_and_their_texts(
    heads: list[tuple[float, float]],
) -> None:
    found = under.rivers(heads, lines(*BODY))
    assert found is not None
    assert [round(a) for a, _ in found] == [95, max(190, round(heads[1][1]))]


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param([(50, 80), (140, 165)], id="fewer headings"),
        pytest.param([(50, 80), (140, 165), (220, 260), (300, 330)], id="more headings"),
        pytest.param([(50, 80), (85, 92), (178, 185)], id="over other texts"),
    ],
)
def test_other_headings_do_not_tell_them(heads: list[tuple[float, float]]) -> None:
    assert under.rivers(heads, lines(*BODY)) is None


def test_headings_of_rows_run_over_the_columns_and_other_texts_end_them() -> None:
    heads = [(50.0, 80.0), (140.0, 165.0), (220.0, 260.0)]
    over = "All that was let in the town in the last two quarters"
    told = under.rivers(heads, lines(*BODY))
    assert under.rivers(heads, lines(BODY[0], {50: over}, BODY[1])) == told
    assert under.rivers(heads, lines(*BODY, {150: over}, {50: "x" * 25, 195: "7", 280: "8"})) == told
