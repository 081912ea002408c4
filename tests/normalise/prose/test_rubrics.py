"""Headings above tables that name the activity of their rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.prose.rubrics import rubric
from normalise.review import Action
from parsers.block import Table
from tests.normalise.building import BESIDE, actions_of, heading, paragraph, review_of, table

MILESTONES = ("Milestone", "Target date", "Status", "Comments")
SURVEY = ("Survey the roof", "May 2026", "Complete", "Done.")
LAMPS = ("Fit the lamps", "June 2026", "Complete", "Lit.")


def under(*rows: Action) -> list[tuple[tuple[str, ...], str]]:
    return [(a.activity_refs, a.activity) for a in rows]


def test_the_activity_that_a_heading_above_its_milestones_names_is_not_lost() -> None:
    review = review_of(
        heading("Theme A: Estate", top=20),
        heading("Action A1: Insulate the town hall", top=50, size=10),
        table(MILESTONES, SURVEY, LAMPS),
        heading("Action A2: Light the depot", top=250, size=10),
        table(MILESTONES, SURVEY, top=280),
    )
    assert [(v.refs, v.texts, v.priority) for v in review.activities] == [
        (("A1",), ("Insulate the town hall",), "A"),
        (("A2",), ("Light the depot",), "A"),
    ]
    assert [a.activity_refs for a in review.actions] == [("A1",), ("A1",), ("A2",)]
    assert [a.action for a in review.actions] == ["Survey the roof", "Fit the lamps", "Survey the roof"]


def test_a_heading_goes_on_over_the_page_break() -> None:
    rows = actions_of(
        heading("Objective 2.1: Insulate", top=50, size=10),
        table(MILESTONES, SURVEY),
        table(MILESTONES, LAMPS, page=2),
    )
    assert under(*rows) == [(("2.1",), "Insulate")] * 2


def test_a_heading_of_a_higher_level_ends_it() -> None:
    rows = actions_of(
        heading("Commitment C3 - Insulate", top=50, size=10),
        table(MILESTONES, SURVEY),
        heading("Other milestones of the year", top=250),
        table(MILESTONES, LAMPS, top=280),
    )
    assert under(*rows) == [(("C3",), "Insulate"), ((), "")]


def test_a_heading_that_only_says_what_the_table_holds_does_not_end_it() -> None:
    rows = actions_of(
        heading("Action 3: Insulate", top=40, size=10),
        heading("Milestones", top=70, size=10),
        table(MILESTONES, SURVEY),
    )
    assert under(*rows) == [(("3",), "Insulate")]


def test_a_column_of_activities_outranks_the_heading() -> None:
    seen = table(
        ("Objective", "Action", "Status", "Comments"), ("1.1 Homes", "Buy land", "Complete", "Done.")
    )
    assert under(*actions_of(heading("Action A1: Insulate", top=50, size=10), seen)) == [(("1.1",), "Homes")]


def test_a_part_of_a_priority_heads_its_rows() -> None:
    rows = actions_of(heading("Priority 1.2: Insulate", top=50, size=10), table(MILESTONES, SURVEY))
    assert under(*rows) == [(("1.2",), "Insulate")]


@pytest.mark.parametrize(
    "text",
    [
        "Priority 2: Roads",
        "Objective 2: Roads",
        "Table 3: Actions",
        "Actions in 2025",
        "Action 4",
        "Action plan 2025-26",
    ],
)
def test_other_headings_name_no_activity(text: str) -> None:
    assert rubric(heading(text), 1) is None


def test_a_row_above_the_header_names_the_activity_of_the_rows_below_it() -> None:
    def one(title: str, row: tuple[str, ...], top: float) -> Table:
        return table((title, BESIDE, BESIDE, BESIDE), MILESTONES, row, top=top)

    rows = actions_of(one("Objective 1.1 Insulate", SURVEY, 100), one("Objective 1.2 Light", LAMPS, 300))
    assert under(*rows) == [(("1.1",), "Insulate"), (("1.2",), "Light")]


@pytest.mark.parametrize(
    "title", ["1.1 Insulate", "1.1: Insulate", "Aim 1.1 – Insulate", "Strategy 1.1 Insulate"]
)
def test_a_number_that_goes_on_the_priority_s_names_an_activity(title: str) -> None:
    """`1.1 Families find help` between the priority and its table was lost, in silence."""
    rows = actions_of(
        heading("Priority 1: Estate", top=20),
        heading(title, top=50, size=10),
        table(MILESTONES, SURVEY),
        heading("1.2 Light", top=250, size=10),
        table(MILESTONES, LAMPS, top=280),
    )
    assert under(*rows) == [(("1.1",), "Insulate"), (("1.2",), "Light")]
    assert [a.extra for a in rows] == [(), ()]


def test_a_number_that_goes_on_in_the_rows_names_an_activity() -> None:
    columns = ("Ref", *MILESTONES)
    rows = actions_of(
        heading("4.2 Insulate", top=50, size=10),
        table(columns, ("4.2.1", *SURVEY), ("4.2.2", *LAMPS)),
    )
    assert under(*rows) == [(("4.2",), "Insulate")] * 2


@pytest.mark.parametrize(
    "title", ["3.2 Progress against the plan", "Table 1.1 Milestones", "Appendix 1.1 Milestones"]
)
def test_a_report_s_section_names_no_activity(title: str) -> None:
    rows = actions_of(
        heading("Priority 1: Estate", top=20), heading(title, top=50, size=10), table(MILESTONES, SURVEY)
    )
    assert under(*rows) == [((), "")]


def test_slides_print_the_priority_at_the_head_of_every_page() -> None:
    pages = [
        (heading("Priority 1: Estate", page, top=20), heading(f"1.{page} Part {page} of it", page, top=50, size=10),
         table(MILESTONES, SURVEY, page=page))
        for page in (1, 2, 3, 4)
    ]  # fmt: skip
    rows = actions_of(*(block for page in pages for block in page))
    assert [a.activity_refs for a in rows] == [("1.1",), ("1.2",), ("1.3",), ("1.4",)]


def test_a_line_above_a_table_names_its_activity_though_it_is_no_heading() -> None:
    """`**Activity 1.1** – Insulate` with a bold number alone was lost, and so were the references of all its rows."""
    rows = actions_of(
        heading("Priority 1: Estate", top=20),
        paragraph("Activity 1.1 – Insulate", top=50),
        table(MILESTONES, SURVEY),
        paragraph("1.2 Light", top=250),
        table(MILESTONES, LAMPS, top=280),
    )
    assert under(*rows) == [(("1.1",), "Insulate"), (("1.2",), "Light")]


def test_two_headings_above_one_table_are_both_its_activity() -> None:
    """Rows below `1.1.1` and `1.1.2` were told as 1.1.2's alone, and 1.1.1 was lost."""
    rows = actions_of(
        heading("Priority 1: Estate", top=20),
        heading("1.1.1 Insulate", top=50, size=10),
        heading("1.1.2 Light", top=65, size=10),
        table(MILESTONES, SURVEY),
        heading("1.2 Clean", top=250, size=10),
        heading("1.3 Paint", top=265, size=10),
        table(MILESTONES, LAMPS, top=280),
    )
    assert [a.activity_refs for a in rows] == [("1.1.1", "1.1.2"), ("1.3",)]
    assert rows[0].activity == "Insulate Light"


def test_a_long_text_set_as_the_headings_are_names_the_activity_of_its_rows() -> None:
    """A heading of two lines was taken for a paragraph, and the references of its rows were lost."""
    long = "1.2 Light " + "all of the rooms that somebody works in " * 6
    bold = paragraph(long.strip(), top=250)
    bold = replace(bold, lines=tuple(line._replace(bold=True) for line in bold.lines))
    rows = actions_of(
        heading("Priority 1: Estate", top=20),
        heading("1.1 Insulate", top=50, size=10),
        table(MILESTONES, SURVEY),
        bold,
        paragraph("Plan: Light for all", top=265),
        table(MILESTONES, LAMPS, top=280),
    )
    assert [a.activity_refs for a in rows] == [("1.1",), ("1.2",)]


def test_a_sentence_above_a_table_names_no_activity() -> None:
    rows = actions_of(
        heading("Priority 1: Estate", top=20),
        paragraph("1.1 The table below tells of the estate.", top=50),
        table(MILESTONES, SURVEY),
    )
    assert under(*rows) == [((), "")]
