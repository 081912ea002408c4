"""When an action begins and is due, and what its columns of dates print besides."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.normalise.building import only_action, table

NOTE = "Begun."
MOVED = ("Due date", "Revised date")
BOTH = ("Original date", "Revised date")
JUNE = {"original_date": "Jun 2026"}


@pytest.mark.parametrize(
    ("headings", "printed", "due", "kept"),
    [
        (MOVED, ("Jun 2026", "Nov 2026"), dt.date(2026, 11, 30), JUNE),
        (MOVED, ("Jun 2026", ""), dt.date(2026, 6, 30), {}),
        (BOTH, ("Jun 2026", ""), dt.date(2026, 6, 30), JUNE),
        (BOTH, ("Jun 2026", "1 May 2027"), dt.date(2027, 5, 1), JUNE),
        (("Due date", "Owner"), ("Ongoing", "Ann Archer"), None, {"due_date": "Ongoing"}),
    ],
)  # fmt: skip
def test_a_revised_date_counts_and_no_printed_date_is_lost(
    headings: tuple[str, str], printed: tuple[str, str], due: dt.date | None, kept: dict[str, str]
) -> None:
    action = only_action(
        table(("Action", *headings, "Status", "Progress"), ("Buy land", *printed, "On track", NOTE))
    )
    assert action.due_date == due
    assert {name: text for name, text in action.extra if name != "revised_date"} == kept


def test_a_month_begins_on_its_first_day_and_ends_on_its_last() -> None:
    action = only_action(
        table(("Action", "Start", "End", "Status"), ("Buy land", "Apr-26", "Jun-26", "On track"))
    )
    assert (action.start_date, action.due_date) == (dt.date(2026, 4, 1), dt.date(2026, 6, 30))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Original date", "Current date"),
        ("Planned completion", "Anticipated completion"),
        ("Target date", "Expected date"),
        ("Due date", "Latest date"),
    ],
)
def test_of_two_dates_that_which_is_expected_now_is_when_it_is_due(first: str, second: str) -> None:
    action = only_action(
        table(
            ("Action", "Lead", first, second, "Status", "Comments"),
            (
                "Open a library",
                "Ann Archer",
                "31 March 2025",
                "30 June 2026",
                "On track",
                "The contract was let.",
            ),
        )
    )
    assert action.due_date == dt.date(2026, 6, 30)
    assert dict(action.extra)["original_date"] == "31 March 2025"
