"""Headings without a number that part a review's tables."""

from __future__ import annotations

import pytest

from normalise.review import Action, Indicator
from parsers.block import Block
from tests.normalise.building import (
    ACTIONS,
    BESIDE,
    INDICATORS,
    actions_of,
    heading,
    indicators_of,
    paragraph,
    table,
)

VISITS = ("Visit 900 homes", "Ann Lee", "Begun.", "Late")
AUDITS = ("Audit 40 blocks", "Joe Day", "Begun.", "Late")
WASTE = ("Waste recycled", "50%", "48%", "47%", "High")
RENT = ("Rent collected", "98%", "97%", "96%", "High")


def sections(rows: tuple[Action, ...] | tuple[Indicator, ...]) -> list[str | None]:
    return [dict(row.extra).get("section") for row in rows]


def test_a_heading_without_a_number_above_a_table_is_not_lost() -> None:
    rows = actions_of(
        heading("Community Plan 2025-26", top=10),
        heading("Prevention", top=50),
        table(ACTIONS, VISITS),
        heading("Protection", top=250),
        table(ACTIONS, AUDITS, VISITS, top=280),
    )
    assert sections(rows) == ["Prevention", "Protection", "Protection"]
    assert {row.priority for row in rows} == {None}


def test_a_row_above_a_table_s_header_is_not_lost() -> None:
    wide = (BESIDE, BESIDE, BESIDE)
    rows = actions_of(
        table(("Prevention", *wide), ACTIONS, VISITS),
        table(("Protection", *wide), ACTIONS, AUDITS, top=280),
    )
    assert sections(rows) == ["Prevention", "Protection"]


def test_a_table_on_the_next_page_stands_in_the_same_chapter() -> None:
    rows = actions_of(
        heading("Prevention", top=50),
        table(ACTIONS, VISITS),
        heading("Protection", top=250),
        table(ACTIONS, AUDITS, top=280),
        table(ACTIONS, VISITS, page=2),
        heading("Protection (continued)", page=3),
        table(ACTIONS, AUDITS, page=3),
    )
    assert sections(rows) == ["Prevention", "Protection", "Protection", "Protection"]


def test_a_heading_over_the_only_table_is_the_document_s() -> None:
    assert sections(actions_of(heading("Prevention", top=50), table(ACTIONS, VISITS))) == [None]


@pytest.mark.parametrize(
    "texts",
    [
        ("Table 1: Homes", "Table 2: Roads"),
        ("Appendix 1", "Appendix 2"),
        ("Key actions", "Milestones"),
        ("Priority 1: Homes", "Priority 2: Roads"),
        ("Action A1: Insulate", "Action A2: Light"),
        ("Homes", "Homes"),
    ],
)
def test_captions_and_what_has_a_number_open_no_chapter(texts: tuple[str, str]) -> None:
    rows = actions_of(
        heading(texts[0], top=50),
        table(ACTIONS, VISITS),
        heading(texts[1], top=250),
        table(ACTIONS, AUDITS, top=280),
    )
    assert sections(rows) == [None, None]


def test_a_plan_s_title_that_looks_like_its_chapters_is_none() -> None:
    rows = actions_of(
        heading("Community Plan 2025-26", top=50),
        table(ACTIONS, VISITS),
        heading("Protection", top=250),
        table(ACTIONS, AUDITS, top=280),
    )
    assert sections(rows) == [None, "Protection"]


def test_headings_of_two_kinds_of_tables_make_no_series() -> None:
    rows = actions_of(
        heading("What we did", top=50),
        table(ACTIONS, VISITS, AUDITS),
        heading("How it went", top=250),
        table(INDICATORS, WASTE, RENT, top=280),
    )
    assert sections(rows) == [None, None]


def test_a_heading_in_the_look_of_the_priorities_ends_the_one_above() -> None:
    rows = actions_of(
        heading("Priority 1: Homes", top=50),
        table(ACTIONS, VISITS),
        heading("Work across the council", top=250),
        table(ACTIONS, AUDITS, top=280),
    )
    assert [(row.priority, dict(row.extra).get("section")) for row in rows] == [
        ("1", None),
        (None, "Work across the council"),
    ]


def test_a_smaller_heading_below_a_priority_keeps_it() -> None:
    rows = actions_of(
        heading("Priority 1: Homes", top=20),
        heading("Building", top=50, size=11),
        table(ACTIONS, VISITS),
        heading("Repairs", top=250, size=11),
        paragraph("Tenants were asked.", top=265),
        table(ACTIONS, AUDITS, top=280),
    )
    assert [(row.priority, dict(row.extra)["section"]) for row in rows] == [
        ("1", "Building"),
        ("1", "Repairs"),
    ]


def test_a_row_of_one_text_in_a_table_of_indicators_is_not_lost() -> None:
    band = ("Environment", BESIDE, BESIDE, BESIDE, BESIDE)
    rows = indicators_of(table(INDICATORS, band, WASTE, ("Housing", *band[1:]), RENT))
    assert sections(rows) == ["Environment", "Housing"]


def test_a_row_of_one_text_above_activities_is_not_lost() -> None:
    headings = ("Objective", "Action", "Status", "Comments")
    band = ("Place Directorate", BESIDE, BESIDE, BESIDE)
    rows = actions_of(table(headings, band, ("1.1 Homes", "Buy land", "Complete", "Done.")))
    assert [(row.activity, *sections((row,))) for row in rows] == [("Homes", "Place Directorate")]


def test_a_row_of_one_text_below_a_chapter_s_heading_stays_apart_from_it() -> None:
    rows = indicators_of(
        heading("Place", top=50),
        table(INDICATORS, ("Environment", BESIDE, BESIDE, BESIDE, BESIDE), WASTE),
        heading("People", top=250),
        table(INDICATORS, RENT, top=280),
    )
    assert [row.extra for row in rows] == [
        (("section", "Place"), ("subsection", "Environment")),
        (("section", "People"),),
    ]


def test_a_chapter_keeps_the_parts_inside_it() -> None:
    rows = actions_of(
        heading("Community Plan 2025-26", top=5, size=18),
        heading("Place", top=20, size=16),
        heading("Housing", top=50),
        table(ACTIONS, VISITS),
        heading("Parks", top=250),
        table(ACTIONS, AUDITS, top=280),
        heading("People", page=2, top=20, size=16),
        heading("Schools", page=2, top=50),
        table(ACTIONS, VISITS, page=2),
    )
    assert [row.extra for row in rows] == [
        (("section", "Place"), ("subsection", "Housing")),
        (("section", "Place"), ("subsection", "Parks")),
        (("section", "People"), ("subsection", "Schools")),
    ]


def test_measures_behind_chapters_of_actions_stand_in_none_of_them() -> None:
    blocks = (
        heading("Parks", top=20),
        table(ACTIONS, VISITS, top=50),
        heading("Roads", top=150),
        table(ACTIONS, AUDITS, top=180),
        heading("Key measures", top=280),
        table(INDICATORS, WASTE, top=310),
    )
    assert sections(actions_of(*blocks)) == ["Parks", "Roads"]
    assert sections(indicators_of(*blocks)) == [None]


def _goals_with_outcomes() -> tuple[Block, ...]:
    return (
        heading("Community Plan 2025-26", top=5, size=18),
        heading("Goal 1: A fair place", top=20, size=16),
        heading("Outcome 1.1: Safe roads", top=50),
        table(ACTIONS, VISITS),
        heading("Goal 2: A green place", top=250, size=16),
        heading("Outcome 2.1: Clean air", top=280),
        table(ACTIONS, AUDITS, top=310),
    )


def test_a_heading_set_as_goals_with_outcomes_are_ends_the_last_goal() -> None:
    rows = actions_of(
        *_goals_with_outcomes(),
        heading("Cross-cutting actions", top=400, size=16),
        table(ACTIONS, VISITS, top=430),
    )
    assert [row.priority for row in rows] == ["1", "2", None]
    assert sections(rows) == [None, None, "Cross-cutting actions"]


def test_measures_of_the_plan_behind_goals_with_outcomes_are_not_the_last_goal_s() -> None:
    measures = heading("Outcome measures", top=400, size=16), table(INDICATORS, WASTE, top=430)
    assert [row.priority for row in indicators_of(*_goals_with_outcomes(), *measures)] == [None]
