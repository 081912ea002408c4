"""Headings that say what stands below them."""

from __future__ import annotations

import pytest

from normalise.prose import contents, texts


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Section 1: Core indicators", None),
        ("Section 2: Delivery plan 2025/26", None),
        ("Section 3: Evaluation of the Action Plan 2021–2025", None),
        ("Section 4: Progress against our priorities", None),
        ("Section 2: Homes for everyone", "Homes for everyone"),
        ("Section 3", ""),
        ("Priority 2: Delivery plan", "Delivery plan"),
    ],
)
def test_a_section_of_the_report_is_no_priority(heading: str, title: str | None) -> None:
    """All actions stood under the priority `Delivery plan 2025/26`, without a finding."""
    found = texts.priority(heading)
    assert (found.title if found else None) == title


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Core indicators", True),
        ("Delivery plan 2025/26", True),
        ("Corporate Core", False),
        ("Other services", False),
    ],
)
def test_a_heading_that_names_a_part_of_the_body_says_more_than_what_stands_below_it(
    heading: str, told: bool
) -> None:
    """Below `Corporate Core` rows went on under the part before it, without a finding."""
    assert contents.says_contents(heading) is told
