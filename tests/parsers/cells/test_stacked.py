"""Rows that the colours of their statuses tell, where rules stand between groups of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers import layout
from parsers.block import Table
from parsers.geometry import Box
from parsers.page import Fill, Token
from parsers.text import wording
from tests.parsers.printing import across, lattice, page, style, tokens

XS = (50.0, 160.0, 280.0, 360.0, 480.0, 560.0)
LAST = 640.0
HEAD = ("Activity", "Action", "Lead", "Progress", "RAG")
GREEN, AMBER, BLUE = "#70ad47", "#ffc000", "#5b9bd5"
LINE, INSET = 12.0, 4.0
BOLD = style("Helvetica-Bold", bold=True)
Group = tuple[str, str, Sequence[tuple[str, str, str]]]
#: an activity and its lead over several rows, each an action, a note and a colour
HOMES = (("1. Build homes", "1. Let in May", GREEN), ("2. Mend roofs", "2. Begun", AMBER))
PARKS = (("1. Open a park|in the town", "1. Opened in June", BLUE), ("2. Plant trees", "2. Not begun", AMBER))
GROUPS: Sequence[Group] = (
    ("1.1 Homes for|all who need|them in town", "Ann Lee", HOMES),
    ("1.2 Parks", "Bo Ray", PARKS),
)


def read(groups: Sequence[Group], before: Sequence[str] = ()) -> list[list[str]]:
    """The rows of a table with these groups, each cell's text with its colour, without the headings; beside the rows
    stand the colours of those `before`, if any are known, and rules between the columns."""
    text = [t for x, word in zip(XS, HEAD, strict=False) for t in tokens(word, x + 4, 104, BOLD)]
    if before:
        text += tokens("Before", XS[5] + 4, 104, BOLD)
    levels, fills, top, known = [100.0, 120.0], [], 120.0, list(before)

    def put(said: str, x: float, at: float) -> list[Token]:
        return [
            t for n, line in enumerate(said.split("|")) for t in tokens(line, x + 4, at + INSET + n * LINE)
        ]

    for activity, lead, rows in groups:
        text += put(activity, XS[0], top) + put(lead, XS[2], top)
        for action, note, colour in rows:
            text += put(action, XS[1], top) + put(note, XS[3], top)
            high = 2 * INSET + LINE * max(said.count("|") + 1 for said in (action, note))
            fills.append(Fill(Box(XS[4], top, XS[5], top + high), colour))
            if known:
                fills.append(Fill(Box(XS[5], top, LAST, top + high), known.pop(0)))
            top += high
        levels.append(top)
    rules = lattice([*XS, LAST], levels) if before else [across(y, XS[0], XS[-1]) for y in levels]
    seen = replace(page(text, rules), fills=tuple(fills))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    rows_ = ([c for c in table.cells if c.row == row] for row in range(1, table.rows))
    return [[c.text.replace("\n", " ") or c.fill or "" for c in row] for row in rows_]


def test_rows_beside_the_colours_of_a_group_are_apart() -> None:
    """All rows of a group were one, most of them without a finding."""
    assert read(GROUPS) == [
        ["1.1 Homes for all who need them in town", "1. Build homes", "Ann Lee", "1. Let in May", GREEN],
        ["2. Mend roofs", "2. Begun", AMBER],
        ["1.2 Parks", "1. Open a park in the town", "Bo Ray", "1. Opened in June", BLUE],
        ["", "2. Plant trees", "", "2. Not begun", AMBER],
    ]


def test_colours_beside_one_text_are_no_rows() -> None:
    rows = (
        ("1. Build homes for|all who need them", "1. Let in May to|a firm in town", GREEN),
        ("", "", AMBER),
    )
    assert len(read([("1.1 Homes", "Ann Lee", rows)])) == 1


def test_one_colour_behind_each_line_of_a_cell_parts_no_rows() -> None:
    """A letter's writer paints each line of a heading: each was a row of its own."""
    rows = (("1. Build homes", "1. Let in May", GREEN), ("2. Mend roofs", "2. Begun", GREEN))
    assert len(read([("1.1 Homes", "Ann Lee", rows)])) == 1


def test_two_colours_beside_each_row_are_its_own() -> None:
    """A row of no height stood between two for the second column, and those below had the colours of others."""
    rows = read(GROUPS, (BLUE, GREEN, AMBER, GREEN))
    assert [row[-2:] for row in rows] == [[GREEN, BLUE], [AMBER, GREEN], [BLUE, AMBER], [AMBER, GREEN]]


def test_colours_of_two_columns_that_tell_other_rows_part_none() -> None:
    high = 2 * INSET + LINE
    text = [t for x, word in zip(XS, (*HEAD, "Before"), strict=False) for t in tokens(word, x + 4, 104, BOLD)]
    text += [
        t
        for x, said in zip(XS, ("1.1", "1. Let|2. Mend", "Ann", "1. May|2. June"), strict=False)
        for n, line in enumerate(said.split("|"))
        for t in tokens(line, x + 4, 124 + n * high)
    ]
    foot = 120 + 3 * high
    fills = [
        Fill(Box(XS[4], 120, XS[5], 120 + high), GREEN),
        Fill(Box(XS[4], 120 + high, XS[5], foot), AMBER),
    ]
    fills += [
        Fill(Box(XS[5], 120, LAST, foot - high), BLUE),
        Fill(Box(XS[5], foot - high, LAST, foot), AMBER),
    ]
    seen = replace(page(text, lattice([*XS, LAST], (100, 120, foot))), fills=tuple(fills))
    (table,) = layout.see(seen).blocks(wording.NO_WORDS)
    assert isinstance(table, Table)
    assert table.rows == 2
