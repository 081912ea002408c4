"""Cards of label and value, and tables that stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from normalise.cards.boxes import upright
from parsers import Refusal
from parsers.block import Block, Paragraph, Table
from parsers.geometry import Box
from tests.normalise.building import (
    AMBER,
    BESIDE,
    GREEN,
    WIDE,
    Square,
    about,
    filled,
    heading,
    loud,
    moved_to,
    review_of,
    table,
)

CARD = (
    ("Action", "Replace six appliances"),
    ("Lead officer", "Fleet Manager"),
    ("Due", "31/03/2026"),
    ("RAG", filled(GREEN, "On track")),
    ("Update", "Four are in service."),
)


def moved(block: Table, right: float) -> Table:
    """The table so many points further right."""
    box = block.box._replace(x0=block.box.x0 + right, x1=block.box.x1 + right)
    cells = tuple(
        replace(c, box=c.box._replace(x0=c.box.x0 + right, x1=c.box.x1 + right)) for c in block.cells
    )
    return replace(block, box=box, xs=tuple(x + right for x in block.xs), cells=cells)


def test_a_card_is_an_action() -> None:
    review = review_of(table(*CARD))
    assert [(a.action, a.leads, a.progress, a.status) for a in review.actions] == [
        ("Replace six appliances", ("Fleet Manager",), "Four are in service.", "on_schedule")
    ]


def test_a_card_s_caption_is_its_reference_and_no_paragraph() -> None:
    card = table(*CARD)
    caption = Paragraph(
        1, Box(card.box.x0 + 2, card.box.top - 14, card.box.x0 + 30, card.box.top - 4), "RS1", 9.0, chars=3
    )
    assert len(upright((caption, card))) == 1
    review = review_of(caption, card)
    assert [a.action_number for a in review.actions] == ["RS1"]
    assert [page.unplaced for page in review.ledger] == [0]


HALL = (("Action", "Mend the hall"), ("Lead officer", "Estates"), ("Due", "30/06/2026"), ("RAG", "Completed"),
        ("Update", "It was opened in May."))  # fmt: skip


def read(*blocks: Block) -> list[tuple[str | None, str, str, str]]:
    return [(a.action_number, a.action, a.status, a.progress) for a in review_of(*blocks).actions]


BOTH = [
    (None, "Replace six appliances", "on_schedule", "Four are in service."),
    (None, "Mend the hall", "completed", "It was opened in May."),
]


def test_cards_below_each_other_in_one_table_are_all_read() -> None:
    """A table of seven cards was left alone without a word, since its labels are not all different."""
    assert read(table(*CARD, *HALL)) == BOTH


def test_a_card_that_a_page_break_cuts_between_its_rows_is_whole() -> None:
    """The card was lost, since neither part of it had an action and its status."""
    first, rest = table(*CARD, *HALL[:3]), table(*HALL[3:], page=2)
    review = review_of(first, rest)
    assert read(first, rest) == BOTH
    assert [a.pages for a in review.actions] == [(1,), (1, 2)]
    assert [page.unplaced for page in review.ledger] == [0, 0]


def test_captions_of_cards_side_by_side_are_each_card_s_own() -> None:
    left, right = table(*CARD), moved(table(*HALL), 3 * WIDE)
    captions = [
        Paragraph(1, Box(t.box.x0 + 2, t.box.top - 14, t.box.x0 + 30, t.box.top - 4), text, 9.0, chars=3)
        for t, text in ((left, "RS1"), (right, "RS2"))
    ]
    assert [row[0] for row in read(*captions, left, right)] == ["RS1", "RS2"]


def test_a_card_may_have_two_labels_in_a_row() -> None:
    wide = [
        table((own[0][0], own[0][1], *own[1]), (*own[2], *own[3]), (*own[4], "", ""), top=top)
        for own, top in ((CARD, 100.0), (HALL, 300.0))
    ]
    assert read(*wide) == BOTH


def test_a_row_over_all_of_a_card_or_a_heading_above_it_names_the_item() -> None:
    rows = [table((own[0][1], BESIDE), *own[1:], top=top) for own, top in ((CARD, 100.0), (HALL, 300.0))]
    assert read(*rows) == BOTH
    below = [table(*own[1:], top=top) for own, top in ((CARD, 100.0), (HALL, 300.0))]
    heads = [heading(own[0][1], top=top - 20) for own, top in ((CARD, 100.0), (HALL, 300.0))]
    assert read(heads[0], below[0], heads[1], below[1]) == BOTH


COVER = (
    ("Title", "Housing strategy"),
    ("Lead officer", "Ann Archer"),
    ("Status", "For decision"),
    ("Date", "May"),
)


def test_the_title_block_of_a_report_is_no_card() -> None:
    with pytest.raises(Refusal, match="no_review_found"):
        review_of(table(*COVER))


def test_a_card_that_is_not_read_beside_tables_that_are_is_a_finding() -> None:
    rows = table(
        ("Action", "Lead", "Update", "RAG"), ("Mend it", "Ann", "It was mended.", filled(AMBER, "Amber"))
    )
    lone = table(
        ("Action", "Paint it"), ("Lead", "Ann"), ("Due", "May"), ("Cost", "9"), ("Ward", "East"), top=300.0
    )
    assert "table_not_understood" in loud(review_of(rows, lone))


@pytest.mark.parametrize("rows", [CARD[1:], (("Action", "Lead"), ("Update", "RAG")), (*CARD[:3], *CARD[:3])])
def test_two_columns_that_are_no_card_stay_as_they_are(rows: tuple[tuple[str, str], ...]) -> None:
    blocks = (table(*rows),)
    assert upright(blocks) == blocks


def test_the_rows_of_a_left_table_keep_their_own_header_behind_the_header_of_the_right_one() -> None:
    """Two tables beside each other, a gap between header and rows: the left one's rows were lost in silence."""
    header = table(["Ref", "Action", "Comment", "RAG"])
    measures = moved(table(["Measure", "Target", "Actual"], ["Buses on time", "90%", "83%"]), 5 * WIDE)
    rows = table(["T1", "Open the station", "Works stopped.", filled(AMBER, "Amber")], top=130.0)
    review = review_of(header, measures, rows)
    assert [(a.action_number, a.action, a.progress) for a in review.actions] == [
        ("T1", "Open the station", "Works stopped.")
    ]
    assert [i.name for i in review.indicators] == ["Buses on time"]


TITLED: list[tuple[Square, ...]] = [
    (f"{n} {text}", BESIDE, BESIDE, BESIDE)
    for n, text in enumerate(("Mend the hall", "Buy land", "Plant trees"), 1)
]
INSIDE: tuple[tuple[Square, ...], ...] = (
    ("Due", "30/06/2026", "RAG", "On track"),
    ("Update", "Work goes on.", BESIDE, BESIDE),
    ("What happens next?", "A contract will be let.", BESIDE, BESIDE),
)


def test_one_title_at_the_foot_of_a_page_lost_all_cards_of_the_review() -> None:
    first, second = (table(title, *INSIDE, top=top) for title, top in zip(TITLED, (100, 300), strict=False))
    title = heading("3 Plant trees", top=500)
    third = moved_to(2, table(*INSIDE, top=100))
    review = review_of(first, second, title, third)
    assert [(a.action_number, a.action, a.status) for a in review.actions] == [
        ("1", "Mend the hall", "on_schedule"),
        ("2", "Buy land", "on_schedule"),
        ("3", "Plant trees", "on_schedule"),
    ]
    assert [page.unplaced for page in review.ledger] == [0, 0]


def test_the_rest_of_a_card_with_labels_of_the_publisher_s_own_is_the_card_s() -> None:
    first, second = (
        table(TITLED[0], *INSIDE, top=100),
        table(TITLED[1], *INSIDE[:2], top=300),
    )
    rest = moved_to(2, table(("What happens next?", "A sale will be made."), top=100))
    last = moved_to(2, table(TITLED[2], *INSIDE, top=300))
    review = review_of(first, second, rest, last)
    assert [dict(a.extra)["What happens next?"] for a in review.actions] == [
        "A contract will be let.",
        "A sale will be made.",
        "A contract will be let.",
    ]
    assert "table_not_understood" not in loud(review)


def test_cards_with_their_status_behind_an_unknown_label_were_lost_in_silence() -> None:
    words = ("On track", "Late", "Complete")
    due = ("Due", "30/06/2026", "Shape of things")
    state: list[list[tuple[Square, ...]]] = [[(*due, word), INSIDE[1]] for word in words]
    cards = [
        table(title, *rows, top=100 + 200 * k)
        for k, (title, rows) in enumerate(zip(TITLED, state, strict=True))
    ]
    review = review_of(*cards)
    assert [a.action for a in review.actions] == ["Mend the hall", "Buy land", "Plant trees"]
    assert all(a.status != "unknown" or about(review, a.id) for a in review.actions)


def test_two_headings_beside_each_other_that_may_head_the_same_open_no_card() -> None:
    """Below a repeated head with the rest of one row, which lost what it says."""
    heads = ("Programme", "Ref.", "Key task", "End date", "Comments", "Position")
    rest = table(heads, ("", "1.2", "in the parks", "May 2025", "Begun.", "Green"))
    assert upright((rest,)) == (rest,)


def test_a_row_of_headings_with_next_steps_among_them_is_no_card() -> None:
    """Cards need no status where no title stands above them: page by page the headings were labels of each other."""
    header = ("ACTIONS", "DELIVERY STATUS", "COMMENTS", "NEXT STEPS", "ACTION OWNER", "TARGET DATE")
    first = ("Mend the hall", "On track", "Work goes on.", "Let a contract.", "Ann Archer", "May 2026")
    second = ("Buy land", "Completed", "It is bought.", "None.", "Bo Bull", "March 2026")
    assert read(table(header, first), moved_to(2, table(header, second))) == [
        (None, "Mend the hall", "on_schedule", "Work goes on."),
        (None, "Buy land", "completed", "It is bought."),
    ]


BELOW = (("Lead", "Ann Archer", "Due", "31/03/2026"), ("Progress", "The frame rises.", BESIDE, BESIDE))
OPENED = {
    "reference, title and status": [("1.1", "Build", BESIDE, "On track")],
    "status with a label": [("1.1", "Build", BESIDE, BESIDE), ("Status", "On track", "", "")],
    "reference and title in one cell": [("1.1 Build", BESIDE, BESIDE, "On track")],
}


@pytest.mark.parametrize("first", OPENED.values(), ids=OPENED.keys())
def test_a_card_s_first_row_without_labels_names_it(first: Sequence[Sequence[Square]]) -> None:
    """Nine documents of 72 were refused for it."""
    other = ("1a", "Mend", BESIDE, filled(AMBER))
    review = review_of(
        heading("Theme 1: Homes"), table(*first, *BELOW), moved_to(2, table(other, *BELOW, page=2))
    )
    assert [(a.action_number, a.action, a.status, a.progress, a.priority) for a in review.actions] == [
        ("1.1", "Build", "on_schedule", "The frame rises.", "1"),
        ("1a", "Mend", "behind_schedule", "The frame rises.", "1"),
    ]
    assert [a.leads for a in review.actions] == [("Ann Archer",)] * 2


def test_quarters_beside_their_notes_open_no_card() -> None:
    quarters = (("Q1", "Work began in May."), ("Q2", "The frame rises."))
    assert read(table(*CARD[:4], *quarters), table(*HALL[:4], *quarters))[0][:3] == BOTH[0][:3]
    with pytest.raises(Refusal):
        review_of(table(*quarters, ("Lead", "Ann Archer"), ("Due", "31/03/2026")))


def numbered(number: str, card: Sequence[tuple[str, Square]]) -> list[tuple[str, Square]]:
    """A card whose first label says which item it is."""
    (_, title), *rest = card
    return [(f"Action {number}", title), *rest]


def test_the_number_in_a_card_s_first_label_is_its_reference() -> None:
    """No action had a number, and a card that opens a page lacked its action too."""
    first, second = table(*numbered("1.1", CARD)), moved_to(2, table(*numbered("2.1", HALL)))
    assert read(first, second) == [
        ("1.1", "Replace six appliances", "on_schedule", "Four are in service."),
        ("2.1", "Mend the hall", "completed", "It was opened in May."),
    ]
    assert [page.unplaced for page in review_of(first, second).ledger] == [0, 0]


def test_a_number_behind_another_label_is_no_reference() -> None:
    labelled = table(CARD[0], ("Lead officer 2", "Dan Drew"), *CARD[1:])
    assert read(labelled) == [(None, "Replace six appliances", "on_schedule", "Four are in service.")]


def test_a_row_below_headings_of_two_levels_is_no_card() -> None:
    """Alone on its page it was taken for a card of labels and values, and what stood in it joined the row before."""
    upper = ("What we said", BESIDE, BESIDE, BESIDE, "How we are doing", BESIDE)
    heads = ("Key Activities", "Plan", "Key Actions", "Lead", "Progress", "RAG")
    first = ("1.1 Homes", "Local Plan", "1. Buy land", "Ann Lee", "Begun.", filled(GREEN, "On track"))
    second = ("", "", "2. Sell land", "", "Sold.", filled(AMBER, "Behind"))
    review = review_of(table(upper, heads, first), table(upper, heads, second, page=2))
    assert [(a.action_number, a.action) for a in review.actions] == [("1", "Buy land"), ("2", "Sell land")]


KEY = (
    ("Rating", "What it means"),
    ("Complete", "The action has been delivered"),
    ("On Target", "Expected to be delivered by the due date"),
    ("Slipping", "Behind plan; the due date is at risk"),
    ("Missed", "The due date has passed or cannot be met"),
)


def boxed(title: str, rating: str, top: float) -> Table:
    rows = [("Responsible", "Fleet Manager"), ("Progress", f"{title} goes on."), ("Rating", rating)]
    return table((title, BESIDE), *rows, top=top)


@pytest.mark.parametrize("title", [None, "Review of the Action Plan"])
@pytest.mark.parametrize("rows", [KEY, KEY[1:], KEY[:3]])
def test_a_key_beside_what_its_names_mean_is_no_card(
    rows: Sequence[Sequence[str]], title: str | None
) -> None:
    """Below a heading it was an action that nobody printed, below a text it took all cards with it; the legend had
    nothing."""
    above = [heading(title, top=62)] if title else []
    cards = [boxed("1.1 Fit sprinklers", "Slipping", 200), boxed("1.2 Train the crews", "On Target", 300)]
    review = review_of(*above, table(*rows, top=80), *cards)
    assert [(a.action_number, a.status) for a in review.actions] == [
        ("1.1", "behind_schedule"), ("1.2", "on_schedule")]  # fmt: skip
    names = [name for name, _ in rows if name != "Rating"]
    assert [entry.label for entry in review.legend] == names


def test_a_card_two_of_whose_labels_name_statuses_stays_one() -> None:
    review = review_of(table(*CARD, ("Completed", "No"), ("On target", "Yes")))
    assert [a.action for a in review.actions] == ["Replace six appliances"]
