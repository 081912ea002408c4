"""Headings that say what stands below them."""

from __future__ import annotations

import pytest

from normalise.prose import texts


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Section 1: Core indicators", None),
        ("Section 2: Delivery plan 2025/26", None),
        ("Section 2: Homes for everyone", "Homes for everyone"),
        ("Section 3", ""),
        ("Priority 2: Delivery plan", "Delivery plan"),
    ],
)
def test_a_section_of_the_report_is_no_priority(heading: str, title: str | None) -> None:
    """All actions stood under the priority `Delivery plan 2025/26`, without a finding."""
    found = texts.priority(heading)
    assert (found.title if found else None) == title
