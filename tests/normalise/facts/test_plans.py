from __future__ import annotations

import pytest

from normalise.facts.plans import names, opens, reviewed
from normalise.language.plan_names import complete
from normalise.rows.records import Piece
from parsers.block import Cell
from tests.normalise.building import table


def piece(text: str, cell: Cell | None = None) -> Piece:
    """A cell whose lines are these, wrapped as a column would."""
    made = cell or table([text]).cells[0]
    return Piece(made, 1, "ruled", True)


@pytest.mark.parametrize(
    ("lines", "plans"),
    [
        ("Falls and Frailty Pathway", ["Falls and Frailty Pathway"]),
        ("Housing Strategy\nLocal Plan", ["Housing Strategy", "Local Plan"]),
        ("• Housing Strategy\n• Local Plan", ["Housing Strategy", "Local Plan"]),
        (
            "Early Years\nImprovement Plan 2015-2017\nLocal Plan",
            ["Early Years Improvement Plan 2015-2017", "Local Plan"],
        ),
        (
            "Healthy Child Programme 0-19\n(Public Health England 2016)\nLocal Plan",
            ["Healthy Child Programme 0-19 (Public Health England 2016)", "Local Plan"],
        ),
        ("", []),
    ],
)
def test_plans_of_a_cell_are_one_a_line(lines: str, plans: list[str]) -> None:
    assert names([piece(lines)]) == plans


@pytest.mark.parametrize(
    ("wrapped", "plans"),
    [
        (("Physical Activity", "Framework 2022-2026"), ["Physical Activity Framework 2022-2026"]),
        (("Housing Strategy", "Action Plan"), ["Housing Strategy Action Plan"]),
        (
            ("Health and Wellbeing Strategy", "Carers Strategy"),
            ["Health and Wellbeing Strategy", "Carers Strategy"],
        ),
        (("Local Plan (April", "2016)", "Housing Strategy"), ["Local Plan (April 2016)", "Housing Strategy"]),
    ],
)
def test_a_wrapped_name_stays_one_and_two_names_part(wrapped: tuple[str, ...], plans: list[str]) -> None:
    lines = table(["\n".join(wrapped)]).cells[0].lines
    cell = Cell(0, 0, 1, 1, " ".join(wrapped), table([""]).cells[0].box, lines)
    assert names([piece("", cell)]) == plans


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Housing Strategy", True),
        ("Housing Strategy 2016-2020", True),
        ("Local Plan (April 2016)", True),
        ("Housing", False),
        ("Strategy for", False),
    ],
)
def test_a_plan_s_name_ends_with_what_it_is(text: str, whole: bool) -> None:
    assert complete(text) is whole


@pytest.mark.parametrize(
    ("text", "another"),
    [("Carers Strategy", True), ("Action Plan", False), ("(April 2016)", False), ("and Assets", False)],
)
def test_the_rest_of_a_name_opens_no_other(text: str, another: bool) -> None:
    assert opens(text) is another


def test_a_hyphen_at_a_line_s_end_does_not_hide_where_another_plan_begins() -> None:
    wrapped = ("Strategic Plan", "(2014-2018)", "Early Years Improve-", "ment Plan 2015")
    lines = table(["\n".join(wrapped)]).cells[0].lines
    text = "Strategic Plan (2014-2018) Early Years Improvement Plan 2015"
    cell = Cell(0, 0, 1, 1, text, table([""]).cells[0].box, lines)
    assert names([piece("", cell)]) == ["Strategic Plan (2014-2018)", "Early Years Improvement Plan 2015"]


@pytest.mark.parametrize(
    ("title", "plan"),
    [
        ("Council Plan Annual Performance Report", "Council Plan"),
        ("Business Plan Monitoring Statement", "Business Plan"),
        ("Mid-Year Review of the Council Plan", "Council Plan"),
        ("Council Plan Monthly Update", "Council Plan"),
        ("Strategic Plan Dashboard", "Strategic Plan"),
        ("Annual Performance Plan Report", "Annual Performance Plan"),
        ("Annual Review of Progress against the Corporate Plan", "Corporate Plan"),
        ("Review of the Year", "Review of the Year"),
        ("Annex A: Delivery of the Police and Crime Plan", "Police and Crime Plan"),
        ("Implementation of our Climate Strategy", "Climate Strategy"),
        ("Delivery of homes plan", "Delivery of homes plan"),
    ],
)
def test_what_a_title_says_of_the_review_is_no_part_of_the_plan_s_name(title: str, plan: str) -> None:
    assert reviewed(title).strip() == plan


def test_two_names_whose_lines_a_hyphen_of_its_own_code_ends_are_parted_over_the_end_of_a_page() -> None:
    def cell(*lines: str) -> Cell:
        whole = " ".join(lines).replace("\u2010 ", "")
        made = table(["\n".join(lines)]).cells[0]
        return Cell(0, 0, 1, 1, whole, made.box, made.lines)

    above = cell("County Stra\u2010", "tegic Plan (2014-2018)")
    below = cell("Early Years Improve\u2010", "ment Plan 2015-2017")
    pieces = [piece("", above), Piece(below, 2, "ruled", True)]
    assert names(pieces) == ["County Strategic Plan (2014-2018)", "Early Years Improvement Plan 2015-2017"]
