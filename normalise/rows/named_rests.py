"""Rests of rows that say so: behind a page break their number is printed again with a word for it, `1. (continued)`."""

from __future__ import annotations

from normalise.rows.groups import CONTINUED
from normalise.rows.records import Record


def is_rest(before: Record, record: Record) -> bool:
    """True for a row whose action names that of the row before and says no more than that it goes on."""
    activity = record.text("activity")
    if (
        "activity" in record.starts
        and CONTINUED.search(activity)
        and not names_again(before.text("activity"), activity)
    ):
        return False
    return names_again(before.text("action"), record.text("action"))


def names_again(text: str, more: str) -> bool:
    """True for `1. (continued)` and `(continued)` behind a text, its first words too where they are printed again."""
    if not CONTINUED.search(more):
        return False
    named = " ".join(CONTINUED.sub("", more).split())
    printed = " ".join(text.split())
    return printed.startswith(named) and not (named[-1:].isalnum() and printed[len(named) :][:1].isalnum())
