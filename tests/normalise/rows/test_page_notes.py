"""A note alone at a page's head is that of the last row of the page before."""

from __future__ import annotations

import pytest

from parsers.block import Paragraph
from parsers.geometry import Box
from tests.normalise.building import actions_of, table

HEADS = ("Action", "Lead", "Due date", "Status")
LABEL = "Progress update:"


def row(k: int) -> tuple[str, ...]:
    return (f"1.{k} Plant {k} woods", "Ann Archer", "30/11/2025", "On track")


def note(said: str) -> tuple[str, ...]:
    return (f"{LABEL} {said}", "", "", "")


def text(said: str, top: float, page: int = 2) -> Paragraph:
    return Paragraph(page, Box(42, top, 300, top + 10), said, 10.0, (), (), len(said.replace(" ", "")))


ROWS = (row(1), note("Begun."), row(2), note("Halfway."), row(3))
LATER = table(HEADS, row(4), note("Late."), row(5), note("Good."), page=3)


def told(*blocks: Paragraph, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    return actions_of(table(HEADS, *rows), *blocks, LATER)[2].progress


@pytest.mark.parametrize("label", [(f"{LABEL}\nAll are planted.",), (LABEL, "• All are planted.")])
def test_a_note_in_a_frame_of_its_own_at_a_page_s_head_is_the_last_row_s(label: tuple[str, ...]) -> None:
    """It was text beside the tables, and the row had no progress."""
    assert "All are planted." in told(*(text(said, 50 + 11 * k) for k, said in enumerate(label)))


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        ((text("All are planted.", 50),), ROWS),
        ((text("Comments:", 50), text("All are planted.", 61)), ROWS),
        ((text(LABEL, 50), text("All are planted.", 61)), (*ROWS, note("Done."))),
        ((text(LABEL, 50), text("All are planted.", 161)), ROWS),
    ],
    ids=["no label", "another label", "a note of its own", "far below"],
)
def test_other_texts_at_a_page_s_head_are_no_note(
    texts: tuple[Paragraph, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    assert "All are planted." not in told(*texts, rows=rows)
