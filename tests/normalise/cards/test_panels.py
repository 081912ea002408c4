"""Cards whose labels stand in a panel at the right of their title and text."""

from __future__ import annotations

from collections.abc import Iterator

from tests.normalise.building import loud, review_of, table
from tests.normalise.cards.test_labelled_cards import Text, line, read

ITEMS = (
    (
        "1. Build homes",
        "Ann Archer",
        "31 March 2026",
        "On track",
        ("The frame rises.", "Windows are due in May."),
    ),
    ("2. Mend the hall", "Bo Bull", "30 June 2026", "Off track", ("No builder was found.",)),
    (
        "3. Plant trees",
        "Cy Clay",
        "1 May 2026",
        "Completed",
        ("Forty were planted.", "Ten more came as a gift."),
    ),
)


def card(k: int) -> Iterator[Text]:
    title, lead, due, status, told = ITEMS[k]
    top = 100.0 + 100.0 * k
    yield line(title, top + 1, bold=True)
    for n, text in enumerate(told):
        yield line(text, top + 18 + 14 * n)
    for n, (label, value) in enumerate(zip(("Lead", "Due", "Status"), (lead, due, status), strict=True)):
        yield line(label, top + 16 * n, 360.0)
        yield line(value, top + 16 * n, 420.0, bold=label == "Status")


def test_cards_with_their_labels_at_the_right_of_title_and_text_were_refused() -> None:
    blocks = [text for k in range(3) for text in card(k)]
    assert read(*blocks) == [
        ("1", "Build homes", ("Ann Archer",), "on_schedule", "The frame rises. Windows are due in May."),
        ("2", "Mend the hall", ("Bo Bull",), "off_track", "No builder was found."),
        ("3", "Plant trees", ("Cy Clay",), "completed", "Forty were planted. Ten more came as a gift."),
    ]
    assert [str(a.due_date) for a in review_of(*blocks).actions] == ["2026-03-31", "2026-06-30", "2026-05-01"]
    assert loud(review_of(*blocks)) == []


def test_a_heading_between_such_cards_is_text_of_none() -> None:
    between = line(
        "Priority 2: Parks and open spaces for all people of the town and its visitors", 284.0, bold=True
    )
    review = review_of(*(text for k in range(3) for text in card(k)), between)
    assert [(a.action, a.priority) for a in review.actions][2] == ("Plant trees", "2")
    assert all("Priority" not in a.progress for a in review.actions)


def test_a_card_printed_twice_at_one_place_failed_the_document() -> None:
    """Symptom: `crashed`, IndexError: one of its panels had no lines."""
    rows = table(("Action", "Lead", "Status"), ("Open a hub", "Di Dole", "Late"), page=2)
    blocks = [text for k in (0, 1, 1, 2) for text in card(k)]
    assert [a.action for a in review_of(*blocks, rows).actions] == ["Open a hub"]
