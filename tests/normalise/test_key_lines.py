"""Keys printed as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise import understand
from normalise.review import Review
from parsers.block import Block, Line, Paragraph
from parsers.geometry import Box

from .building import (
    ACTIONS,
    AMBER,
    BLUE,
    GREEN,
    LEFT,
    RED,
    Shown,
    Square,
    document,
    glyph,
    heading,
    moved_to,
    paragraph,
    review_of,
    shape,
    table,
)  # fmt: skip

SIGNS = (glyph("★", BLUE, "star"), glyph("●", GREEN, "disc"), glyph("▲", AMBER, "triangle"))


def meanings(review: Review) -> list[tuple[str, str]]:
    return [(entry.label, entry.status) for entry in review.legend]


def rated(*signs: Square, top: float = 300) -> Block:
    return table(
        ACTIONS, *((f"{n}. Do it", "Ann Archer", "Goes on", s) for n, s in enumerate(signs, 1)), top=top
    )


def beside(*texts: str, marks: tuple[Shown, ...], xs: tuple[float, ...]) -> Paragraph:
    """A paragraph of these lines, its signs on the first line at these places."""
    found = paragraph(texts[0], marks=marks)
    signs = tuple(m._replace(box=Box(x, 60, x + 9, 69)) for m, x in zip(found.marks, xs, strict=True))
    lines = tuple(
        Line(text, Box(LEFT + 20, 60 + 12 * k, LEFT + 400, 70 + 12 * k), 10, False, "#000000")
        for k, text in enumerate(texts)
    )
    return replace(found, text="\n".join(texts), lines=lines, marks=signs)


def test_a_key_whose_entries_only_blanks_part_is_read() -> None:
    key = paragraph("Key: B = Done G = On plan A = Delayed R = Not on plan")
    review = review_of(key, rated("B", "R"))
    assert [status for _, status in meanings(review)] == [
        "completed",
        "on_schedule",
        "behind_schedule",
        "off_track",
    ]
    assert [a.status for a in review.actions] == ["completed", "off_track"]


def test_letters_of_no_colour_are_signs_too_and_other_scales_beside_them_are_none() -> None:
    key = paragraph("C = Completed; S = On schedule; L = Late. Effort: H = high, M = medium")
    assert meanings(review_of(key, rated("C"))) == [
        ("Completed", "completed"), ("On schedule", "on_schedule"), ("Late", "behind_schedule"),
    ]  # fmt: skip


def test_a_clause_behind_a_comma_is_part_of_the_entry() -> None:
    key = paragraph("Green = on track, Amber = on track, but with delays, Red = off track")
    assert [status for _, status in meanings(review_of(key, rated("Red")))][1:] == [
        "behind_schedule",
        "off_track",
    ]


@pytest.mark.parametrize("block", [paragraph, heading])
def test_a_letter_and_the_name_of_a_status_on_a_line_are_an_entry(block: type) -> None:
    lines = [block(text, top=40 + 15 * k) for k, text in enumerate(["G Completed", "B On track", "A Behind"])]
    review = review_of(*lines, rated("G", "B", "A"))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "behind_schedule"]


def test_a_line_that_only_begins_with_a_colour_is_no_entry() -> None:
    lines = [
        paragraph(t, top=40 + 15 * k)
        for k, t in enumerate(["Green spaces are open", "Blue badges were sent"])
    ]
    assert meanings(review_of(*lines, rated("Completed"))) == []


def test_a_first_sign_that_was_taken_for_a_bullet_opens_an_entry() -> None:
    key = beside("• Done ● On plan ▲ Slipping", marks=SIGNS, xs=(LEFT + 20, LEFT + 60, LEFT + 120))
    assert meanings(review_of(key, rated(*SIGNS))) == [
        ("Done", "completed"), ("On plan", "on_schedule"), ("Slipping", "behind_schedule"),
    ]  # fmt: skip


def test_a_label_that_wraps_is_read_to_its_end() -> None:
    others = [paragraph("Done", top=20, marks=SIGNS[:1]), paragraph("On plan", top=40, marks=SIGNS[1:2])]
    key = beside("On plan, but", "with major delays", marks=(shape("diamond", RED),), xs=(LEFT + 4,))
    review = review_of(*others, key, rated(shape("diamond", RED)))
    assert meanings(review)[-1][0] == "On plan, but with major delays"
    assert review.actions[0].status not in ("completed", "on_schedule")


def test_a_key_in_the_foot_of_every_page_is_read() -> None:
    signs = [shape("disc", c) for c in (BLUE, GREEN, RED)]
    labels = ["Done", "On course", "Serious concerns"]
    foot = [
        paragraph(label, page=page, top=770 + k / 10, marks=[sign])
        for page in (1, 2, 3) for k, (sign, label) in enumerate(zip(signs, labels, strict=True))
    ]  # fmt: skip
    rows = [
        moved_to(page, table(ACTIONS, (f"{page}. Do thing {page}", "Ann Archer", "Goes on", sign), top=300))
        for page, sign in enumerate(signs, 1)
    ]
    review = understand(document(*rows, *foot))
    assert [a.status for a in review.actions] == ["completed", "on_schedule", "off_track"]
    assert len(review.legend) == len(labels)


def test_a_label_on_its_sign_is_told_from_the_definition_behind_it() -> None:
    lines = ("Completed Nothing is left to do", "Needs Attention The budget is at risk")
    keys = [
        replace(block, marks=tuple(m._replace(words=words) for m in block.marks))
        for line, words, colour, top in zip(
            lines, ("Completed", "Needs Attention"), (BLUE, AMBER), (20, 40), strict=True
        )
        if isinstance(block := paragraph(line, top=top, marks=(shape("pill", colour),)), Paragraph)
    ]
    review = review_of(*keys, rated(shape("pill", BLUE), shape("pill", AMBER)))
    assert [(e.label, e.definition, e.status) for e in review.legend] == [
        ("Completed", "Nothing is left to do", "completed"),
        ("Needs Attention", "The budget is at risk", "behind_schedule"),
    ]
