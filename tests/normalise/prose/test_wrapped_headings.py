"""Headings that go on in lines set apart."""

from __future__ import annotations

from normalise.prose import wrapped_headings
from parsers.block import Heading, Line
from parsers.geometry import Box
from tests.normalise.building import review_of, table

HEADS = ("Key Actions", "Progress to Date", "RAG Rating")
APART = 9.0  # points between the lines, nearly their size


def line(text: str, top: float, size: float = 10) -> Heading:
    box = Box(40, top, 40 + 5 * len(text), top + size)
    return Heading(
        1, box, text, size, True, len("".join(text.split())), (Line(text, box, size, True, "#000000"),)
    )


def lines(*texts: str, top: float = 40) -> list[Heading]:
    return [line(text, top + k * (10 + APART)) for k, text in enumerate(texts)]


def said(*heads: Heading) -> list[str]:
    return [b.text for b in wrapped_headings.whole(heads) if isinstance(b, Heading)]


def test_a_numbered_heading_goes_on_below_a_full_line() -> None:
    full = lines("4.2 Better transitions between Children's and Adult", "Services")
    assert said(*full) == ["4.2 Better transitions between Children's and Adult Services"]
    short = lines("4.2 Better transitions", "A Plan that everybody in the County knows of")
    assert said(*short) == ["4.2 Better transitions", "A Plan that everybody in the County knows of"]


def test_where_a_text_stands_below_a_line_with_room_for_it_no_full_one_goes_on() -> None:
    """Each number has a heading of its own below it; the longest line is full by chance."""
    heads = [
        *lines("1.1 Parks for all the people and visitors of the town", "Milestones"),
        *lines("1.2 Homes", "Milestones", top=140),
    ]
    assert said(*heads) == [h.text for h in heads]


def test_words_tell_whatever_the_room() -> None:
    heads = lines(
        "Priority Two - Children are happy in", "Nottinghamshire", "How will we measure what we have done?"
    )
    assert said(*heads) == ["Priority Two - Children are happy in Nottinghamshire", heads[2].text]


def test_an_activity_whose_heading_is_set_wide_heads_its_rows() -> None:
    """Its second line alone was the heading above them, and they had no activity."""
    first = ("1. Do this", "Begun.", "Green")
    review = review_of(
        *lines("1.1 Parks for all", top=30),
        table(HEADS, first, top=60),
        *lines("1.2 A strategy for children and", "Young People", top=120),
        table(HEADS, first, top=170),
        *lines("2.1 Homes for all", top=230),
        table(HEADS, first, top=260),
    )
    assert [a.activity_refs for a in review.actions] == [("1.1",), ("1.2",), ("2.1",)]
    assert review.activities[1].texts == ("A strategy for children and Young People",)
