"""What stands beside, above and below a key outside its frame."""

from __future__ import annotations

from dataclasses import replace

from parsers.block import Block, Heading, Line, Paragraph
from parsers.geometry import Box
from tests.normalise.building import (
    ACTIONS,
    AMBER,
    GREEN,
    HIGH,
    LEFT,
    RED,
    WIDE,
    filled,
    glyph,
    paragraph,
    review_of,
    table,
)  # fmt: skip

LABELS = table((filled(GREEN, "On track"),), (filled(AMBER, "At risk"),), (filled(RED, "Off track"),))
ROWS = table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", filled(GREEN)), top=400)


def beside(*texts: str, top: float = 105.0) -> Paragraph:
    """Lines to the right of the labels, one at the height of each."""
    x0 = LEFT + WIDE + 4
    lines = tuple(
        Line(text, Box(x0, top + HIGH * k, x0 + 150, top + HIGH * k + 10), 10, False, "#000000")
        for k, text in enumerate(texts)
        if text
    )
    box = Box(x0, lines[0].box.top, x0 + 150, lines[-1].box.bottom)
    return Paragraph(1, box, " ".join(texts), 10, lines, (), sum(len(t.replace(" ", "")) for t in texts))


def meanings(*blocks: Block) -> list[tuple[str, str, str]]:
    return [(e.label, e.definition, e.status) for e in review_of(*blocks).legend]


def test_meanings_beside_labels_that_alone_have_a_border_are_theirs() -> None:
    told = meanings(LABELS, beside("milestones are met", "some have slipped", "they will not be met"), ROWS)
    assert told == [
        ("On track", "milestones are met", "on_schedule"),
        ("At risk", "some have slipped", "behind_schedule"),
        ("Off track", "they will not be met", "off_track"),
    ]


def test_one_text_beside_a_key_is_no_meaning_of_its_labels() -> None:
    told = meanings(LABELS, beside("The Board met in May", "", ""), ROWS)
    assert [definition for _, definition, _ in told] == ["", "", ""]


def entry(text: str, top: float, colour: str) -> Paragraph:
    return paragraph(text, top=top, marks=[glyph("●", colour, "disc")])


KEY = [entry("On track", 100, GREEN), entry("At risk", 116, AMBER), entry("Off track", 132, RED)]


def last(text: str, top: float) -> Heading:
    return Heading(1, Box(LEFT + 20, top, LEFT + 400, top + 10), text, 10, True, len(text.replace(" ", "")))


def test_a_last_label_whose_sign_was_not_seen_is_in_the_key() -> None:
    told = meanings(*KEY, last("No information received", 148), ROWS)
    assert told[3:] == [("No information received", "", "no_information")]


def test_a_status_far_below_a_key_is_not_in_it() -> None:
    assert len(meanings(*KEY, last("No information received", 190), ROWS)) == 3


def test_what_names_no_status_below_a_key_is_not_in_it() -> None:
    assert len(meanings(*KEY, last("Actions", 148), ROWS)) == 3


def lines(*texts: str, marks: int) -> Paragraph:
    """Lines of one text below each other, the first ones with a sign."""
    printed = tuple(
        Line(text, Box(LEFT, 100 + 15 * k, LEFT + 90, 110 + 15 * k), 10, False, "#000000")
        for k, text in enumerate(texts)
    )
    inks = (GREEN, AMBER, RED)
    shown = tuple(
        m._replace(box=Box(LEFT - 14, 101 + 15 * k, LEFT - 5, 109 + 15 * k))
        for k in range(marks)
        for m in glyph("●", inks[k], "disc").marks
    )
    text = "\n".join(texts)
    return Paragraph(1, Box(LEFT, 100, LEFT + 90, 95 + 15 * len(texts)), text, 10, printed, shown, len(text))


def test_a_label_without_a_sign_below_others_is_no_meaning_of_the_last() -> None:
    """Red was read as `No update`, whose hollow bar nobody saw."""
    told = meanings(lines("On track", "At risk", "Off track", "No update", marks=3), ROWS)
    assert [(label, status) for label, _, status in told[2:]] == [
        ("Off track", "off_track"),
        ("No update", "no_information"),
    ]


def test_what_goes_on_below_a_label_is_its_meaning() -> None:
    told = meanings(lines("On track", "At risk", "Off track", "Will be missed", marks=3), ROWS)
    assert told[2:] == [("Off track", "Will be missed", "off_track")]


def test_a_sign_above_its_label_is_explained_by_it() -> None:
    labels = [("On track", GREEN), ("At risk", AMBER), ("Off track", RED)]
    key = [
        replace(
            paragraph(text, top=120),
            marks=tuple(m._replace(box=Box(100, 100, 109, 109)) for m in glyph("●", colour, "disc").marks),
        )
        for text, colour in labels
    ]
    assert [(label, status) for label, _, status in meanings(*key, ROWS)] == [
        ("On track", "on_schedule"),
        ("At risk", "behind_schedule"),
        ("Off track", "off_track"),
    ]


def test_a_sign_without_words_is_no_line_of_a_key() -> None:
    review = review_of(
        table(ACTIONS, ("Buy land", "Ann Archer", "Bought.", filled(GREEN))), table((glyph("●", RED),))
    )
    assert review.legend == ()


def test_the_heading_of_a_key_whose_first_sign_stands_behind_it_is_none_of_its_lines() -> None:
    sign = glyph("●", GREEN, "disc").marks[0]._replace(box=Box(LEFT + 402, 100, LEFT + 411, 109))
    title = replace(paragraph("Key:", top=100), marks=(sign,))
    assert [label for label, _, _ in meanings(title, *KEY, ROWS)] == ["On track", "At risk", "Off track"]
