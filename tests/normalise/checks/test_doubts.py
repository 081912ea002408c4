"""The document checked against itself: what looks missed is a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Difference
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    RED,
    actions_of,
    loud,
    review_of,
    shape,
    table,
    with_text,
)

ROW = ("1. Buy land", "Ann Archer", "Bought in May.", "On track")
ACTIVITIES = ("Key Activities", *ACTIONS)
LEGEND = table((shape("disc", GREEN), "On track"), (shape("triangle", AMBER), "Behind schedule"), top=20)


@pytest.mark.parametrize(("share", "severity"), [(0.5, "warning"), (0.95, "info")])
def test_eyes_that_differ_are_a_finding(share: float, severity: str) -> None:
    review = review_of(replace(table(ACTIONS, ROW), agreement=share))
    assert [(f.code, f.severity, f.page) for f in review.findings if f.code == "eyes_disagree"] == [
        ("eyes_disagree", severity, 1)
    ]


def test_a_row_that_two_eyes_read_differently_tells_both_readings() -> None:
    shown = table(ACTIONS, ROW, ("2. Sell land", *ROW[1:]))
    cell = next(c for c in shown.cells if c.text == "2. Sell land")
    review = review_of(
        replace(shown, agreement=0.95, differences=(Difference("2. Sell", "2. Sell land", cell.box),))
    )
    [told] = [f for f in review.findings if f.code == "eyes_disagree" and f.subject_id]
    assert (told.severity, told.subject_id, told.field) == ("info", "a002", "action")
    assert "'2. Sell'" in told.message and "'2. Sell land'" in told.message


def test_each_row_of_a_table_whose_columns_are_inferred_in_doubt_is_a_finding() -> None:
    doubted = replace(table(ACTIONS, ROW, ("2. Sell land", *ROW[1:])), doubt="columns are told by gaps alone")
    review = review_of(doubted)
    unsure = [(f.severity, f.subject_id) for f in review.findings if f.code == "columns_unsure"]
    assert unsure == [("warning", "a001"), ("warning", "a002")]


def test_eyes_that_agree_are_none() -> None:
    assert loud(review_of(replace(table(ACTIONS, ROW), agreement=1.0))) == []
    assert len(actions_of(table(ACTIONS, ROW))) == 1


@pytest.mark.parametrize(
    ("red", "codes"), [("Delayed", ["key_steps_alike"]), ("Will not be met", []), ("Overdue", [])]
)
def test_a_red_line_that_is_worse_than_amber_for_its_colour_alone_is_told_once(
    red: str, codes: list[str]
) -> None:
    """`Delayed` (red) and `Caution` (amber) were one status."""
    signs = [shape("disc", colour) for colour in (GREEN, AMBER, RED)]
    labels = ("On track", "Caution", red)
    key = table(*zip(signs, labels, strict=True), top=20)
    rows = [
        (f"{n}. Do it", "Ann Archer", "Work goes on.", with_text(label, sign))
        for n, (label, sign) in enumerate(zip(labels, signs, strict=True), 1)
    ]
    review = review_of(key, table(("Action", "Lead", "Progress", "RAG"), *rows, top=300))
    assert loud(review) == codes
    assert [a.status for a in review.actions] == ["on_schedule", "behind_schedule", "off_track"]
    assert [f.subject_id for f in review.findings if f.severity == "info"] == (["a003"] if codes else [])
