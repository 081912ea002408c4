"""Stripes that are painted cell by cell."""

from __future__ import annotations

import pytest

from parsers.geometry import Box
from parsers.page import Fill
from parsers.ruled import zebra
from tests.parsers.printing import tokens
from tests.parsers.stacks.test_eye import BOLD


def stripe(top: float) -> list[Fill]:
    return [Fill(Box(x, top, x + 100, top + 14), "#d9e2f3") for x in (50.0, 150.0, 250.0)]


@pytest.mark.parametrize(("tops", "bold", "headings"), [
    ((100.0,), True, True), ((100.0,), False, False), ((100.0, 128.0), True, False)
])  # fmt: skip
def test_one_stripe_of_bold_texts_alone_is_headings(
    tops: tuple[float, ...], bold: bool, headings: bool
) -> None:
    text = [t for x in (54, 154, 254) for t in tokens("Action", x, 102, BOLD if bold else None)]
    (found,) = zebra.tables([fill for top in tops for fill in stripe(top)])
    assert zebra.is_of_headings(found, text) is headings


def test_pale_and_low_grounds_are_no_stripes() -> None:
    shown = [*stripe(100), Fill(Box(50, 114, 350, 115), "#d9e2f3"), Fill(Box(50, 130, 350, 144), "#ffffff")]
    assert sorted(zebra.grounds(shown)) == sorted(stripe(100))
