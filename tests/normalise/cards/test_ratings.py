"""Cards without a label for their status: its name stands on a strip above the title, or on a pill below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parsers import Refusal
from parsers.block import Block, Heading, Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import loud, review_of
from tests.normalise.cards.test_labelled_cards import Text, card, line, read

ITEMS = (
    ("Build homes", ("Lead: Ann Archer", "Due: 31 March 2026", "The frame rises."), "On track"),
    ("Mend the hall", ("Lead: Bo Bull", "Due: 30 June 2026", "It was opened in May."), "Complete"),
    ("Plant trees", ("Lead: Cy Clay", "Due: 1 May 2026", "No tree was planted."), "Off track"),
    ("Sell the depot", ("Lead: Di Dole", "Due: 2 May 2026", "Bids are in."), "On track"),
)
READ = [
    (None, "Build homes", ("Ann Archer",), "on_schedule", "The frame rises."),
    (None, "Mend the hall", ("Bo Bull",), "completed", "It was opened in May."),
    (None, "Plant trees", ("Cy Clay",), "off_track", "No tree was planted."),
    (None, "Sell the depot", ("Di Dole",), "on_schedule", "Bids are in."),
]


def pill(text: str, top: float, left: float) -> Text:
    """Bold words in white."""
    own = line(text, top, left, bold=True)
    return replace(own, lines=tuple(one._replace(colour="#ffffff") for one in own.lines))


def below(down: float, left: float = 40.0, statuses: Sequence[str] = ()) -> list[Text]:
    """Cards two across; the status stands `down` points below the title's line."""
    blocks: list[Text] = []
    for k, (title, own, status) in enumerate(ITEMS):
        x, top = (40.0, 320.0)[k % 2], 100.0 + 120.0 * (k // 2)
        label = statuses[k] if statuses else status
        blocks += [pill(label, top + down, x + left - 40), *card(title, own, top, x)]
    return blocks


@pytest.mark.parametrize(("down", "left"), [(-14.0, 40.0), (80.0, 150.0)])
def test_cards_whose_status_stands_without_a_label_above_or_below_were_refused(
    down: float, left: float
) -> None:
    assert sorted(read(*below(down, left))) == sorted(READ)
    assert loud(review_of(*below(down, left))) == []


def test_a_strip_that_says_unknown_words_is_no_other_card_s_status() -> None:
    review = review_of(*below(-14.0, statuses=("On track", "Complete", "Mislaid", "On track")))
    found = {a.action: a.status for a in review.actions}
    assert found["Plant trees"] == "unknown"
    assert (found["Build homes"], found["Sell the depot"]) == ("on_schedule", "on_schedule")
    assert "status_unknown" in loud(review)


def test_a_reference_and_the_name_of_a_status_on_one_strip_are_both() -> None:
    named = [f"CR{k} {status}" for k, (_, _, status) in enumerate(ITEMS, 1)]
    found = sorted(read(*below(-14.0, statuses=named)), key=str)
    assert [(number, status) for number, _, _, status, _ in found] == [
        ("CR1", "on_schedule"),
        ("CR2", "completed"),
        ("CR3", "off_track"),
        ("CR4", "on_schedule"),
    ]


def test_names_of_statuses_that_stand_here_above_and_there_below_are_nobody_s() -> None:
    blocks = [t for t in below(-14.0) if t.box.x0 < 300] + [t for t in below(80.0) if t.box.x0 > 300]
    assert any(isinstance(block, Heading) for block in blocks)
    with pytest.raises(Refusal):
        review_of(*blocks)


SIGN = Mark("shape", "pill", "#15803d", "pill", Box(0, 0, 0, 0))


def on_pill(text: str, top: float, left: float) -> Paragraph:
    """Bold words in white on a pill."""
    own = pill(text, top, left)
    sign = SIGN._replace(box=own.box.grown(4.0))
    return Paragraph(1, own.box, own.text, own.size, own.lines, (sign,), own.chars)


def beneath(*items: tuple[str, tuple[str, ...], str], signs: bool = False) -> list[Block]:
    """Cards two across, each status on a line of its own between the title and the labels."""
    blocks: list[Block] = []
    for k, (title, own, status) in enumerate(items):
        x, top = (40.0, 320.0)[k % 2], 200.0 + 120.0 * (k // 2)
        rated = (on_pill if signs else pill)(status, top + 14.0, x + 7)
        blocks += [line(title, top, x, bold=True), rated, *card("", own, top + 28.0, x)]
    return blocks


def key(top: float = 60.0) -> list[Text]:
    """Names of statuses as cards print them, what each means beside it."""
    meant = (("On track", "as planned"), ("Complete", "finished"), ("Off track", "will not be met"))
    return [
        text
        for k, (name, means) in enumerate(meant)
        for text in (pill(name, top + 14.0 * k, 40.0), line(means, top + 14.0 * k, 120.0))
    ]


@pytest.mark.parametrize("above", [[], key()])
def test_a_status_between_the_title_and_the_labels_was_read_as_the_action(above: list[Text]) -> None:
    assert sorted(read(*above, *beneath(*ITEMS))) == sorted(READ)
    assert loud(review_of(*above, *beneath(*ITEMS))) == []


def test_a_key_above_the_cards_is_no_status_of_the_first_while_others_stand_below_labels() -> None:
    assert sorted(read(*key(20.0), *below(80.0, 150.0))) == sorted(READ)


def test_words_on_a_pill_below_a_title_are_its_status_known_or_not() -> None:
    items = [
        (title, own, words) for (title, own, _), words in zip(ITEMS, ("On track", "Mislaid"), strict=False)
    ]
    found = {a.action: a.status for a in review_of(*beneath(*items, signs=True)).actions}
    assert found == {"Build homes": "on_schedule", "Mend the hall": "unknown"}


def test_words_on_a_pill_below_a_title_are_no_title_where_a_label_tells_the_status() -> None:
    items = [
        (title, (*own[:2], f"Status: {status}", f"Progress: {own[2]}"), "Housing")
        for title, own, status in ITEMS
    ]
    found = {a.action: a.status for a in review_of(*beneath(*items, signs=True)).actions}
    assert found == {title: status for _, title, _, status, _ in READ}


def test_a_key_far_below_the_last_card_without_a_status_is_none_of_its_own() -> None:
    blocks = [block for block in below(80.0, 150.0) if block.box.x0 != 150.0 or block.box.top < 250.0]
    found = {a.action: a.status for a in review_of(*blocks, *key(500.0)).actions}
    assert found["Plant trees"] not in ("on_schedule", "completed", "off_track")
    assert (found["Build homes"], found["Sell the depot"]) == ("on_schedule", "on_schedule")
