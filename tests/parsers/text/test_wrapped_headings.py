"""Headings whose words show that they go on in the next line."""

from __future__ import annotations

import pytest

from parsers.text.wrapped_headings import goes_on


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Priority Two - Children are happy and healthy in", "Nottinghamshire"),
        ("2.4 The integration of health services for children and young", "people"),
        ("2.2 A Nursing Service for ages 0-", "19 year olds"),
        ("1.5 The development of the Multi Agency Safeguarding Hub", "(MASH)"),
        ("4.1 Homes (new and", "Old) for all"),
    ],
)
def test_a_heading_goes_on_below_words_that_end_none(before: str, text: str) -> None:
    assert goes_on(before, text)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Priority Two - Children are happy and healthy", "Key activities"),
        ("2.4 The integration of health services for", "2.5 Homes"),  # another one, whatever was lost
        ("2.4 The integration of health services:", "people"),
        ("2.4 The integration of health services", "iCare for all"),
        ("2.4 The integration of health services", "(b) homes"),
        ("2.4 The integration of health services", "lead officer: A Jones"),
        ("Owned by", "Due by"),  # labels
    ],
)
def test_headings_below_each_other_are_two(before: str, text: str) -> None:
    assert not goes_on(before, text)
