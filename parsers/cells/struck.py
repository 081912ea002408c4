"""Lines drawn through text: what somebody struck out is still printed in its cell, and counts no more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parsers.cells.cell import Seen, SeenTable
from parsers.grids.rules import pale
from parsers.page import Rule, Token

STRUCK = "a line is drawn through the text: it may be struck out"
MIDDLE = (0.3, 0.75)  # share of a character's height in which a line strikes it; one below it underlines
COVERED = 0.7  # share of the line that runs through characters; an arrow's shaft between two does not
ON_EDGE = 1.0  # points between a row's edge and a rule that draws it


def doubt(tables: Sequence[SeenTable], rules: Sequence[Rule]) -> None:
    """Say of cells with a line through their text that it may be struck out."""
    level = [rule for rule in rules if rule.horizontal and not pale(rule.colour)]
    for table in tables:
        box, edges = table.grid.box, table.grid.ys
        inside = [r for r in level if box.holds((r.x0 + r.x1) / 2, r.top)]
        for rule in (r for r in inside if not _on_edge(r.top, edges)):
            for seen in table.cells:
                if seen.box.holds((rule.x0 + rule.x1) / 2, rule.top) and _strikes(rule, seen):
                    seen.doubt = STRUCK


def _on_edge(y: float, edges: Sequence[float]) -> bool:
    """True for a height at one of a table's edges, from the top down."""
    k = bisect_left(edges, y - ON_EDGE)
    return k < len(edges) and edges[k] <= y + ON_EDGE


def _strikes(rule: Rule, seen: Seen) -> bool:
    struck = [_width(rule, token) for token in seen.tokens if _is_crossed(rule, token)]
    return sum(struck) > COVERED * (rule.x1 - rule.x0) > 0


def _is_crossed(rule: Rule, token: Token) -> bool:
    text, (_, top, _, bottom), style, _ = token
    above, below = MIDDLE
    if not top + above * (bottom - top) < rule.top < top + below * (bottom - top):
        return False
    return not (style.hidden or style.turn or text.isspace()) and _width(rule, token) > 0


def _width(rule: Rule, token: Token) -> float:
    """Points of a character or word that lie on a line."""
    return min(rule.x1, token.box.x1) - max(rule.x0, token.box.x0)
