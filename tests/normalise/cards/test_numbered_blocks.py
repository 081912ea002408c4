"""Actions as texts without labels: a number with a title, a status beside it, who and when below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers import Refusal
from parsers.block import Block, Line, Paragraph
from tests.normalise.building import INDICATORS, loud, review_of, table
from tests.normalise.cards.test_labelled_cards import Text, line

ITEMS = (
    (
        "E1.1 Pilot block teaching",
        "Done",
        "Dean of Education · by 30 Sep 2024",
        "Four departments began in May.",
    ),
    (
        "E1.2 Launch a new module",
        "Delayed",
        "Head of Estates · by 31 Aug 2024",
        "It opened too late for most.",
    ),
    ("E1.3 Give all an adviser", "On track", "Dean of Education · by 31 Jan 2025", "Five of six are ready."),
)
READ = [
    ("E1.1", "Pilot block teaching", ("Dean of Education",), "2024-09-30", "completed", ITEMS[0][3]),
    ("E1.2", "Launch a new module", ("Head of Estates",), "2024-08-31", "behind_schedule", ITEMS[1][3]),
    ("E1.3", "Give all an adviser", ("Dean of Education",), "2025-01-31", "on_schedule", ITEMS[2][3]),
]


def small(text: str, top: float) -> Text:
    """A line in small grey print."""
    own = line(text, top, 60.0)
    lines = tuple(Line(one.text, one.box, 8.0, False, "#666666") for one in own.lines)
    return replace(own, size=8.0, lines=lines)


def blocks(*items: tuple[str, ...], apart: float = 60.0) -> list[Block]:
    """Texts below each other, each with a status to the right of its title; a blank line is left out."""
    found: list[Block] = []
    for k, (title, status, who, told) in enumerate(items):
        top = 100.0 + apart * k
        found += [line(title, top), *([line(status, top + 2, 400.0)] if status else [])]
        found += [*([small(who, top + 14)] if who else []), *([line(told, top + 28)] if told else [])]
    return found


def read(*own: Block) -> list[tuple[str | None, str, tuple[str, ...], str, str, str]]:
    actions = review_of(*own).actions
    return [(a.action_number, a.action, a.leads, str(a.due_date), a.status, a.progress) for a in actions]


def test_numbered_texts_with_a_status_beside_them_were_lost() -> None:
    assert read(*blocks(*ITEMS)) == READ
    assert loud(review_of(*blocks(*ITEMS))) == []


def test_who_leads_with_a_label_and_by_when_without_are_each_their_own() -> None:
    labelled = [(title, status, f"Owner: {who}", told) for title, status, who, told in ITEMS]
    assert read(*blocks(*labelled)) == READ


def test_a_title_of_two_lines_ends_where_the_letters_change() -> None:
    own = blocks(*ITEMS, apart=90.0)
    down = [b for b in own if b.box.top >= 190.0]
    first = [line(ITEMS[0][0], 100.0), line("Done", 102.0, 400.0), line("in all departments", 112.0)]
    first += [small(ITEMS[0][2], 126.0), line(ITEMS[0][3], 140.0)]
    assert read(*first, *down)[0][1] == "Pilot block teaching in all departments"


def test_a_title_that_nothing_parts_from_what_is_told_is_doubted() -> None:
    bare: list[Block] = []
    for k, (title, status, _, told) in enumerate(ITEMS):
        top = 100.0 + 60 * k
        bare += [line(title, top), line(status, top + 2, 400.0), line(told, top + 12)]
    review = review_of(*bare)
    assert [a.action for a in review.actions] == [action for _, action, *_ in READ]
    assert {f.subject_id for f in review.findings if f.severity != "info"} >= {a.id for a in review.actions}


def test_one_without_a_status_among_them_is_a_row_without_one_and_told() -> None:
    more = [(f"E1.{k} Build {k} rooms", "On track", ITEMS[0][2], "It is done soon.") for k in range(4, 7)]
    last = ("E1.7 Sell the depot", "", ITEMS[1][2], "Bids are in.")
    review = review_of(*blocks(*ITEMS, *more, last))
    action = review.actions[-1]
    assert (action.action_number, action.status) == ("E1.7", "unknown")
    assert action.id in {f.subject_id for f in review.findings if f.severity != "info"}


def test_numbered_texts_beside_which_hardly_any_status_stands_are_none() -> None:
    plain = [(title, "Done" if k == 1 else "", who, told) for k, (title, _, who, told) in enumerate(ITEMS)]
    measures = table(
        INDICATORS, ("Homes built", "100", "90", "80", "High"), ("Trees", "10", "9", "8", "High"), top=600
    )
    assert review_of(*blocks(*plain), measures).actions == ()
    with pytest.raises(Refusal):
        review_of(*blocks(*plain))


def test_numbers_that_stand_apart_from_their_titles_are_theirs() -> None:
    apart: list[Block] = []
    for block in blocks(*ITEMS):
        number, _, title = block.text.partition(" ") if isinstance(block, Paragraph) else ("", "", "")
        if number.startswith("E1."):
            apart += [line(number, block.box.top, 30.0), line(title, block.box.top, 60.0)]
        else:
            apart.append(block)
    assert read(*apart) == READ


def test_a_status_at_the_end_of_a_title_s_second_line_or_below_it_is_its_own() -> None:
    own = blocks(*ITEMS, apart=90.0)
    down = [b for b in own if b.box.top >= 190.0]
    for status in (line("Done", 112.0, 140.0), line("Done", 124.0, 60.0)):
        first = [line(ITEMS[0][0], 100.0), line("in all schools", 112.0), status]
        first += [small(ITEMS[0][2], 138.0), line(ITEMS[0][3], 152.0)]
        number, action, *told = read(*first, *down)[0]
        assert (number, action, *told) == ("E1.1", "Pilot block teaching in all schools", *READ[0][2:])


def test_what_is_told_on_the_next_page_was_lost() -> None:
    own = blocks(*ITEMS)
    told = line(ITEMS[2][3], 60.0, page=2)
    assert read(*own[:-1], told) == READ


def test_a_heading_on_the_next_page_is_no_text_of_the_last_action() -> None:
    own = blocks(*ITEMS)
    below = [line("What we do next", 60.0, page=2, bold=True), line("We go on.", 90.0, page=2)]
    assert read(*own, *below) == READ
