"""Signs before the items of a list that are content, and those that are bullets."""

from __future__ import annotations

import pytest

from parsers.block import Cell, Mark, Table
from parsers.cells import item_signs
from parsers.geometry import Box
from tests.parsers.printing import BLACK, line

TICK, RING, CROSS = ("tick", "DejaVu:✔"), ("ring", "Arial:○"), ("cross", "Wingdings:û")
DISC, ODD = ("disc", "Arial:●"), ("path", "Wingdings:ß")
Sign = tuple[str, str]


def _cell(row: int, *signs: Sign | None, inner: float = 0.0) -> Cell:
    top = 50.0 + 100 * row
    heads = [f"• Step {k}" for k in range(1, len(signs) + 1)]
    lines = [line("Build it", top)]
    lines += [line(text, top + 12 * k, 50 + inner * (k - 1)) for k, text in enumerate(heads, 1)]
    marks = [
        Mark("glyph", sign[0], BLACK, sign[1], ln.box._replace(x1=ln.box.x0 + 6))
        for sign, ln in zip(signs, lines[1:], strict=True)
        if sign
    ]
    text = "\n".join(["Build it", *heads])
    return Cell(row, 0, 1, 1, text, Box(45, top, 200, top + 90), tuple(lines), tuple(marks))


def _items(*cells: Cell) -> list[list[str]]:
    box = Box(45, 50, 200, 50 + 100 * len(cells))
    ys = tuple(50.0 + 100 * k for k in range(len(cells) + 1))
    table = item_signs.told(Table(1, box, "ruled", (45, 200), ys, cells))
    return [cell.text.split("\n")[1:] for cell in table.cells]


@pytest.mark.parametrize(
    ("signs", "items"),
    [
        ((TICK, RING), ["• ✔ Step 1", "• ○ Step 2"]),
        ((TICK, CROSS), ["• ✔ Step 1", "• ✘ Step 2"]),
        ((DISC, RING), ["• ● Step 1", "• ○ Step 2"]),
        ((TICK, TICK), ["• Step 1", "• Step 2"]),
        ((TICK, None), ["• Step 1", "• Step 2"]),
        ((TICK, ODD), ["• Step 1", "• Step 2"]),
    ],
)
def test_unlike_signs_of_one_list_stay_with_its_items(
    signs: tuple[Sign | None, ...], items: list[str]
) -> None:
    """Which milestones were reached was lost: all had bullets."""
    assert _items(_cell(0, *signs)) == [items]


def test_where_one_list_tells_all_of_its_column_do() -> None:
    assert _items(_cell(0, TICK, RING), _cell(1, TICK, TICK), _cell(2, None)) == [
        ["• ✔ Step 1", "• ○ Step 2"],
        ["• ✔ Step 1", "• ✔ Step 2"],
        ["• Step 1"],
    ]


def test_signs_of_a_list_inside_a_list_are_bullets() -> None:
    assert _items(_cell(0, DISC, RING, inner=12)) == [["• Step 1", "• Step 2"]]
