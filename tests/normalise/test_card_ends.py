"""Cards of labelled lines: several labels on a line, statuses at its end, text below the last label, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from parsers.block import Paragraph

from .building import loud, review_of
from .test_labelled_cards import Text, card, line, read

KEY = (
    "Complete** The action is done.",
    "Delayed** It will be done late.",
    "On Track** It will be done in time.",
)
ITEMS = (
    ("1.1 Build homes", "Complete", "Lead: Ann Archer Target: June 2025", "• The frame rises."),
    ("1.2 Mend the hall", "Delayed", "Lead: Bo Bull Target: May 2026", "• The roof leaks."),
    ("1.3 Plant trees", "On Track", "Lead: Cy Clay Target: May 2027", "• Forty were planted."),
)


def rated(title: str, pill: str, labels: str, note: str, top: float, page: int = 1) -> Iterator[Text]:
    """A title with a status at the right end of its line, two labels on the next, and a note in a list."""
    yield line(title, top, page=page, bold=True)
    yield line(pill, top, 450.0, page, bold=True)
    yield line(labels, top + 18, page=page)
    yield line(note, top + 36, page=page)


def deck() -> list[Text]:
    return [text for k, item in enumerate(ITEMS) for text in rated(*item, 160 + 70.0 * k)]


def test_statuses_at_the_end_of_titles_moved_to_the_next_row_below_a_key_of_the_same_words() -> None:
    key = [line(text, 100 + 12.0 * k) for k, text in enumerate(KEY)]
    assert [row[::3] for row in read(*key, *deck())] == [
        ("1.1", "completed"),
        ("1.2", "behind_schedule"),
        ("1.3", "on_schedule"),
    ]


def test_labels_that_share_a_line_again_and_again_are_each_a_field() -> None:
    review = review_of(*deck())
    assert [(a.leads, str(a.due_date), a.progress) for a in review.actions] == [
        (("Ann Archer",), "2025-06-30", "• The frame rises."),
        (("Bo Bull",), "2026-05-31", "• The roof leaks."),
        (("Cy Clay",), "2027-05-31", "• Forty were planted."),
    ]
    assert loud(review) == []


def test_a_label_nobody_knows_that_shares_a_line_again_and_again_is_a_field() -> None:
    lines = [text for k, item in enumerate(ITEMS) for text in rated(*item, 160 + 70.0 * k)]
    told = [
        line(t.text.replace("Target:", "Zielmarke:"), t.box.top) if "Target" in t.text else t for t in lines
    ]
    review = review_of(*told)
    assert [a.leads for a in review.actions] == [("Ann Archer",), ("Bo Bull",), ("Cy Clay",)]
    assert [dict(a.extra)["Zielmarke"].split()[0] for a in review.actions] == ["June", "May", "May"]


def test_a_small_running_head_on_two_pages_parts_no_title_from_its_card() -> None:
    first, second, third = (list(rated(*item, 100)) for item in ITEMS)
    low = [replace(t, box=t.box._replace(top=700.0, bottom=710.0)) for t in first[:2]]
    low = [replace(t, lines=tuple(x._replace(box=t.box) for x in t.lines)) for t in low]

    def head(page: int) -> Text:
        text = line("Our plan", 30.0, page=page)
        return replace(text, size=7.0, lines=tuple(one._replace(size=7.0) for one in text.lines))

    pages = [*low, head(2), *moved(first[2:], 2), *moved(second, 2, 80.0), head(3), *moved(third, 3)]
    assert [row[::3] for row in read(*pages)] == [
        ("1.1", "completed"),
        ("1.2", "behind_schedule"),
        ("1.3", "on_schedule"),
    ]


def moved(texts: Sequence[Text], page: int, down: float = 0.0) -> Iterator[Text]:
    for text in texts:
        yield line(text.text, text.box.top + down, text.box.x0, page, bold=not isinstance(text, Paragraph))


@pytest.mark.parametrize("set_in", [0.0, 8.0])
def test_the_lead_below_a_group_s_heading_went_to_the_card_above_it(set_in: float) -> None:
    """It heads the cards below it; the heading is none of the last card's progress."""
    table: list[Text] = []
    top = 60.0
    for group, lead, names in (
        ("School health", "Ann Archer", ("Build homes", "Mend the hall")),
        ("Our organisation", "Bo Bull", ("Plant trees", "Sell land")),
        ("Healthy places", "Cy Clay", ("Open a park",)),
    ):
        table += [line(group, top, bold=True), line(f"Lead: {lead}", top + 14)]
        for name in names:
            own = ("Target date: 31 March 2026", "Status: On track", f"Update: {name} is under way.")
            table += card(name, own, top + 36, 40.0 + set_in)
            top += 70.0
        top += 40.0
    intro = [line("Priority 1: Our people", 30.0, bold=True)]
    rows = read(*intro, *table)
    assert [(row[1], row[2]) for row in rows] == [
        ("Build homes", ("Ann Archer",)),
        ("Mend the hall", ("Ann Archer",)),
        ("Plant trees", ("Bo Bull",)),
        ("Sell land", ("Bo Bull",)),
        ("Open a park", ("Cy Clay",)),
    ]
    assert [row[4] for row in rows] == [f"{row[1]} is under way." for row in rows]


def noted(status: str, due: str, note: str, top: float, title: str) -> Iterator[Text]:
    """A card whose last line has no label and follows the line above it as closely as all others do."""
    own = (f"Status: {status}", "Lead: Ann Archer", f"Target completion: {due}", note)
    yield line(title, top, bold=True)
    for k, text in enumerate(own, 1):
        yield line(text, top + 12.0 * k)


NOTES = (
    "Council adopted the plan on 20 October 2025.",
    "Carts arrive in March.",
    "It returns in February 2026.",
)


def test_a_note_right_below_a_short_value_is_no_part_of_it() -> None:
    """The day in the note became the day that the action is due."""
    told = zip(
        ("Complete", "On track", "Off track"), ("Q4 2025", "1 May 2026", "Q3 2025"), NOTES, strict=True
    )
    review = review_of(
        *(t for k, own in enumerate(told) for t in noted(*own, 100 + 90.0 * k, f"1.{k + 1} Do it"))
    )
    assert [a.progress for a in review.actions] == list(NOTES)
    assert [str(a.due_date) for a in review.actions] == ["None", "2026-05-01", "None"]
    assert [dict(a.extra).get("due_date") for a in review.actions] == ["Q4 2025", None, "Q3 2025"]


def test_a_name_that_wraps_below_a_short_label_is_still_the_lead() -> None:
    lead = ("Lead: Director of Planning, Parks and the", "Library Service")
    cards = [
        t for k in range(3) for t in card(f"1.{k + 1} Do it", ("Status: On track", *lead), 100 + 90.0 * k)
    ]
    assert [row[2] for row in read(*cards)] == [("Director of Planning, Parks and the Library Service",)] * 3
