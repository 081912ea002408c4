"""Where rows stand whose columns' headings are lines above the table."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Heading
from parsers.geometry import Box
from tests.normalise.building import heading, indicators_of, table

ROWS = (("Homes built", "60", "62", "65", "59"), ("Homes let", "49", "50", "51", "48"))
PART = "Priority One: How will we measure progress"


def over(text: str, left: float, top: float) -> Heading:
    """One line of a column's heading."""
    return Heading(2, Box(left, top, left + 40, top + 8), text, 8, True, len(text.replace(" ", "")))


def test_headings_of_columns_that_stand_and_wrap_above_a_table_are_its_header_and_end_no_priority() -> None:
    """A typesetter's repeated header stands outside the table's tags on the next page: the rows were left alone."""
    first = table(("Indicator", "National", "Statistical Neighbours", "Latest", "Previous"), ROWS[0], top=100)
    rest = replace(table(ROWS[1], page=2, top=60), reader="tagged")
    lines = ("Indicator", "National", "Statistical", "Latest", "Previous")
    heads = [over(text, left + 2, 36) for text, left in zip(lines, rest.xs, strict=False)]
    wrapped = over("Neighbours", rest.xs[2] + 2, 47)
    rows = indicators_of(
        heading("Priority One - Homes for all", top=20, size=8),
        heading(PART, top=60, size=8),
        first,
        *heads,
        wrapped,
        rest,
        heading("Priority Two - Parks for all", page=2, top=300, size=8),
        table(("Indicator", "National", "Latest"), ("Parks open", "3", "4"), page=2, top=340),
    )
    assert [(i.name, i.priority, i.statistical_neighbours) for i in rows] == [
        ("Homes built", "1", "62"),
        ("Homes let", "1", "50"),
        ("Parks open", "2", None),
    ]
