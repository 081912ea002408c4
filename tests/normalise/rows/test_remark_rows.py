"""Rows that are a remark on the indicator above them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Table
from tests.normalise.building import BESIDE, indicators_of, table

HEADINGS = ("Measure", "Target", "Latest", "Status")
VISITS = ("Visits to libraries", "210", "118", "On track")
PARKS = ("Resident satisfaction with parks", "85%", "87%", "Achieved")
POOLS = ("Pools that meet the standard", "6", "6", "Achieved")
TOLD = "Measured by a survey in April."


def _set_smaller(own: Table, row: int) -> Table:
    """The table with the texts of a row in smaller letters."""
    cells = (
        replace(c, lines=tuple(line._replace(size=line.size * 0.85) for line in c.lines))
        if c.row == row
        else c
        for c in own.cells
    )
    return replace(own, cells=tuple(cells))


def _read(own: Table, *others: Table) -> list[tuple[str, str | None]]:
    return [(i.name, dict(i.extra).get("remark")) for i in indicators_of(own, *others)]


def test_a_sentence_in_smaller_letters_below_a_measure_is_a_remark_on_it() -> None:
    """It came out as an indicator without values that nobody had printed."""
    read = _read(_set_smaller(table(HEADINGS, VISITS, PARKS, (TOLD, "", "", ""), POOLS), 3))
    assert read == [(VISITS[0], None), (PARKS[0], TOLD), (POOLS[0], None)]


def test_a_sentence_over_all_columns_but_one_below_a_measure_is_a_remark_on_it() -> None:
    read = _read(table(HEADINGS, VISITS, PARKS, (TOLD, BESIDE, BESIDE, ""), POOLS))
    assert read == [(VISITS[0], None), (PARKS[0], TOLD), (POOLS[0], None)]


def test_a_sentence_below_a_measure_is_a_remark_where_others_of_the_document_go_over_all_columns() -> None:
    other = table(HEADINGS, POOLS, ("Closed in May.", BESIDE, BESIDE, BESIDE), top=400)
    read = _read(table(HEADINGS, VISITS, (TOLD, "", "", "")), other)
    assert read == [(VISITS[0], TOLD), (POOLS[0], "Closed in May.")]


@pytest.mark.parametrize(
    "own",
    [
        table(HEADINGS, VISITS, (TOLD, "", "", "")),  # nothing sets it apart
        _set_smaller(table(HEADINGS, VISITS, (TOLD.rstrip("."), "", "", "")), 2),
        _set_smaller(table(HEADINGS, (VISITS[0] + ".", *VISITS[1:]), (TOLD, "", "", "")), 2),
        _set_smaller(table(HEADINGS, VISITS, (TOLD, "10", "", "")), 2),
    ],
    ids=["as large", "no sentence", "names are sentences", "with a figure"],
)
def test_a_measure_without_a_value_is_one_all_the_same(own: Table) -> None:
    assert len(_read(own)) == 2
