"""Bands that close a table and head what stands below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Table
from tests.normalise.building import actions_of, filled, heading, review_of, table

HEADER = ("Action", "Lead", "Progress", "RAG")
DARK = "#14505c"


def with_band(size: float, fill: str | None = DARK) -> Table:
    """A table whose last row, below a blank one, is one text of a size."""
    blank = ("", "", "", "")
    dark = filled(fill, "") if fill else ""
    rows = [("Plant trees", "Ann Archer", "Planted.", "Completed"), blank]
    seen = table(
        HEADER, *rows, (filled(fill, "Our Economy") if fill else "Our Economy", dark, dark, dark), top=60
    )
    cells = [
        replace(c, lines=tuple(line._replace(size=size, bold=True) for line in c.lines))
        if c.row == seen.rows - 1
        else c
        for c in seen.cells
    ]
    return replace(seen, cells=tuple(cells))


def read(band: Table) -> Review:
    below = heading("3.1 A town that people visit", top=band.box.bottom + 6, size=12)
    rows = [("Mend roads", "Bo Bull", "Begun.", "On track")]
    return review_of(
        heading("Our Environment", top=20, size=17),
        heading("2.1 Healthy waterways", top=40, size=12),
        band,
        below,
        table(HEADER, *rows, top=300),
    )


def test_a_painted_band_at_a_table_s_end_heads_what_stands_below_it() -> None:
    """It was told as a text that gathers no rows, and the rows below kept the section above."""
    review = read(with_band(17))
    assert [dict(a.extra).get("section") for a in review.actions] == ["Our Environment", "Our Economy"]
    assert "text_left_out" not in [f.code for f in review.findings]


@pytest.mark.parametrize(("size", "fill"), [(10, DARK), (17, None)])
def test_a_last_row_in_the_letters_of_the_others_or_on_their_ground_heads_nothing(
    size: float, fill: str | None
) -> None:
    review = read(with_band(size, fill))
    assert "Our Economy" not in [dict(a.extra).get("section") for a in review.actions]


def test_a_band_at_a_page_s_foot_is_told_by_the_rows_though_there_are_as_many_bands() -> None:
    """It went on with the activity above it."""
    heads = ("Programme", "Action", "Lead", "Status")
    ground = ["", "", ""]
    row = ("1.1 Protect parks", "Plant oaks", "Ann Archer", "Complete")
    rows = (("1. Safe streets", *ground), row, ("2. Good work", *ground))
    made = table(heads, *([filled("#dddddd", text) for text in r] if r is not row else r for r in rows))
    second = table(heads, ("2.1 Plan homes", "Let homes", "Bo Ray", "Complete"), page=2)
    told = actions_of(made, second)
    assert [(a.activity, a.priority) for a in told] == [("Protect parks", "1"), ("Plan homes", "2")]
