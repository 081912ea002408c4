"""Rules that draw a table for a reader: those that show, white ones that belong to them, and bars in their place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from parsers.geometry import Box
from parsers.grids.grid import SHORTEST
from parsers.page import Fill, Page, Rule

PALE = 250  # of 255: a rule whose every channel is above this is white on paper
BAR = 10.0  # points of width of a bar of colour at a cell's side
TALL = 2.0  # times as high as it is wide: a bar, no square
INK = "#000000"
MEETS = 1.0  # points between a rule's end and the upright that it ends on


def drawn(page: Page) -> list[Rule]:
    """Rules that a reader can see and that are not longer than the paper, and bars that stand in for rules."""
    seen = [r for r in page.rules if not pale(r.colour) or _on_shading(r, page.fills)]
    seen += _between([r for r in page.rules if r.horizontal and pale(r.colour) and r not in seen], seen)
    upright = {r.x0 for r in seen if not r.horizontal}
    bars = [f.box for f in page.fills if f.box.width <= BAR and f.box.height >= TALL * f.box.width]
    at = [(min((x for x in upright if b.x0 - 1 <= x <= b.x1 + 1), default=None), b) for b in bars]
    return [*seen, *(Rule(x, b.top, x, b.bottom, b.width, INK) for x, b in at if x is not None)]


@lru_cache(maxsize=1024)
def pale(colour: str) -> bool:
    """True for white, or a colour that nobody tells from it."""
    return min(int(colour[k : k + 2], 16) for k in (1, 3, 5)) >= PALE


def _on_shading(rule: Rule, fills: Sequence[Fill]) -> bool:
    """True for a white rule that shows because it crosses shading; it draws its table also where it does not show."""
    line = Box(rule.x0, rule.top, rule.x1, rule.bottom).grown(1)
    shown = 2 * min(max(line.width, line.height) - 2, SHORTEST)
    return any(not pale(f.colour) and line.overlap(f.box.grown(1)) >= shown for f in fills)


def _between(hidden: Sequence[Rule], seen: Sequence[Rule]) -> list[Rule]:
    """White rules of a table whose white uprights show on its shaded headings, from one such upright to another."""
    upright = [r for r in seen if not r.horizontal and pale(r.colour)]
    return [rule for rule in hidden if all(_ends_on(x, rule.top, upright) for x in (rule.x0, rule.x1))]


def _ends_on(x: float, y: float, upright: Sequence[Rule]) -> bool:
    return any(abs(r.x0 - x) <= MEETS and r.top - MEETS <= y <= r.bottom + MEETS for r in upright)
