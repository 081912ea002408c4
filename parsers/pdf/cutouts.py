"""Parts cut out of pages: a form that shows no more of what it holds than a window does.

Programs that place pages on a sheet, or a part of one on another, keep the whole page in the file. What stands outside
the window is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Rule, Token
from parsers.pdf.clips import common

PART = 0.5  # of the paper's width or height from which on a window shows a part of a page; fields of a form are smaller
SLACK = 1.0  # points by which a line's middle may stand outside


def through(outer: Box | None, own: Box | None, paper: Box) -> Box | None:
    """What a form shows inside another one; None where that cuts nothing off."""
    if own is None or (own.width < PART * paper.width and own.height < PART * paper.height):
        return outer
    shown = common(own, outer or paper)
    return None if shown.width >= paper.width - SLACK and shown.height >= paper.height - SLACK else shown


def seen(text: tuple[Token, ...], windows: Mapping[int, Box]) -> tuple[Token, ...]:
    """The tokens of a page without those that their windows do not show."""
    if not windows:
        return text
    return tuple(t for t in text if t.run not in windows or _shows(windows[t.run], t))


def _shows(window: Box, token: Token) -> bool:
    """True for a letter or word whose middle stands in a window; what two cuts share is shown by the latter alone."""
    x, y = token.box.centre
    return window.x0 <= x < window.x1 and window.top - SLACK <= y < window.bottom + SLACK


def show_only(
    window: Box,
    rules: tuple[list[Rule], int],
    fills: tuple[list[Fill], int],
    drawings: tuple[list[Drawing], int],
) -> None:
    """Cut what was painted last, from the given places in the lists on, down to what a window shows."""
    (lines, first), (grounds, ground), (signs, sign) = rules, fills, drawings
    lines[first:] = [r for rule in lines[first:] for r in _rule(rule, window)]
    shown = [f._replace(box=common(f.box, window)) for f in grounds[ground:]]
    grounds[ground:] = [f for f in shown if f.box.area]
    signs[sign:] = [d for d in signs[sign:] if window.holds(*d.box.centre)]


def _rule(rule: Rule, window: Box) -> Iterator[Rule]:
    x0, top, x1, bottom = window.grown(SLACK)
    a, b = max(rule.x0, x0), min(rule.x1, x1)
    c, d = max(rule.top, top), min(rule.bottom, bottom)
    if a <= b and c <= d and (a < b or c < d):
        yield rule._replace(x0=a, x1=b, top=c, bottom=d)
