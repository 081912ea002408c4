"""Cards of label and value, and tables that stand beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.cards import upright
from parsers.block import Paragraph, Table
from parsers.geometry import Box

from .building import AMBER, GREEN, WIDE, filled, review_of, table

CARD = (
    ("Action", "Replace six appliances"),
    ("Lead officer", "Fleet Manager"),
    ("Due", "31/03/2026"),
    ("RAG", filled(GREEN, "On track")),
    ("Update", "Four are in service."),
)


def moved(block: Table, right: float) -> Table:
    """The table so many points further right."""
    box = block.box._replace(x0=block.box.x0 + right, x1=block.box.x1 + right)
    cells = tuple(
        replace(c, box=c.box._replace(x0=c.box.x0 + right, x1=c.box.x1 + right)) for c in block.cells
    )
    return replace(block, box=box, xs=tuple(x + right for x in block.xs), cells=cells)


def test_a_card_is_an_action() -> None:
    review = review_of(table(*CARD))
    assert [(a.action, a.leads, a.progress, a.status) for a in review.actions] == [
        ("Replace six appliances", ("Fleet Manager",), "Four are in service.", "on_schedule")
    ]


def test_a_card_s_caption_is_its_reference_and_no_paragraph() -> None:
    card = table(*CARD)
    caption = Paragraph(
        1, Box(card.box.x0 + 2, card.box.top - 14, card.box.x0 + 30, card.box.top - 4), "RS1", 9.0, chars=3
    )
    assert len(upright((caption, card))) == 1
    review = review_of(caption, card)
    assert [a.action_number for a in review.actions] == ["RS1"]
    assert [page.unplaced for page in review.ledger] == [0]


@pytest.mark.parametrize("rows", [CARD[1:], (("Action", "Lead"), ("Update", "RAG")), (*CARD[:3], *CARD[:3])])
def test_two_columns_that_are_no_card_stay_as_they_are(rows: tuple[tuple[str, str], ...]) -> None:
    blocks = (table(*rows),)
    assert upright(blocks) == blocks


def test_the_rows_of_a_left_table_keep_their_own_header_behind_the_header_of_the_right_one() -> None:
    """Two tables beside each other, a gap between header and rows: the left one's rows were lost in silence."""
    header = table(["Ref", "Action", "Comment", "RAG"])
    measures = moved(table(["Measure", "Target", "Actual"], ["Buses on time", "90%", "83%"]), 5 * WIDE)
    rows = table(["T1", "Open the station", "Works stopped.", filled(AMBER, "Amber")], top=130.0)
    review = review_of(header, measures, rows)
    assert [(a.action_number, a.action, a.progress) for a in review.actions] == [
        ("T1", "Open the station", "Works stopped.")
    ]
    assert [i.name for i in review.indicators] == ["Buses on time"]
