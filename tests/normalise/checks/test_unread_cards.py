"""Pages of cards that nobody read, behind a table that was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Block, Table
from tests.normalise.building import BESIDE, INDICATORS, loud, review_of, table
from tests.normalise.cards.test_labelled_cards import Text, line

MEASURES = table(
    INDICATORS, ("Homes built", "100", "90", "80", "High"), ("Trees", "10", "9", "8", "High"), top=60
)
STATUSES = ("On track", "Delayed", "Complete")


def at(text: str, top: float, left: float = 40.0, *, bold: bool = False) -> Text:
    return replace(line(text, top, left, bold=bold), page=2)


def behind(blocks: Sequence[Block]) -> Review:
    review = review_of(MEASURES, *blocks)
    assert len(review.indicators) == 2
    return review


def in_boxes(labels: Sequence[str]) -> list[Block]:
    values = ("Ann Archer", "31 March 2026", "On track", "Work goes on here now.")
    rows = list(zip(labels, values, strict=True))
    return [table(*rows, page=2, top=60.0 + 150 * k) for k in range(3)]


def in_lines(labels: Sequence[str], values: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    for k in range(3):
        blocks.append(at(f"Build {k}00 homes", 60.0 + 100 * k, bold=True))
        own = zip(labels, values, strict=True)
        blocks += [at(f"{a}: {b}", 74.0 + 100 * k + 14 * n) for n, (a, b) in enumerate(own)]
    return blocks


def with_pills(left: float) -> list[Block]:
    blocks: list[Block] = []
    for k, status in enumerate(STATUSES):
        top = 60.0 + 100 * k
        blocks += [at(f"Build {k}00 homes", top, bold=True), at(status, top, left, bold=True)]
        blocks.append(at("The frame rises and the roof is on order.", top + 14))
    return blocks


@pytest.mark.parametrize(
    "blocks",
    [
        in_boxes(("Custodian", "Finish by", "Standing", "What happened")),
        in_lines(("Lead", "Due", "Progress"), ("Ann Archer", "31 March 2026", "It rises.")),
        in_lines(("Custodian", "Standing", "What happened"), ("Ann Archer", "On track", "It rises.")),
        with_pills(300.0),
        with_pills(130.0),
    ],
)
def test_pages_of_cards_that_nobody_read_were_lost_in_silence(blocks: Sequence[Block]) -> None:
    assert loud(behind(blocks)) == ["card_not_read"]


def test_counts_of_statuses_are_no_cards() -> None:
    counted = [
        t
        for k, s in enumerate(STATUSES)
        for t in (at(s, 60, 40.0 + 100 * k), at(f"{k}2", 74, 40.0 + 100 * k))
    ]
    summary = table(("Status", "Actions"), *((s, "12") for s in STATUSES), page=2, top=200)
    blocks = [at("All actions of the plan by status", 40), *counted, summary]
    assert loud(behind(blocks)) == []


def test_a_label_that_a_page_prints_once_is_no_card() -> None:
    assert loud(behind([at("Lead: Ann Archer", 60), at("Due: 31 March 2026", 74)])) == []


@pytest.mark.parametrize("aimed", ["Target 60", "Target: 60%"])
def test_tiles_of_figures_without_a_status_were_lost_in_silence(aimed: str) -> None:
    blocks: list[Block] = []
    for k, name in enumerate(("Children in care", "Homes let", "Waste recycled")):
        blocks += [at(name, 60.0 + 90 * k), at(f"5{k}%", 80.0 + 90 * k, bold=True)]
        blocks += [at(aimed, 110.0 + 90 * k), at(f"Last year 4{k}%", 110.0 + 90 * k, 140.0)]
    assert loud(behind(blocks)) == ["card_not_read"]


@pytest.mark.parametrize("aimed", ["Target 2030", "Target 31 March 2027", "Target group 5"])
def test_targets_that_are_years_or_days_are_no_tiles(aimed: str) -> None:
    assert loud(behind([at(aimed, 60.0 + 90 * k) for k in range(4)])) == []


def boxed(title: str, page: int, top: float) -> Table:
    return table(
        (title, BESIDE, BESIDE, BESIDE),
        ("Responsible", "Fleet Manager", "Due date", "31 Mar 2026"),
        ("Progress", "It goes on.", BESIDE, BESIDE),
        ("Rating", "On track", BESIDE, BESIDE),
        page=page,
        top=top,
    )


UNTITLED = table(*(("Rating", "On track"), ("Progress", "It goes on."), ("Due date", "31 Mar 2026")), top=500)


def test_cards_in_tables_on_a_page_with_rows_of_another_kind_were_lost_in_silence() -> None:
    """One that names nothing takes all others with it, and the page where no row was read alone was told."""
    measures = replace(MEASURES, page=2)
    cards = [boxed("1.1 Plant trees", 2, 200), boxed("1.2 Let homes", 2, 300), boxed("1.3 Build", 3, 60)]
    review = review_of(measures, *cards, replace(UNTITLED, page=3))
    assert [f.page for f in review.findings if f.code == "card_not_read"] == [3, 2]


def test_a_table_of_labels_alone_and_cards_that_are_read_are_no_lost_cards() -> None:
    assert loud(review_of(MEASURES, boxed("1.1 Plant trees", 1, 200))) == []
    review = review_of(MEASURES, boxed("1.1 Plant trees", 1, 200), boxed("1.2 Let homes", 1, 300))
    assert len(review.actions) == 2 and loud(review) == []
