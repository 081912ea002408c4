"""The air between the lines of a text."""

from __future__ import annotations

import pytest

from parsers.text import airs
from parsers.text.wording import flow, learnt
from tests.parsers.printing import line
from tests.parsers.text.test_wording import wrapped


def test_the_usual_air_is_that_seen_most_often() -> None:
    assert airs.usual([wrapped("a", "b", "c", air=3), wrapped("a", "b", air=8)]) == pytest.approx(0.3)
    assert airs.usual([]) == 0


def test_wide_line_spacing_is_not_taken_for_paragraphs() -> None:
    """Nearly all lines stand as far apart: no paragraphs end there."""
    wide = [wrapped("a", "b", "c", air=9) for _ in range(8)]
    assert airs.usual(wide) == pytest.approx(0.9)
    assert airs.usual([*wide, *[wrapped("a", "b", air=2)] * 4]) == pytest.approx(0.2)
    known = learnt(wide, wide).spacing
    assert airs.usual([wrapped("a", "b", air=9)], known) == pytest.approx(0.9)
    assert airs.usual([wrapped("a", "b", "c", air=2)], known) == pytest.approx(0.2)
    assert flow([line("one", 50), line("two", 69), line("three", 95)], usual=known) == "one two\nthree"


def test_paragraphs_of_few_texts_are_not_taken_for_wide_line_spacing() -> None:
    assert airs.usual([wrapped("a", "b", air=9)] * 3) == 0
