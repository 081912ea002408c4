"""Labels that no vocabulary knows and behind which cards say how they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers import Refusal
from parsers.block import Block, Mark, Paragraph
from tests.normalise.building import AMBER, GREEN, RED, loud, review_of, table
from tests.normalise.cards.test_labelled_cards import card

RISES = "The frame rises behind the station, and the roof is next."
LEAKS = "It leaks, and the builder left in May."

ITEMS = (
    ("1.1 Build homes", "Ann Archer", "On track", GREEN, RISES),
    ("1.2 Mend the hall", "Bo Bull", "Delayed", AMBER, LEAKS),
    ("1.3 Plant trees", "Cy Clay", "Off track", RED, "No tree was planted."),
)


def cards(label: str, signed: bool = False, statuses: tuple[str, ...] = ()) -> list[Block]:
    """Cards with a free text below; the status behind `label` has a square of its colour before it where `signed`."""
    blocks: list[Block] = []
    for k, (title, lead, status, colour, told) in enumerate(ITEMS):
        words = statuses[k] if statuses else status
        own = (f"Responsible: {lead}", f"{label}: {'■ ' * signed}{words}", told)
        texts = list(card(title, own, 100.0 + 100.0 * k))
        rated = texts[2]
        if signed and isinstance(rated, Paragraph):
            box = rated.box._replace(
                x0=rated.box.x0 + 5.0 * len(label) + 10, x1=rated.box.x0 + 5.0 * len(label) + 15
            )
            texts[2] = replace(rated, marks=(Mark("glyph", "square", colour, "Sans:■", box),))
        blocks += texts
    return blocks


@pytest.mark.parametrize("label", ["Status", "Situation", "Stage", "How it goes", "Position"])
@pytest.mark.parametrize("signed", [False, True])
def test_cards_whose_status_stands_behind_an_unknown_label_were_lost(label: str, signed: bool) -> None:
    review = review_of(*cards(label, signed))
    assert [(a.action_number, a.action, a.leads, a.status, a.progress) for a in review.actions] == [
        ("1.1", "Build homes", ("Ann Archer",), "on_schedule", RISES),
        ("1.2", "Mend the hall", ("Bo Bull",), "behind_schedule", LEAKS),
        ("1.3", "Plant trees", ("Cy Clay",), "off_track", "No tree was planted."),
    ]
    assert loud(review) == []


@pytest.mark.parametrize("label", ["Risk", "Budget", "Place"])
def test_an_unknown_label_with_other_words_or_of_one_side_of_the_thing_is_no_status(label: str) -> None:
    statuses = ("Leeds", "Hull", "York") if label == "Place" else ()
    with pytest.raises(Refusal):
        review_of(*cards(label, statuses=statuses))


def test_names_that_only_the_key_knows_are_statuses_behind_an_unknown_label() -> None:
    names = ("Sprouting", "Wilting", "Withered")
    key = table(
        ("Key", "Meaning"),
        (names[0], "On track"),
        (names[1], "Behind schedule"),
        (names[2], "Off track"),
        top=10,
    )
    found = {a.action: a.status for a in review_of(key, *cards("Situation", statuses=names)).actions}
    assert found == {
        "Build homes": "on_schedule",
        "Mend the hall": "behind_schedule",
        "Plant trees": "off_track",
    }


def test_what_is_told_between_who_leads_and_the_status_was_read_as_the_lead() -> None:
    blocks: list[Block] = []
    for k, (title, lead, status, _, told) in enumerate(ITEMS):
        blocks += card(title, (f"Lead: {lead}", told, f"Our judgement: {status}"), 100.0 + 100.0 * k)
    review = review_of(*blocks)
    assert [(a.leads, a.status, a.progress) for a in review.actions] == [
        (("Ann Archer",), "on_schedule", RISES),
        (("Bo Bull",), "behind_schedule", LEAKS),
        (("Cy Clay",), "off_track", "No tree was planted."),
    ]
    assert loud(review) == []


def test_a_long_lead_that_wraps_before_the_status_stays_one() -> None:
    blocks: list[Block] = []
    for k, (title, lead, status, _, told) in enumerate(ITEMS):
        own = (
            f"Lead: {lead} with the Housing Association and the",
            "River Trust",
            f"Our judgement: {status}",
            told,
        )
        blocks += card(title, own, 100.0 + 100.0 * k)
    assert [a.leads[0].endswith("River Trust") for a in review_of(*blocks).actions] == [True] * 3


def test_what_is_told_on_the_page_behind_a_status_was_read_into_it() -> None:
    blocks = cards("Situation")
    blocks[-1] = next(card("", (ITEMS[-1][-1],), 60.0, page=2))
    action = review_of(*blocks).actions[-1]
    assert (action.status, action.progress) == ("off_track", "No tree was planted.")
