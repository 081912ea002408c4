"""Gradients that are painted strip by strip: office software draws the bars of a sheet's figures, and the grounds of
cells, as many thin rectangles side by side, each a little lighter than the one before. They are no ruling lines."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.page import Fill, Rule

STRIPS = 6  # side by side; fewer may be a border of several lines
SAME = 0.1  # points between the ends of strips that are of one gradient
TOUCHING = 0.15  # of a strip's width that its distance from the next may differ from theirs


def apart(rules: Sequence[Rule]) -> tuple[list[Rule], list[Fill]]:
    """Rules in painting order without the strips of gradients, and the shading that these are, each in its middle
    colour."""
    kept: list[Rule] = []
    fills: list[Fill] = []
    start = 0
    for k in range(1, len(rules) + 1):
        if k < len(rules) and _goes_on(rules[k - 1], rules[k]):
            continue
        strips = rules[start:k]
        if len(strips) < STRIPS:
            kept += strips
        else:
            fills.append(_whole(strips))
        start = k
    return kept, fills


def _goes_on(strip: Rule, after: Rule) -> bool:
    """True for two strips with the same ends, beside each other without a gap."""
    if strip.horizontal != after.horizontal:
        return False
    if strip.horizontal:
        ends, by = (strip.x0 - after.x0, strip.x1 - after.x1), after.top - strip.top
    else:
        ends, by = (strip.top - after.top, strip.bottom - after.bottom), after.x0 - strip.x0
    wide = (strip.width + after.width) / 2
    return max(map(abs, ends)) <= SAME and abs(abs(by) - wide) <= TOUCHING * wide


def _whole(strips: Sequence[Rule]) -> Fill:
    half = max(strip.width for strip in strips) / 2
    across, down = (0.0, half) if strips[0].horizontal else (half, 0.0)
    box = Box(
        min(s.x0 for s in strips) - across,
        min(s.top for s in strips) - down,
        max(s.x1 for s in strips) + across,
        max(s.bottom for s in strips) + down,
    )
    return Fill(box, strips[len(strips) // 2].colour)
