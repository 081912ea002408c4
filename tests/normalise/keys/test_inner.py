"""Signs inside a line of a key, drawn ones beside characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalise.keys.lines import entries
from parsers.block import Mark, Paragraph
from parsers.geometry import Box
from tests.normalise.building import LEFT, glyph, paragraph, picture


def line(text: str, *signs: Mark) -> Paragraph:
    return replace(paragraph(text), marks=signs)


@pytest.mark.parametrize("characters", ["⚙", "⚙☠"], ids=["one", "two"])
def test_words_between_a_drawn_sign_and_a_character_that_is_one_are_the_drawn_sign_s(characters: str) -> None:
    """`Delayed` stood behind a picture and before `⚙`: it was in no legend, or one label with what follows it."""
    (drawn,) = picture("hourglass", "#1c7ed6").marks
    names = ("In progress", "Off track")
    words = " ".join(f"{sign} {name}" for sign, name in zip(characters, names, strict=False))
    own = [
        replace_at(glyph(sign, "#000000").marks[0], LEFT + 90 + 80 * k) for k, sign in enumerate(characters)
    ]
    found = list(entries(line(f"Delayed {words}", replace_at(drawn, LEFT + 4), *own)))
    assert [k.entry.label for k in found] == ["Delayed", *names[: len(characters)]]
    assert [k.mark.seen if k.mark else "" for k in found] == ["picture", *["glyph"] * len(characters)]


def test_a_key_s_title_behind_a_drawn_sign_of_its_own_names_no_sign() -> None:
    (mark,) = glyph("⚙", "#000000").marks
    (found,) = entries(line("Key: ⚙ In progress", replace_at(mark, LEFT + 60)))
    assert found.entry.label == "In progress"


def replace_at(mark: Mark, x0: float) -> Mark:
    return mark._replace(box=Box(x0, 60, x0 + 9, 69))
