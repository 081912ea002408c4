"""Titles of priorities in the line below their number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import Review
from parsers.block import Block, Paragraph
from tests.normalise.building import heading, loud, paragraph, review_of, table

ACTIONS = ("Action", "Lead", "Status", "Progress")
TITLES = ("Leisure that all can reach", "Faster planning decisions")


def printed(name: str, *below: Block, top: float) -> list[Block]:
    rows = [(f"{name}: plant {k} trees", "Ann Archer", "On track", "Work goes on.") for k in (1, 2)]
    return [heading(name, top=top, size=14), *below, table(ACTIONS, *rows, top=top + 60)]


def read(*below: tuple[Block, ...]) -> Review:
    names = ("Improvement Objective One", "Improvement Objective Two")
    blocks = [
        printed(name, *own, top=100 + 200 * k) for k, (name, own) in enumerate(zip(names, below, strict=True))
    ]
    return review_of(*(block for own in blocks for block in own))


@pytest.mark.parametrize("make", [paragraph, lambda text, top: heading(text, top=top, size=14)])
def test_the_line_below_a_priority_s_number_is_its_title(make) -> None:  # type: ignore[no-untyped-def]
    """The titles were left out, or chapters that ended the priority: `priority_without_rows`."""
    review = read(*((make(title, top=116 + 200 * k),) for k, title in enumerate(TITLES)))
    assert [(p.number, p.title) for p in review.priorities] == [("1", TITLES[0]), ("2", TITLES[1])]
    assert [(a.priority, a.extra) for a in review.actions] == [("1", ()), ("1", ()), ("2", ()), ("2", ())]
    assert loud(review) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Work has gone well this quarter.", "One action is late."),
        ("Leisure that all can reach", "Lead: Bo Bull"),
        ("Actions", "Actions"),
    ],
)
def test_what_tells_of_a_priority_below_its_number_is_no_title(texts: tuple[str, ...]) -> None:
    review = read(*((paragraph(text, top=116 + 200 * k),) for k, text in enumerate(texts)))
    assert [(p.number, p.title) for p in review.priorities] == [("1", ""), ("2", "")]


def test_a_part_right_below_a_priority_s_number_does_not_end_it() -> None:
    parts = ("Homes", "Roads", "Parks")
    rows = [("1. Plant trees", "Ann Archer", "On track", "Work goes on.")]
    blocks = [
        block
        for k, part in enumerate(parts)
        for block in (heading(part, top=116 + 200 * k, size=14), table(ACTIONS, *rows, top=160 + 200 * k))
    ]
    review = review_of(heading("Priority 1", top=100, size=14), *blocks)
    assert (review.actions[0].priority, review.priorities[0].title) == ("1", "")
    assert "priority_without_rows" not in loud(review)


def test_a_number_at_one_height_of_all_pages_is_no_running_head() -> None:
    """`Outcome 1`, `Outcome 2`, `Outcome 3` at the head of three pages left their priorities without titles."""
    titles = (*TITLES, "Streets that are clean")
    blocks = [
        moved
        for page, title in enumerate(titles, 1)
        for block in printed(f"Outcome {page}", heading(title, top=116, size=18), top=100)
        for moved in [replace(block, page=page)]
    ]
    review = review_of(*blocks)
    assert [(p.number, p.title) for p in review.priorities] == [(str(k), t) for k, t in enumerate(titles, 1)]
    assert {a.extra for a in review.actions} == {()}


def test_a_small_line_with_a_number_above_a_larger_one_is_its_priority() -> None:
    blocks: list[Block] = []
    for k, title in enumerate(TITLES):
        small, large = (
            paragraph(t, top=100 + 200 * k + y)
            for t, y in ((f"Strategic Direction {'AB'[k]}", 0), (title, 12))
        )
        rows = [(f"{k}: plant {n} trees", "Ann Archer", "On track", "Work goes on.") for n in (1, 2)]
        assert isinstance(large, Paragraph)
        blocks += [small, replace(large, size=16.0), table(ACTIONS, *rows, top=160 + 200 * k)]
    review = review_of(*blocks)
    assert [(p.number, p.title) for p in review.priorities] == [("A", TITLES[0]), ("B", TITLES[1])]
    assert [a.priority for a in review.actions] == ["A", "A", "B", "B"]
