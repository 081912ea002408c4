"""Keys whose signs are characters of text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.block import Block
from tests.normalise.building import ACTIONS, GREEN, glyph, loud, paragraph, review_of, table

NAMES = ("Completed", "On track", "Delayed", "Off track")
STATUSES = ["completed", "on_schedule", "behind_schedule", "off_track"]


def rows(*words: str) -> Block:
    told = ((f"{n}. Do it", "Ann Archer", "Work goes on", word) for n, word in enumerate(words, 1))
    return table(ACTIONS, *told, top=300)


@pytest.mark.parametrize("signs", ["①②③④", "❶❷❸❹", "+=†‡", "√?※×"])
@pytest.mark.parametrize("lines", [False, True], ids=["one line", "lines"])
@pytest.mark.parametrize("named", [False, True], ids=["alone", "with words"])
def test_characters_that_the_rows_show_are_the_signs_of_their_key(
    signs: str, lines: bool, named: bool
) -> None:
    """No key was read, or one in which the signs were a part of the labels."""
    said = [f"{sign} {name}" for sign, name in zip(signs, NAMES, strict=True)]
    texts = said if lines else [f"Key: {' '.join(said)}"]
    key = [paragraph(text, top=60 + 14 * k) for k, text in enumerate(texts)]
    review = review_of(*key, rows(*(said if named else signs)))
    assert [(e.mark, e.label) for e in review.legend] == [*zip(signs, NAMES, strict=True)]
    assert [a.status for a in review.actions] == STATUSES
    assert loud(review) == []


def test_a_character_between_the_words_of_signs_ends_what_they_say() -> None:
    """`On track † Delayed ‡ Off track` was one label, and so was what `? Delayed` below a line."""
    key = paragraph("→ On track † Delayed ‡ Off track", marks=[glyph("→", GREEN, "arrow-right")])
    done = paragraph("✔ Completed", top=46, marks=[glyph("✔", GREEN, "tick")])
    review = review_of(done, key, rows("†", "‡"))
    assert {e.label for e in review.legend} == {*NAMES}
    assert [a.status for a in review.actions] == STATUSES[2:]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("† Estimated ‡ Revised", ("†", "‡")),
        ("† Completed ‡ Off track", ("3", "4")),
        ("† Completed † Delayed ‡ Off track", ("†", "‡")),
    ],
    ids=["other things", "shown by no row", "twice"],
)
def test_characters_before_other_words_or_that_no_row_shows_are_no_key(
    text: str, cells: tuple[str, ...]
) -> None:
    assert review_of(paragraph(text), rows(*cells)).legend == ()


def test_words_up_to_a_sign_of_another_kind_are_all_that_a_character_says() -> None:
    text = paragraph("? Delayed ✖ Off track √ Completed", marks=[glyph("✖", "#000000", "cross")])
    text = replace(text, marks=tuple(m._replace(box=m.box._replace(x0=200, x1=209)) for m in text.marks))
    labels = {e.mark: e.label for e in review_of(text, rows("?", "√")).legend}
    assert (labels["?"], labels["√"]) == ("Delayed", "Completed")
