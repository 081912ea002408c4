"""Statuses with a date or a reason behind them."""

from __future__ import annotations

import pytest

from tests.normalise.building import ACTIONS, BLUE, only_action, shape, table


def read(status: str, *, keyed: bool = False) -> tuple[str, str | None]:
    """The status of a row that prints these words, and what is kept of those behind it."""
    key = [table((shape("disc", BLUE), "Complete"), ("G", "On track"), top=20)] if keyed else []
    action = only_action(*key, table(ACTIONS, ("1. Buy land", "Ann Archer", "Bought.", status), top=90))
    return action.status, next((text for name, text in action.extra if name.endswith(" note")), None)


@pytest.mark.parametrize("keyed", [False, True])
@pytest.mark.parametrize(
    ("printed", "status", "note"),
    [
        ("Complete - May 2025", "completed", "May 2025"),
        ("Complete 9/16/25", "completed", "9/16/25"),
        ("Complete\nMay 2025", "completed", "May 2025"),
        ("Completed: 14 May 2025", "completed", "14 May 2025"),
        ("Delayed – now expected Feb 2026", "behind_schedule", "now expected Feb 2026"),
        ("Deferred to 2026/27", "paused", "to 2026/27"),
        ("On track for March 2026", "on_schedule", "for March 2026"),
        ("On hold pending funding", "paused", "pending funding"),
        ("Delayed – two posts are vacant", "behind_schedule", "two posts are vacant"),
        ("Ongoing - see note", "on_schedule", "see note"),
        ("On track – improving", "on_schedule", "improving"),
        ("Green – no change", "on_schedule", "no change"),
        ("60% - On track", "on_schedule", "60%"),
    ],
)
def test_what_stands_behind_a_status_is_kept_beside_it(
    printed: str, status: str, note: str, keyed: bool
) -> None:
    """Such cells were unknown."""
    assert read(printed, keyed=keyed) == (status, note)


@pytest.mark.parametrize(
    "printed",
    [
        "Complete by March 2026",
        "Complete - phase 1 only",
        "Complete, subject to audit",
        "Completed 11/12",
        "On track - funding not yet agreed",
        "Delayed – now complete",
        "Not started - on hold",
        "Green – funding lost",
        "Green – if grant is won",
        "Green - subject to approval",
        "Green – worsening",
        "Amber – resolved",
        "Amber – since finished",
        "Amber – scheme withdrawn",
        "Late – closed",
        "On track – closed",
        "On hold – ahead",
    ],
)
def test_a_note_that_may_change_the_status_leaves_it_unknown(printed: str) -> None:
    assert read(printed) == ("unknown", None)
