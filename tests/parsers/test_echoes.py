"""Lines that two pages print, each its part: one long page seen through two frames."""

from __future__ import annotations

from parsers import document
from parsers.block import Heading, Paragraph

from .printing import pdf, words

FRAME = "q 30 100 540 600 re W n {} Q"  # from 100 to 700 points above the foot of the page


def lines_of(*pages: str) -> list[list[str]]:
    """The texts of each page, seen through its frame."""
    blocks = document.read(pdf(*(FRAME.format(page) for page in pages))).blocks
    shown = [b for b in blocks if isinstance(b, (Heading, Paragraph))]
    return [[b.text for b in shown if b.page == number] for number in range(1, len(pages) + 1)]


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
