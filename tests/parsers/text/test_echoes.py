"""Lines that two pages print, each its part: one long page seen through two frames."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers import document
from parsers.block import Heading, Paragraph
from parsers.geometry import Box
from parsers.page import Picture
from parsers.text import echoes
from tests.parsers.printing import page, pdf, words

FRAME = "q 30 100 540 600 re W n {} Q"  # from 100 to 700 points above the foot of the page


def lines_of(*shown_on: str) -> list[list[str]]:
    """The texts of each page, seen through its frame."""
    blocks = document.read(pdf(*(FRAME.format(drawn) for drawn in shown_on))).blocks
    shown = [b for b in blocks if isinstance(b, (Heading, Paragraph))]
    return [[b.text for b in shown if b.page == number] for number in range(1, len(shown_on) + 1)]


FIRST = words(40, 650, "The works began.") + "\n"


def test_a_line_cut_by_a_page_break_and_printed_on_both_pages_is_read_once() -> None:
    first, second = lines_of(
        FIRST + words(40, 97, "They end in May."),
        words(40, 697, "They end in May.") + "\n" + words(40, 650, "Then rest."),
    )
    assert (first, second) == (["The works began.", "They end in May."], ["Then rest."])


def test_a_line_that_is_printed_whole_on_both_pages_is_read_on_both() -> None:
    last, first = words(40, 120, "On track"), words(40, 680, "On track")
    assert lines_of(FIRST + last, first) == [["The works began.", "On track"], ["On track"]]


def test_another_line_cut_at_the_head_of_a_page_is_kept() -> None:
    cut = words(40, 97, "They end in May."), words(40, 697, "They end in June.")
    assert lines_of(FIRST + cut[0], cut[1])[1] == ["They end in June."]


def test_a_line_of_which_the_frame_cuts_next_to_nothing_is_read_once_too() -> None:
    """PDFium reports no frame for it; the pages before have the same."""
    _, second, third = lines_of(
        FIRST + words(40, 97, "They end in May."),
        words(40, 697, "They end in May.") + "\n" + words(40, 102, "Then rest."),
        words(40, 702, "Then rest.") + "\n" + words(40, 650, "All is done."),
    )
    assert (second, third) == (["Then rest."], ["All is done."])


@pytest.mark.parametrize(("digest", "left"), [("a" * 16, 0), ("b" * 16, 1)])
def test_a_picture_that_a_page_break_cuts_is_one_sign(digest: str, left: int) -> None:
    """On both pages it was a status, so the rest of a row was a row of its own; its look is what its frame shows."""
    before = echoes.Foot(
        Box(30, 100, 570, 700), [], [Picture(Box(500, 695, 512, 707), "a" * 16 + "0f", None)]
    )
    lamp = Picture(Box(500, 95, 512, 107), digest + "f0", None)
    assert len(echoes.without(replace(page(), pictures=(lamp,)), before).pictures) == left
