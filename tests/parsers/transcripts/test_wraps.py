"""Line breaks of converters inside cells of Markdown."""

from __future__ import annotations

import pytest

from parsers.block import Table
from parsers.transcripts import eye as transcript

HEAD = "|Action|Plan|Lead|Progress|\n|---|---|---|---|\n"
LONG = (
    "Contracts were let in May and<br>works began in the old town<br>where forty homes are to be<br>"
    "ready before the year is out"
)
LIST = "<br>• in May<br>• in June"
ROWS = [
    f"|Build new homes for<br>rent in the town|Homes Plan for all<br>(2024-2028)<br>Town Plan|Steve<br>Edwards|{LONG}|",
    f"|Mend the roads that<br>lead out of town|Roads for all of<br>us|Laurence<br>Jones|{LONG}|",
    f"|Review what the work-<br>plan of parks says|Parks and gardens<br>of the town|Ann Archer|{LONG}{LIST}|",
]


def cells(rows: list[str]) -> list[list[str]]:
    tables = [b for b in transcript.blocks(HEAD + "\n".join(rows) + "\n") if isinstance(b, Table)]
    (table,) = tables
    return [[c.text for c in table.cells if c.row == row] for row in range(1, table.rows)]


def test_breaks_where_printed_lines_ended_are_blanks() -> None:
    """`Steve<br>Edwards` were two leads, and each line of a plan's name was a plan."""
    first, second, _ = cells(ROWS)
    assert first[:3] == [
        "Build new homes for rent in the town",
        "Homes Plan for all (2024-2028)\nTown Plan",
        "Steve Edwards",
    ]
    assert second[1:3] == ["Roads for all of us", "Laurence Jones"]
    assert first[3].startswith("Contracts were let in May and works began in the old town where")


def test_a_hyphen_before_such_a_break_is_a_compound_s_and_items_of_lists_keep_their_lines() -> None:
    last = cells(ROWS)[2]
    assert last[0] == "Review what the work-plan of parks says"
    assert last[3].endswith("is out\n• in May\n• in June")


@pytest.mark.parametrize("lead", ["Ann Lee<br>Bo Ray", "Head of Homes<br>Head of Parks"])
def test_breaks_of_the_text_s_own_stay(lead: str) -> None:
    rows = [
        f"|Build new homes for rent in the old town, row {n}|Homes Plan<br>Town Plan|{lead}|Begun.|"
        for n in range(9)
    ]
    assert all(row[1:3] == ["Homes Plan\nTown Plan", lead.replace("<br>", "\n")] for row in cells(rows))


def test_bullets_of_symbol_fonts_open_items_also_from_a_line_of_their_own() -> None:
    """The letter of a symbol font stood in the progress; a raised ending was glued to the next word."""
    told = "These are done:<br>\uf0b7<br>May works<br>\uf0b7 June works from 1<sup>st</sup>April"
    (row,) = cells([f"|Build homes|Homes Plan|Ann Lee|{told}|"])
    assert row[3] == "These are done:\n• May works\n• June works from 1st April"


def test_a_name_goes_on_behind_ages_in_brackets() -> None:
    rows = [
        *ROWS,
        f"|Plan for the young|Families and schools (aged 0-25)<br>Joint Strategy (2015-2017)|Ann Lee|{LONG}|",
    ]
    assert cells(rows)[3][1] == "Families and schools (aged 0-25) Joint Strategy (2015-2017)"
