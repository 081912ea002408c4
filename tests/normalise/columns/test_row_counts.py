"""Columns that count the rows under the heading of what is done, or under none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.columns import row_counts
from parsers.block import Cell
from parsers.geometry import Box
from tests.normalise.building import BESIDE, actions_of, table

OWN = ("Outcome", "Action this year", BESIDE, "Owner", "RAG", "Update")
NONE = ("Outcome", "", "Action this year", "Owner", "RAG", "Update")
TEXTS = ("Survey the energy of all homes", "Insulate the tower block", "Renew the heaters", "Let empty homes")


@pytest.mark.parametrize("head", [OWN, NONE])
@pytest.mark.parametrize("numbers", ["a b a b", "i. ii. i. ii.", "1. 2. 1. 2.", "(a) (b) (c) (d)"])
def test_letters_left_of_what_is_done_are_its_numbers(head: tuple[str, ...], numbers: str) -> None:
    """`a` was glued to the action's text, or was its status."""
    told = numbers.split()
    outcomes = ["1.1 Warm homes"] * 2 + ["1.2 Safe homes"] * 2
    rows = [
        (outcome, number, text, "Ann Archer", rag, "It has begun.")
        for outcome, number, text, rag in zip(
            outcomes, told, TEXTS, ("Green", "Amber", "Red", "Green"), strict=True
        )
    ]
    found = actions_of(table(head, *rows))
    assert [a.action for a in found] == list(TEXTS)
    assert [a.action_number for a in found] == [number.strip(".()") for number in told]
    assert [a.activity_refs for a in found] == [("1.1",), ("1.1",), ("1.2",), ("1.2",)]


@pytest.mark.parametrize("numbers", ["1. 2. 1. 2.", "1 2 3 4", "a) b) a) b)"])
def test_numbers_in_an_empty_corner_are_the_actions_though_others_stand_between(numbers: str) -> None:
    """`1.` was kept under the number of its column, and no action had one."""
    told = numbers.split()
    rows = [
        (number, "May 2025", "Ann Archer", text, "On track") for number, text in zip(told, TEXTS, strict=True)
    ]
    halves = [table(("", "When", "Who", "What", "Status"), *own) for own in (rows[:2], rows[2:])]
    found = actions_of(halves[0], replace(halves[1], page=2))
    assert [(a.action_number, a.action) for a in found] == [
        (number.strip(".)"), text) for number, text in zip(told, TEXTS, strict=True)
    ]


@pytest.mark.parametrize("numbers", ["1 1 1 1", "3 1 2 1", "2 4 4 8", "X X X X"])
def test_what_does_not_count_in_an_empty_corner_is_no_number(numbers: str) -> None:
    rows = [
        (number, "May 2025", "Ann Archer", text, "On track")
        for number, text in zip(numbers.split(), TEXTS, strict=True)
    ]
    found = actions_of(table(("", "When", "Who", "What", "Status"), *rows))
    assert [a.action_number for a in found] == [None] * 4


def column(*texts: str) -> list[Cell]:
    return [Cell(row, 0, 1, 1, text, Box(0, 0, 1, 1)) for row, text in enumerate(texts)]


@pytest.mark.parametrize("texts", ["R A G", "b c d", "1 3 2", "a", "1 1 1", "a 2", "Buy Sell"])
def test_what_does_not_go_up_by_one_counts_nothing(texts: str) -> None:
    assert not row_counts.count(column(*texts.split()))
