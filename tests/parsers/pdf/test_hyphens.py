"""Soft hyphens that take room are hyphens; those that a program sets at a line's end stand apart from their words."""

from __future__ import annotations

import pytest

from parsers.pdf import pdfium
from parsers.text.lines import lines_of
from tests.parsers.pdf.test_abridged import text_of
from tests.parsers.printing import pdf, words


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("the plan 2016-17", "the plan 2016-17"),
        ("Completed - all is done", "Completed - all is done"),
        ("go) Tj [(to-) 333 (gether)] TJ (now", "goto\xadgethernow"),
    ],
    ids=["inside a word", "alone", "without room"],
)
def test_a_soft_hyphen_that_takes_room_inside_a_line_is_a_hyphen(shown: str, read: str) -> None:
    assert text_of(shown, "Other", {ord("-"): "\xad"}) == read


SOFT = b"\xfe\xff\x00\xad".decode("latin-1")


@pytest.mark.parametrize(
    ("end", "divided"),
    [
        ("(the commis-) Tj", False),
        ("(the commis) Tj (-) Tj", True),
        (f"(the commis) Tj /Span<</ActualText({SOFT})>>BDC (-) Tj EMC", True),
        ("(the work) Tj /Span<</ActualText(-)>>BDC (-) Tj EMC", False),
        ("(the work) Tj /Span<</ActualText(-)>>BDC 38.6 0 Td (-) Tj EMC", False),
    ],
    ids=["in its word", "apart", "said to be soft", "said to be printed", "printed a little off"],
)
def test_a_hyphen_that_a_program_set_between_syllables_is_told_from_the_author_s(
    end: str, divided: bool
) -> None:
    file = pdf(f"BT /F 10 Tf 40 700 Td {end} ET\n{words(40, 688, 'sion is here')}")
    with pdfium.opened(file) as document:
        first, second = lines_of(pdfium.read_page(document.raw, 0).tokens)
    assert first.text.endswith("-") and (first.divided, second.divided) == (divided, False)
