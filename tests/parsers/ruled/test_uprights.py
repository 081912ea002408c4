"""Rows of figures between upright rules that no rule parts from each other."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.grids.grid import grids as drawn_by
from parsers.ruled import frames
from tests.parsers.printing import across, down, style, tokens
from tests.parsers.stacks.test_eye import texts

XS = (50.0, 190.0, 250.0, 310.0)
TOP, LINE = 100.0, 12.0
HEADING = style(bold=True)
STATES = [
    ("Wyoming....", "1,204", "98.1"),
    ("Towns", "", ""),
    ("Utah....", "(NA)", "-0.4"),
    ("Ohio", "77", "3.0"),
]


def seen(rows: Sequence[Sequence[str]], bold: Sequence[str] = ()) -> list[list[str]]:
    """Lines below a head over two columns, in uprights that stand on the table's foot."""
    text = [*tokens("Sold", 240, TOP), *tokens("2015", 200, TOP + 20), *tokens("2016", 260, TOP + 20)]
    for k, row in enumerate(rows):
        for x, words in zip(XS, row, strict=False):
            text += tokens(words, x + 4, TOP + 40 + k * LINE, HEADING if words in bold else None)
    foot = TOP + 45 + len(rows) * LINE
    rules = [across(y, XS[0], XS[-1]) for y in (TOP - 4, TOP + 34, foot)]
    rules += [across(TOP + 14, XS[1], XS[-1]), down(XS[1], TOP - 4, foot), down(XS[2], TOP + 14, foot)]
    (grid,) = drawn_by(rules)
    (whole,) = frames.whole([grid], rules, text)
    return texts(whole, text)


def test_a_body_of_figures_without_rules_between_its_lines_is_a_row_for_each() -> None:
    assert seen(STATES)[2:] == [
        ["Wyoming....", "1,204", "98.1"],
        ["Towns", "", ""],
        ["Utah....", "(NA)", "-0.4"],
        ["Ohio", "77", "3.0"],
    ]


def test_a_label_of_two_lines_is_in_one_row_between_uprights() -> None:
    rows = [*STATES, ("Rural areas and the", "", ""), ("rest of the State", "6", "1.9")]
    assert seen(rows)[-1] == ["RuralareasandtherestoftheState", "6", "1.9"]


def test_a_label_in_bold_that_fills_its_line_is_a_heading_of_rows() -> None:
    rows = [*STATES, ("Places of few people", "", ""), ("Places of many persons", "6", "1.9")]
    assert seen(rows)[-2:] != [["Placesoffewpeople", "", ""], ["Placesofmanypersons", "6", "1.9"]]
    told = seen(rows, bold=["Places of few people"])
    assert told[-2:] == [["Placesoffewpeople", "", ""], ["Placesofmanypersons", "6", "1.9"]]


def test_texts_of_several_lines_between_uprights_stay_in_one_row() -> None:
    prose = [
        ("Build forty new", "Ann Lee and", "Let in"),
        ("homes for rent", "the team of", "May"),
        ("in town", "2016", "12"),
    ]
    assert len(seen(prose)) == 3


def test_a_label_of_several_lines_beside_figures_below_each_other_stays_in_one_row() -> None:
    listed = [
        ("Share of the homes", "12", "14"),
        ("that were let to", "13", "15"),
        ("families in need", "16", "18"),
    ]
    assert len(seen(listed)) == 3
