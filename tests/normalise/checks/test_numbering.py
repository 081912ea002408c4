"""Numbers of actions checked against each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.normalise.building import ACTIONS, BESIDE, Square, loud, review_of, table

ACTIVITIES = ("Key Activities", *ACTIONS)


def numbered(*numbers: int) -> list[str]:
    first, *rest = ((f"{n}. Do thing {n}", "Ann Archer", "Work goes on", "On track") for n in numbers)
    rows = [("1.1 Build homes", *first), *(("", *row) for row in rest)]
    return loud(review_of(table(ACTIVITIES, *rows)))


def test_numbers_that_follow_each_other_raise_nothing() -> None:
    assert numbered(1, 2, 3) == []


@pytest.mark.parametrize("numbers", [(1, 3), (1, 2, 4), (2, 5)])
def test_a_gap_between_numbers_is_a_finding(numbers: tuple[int, ...]) -> None:
    assert numbered(*numbers) == ["numbering_gap"]


def test_numbers_that_begin_anew_under_one_activity_put_the_rows_from_there_in_doubt() -> None:
    first, *rest = ((f"{n}. Do thing {n}", "Ann Archer", "Work goes on", "On track") for n in (1, 2, 1, 2))
    review = review_of(table(ACTIVITIES, ("1.1 Build homes", *first), *(("", *row) for row in rest)))
    doubted = [f.subject_id for f in review.findings if f.code == "numbering_restarts"]
    assert doubted == ["a003", "a004"]


def test_numbers_that_begin_anew_under_the_next_activity_raise_nothing() -> None:
    rows = [(f"{n}. Do thing {n}", "Ann Archer", "Work goes on", "On track") for n in (1, 2, 1, 2)]
    activities = ("1.1 Build homes", "", "1.2 Let homes", "")
    shown = [(activity, *row) for activity, row in zip(activities, rows, strict=True)]
    assert loud(review_of(table(ACTIVITIES, *shown))) == []


def counted_from(*firsts: int) -> list[tuple[str, str | None]]:
    """Findings about activities of two actions each, whose numbers begin with these."""
    rows = [
        (f"1.{k} Activity" if not later else "", f"{n + later}. Do thing {k}", "Ann Archer", "Goes on", "On track")
        for k, n in enumerate(firsts, 1)
        for later in (0, 1)
    ]  # fmt: skip
    found = review_of(table(ACTIVITIES, *rows)).findings
    return [(f.code, f.subject_id) for f in found if f.code.startswith("numbering")]


def test_an_activity_whose_numbers_alone_do_not_begin_with_1_may_hold_another_s_actions() -> None:
    """Where the table before it was not read, the rest of its last activity stood under the one above."""
    assert counted_from(1, 4, 1, 1) == [("numbering_gap", "a003"), ("numbering_gap", "a004")]


@pytest.mark.parametrize(
    "firsts", [(1, 3, 5, 7), (1, 1, 4), (1, 2, 1, 3, 1)], ids=["through", "few", "picked"]
)
def test_numbers_that_count_otherwise_raise_nothing(firsts: tuple[int, ...]) -> None:
    assert counted_from(*firsts) == []


REFERRED = ("Ref", *ACTIONS)


def referred(*refs: str) -> list[tuple[str, str | None]]:
    """Findings about numbers, each with its row, in a table whose rows have these references."""
    rows = [(ref, f"Do thing {k}", "Ann Archer", "Work goes on.", "On track") for k, ref in enumerate(refs)]
    found = review_of(table(REFERRED, *rows)).findings
    return [(f.code, f.subject_id) for f in found if f.code.startswith("numbering")]


def test_a_row_that_alone_has_no_number_may_be_a_part_of_another() -> None:
    assert referred("A1", "A2", "A3", "A4", "A5", "A6") == []
    assert referred("A1", "A2", "A3", "", "A4", "A5") == [("numbering_missing", "a004")]


def test_rows_of_which_many_have_no_number_raise_nothing() -> None:
    assert referred("A1", "", "A2", "", "A3", "") == []


def test_a_number_that_an_earlier_row_has_too_may_be_misread() -> None:
    assert referred("A1", "A2", "B1", "B2", "B3", "A2") == [("numbering_repeated", "a006")]


@pytest.mark.parametrize(
    "refs", [("A1", "A1", "A1", "A2", "A3", "A4"), ("1", "2", "3", "1", "2", "3"), ("A1", "A2", "A1", "A2")]
)
def test_numbers_that_rows_share_or_that_begin_anew_by_table_raise_nothing(refs: tuple[str, ...]) -> None:
    assert referred(*refs) == []


def test_numbers_that_count_priorities_by_hundreds_have_no_gap_between_them() -> None:
    assert numbered(101, 102, 103, 201, 202, 301) == []
    assert numbered(101, 102, 203) == ["numbering_gap"]


def test_a_number_that_is_gone_from_rows_which_touch_is_no_alarm() -> None:
    """A number whose row was done in the last review, and dropped, was `numbering_gap`."""

    def told(refs: Sequence[str], reader: str = "ruled") -> list[tuple[str, str]]:
        rows = [
            (ref, f"Do thing {k}", "Ann Archer", "Work goes on.", "On track") for k, ref in enumerate(refs)
        ]
        found = review_of(table(REFERRED, *rows, reader=reader)).findings
        return [(f.severity, f.code) for f in found if f.code.startswith("numbering")]

    hundreds = ("A101", "A102", "A201", "A202", "A204", "A205")
    assert told(hundreds) == [("info", "numbering_gap")]
    assert told(hundreds, "unruled") == [("warning", "numbering_gap")]
    assert told(("A1", "A2", "A4", "A5")) == [("warning", "numbering_gap")]


def under(*rows: tuple[str, str]) -> list[tuple[str, str | None]]:
    """What is told of rows with these numbers below these bands; an empty band is none."""
    made: list[list[Square]] = []
    for band, number in rows:
        made += [[band, *[BESIDE] * 4]] if band else []
        made.append([number, f"Do thing {number}", "Ann Archer", "Work goes on", "On track"])
    review = review_of(table(("Ref", *ACTIONS), *made))
    return [(f.code, f.subject_id) for f in review.findings if f.code.startswith("numbering")]


def test_a_row_numbered_as_another_activity_s_than_the_one_above_it_is_told() -> None:
    """Two rows came out under activity 1.2, whose numbers 1.3.1 and 1.3.2 say otherwise, in silence."""
    first = [("1.1 Manage our money well", "1.1.1"), *(("", f"1.1.{k}") for k in range(2, 6))]
    assert under(*first, ("1.2 Plan for floods", "1.2.1"), ("", "1.3.1")) == [("numbering_elsewhere", "a007")]
    assert under(*first, ("1.2 Plan for floods", "1.2.1"), ("1.3 Plant trees", "1.3.1")) == []


def test_numbers_that_count_apart_from_their_activities_raise_nothing() -> None:
    rows = [
        ("1.1 Manage our money well", "2.1.1"),
        ("", "2.1.2"),
        ("1.2 Plan for floods", "2.2.1"),
        ("", "2.2.2"),
    ]
    assert under(*rows) == []
