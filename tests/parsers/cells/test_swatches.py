"""Signs in a row above or below their labels."""

from __future__ import annotations

import pytest

from parsers import document
from parsers.block import Paragraph, Table
from tests.parsers.printing import pdf, words

INKS = ("0 0.7 0.3 rg", "1 0.75 0 rg", "1 0 0 rg")
LABELS = ("On track", "At risk", "Off track")


def signs(
    *, rise: float = 14, heights: tuple[float, ...] = (8, 8, 8), inks: tuple[str, ...] = INKS
) -> list[str | None]:
    """The colour of the sign that each label has, the signs standing `rise` points higher than the labels' feet."""
    drawn = [
        f"{ink} {40 + 150 * k} {600 + rise} 12 {high} re f 0 g {words(40 + 150 * k, 600, label)}"
        for k, (ink, high, label) in enumerate(zip(inks, heights, LABELS, strict=True))
    ]
    blocks = document.read(pdf("\n".join(drawn))).blocks
    texts = {b.text: b for b in blocks if not isinstance(b, Table)}
    own = [texts[label] for label in LABELS]
    return [b.marks[0].colour if isinstance(b, Paragraph) and b.marks else None for b in own]


@pytest.mark.parametrize("rise", [14, -16])
def test_signs_above_or_below_their_labels_are_theirs(rise: float) -> None:
    found = signs(rise=rise)
    assert None not in found and len({*found}) == len(LABELS)


def test_signs_far_above_words_are_not_theirs() -> None:
    assert signs(rise=60) == [None] * 3


def test_columns_of_a_chart_are_no_signs() -> None:
    assert signs(heights=(8, 20, 12)) == [None] * 3


def test_bars_of_one_colour_are_no_signs() -> None:
    assert signs(inks=(INKS[0],) * 3) == [None] * 3


@pytest.mark.parametrize(
    ("wide", "signs"), [(180, 3), (150, 0)], ids=["cells before words", "far from words"]
)
def test_wide_cells_of_a_key_without_rules_are_its_signs(wide: int, signs: int) -> None:
    drawn = [
        f"{ink} 40 {600 - 12 * k} {wide} 12 re f 0 g {words(222, 603 - 12 * k, label, 8)}"
        for k, (ink, label) in enumerate(zip(INKS, LABELS, strict=True))
    ]
    blocks = document.read(pdf("\n".join(drawn))).blocks
    assert sum(len(b.marks) for b in blocks if isinstance(b, Paragraph)) == signs
