"""Text beneath boxes that are painted over it is not printed."""

from __future__ import annotations

import pytest

import parsers
from parsers.block import Table
from tests.parsers.printing import pdf, ruled_table, words

ROWS = [["Action", "Lead"], ["Buy land", "Ann Archer"]]
BAR = "162 652 100 16 re f"
AGAIN = words(164, 656, "Bo Bull")
TRIANGLE, DIAMOND = (
    "1 0.7 0 rg 170 654 m 182 654 l 176 666 l h f",
    "0 0.6 0 rg 170 660 m 176 666 l 182 660 l 176 654 l h f",
)


@pytest.mark.parametrize(
    ("painted", "lead", "covered"),
    [
        (f"{ruled_table(ROWS)} {BAR}", "", 9),
        (f"{ruled_table(ROWS)} 1 1 1 rg {BAR}", "", 9),
        (f"1 0.9 0.9 rg {BAR} 0 g {ruled_table(ROWS)}", "Ann Archer", 0),
        (f"{ruled_table(ROWS)} 1 1 1 rg {BAR} 0 g {AGAIN}", "Bo Bull", 9),
        (f"{ruled_table(ROWS)} q 1 1 1 rg 240 600 10 10 re W n 0 0 600 800 re f Q", "Ann Archer", 0),
        (f"{ruled_table(ROWS)} 1 1 1 rg 170 652 20 16 re f", "Ann Archer", 0),
    ],
    ids=["black bar", "white box", "painted before", "printed again", "seen through a window", "too small"],
)
def test_text_beneath_a_box_is_not_read(painted: str, lead: str, covered: int) -> None:
    parsed = parsers.read(pdf(painted))
    table = next(block for block in parsed.blocks if isinstance(block, Table))
    assert [c.text for c in table.cells if (c.row, c.col) == (1, 1)] == [lead]
    assert parsed.pages[0].covered == covered


@pytest.mark.parametrize(
    ("painted", "shown"),
    [
        (f"{TRIANGLE} 1 1 1 rg {BAR} {DIAMOND}", ["diamond"]),
        (f"1 0 0 rg 170 654 11 11 re f 1 1 1 rg {BAR} {TRIANGLE}", ["triangle"]),
        (f"1 1 1 rg {BAR} {TRIANGLE}", ["triangle"]),
        (f"{TRIANGLE} 1 1 1 rg 162 652 14 16 re f", ["triangle"]),
        (f"{TRIANGLE} q 1 1 1 rg 240 600 10 10 re W n 0 0 600 800 re f Q", ["triangle"]),
    ],
    ids=["another in its place", "a square", "painted before", "too small", "seen through a window"],
)
def test_a_sign_beneath_a_box_is_not_seen(painted: str, shown: list[str]) -> None:
    table = ruled_table([["Action", "RAG"], ["Buy land", ""]])
    parsed = parsers.read(pdf(f"{table} {painted}"))
    (seen,) = [block for block in parsed.blocks if isinstance(block, Table)]
    assert [mark.shape for c in seen.cells for mark in c.marks] == shown


def test_text_beneath_a_translucent_marker_is_read() -> None:
    marker = f"{ruled_table(ROWS)} /Pen gs 1 1 0 rg {BAR}"
    parsed = parsers.read(pdf(marker, more="/ExtGState<</Pen<</ca 0.4>>>>"))
    assert parsed.pages[0].covered == 0
