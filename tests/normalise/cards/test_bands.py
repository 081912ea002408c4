"""Bands among cards: activities in a look of their own that head the cards below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.block import Paragraph
from parsers.geometry import Box
from tests.normalise.building import review_of
from tests.normalise.cards.test_labelled_cards import HALL, HOMES, TREES, Text, column, line

WHITE = "#ffffff"


def band(top: float, *texts: str, colour: str = WHITE) -> Paragraph:
    """A paragraph of lines in one colour, 12 points apart."""
    own = [line(text, top + 12.0 * k).lines[0]._replace(colour=colour) for k, text in enumerate(texts)]
    box = own[0].box._replace(x1=max(one.box.x1 for one in own), bottom=own[-1].box.bottom)
    return Paragraph(1, box, "\n".join(texts), 10.0, tuple(own), (), sum(len(t) for t in texts))


def down_by(box: Box, down: float) -> Box:
    return box._replace(top=box.top + down, bottom=box.bottom + down)


def at(texts: Sequence[Text], down: float) -> Iterator[Text]:
    for text in texts:
        lines = [own._replace(box=down_by(own.box, down)) for own in text.lines]
        yield replace(text, box=down_by(text.box, down), lines=tuple(lines))


def two_bands(colour: str = WHITE) -> list[Text]:
    """Two activities with their plans, two cards side by side below the first, one below the second."""
    return [
        line("Priority 1: Places", 40, bold=True),
        band(60, "1.1 Homes for all", "Plan: Housing Strategy 2024", colour=colour),
        *column(("1. Build homes", HOMES)),
        *column(("2. Mend the hall", HALL), left=320),
        band(200, "1.2 Parks for all and", "for nature", "Plan: Tree Strategy 2023", colour=colour),
        *at(column(("1. Plant trees", TREES)), 150),
    ]


def test_activities_in_white_on_dark_among_cards_were_progress_of_the_card_above() -> None:
    review = review_of(*two_bands())
    assert [(a.refs, a.texts, a.plans) for a in review.activities] == [
        (("1.1",), ("Homes for all",), ("Housing Strategy 2024",)),
        (("1.2",), ("Parks for all and for nature",), ("Tree Strategy 2023",)),
    ]
    assert [(a.activity_refs, a.action, a.progress) for a in review.actions] == [
        (("1.1",), "Build homes", "The frame rises."),
        (("1.1",), "Mend the hall", "It was opened in May."),
        (("1.2",), "Plant trees", "No tree was planted."),
    ]
    assert review.plan is None


def test_titles_of_two_columns_on_one_printed_line_are_two() -> None:
    first = column(("1. Build more homes for people 2. Mend the hall", HOMES))
    second = column(("", HALL), left=195)
    review = review_of(*first, *at(second, 14), *at(column(("3. Plant trees", TREES)), 120))
    assert [(a.action_number, a.action) for a in review.actions] == [
        ("1", "Build more homes for people"),
        ("2", "Mend the hall"),
        ("3", "Plant trees"),
    ]
