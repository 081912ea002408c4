"""The last words of a key in one row, on the line below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Paragraph
from parsers.geometry import Box
from tests.normalise.building import ACTIONS, AMBER, BLUE, GREEN, RED, paragraph, review_of, shape, table

NAMES = ("Complete", "Proceeding to plan", "Behind plan, recovery agreed", "Behind plan, no recovery")
INKS = (BLUE, GREEN, AMBER, RED)


def at(text: str, x0: float, top: float = 60, *inks: str) -> Paragraph:
    box = Box(x0, top, x0 + 5 * len(text), top + 10)
    block = paragraph(text, top=top)
    marks = tuple(
        m._replace(box=Box(x0 - 14, top, x0 - 5, top + 9)) for ink in inks for m in shape("disc", ink).marks
    )
    return replace(block, box=box, lines=(block.lines[0]._replace(box=box),), marks=marks)


def keyed(tail: str, x0: float, top: float = 74) -> Review:
    row = [at(name, 40 + 130 * k, 60, ink) for k, (name, ink) in enumerate(zip(NAMES, INKS, strict=True))]
    rows = [(f"{n}. Do it", "Ann Archer", "Work goes on", shape("disc", ink)) for n, ink in enumerate(INKS)]
    return review_of(*row, at(tail, x0, top), table(ACTIONS, *rows, top=300))


def test_a_line_in_small_letters_at_the_left_edge_of_a_key_s_row_ends_its_last_label() -> None:
    """`agreed` stood below the row's first sign, and the last label ended in `no recovery`."""
    assert [e.label for e in keyed("agreed", 26).legend] == [*NAMES[:3], f"{NAMES[3]} agreed"]


@pytest.mark.parametrize(
    ("tail", "x0", "top"),
    [("at the end", 40, 74), ("Agreed", 26, 74), ("agreed", 26, 110)],
    ids=["below the words of the first", "a new line", "far below"],
)
def test_other_lines_below_a_key_s_row_end_no_label_of_it(tail: str, x0: float, top: float) -> None:
    assert keyed(tail, x0, top).legend[-1].label == NAMES[3]
