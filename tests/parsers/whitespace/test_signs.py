"""Tables that nothing draws with a column of signs: no text stands in it below its heading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.geometry import Box
from parsers.page import Drawing, Token
from parsers.ruled import eye as ruled
from parsers.text import phrases
from parsers.whitespace import signs
from tests.parsers.printing import page, tokens
from tests.parsers.stacks.test_eye import BOLD

STARTS = (50.0, 230.0, 310.0, 380.0)
HEADS = ("Action", "Lead", "Status", "Progress")
ROWS = (
    ("Open the hall|in the park", "Bo Ray", "", "Let in May and opened|in June"),
    ("Mend the weir", "Cy Moss", "", "Not begun"),
    ("Plant the square", "Di Orr", "", "Forty limes are in and|the rest will follow|in March"),
    ("Pave the lane", "Bo Ray", "", "Opened in July"),
)


def drawn(below: str = "") -> tuple[list[Token], list[Drawing]]:
    """The headings in bold, rows with a disc below `Status`, and a label below each disc."""
    text = [t for x, said in zip(STARTS, HEADS, strict=True) for t in tokens(said, x, 100, BOLD)]
    discs, top = [], 120.0
    for row in ROWS:
        for x, said in zip(STARTS, row, strict=True):
            for k, line in enumerate(said.split("|") if said else []):
                text += tokens(line, x, top + 10.5 * k)
        text += tokens(below, 316 - 2.5 * len(below), top + 10.5) if below else []
        discs.append(Drawing(Box(312, top + 1, 320, top + 9), "disc", "disc", "#00b050", None))
        top += 50
    return text, discs


@pytest.mark.parametrize("below", ["", "Done"])
def test_a_column_of_signs_alone_is_a_column(below: str) -> None:
    """The heading `Status` stood over no text, so there was no table: the review was refused."""
    text, discs = drawn(below)
    (table,) = ruled.open_tables(replace(page(text), drawings=tuple(discs)), text, ())
    assert (len(table.grid.ys) - 1, len(table.grid.xs) - 1) == (len(ROWS) + 1, len(HEADS))
    assert all(sum(len(c.marks) for c in table.cells if c.span.row == n) == 1 for n in range(1, 5))


def test_a_sign_between_lines_or_on_a_word_is_none_of_theirs() -> None:
    text, discs = drawn()
    lines = phrases.rows(text)
    between = [Box(312, 145, 320, 153), Box(312, 195, 320, 203)]
    assert signs.among(lines, between) is None
    on_words = [Box(60, d.box.top, 68, d.box.bottom) for d in discs]
    assert signs.among(lines, on_words) is None


def test_items_of_lists_begin_at_one_edge_with_their_further_lines() -> None:
    text, discs = drawn()
    own = [t for t in text if t.box.x0 < 200 or t.box.top < 110]
    for k, lead in enumerate(("Bo Ray", "Cy", "Di Orr", "Ann")):
        own += tokens(lead, 300 - 5 * len(lead) - 7 * k, 120 + 50 * k)  # nor flush with each other
        own += tokens("• Let in May and opened", 380, 120 + 50 * k)
        own += tokens("in June", 390, 130.5 + 50 * k)
        own += tokens("• Closed", 380, 141 + 50 * k)
    (table,) = ruled.open_tables(replace(page(own), drawings=tuple(discs)), own, ())
    assert (table.grid.doubt, len(table.grid.xs) - 1) == ("", len(HEADS))


def test_signs_of_a_key_beside_running_text_are_no_column_of_a_table() -> None:
    """A key was lost, and all statuses were read as is usual: the text beside it made a table of three columns."""
    lines = phrases.rows(
        t
        for k in range(4)
        for x, said in ((50, "Every quarter the directors judge"), (320, "On track"))
        for t in tokens(said, x, 100 + 14 * k)
    )
    boxes = [Box(300, 101 + 14 * k, 308, 109 + 14 * k) for k in range(4)]
    assert [len(row) for row in lines] == [2] * 4
    assert signs.among(lines, boxes) is None
