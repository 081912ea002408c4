"""Headings whose numbers open those of the rows below them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.block import Block, Table
from tests.normalise.building import BESIDE, heading, paragraph, review_of, table

HEADINGS = ("Action", "Lead", "Status", "Comments")


def rows(*numbers: str, page: int = 1, top: float = 100) -> Table:
    body = ((f"{number} Plant trees", "Ann Archer", "Complete", "Done.") for number in numbers)
    return table(HEADINGS, *body, page=page, top=top)


def test_a_numbered_heading_above_its_numbered_rows_is_their_priority_and_the_one_below_it_their_activity() -> (
    None
):
    review = review_of(
        heading("1 Our Community", top=20, size=16),
        heading("1.2.1 Parks for all", top=60, size=10),
        rows("1.2.1.1", "1.2.1.2"),
        heading("2 Our Environment", page=2, top=20, size=16),
        heading("2.1.1 Less waste", page=2, top=60, size=10),
        rows("2.1.1.1", page=2),
    )
    assert [(p.number, p.title) for p in review.priorities] == [
        ("1", "Our Community"),
        ("2", "Our Environment"),
    ]
    assert [(v.refs, v.texts, v.priority) for v in review.activities] == [
        (("1.2.1",), ("Parks for all",), "1"),
        (("2.1.1",), ("Less waste",), "2"),
    ]
    assert [a.action_number for a in review.actions] == ["1.2.1.1", "1.2.1.2", "2.1.1.1"]
    assert all(not a.extra for a in review.actions)


def test_chapters_of_a_report_whose_numbers_are_not_the_rows_are_no_priorities() -> None:
    review = review_of(
        heading("3 Progress", top=20, size=16),
        rows("1.1", "1.2"),
        heading("4 What is late", page=2, top=20, size=16),
        rows("2.1", page=2),
    )
    assert review.priorities == ()
    assert [a.priority for a in review.actions] == [None] * 3


def test_a_heading_with_a_code_above_rows_numbered_below_it_was_no_priority() -> None:
    review = review_of(
        heading("SP1 Prevention and early intervention", top=80, size=12),
        rows("SP1.01", "SP1.02"),
        heading("SP2 Shifting the balance of care", page=2, top=80, size=12),
        rows("SP2.01", page=2),
    )
    assert [(p.number, p.title) for p in review.priorities] == [
        ("SP1", "Prevention and early intervention"),
        ("SP2", "Shifting the balance of care"),
    ]
    assert [(a.action_number, a.priority, a.extra) for a in review.actions] == [
        ("SP1.01", "SP1", ()),
        ("SP1.02", "SP1", ()),
        ("SP2.01", "SP2", ()),
    ]


def test_codes_of_several_letters_or_below_priorities_in_words_are_activities() -> None:
    in_words = review_of(
        heading("Theme 1: Education", top=20, size=16),
        heading("E1 Start well", top=80, size=12),
        rows("E1.1", "E1.2"),
        heading("E2 Close the gap", page=2, top=80, size=12),
        rows("E2.1", page=2),
    )
    assert [(v.refs, v.texts, v.priority) for v in in_words.activities] == [
        (("E1",), ("Start well",), "1"),
        (("E2",), ("Close the gap",), "1"),
    ]
    review = review_of(
        heading("E1 Start well", top=80, size=12),
        rows("E1.1", "E1.2"),
        heading("E2 Close the gap", page=2, top=80, size=12),
        rows("E2.1", page=2),
        heading("R1 Grow", page=3, top=80, size=12),
        rows("R1.1", page=3),
    )
    assert review.priorities == ()
    assert [v.refs for v in review.activities] == [("E1",), ("E2",), ("R1",)]


def test_the_only_numbered_heading_makes_no_outline() -> None:
    review = review_of(heading("1 Progress", top=20, size=16), rows("1.1", "1.2"))
    assert review.priorities == ()


def test_a_title_on_a_cover_names_the_plan() -> None:
    review = review_of(
        heading("Progress Report", top=40, size=26),
        heading("Council Plan 2021-2025", top=80, size=16),
        heading("Marlshire Borough Council", top=110, size=12),
        heading("Overview of progress", page=2, top=20, size=11),
        rows("1.1", "1.2", page=2),
    )
    assert (review.plan, review.plan_period, review.publisher) == (
        "Council Plan", "2021-2025", "Marlshire Borough Council",
    )  # fmt: skip


def test_a_badge_of_one_letter_before_the_number_of_its_rows_is_no_part_of_the_activity() -> None:
    review = review_of(
        paragraph("S 1.1 Parks for all", top=80),
        rows("1.1.1", "1.1.2"),
        paragraph("S 1.2 Less waste", page=2, top=80),
        rows("1.2.1", page=2),
    )
    assert [(v.refs, v.texts) for v in review.activities] == [
        (("1.1",), ("Parks for all",)),
        (("1.2",), ("Less waste",)),
    ]


def test_a_numbered_heading_between_two_parts_of_a_table_ends_the_activity_above_it() -> None:
    """Of bands without rules one may be read as a heading, which parts the table: its rows were the other band's."""
    head = ("No", *HEADINGS)
    above = table(
        head,
        ("2.9 Plant more trees", BESIDE, BESIDE, BESIDE, BESIDE),
        ("2.9.1", "Plant oaks", "Ann Archer", "Complete", "Done."),
    )
    below = table(
        ("2.10.1", "Cut waste", "Ann Archer", "Complete", "Done."),
        ("2.10.2", "Cut costs", "Ann Archer", "Complete", "Done."),
        top=240,
    )
    review = review_of(above, heading("2.10 Less waste", top=200, size=10), below)
    assert [(a.action, a.activity_refs) for a in review.actions] == [
        ("Plant oaks", ("2.9",)),
        ("Cut waste", ("2.10",)),
        ("Cut costs", ("2.10",)),
    ]


def unnumbered(*actions: str, page: int = 1, top: float = 100) -> Table:
    return table(HEADINGS, *((a, "Ann Archer", "Complete", "Done.") for a in actions), page=page, top=top)


def numbered_headings(third: str) -> tuple[tuple[str, ...], ...]:
    review = review_of(
        heading("1.1 A safe community", top=60, size=12),
        unnumbered("Light the paths", "Open a hub"),
        heading("1.2 A place for all", top=220, size=12),
        unnumbered("Hold four events", top=260),
        heading(third, page=2, top=60, size=12),
        unnumbered("Plant trees", page=2),
    )
    return tuple(a.activity_refs for a in review.actions)


def test_headings_with_dotted_numbers_above_rows_without_any_name_their_activities() -> None:
    assert numbered_headings("2.1 Less waste") == (("1.1",), ("1.1",), ("1.2",), ("2.1",))


def test_dotted_numbers_of_one_chapter_alone_are_the_report_s_own() -> None:
    assert numbered_headings("1.3 Less waste") == ((),) * 4


def test_dotted_numbers_that_also_stand_above_text_are_the_report_s_own() -> None:
    review = review_of(
        heading("1.1 Why we report", top=20, size=12),
        paragraph("The committee asked for this report in May and sees it each quarter.", top=40),
        heading("1.2 A safe community", top=60, size=12),
        unnumbered("Light the paths"),
        heading("2.1 A place for all", top=220, size=12),
        unnumbered("Hold four events", top=260),
        heading("3.1 Less waste", page=2, top=60, size=12),
        unnumbered("Plant trees", page=2),
    )
    assert {a.activity_refs for a in review.actions} == {()}


def test_the_plan_of_an_activity_in_a_heading_below_its_own_does_not_end_it() -> None:
    """Symptom: no action had an activity, and the plan's line was a section."""
    blocks: list[Block] = [heading("Priority One - Homes for all", top=20, size=12)]
    for k, plan in enumerate(("Homes Strategy", "Trees Strategy"), 1):
        blocks += [
            heading(f"1.{k} Do what is due", page=k, top=50, size=10),
            heading(f"Plan: {plan}", page=k, top=70, size=10),
            table(HEADINGS, ("1. Plant trees", "Ann Archer", "Complete", "Done."), page=k, top=100),
        ]
    review = review_of(*blocks)
    assert [(v.refs, v.plans) for v in review.activities] == [
        (("1.1",), ("Homes Strategy",)),
        (("1.2",), ("Trees Strategy",)),
    ]
    assert [a.extra for a in review.actions] == [(), ()]


@pytest.mark.parametrize("closing", ["Theme 2 - Our Environment", "The Theme 2 board has met."])
def test_headings_below_a_priority_that_closes_the_table_above_are_its_activities(closing: str) -> None:
    """The rule below a theme's heading closed the table above, and the headings below it headed nothing."""
    body = ((f"{number} Plant trees", "Ann Archer", "Complete", "Done.") for number in ("1.2.1.1", "1.2.1.2"))
    closed = table(HEADINGS, *body, (closing, BESIDE, BESIDE, BESIDE), top=150)
    review = review_of(
        heading("Theme 1 - Our Community", top=20, size=16),
        heading("Delivery Program 1.2: Safe streets", top=60, size=10),
        closed,
        heading("Delivery Program 2.1: Rivers", top=260, size=10),
        rows("A", "B", top=300),
        heading("Delivery Program 2.3: Climate", top=400, size=10),
        rows("C", top=440),
    )
    named = [("1.2",), ("2.1",), ("2.3",)] if closing.endswith("Environment") else [("1.2",)]
    assert [v.refs for v in review.activities] == named


def inside(*titles: str, numbers: Sequence[str], page: int) -> Table:
    body = ((number, "Plant trees", "Ann Archer", "Complete") for number in numbers)
    above = ((title, BESIDE, BESIDE, BESIDE) for title in titles)
    return table(*above, ("Code", "Action", "Lead", "Status"), *body, page=page, top=100)


def test_titles_inside_a_table_above_its_header_name_what_their_rows_numbers_say() -> None:
    """Of a table with all its rules each activity was lost, silently where `Theme 1` is a heading above it."""
    review = review_of(
        heading("Theme 1 - Our Community", top=20, size=16),
        inside("Delivery Program 1.2: Safe streets", numbers=("1.2.1.1", "1.2.2.1"), page=1),
        inside("Delivery Program 1.3: Rivers", numbers=("1.3.1.1",), page=2),
    )
    assert [(v.refs, v.texts, v.priority) for v in review.activities] == [
        (("1.2",), ("Safe streets",), "1"),
        (("1.3",), ("Rivers",), "1"),
    ]
    assert [(a.activity_refs, a.extra) for a in review.actions] == [(("1.2",), ())] * 2 + [(("1.3",), ())]


def test_two_titles_inside_a_table_are_its_rows_priority_and_activity() -> None:
    review = review_of(
        inside("1 Our Community", "1.2 Safe streets", numbers=("1.2.1", "1.2.2"), page=1),
        inside("2 Our Environment", "2.1 Rivers", numbers=("2.1.1",), page=2),
    )
    assert [(p.number, p.title) for p in review.priorities] == [
        ("1", "Our Community"),
        ("2", "Our Environment"),
    ]
    assert [(v.refs, v.priority) for v in review.activities] == [(("1.2",), "1"), (("2.1",), "2")]
    assert not [f for f in review.findings if f.code == "text_left_out"]


def test_a_title_inside_a_table_whose_number_is_not_its_rows_names_nothing() -> None:
    review = review_of(
        inside("Report 1.2: What was done", numbers=("5.2.1", "5.2.2"), page=1),
        inside("Report 1.3: What is late", numbers=("6.1.1",), page=2),
    )
    assert review.activities == () and review.priorities == ()
