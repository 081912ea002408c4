"""Blocks of pages whose tables stand side by side."""

from __future__ import annotations

import pytest

from parsers.block import Block, Heading, Table
from parsers.geometry import Box
from parsers.text.reading_order import in_order

WIDTHS = (0.0, 100.0, 180.0, 260.0)


def table(x: float, top: float, bottom: float, widths: tuple[float, ...] = WIDTHS) -> Table:
    xs = tuple(x + w for w in widths)
    return Table(1, Box(xs[0], top, xs[-1], bottom), "ruled", xs, (top, bottom), ())


def title(x0: float, x1: float, top: float) -> Heading:
    return Heading(1, Box(x0, top, x1, top + 10), f"{x0} {top}", 12, True, 1, ())


def test_a_table_that_flows_through_two_columns_is_read_down_one_and_then_down_the_other() -> None:
    over, foot = title(50, 600, 20), title(320, 340, 800)
    left: list[Block] = [title(40, 200, 60), table(40, 80, 790)]
    right: list[Block] = [table(340, 50, 300), title(340, 500, 320), table(340, 340, 790)]
    blocks: list[Block] = [*right, foot, *left, over]
    assert in_order(blocks) == [over, *left, *right, foot]


@pytest.mark.parametrize(
    "others",
    [
        [table(340, 100, 300), table(340, 400, 700)],
        [table(340, 80, 700, (0.0, 50.0, 180.0, 260.0))],
        [table(340, 80, 300, (0.0, 260.0))],
    ],
    ids=["cards side by side", "other columns", "a panel"],
)
def test_other_tables_side_by_side_are_read_downwards(others: list[Table]) -> None:
    blocks = [table(40, 100, 300), table(40, 400, 700), *others]
    assert in_order(blocks) == sorted(blocks, key=lambda b: (b.box.top, b.box.x0))
