"""Blocks of pages whose tables stand side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block, Cell, Heading, Line, Table
from parsers.geometry import Box
from parsers.text import reading_order

WIDTHS = (0.0, 100.0, 180.0, 260.0)


def table(x: float, top: float, bottom: float, widths: tuple[float, ...] = WIDTHS) -> Table:
    xs = tuple(x + w for w in widths)
    return Table(1, Box(xs[0], top, xs[-1], bottom), "ruled", xs, (top, bottom), ())


def headed(x: float, top: float, bottom: float, middle: float, *heads: str) -> Table:
    made = table(x, top, bottom, (0.0, middle, 200.0, 260.0))
    box = Box(x, top, x + 20, top + 10)
    return replace(made, cells=tuple(Cell(0, k, 1, 1, text, box) for k, text in enumerate(heads)))


def in_order(blocks: list[Block]) -> list[Block]:
    return reading_order.in_order(blocks, reading_order.gutter([b for b in blocks if isinstance(b, Table)]))


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
    blocks: list[Block] = [table(40, 100, 300), table(40, 400, 700), *others]
    assert in_order(blocks) == sorted(blocks, key=lambda b: (b.box.top, b.box.x0))


def test_headings_over_tables_side_by_side_are_read_each_before_its_own() -> None:
    """All rows of both went to the heading on the right."""
    over = title(40, 250, 40)
    left: list[Block] = [title(40, 150, 80), table(40, 100, 300), title(40, 120, 320), table(40, 340, 500)]
    right: list[Block] = [title(340, 450, 80), table(340, 100, 400, (0.0, 50.0, 180.0, 260.0))]
    assert in_order([*right, *left, over]) == [over, *left[:2], *right, *left[2:]]
    bare = right[1:]
    assert in_order([*bare, *left[:2], over]) == [over, *left[:2], *bare]


HEADS = ("Action", "Progress", "RAG")


def test_small_tables_in_two_columns_of_a_page_are_read_down_one_and_then_down_the_other() -> None:
    """Each has widths of its own: what went on in the right half came before the heading in the left one."""
    left: list[Block] = [title(40, 200, 60), headed(40, 80, 290, 70.0, *HEADS)]
    right: list[Block] = [headed(340, 50, 200, 90.0, *HEADS), title(340, 500, 220)]
    across = replace(table(40, 400, 500, (0.0, 300.0, 560.0)))
    over = replace(title(40, 200, 520), size=15)
    below: list[Block] = [title(40, 200, 550), title(340, 500, 540)]
    blocks: list[Block] = [*right, *below, across, over, *left]
    assert in_order(blocks) == [*left, *right, across, over, *below]


def test_other_headings_side_by_side_are_read_downwards() -> None:
    blocks: list[Block] = [
        headed(40, 80, 290, 70.0, *HEADS), headed(340, 50, 200, 90.0, "Measure", "Target", "Latest")
    ]  # fmt: skip
    assert in_order(blocks) == sorted(blocks, key=lambda b: (b.box.top, b.box.x0))


def test_a_page_with_a_table_in_one_half_has_the_gutter_of_the_page_before() -> None:
    known = reading_order.Gutter(300, 340)
    assert reading_order.gutter([headed(340, 50, 200, 90.0, *HEADS)], known) == known
    assert reading_order.gutter([table(40, 50, 200, (0.0, 300.0, 560.0))], known) is None
    assert reading_order.gutter([table(40, 50, 200, (0.0, 40.0, 140.0))], known) is None  # a key


def test_a_heading_that_the_end_of_the_left_half_cuts_is_one() -> None:
    known = reading_order.Gutter(300, 340)
    first, rest = (
        replace(t, text=text, lines=(Line(text, t.box, t.size, t.bold, "#000000"),))
        for t, text in (
            (title(40, 298, 780), "3.1 Work with all schools and the"),
            (title(340, 380, 50), "Regional Commissioner"),
        )
    )
    found = reading_order.in_order([rest, first], known)
    whole = "3.1 Work with all schools and the Regional Commissioner"
    assert [b.text for b in found if isinstance(b, Heading)] == [whole]
