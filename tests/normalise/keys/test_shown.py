"""Keys that are known by their signs, which are those of the status columns."""

from __future__ import annotations

import pytest

from tests.normalise.building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    INDICATORS,
    RED,
    Square,
    filled,
    loud,
    paragraph,
    review_of,
    shape,
    table,
)

STEPS = (
    (BLUE, "B", "Awaiting a decision of the board"),
    (GREEN, "G", "Project closed and benefits realised"),
    (AMBER, "A", "Expected to meet the target date"),
    (RED, "R", "Expected to miss the target date"),
)
ROWS = (
    ("Buy land", "Ann Archer", "Two fields.", filled(GREEN, "G")),
    ("Sell land", "Bo Bull", "Nobody bids.", filled(BLUE, "B")),
    ("Drain land", "Cy Crane", "Ditches are dug.", filled(AMBER, "A")),
    ("Plough land", "Di Drake", "Horses are ill.", filled(RED, "R")),
)
HEADS = [
    (),
    ("BRAG", "Description"),
    ("Status", "Definition"),
    ("Assessment", "Meaning"),
    ("Score", "Meaning"),
]


@pytest.mark.parametrize("head", HEADS, ids=str)
def test_a_printed_key_whose_words_are_little_known_is_no_row_and_goes_before_convention(
    head: tuple[str, ...],
) -> None:
    lines: list[tuple[Square, ...]] = [(filled(colour, letter), words) for colour, letter, words in STEPS]
    review = review_of(table(*([head] if head else []), *lines, top=40), table(ACTIONS, *ROWS, top=300))
    assert [a.action for a in review.actions] == [row[0] for row in ROWS]
    assert [a.status for a in review.actions] == ["completed", "unknown", "unknown", "off_track"]
    assert [e.label for e in review.legend] == [words for _, _, words in STEPS]
    assert loud(review) == ["legend_not_understood"] * 2


def test_a_scale_of_risk_beside_the_same_colours_is_no_key_to_the_status() -> None:
    risks = [(filled(colour), words) for colour, words in ((RED, "High"), (AMBER, "Medium"), (GREEN, "Low"))]
    review = review_of(table(*risks, top=40), table(ACTIONS, *ROWS, top=300))
    assert (review.legend, review.actions[0].status_basis) == ((), "convention")


def test_a_short_table_of_rows_in_the_columns_of_the_one_before_it_is_no_key() -> None:
    rows = [
        ("Rent land", "Eve Egret", "Leases.", filled(GREEN)),
        ("Map land", "Flo Finch", "Maps.", filled(RED)),
    ]
    first = table(ACTIONS, *ROWS)
    more = table(*rows, ("Fence land", "Gus Gull", "Posts.", filled(AMBER)), page=2)
    assert len(review_of(first, more).actions) == len(ROWS) + 3


def test_a_list_of_items_with_their_colours_before_them_is_no_key() -> None:
    listed = [
        (filled(colour), words) for colour, words in ((RED, "Barns"), (AMBER, "Byres"), (GREEN, "Mills"))
    ]
    review = review_of(table(("RAG", "Action"), *listed, top=40), table(ACTIONS, *ROWS, top=300))
    assert [a.action for a in review.actions][:3] == ["Barns", "Byres", "Mills"]


def test_a_key_headed_for_the_measures_leaves_that_of_the_actions_its_own() -> None:
    measured = table(
        ("KPI status", ""), (filled(GREEN), "Target met"), (filled(RED), "Target missed"), top=40
    )
    lines: list[tuple[Square, ...]] = [(filled(colour), words) for colour, _, words in STEPS]
    figures = table((*INDICATORS, "Status"), ("Cows", "10", "12", "9", "High", filled(GREEN)), top=500)
    review = review_of(measured, table(*lines, top=150), table(ACTIONS, *ROWS, top=300), figures)
    assert [a.status for a in review.actions] == ["completed", "unknown", "unknown", "off_track"]
    assert [i.status for i in review.indicators] == ["on_schedule"]


@pytest.mark.parametrize(("behind", "counts"), [("2", True), ("(7)", False)], ids=["counts", "no count"])
def test_lines_that_count_the_rows_of_each_colour_are_no_key(behind: str, counts: bool) -> None:
    """They were the key, and the statuses of all rows unknown: `Green 2` is none."""
    lines = [
        paragraph(f"{name} {behind}", top=40 + 14 * k, marks=[shape("square", colour)])
        for k, (name, colour) in enumerate((("Green", GREEN), ("Amber", AMBER), ("Red", RED)))
    ]
    rows = [(*row[:3], shape("square", row[3].fill)) for row in ROWS if row[3].fill != BLUE]
    review = review_of(*lines, table(ACTIONS, *rows, top=300))
    assert (review.legend == ()) is counts
