"""Labels in rows of their own, below them the comment or nothing."""

from __future__ import annotations

import pytest

from tests.normalise.building import BESIDE, Square, filled, paragraph, review_of, table

HEADS = ("Action", "Lead", "Due", "RAG")
HUB = ("Open a hub", "Ann Archer", "May 2025", "On track")
DEPOT = ("Close the depot", "Bob Baker", "June 2025", "Delayed")
ROOF = ("Mend the roof", "Cy Carter", "July 2025", "On track")
GREEN, RED = "#00b050", "#ff0000"
KEY = table((filled(GREEN), "On track"), (filled(RED), "Off track"), top=30)


def wide(text: str) -> tuple[Square, ...]:
    return (text, BESIDE, BESIDE, BESIDE)


def lone(text: str, last: Square = "") -> tuple[Square, ...]:
    return (text, "", "", last)


@pytest.mark.parametrize("band", ["Priority 2: Homes and places", "Homes and places"])
def test_a_heading_below_an_empty_label_is_no_comment(band: str) -> None:
    """Symptom: the priority's heading was the progress of the action above it, without a finding."""
    label = wide("Update:")
    rows = (
        HUB,
        label,
        wide("It opened in May."),
        DEPOT,
        label,
        wide(band),
        ROOF,
        label,
        wide("It was mended."),
    )
    review = review_of(table(HEADS, *rows))
    assert [a.progress for a in review.actions] == ["It opened in May.", "", "It was mended."]
    told = [p.title for p in review.priorities] + [text for a in review.activities for text in a.texts]
    assert told == ["Homes and places"]
    assert review.actions[2].priority == ("2" if review.priorities else None)


def test_an_action_below_an_empty_label_stays_one() -> None:
    """Symptom: its name was the progress of the action above it, and its colour was lost."""
    label = lone("Update:")
    bridge = lone("Build a bridge", filled(RED))
    hub, depot = ((*row[:3], filled(GREEN)) for row in (HUB, DEPOT))
    rows = (hub, label, lone("It opened in May."), depot, label, bridge, label, lone("Not yet."))
    review = review_of(KEY, table(HEADS, *rows, top=150))
    assert [(a.action, a.progress, a.status) for a in review.actions] == [
        ("Open a hub", "It opened in May.", "on_schedule"),
        ("Close the depot", "", "on_schedule"),
        ("Build a bridge", "Not yet.", "off_track"),
    ]


@pytest.mark.parametrize("beside_label", [False, True])
def test_a_status_painted_beside_a_comment_is_that_of_its_action(beside_label: bool) -> None:
    """Symptom: the colour was lost, and the status told to be blank."""
    rows: list[tuple[Square, ...]] = []
    for row, text, colour in ((HUB, "It opened in May.", GREEN), (DEPOT, "It was kept after all.", RED)):
        signs: tuple[Square, Square] = (filled(colour), "") if beside_label else ("", filled(colour))
        rows += [(*row[:3], ""), lone("Update:", signs[0]), lone(text, signs[1])]
    review = review_of(KEY, table(HEADS, *rows, top=150))
    assert [(a.progress, a.status) for a in review.actions] == [
        ("It opened in May.", "on_schedule"),
        ("It was kept after all.", "off_track"),
    ]


def test_comments_that_do_not_end_as_sentences_are_read_alike() -> None:
    label = lone("Update:")
    review = review_of(table(HEADS, HUB, label, lone("Opened in May"), DEPOT, label, lone("Sold in June")))
    assert [a.progress for a in review.actions] == ["Opened in May", "Sold in June"]


def test_an_empty_label_is_no_action() -> None:
    label = lone("Update:")
    review = review_of(
        paragraph("The plan of the council for homes, roads and parks, as the cabinet agreed it. " * 8),
        table(
            HEADS, HUB, label, lone("It opened in May."), DEPOT, label, ROOF, label, lone("It was mended.")
        ),
    )
    assert [(a.action, a.progress) for a in review.actions] == [
        ("Open a hub", "It opened in May."),
        ("Close the depot", ""),
        ("Mend the roof", "It was mended."),
    ]
    assert review.activities == ()
