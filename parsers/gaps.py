"""The open eye: tables without rules or shading, seen by white rivers that run down between their columns.

Lines with several phrases that follow each other make a run where rivers stay open through all of them. A run is a
table only where a column of figures stands beside labels; its columns and rows are then found as in tables with few
rules. Running text in columns, lists, terms, contents and charts are left as text, and so are tables of texts: a page
on which such a table goes on without headings would not be known for one, and its rows be lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers import columns, openings, phrases
from parsers.geometry import Box
from parsers.grid import Edge, Grid
from parsers.parts import AIR_IN_TEXT, SAME_COLUMNS, Part
from parsers.phrases import Phrase, Row
from parsers.stacks import Stack

RIVER = 0.65  # of the font size: the least width of a river, just over a gap inside a line of justified text
AIR = 2.5  # of the font size: more white than this between two lines parts tables
LEAST = 3  # lines with several phrases in a table, its headings among them
CELLS = 0.5  # share of a table's lines that have two cells and more: labels wrap, and head groups of rows
MOST = 0.5  # share of the labels that have letters: figures beside figures are as often a chart's axes
FIGURES = 0.67  # share of a column's texts that are figures
LOOK_BACK = 12  # lines above with which a line must share rivers: more would cost time on long tables
COLUMNS = 10  # lines on both sides of one river that are a page's two columns, each looked at by itself
SPANNING = ((4, 0), (9, 1), (1_000_000, 2))  # lines that may cross a river, by the number of lines: headings
PROSE = 30  # characters; the mean length of lines of running text in a narrow column
FILLED = 0.5  # share of such lines that end at the column's edge
YEAR = re.compile(r"(19|20)\d\d([-\u2013/]\d\d(\d\d)?)?[a-z*]?$")
PAGE = re.compile(r"(\d{1,4}|[ivxl]+)$")


class Run(NamedTuple):
    """Lines of one table, and the rivers between its columns."""

    lines: Sequence[Row]
    rivers: Sequence[tuple[float, float]]

    def column(self, phrase: Phrase) -> int:
        return bisect_right([a for a, _ in self.rivers], (phrase.x0 + phrase.x1) / 2)

    def values(self, lines: Sequence[Row]) -> list[list[str]]:
        """Texts of lines by column."""
        held: list[list[str]] = [[] for _ in range(len(self.rivers) + 1)]
        for row in lines:
            for phrase in row:
                held[self.column(phrase)].append(phrase.text)
        return held


def grids(lines: Sequence[Row], taken: Sequence[Box]) -> list[Grid]:
    """Grids of tables among lines that no other table holds; `taken` are the places of other tables."""
    runs = [run for segment in _segments(lines, taken) for run in _runs(segment)]
    found = []
    for run in runs:
        part = _part(run)
        if part is None and len(run.rivers) == 1 and len(run.lines) >= COLUMNS:
            sides = [own for side in _sides(run) for own in _segments(side, taken)]
            found += [_part(own) for side in sides for own in _runs(side)]
        found.append(part)
    drawn = [columns.grid_of(part) for part in found if part]
    return [grid for grid in drawn if grid and len(grid.ys) > LEAST]


def _sides(run: Run) -> list[list[Row]]:
    """What stands on either side of the gutter of a page that is set in two columns."""
    sides = [[[p for p in row if run.column(p) == side] for row in run.lines] for side in (0, 1)]
    return [[row for row in side if row] for side in sides]


def _segments(lines: Sequence[Row], taken: Sequence[Box]) -> list[list[Row]]:
    """Lines that follow each other without much air or another table between them."""
    found: list[list[Row]] = []
    foot = 0.0
    for row in lines:
        top = min(p.top for p in row)
        parted = any(foot - 1 <= box.top and box.bottom <= top + 1 for box in taken)
        if not found or parted or top - foot > AIR * row[0].size:
            found.append([])
        found[-1].append(row)
        foot = max(p.bottom for p in row)
    return [segment for segment in found if sum(len(row) > 1 for row in segment) >= LEAST]


def _runs(lines: Sequence[Row]) -> list[Run]:
    """Lines with several phrases, with those between them, as long as their rivers stay open."""
    blocks: list[tuple[int, int, int]] = []
    for k, row in enumerate(lines):
        if len(row) < 2:
            continue
        own = len(_rivers([row]))
        if blocks:
            first, last, count = blocks[-1]
            joint = len(_rivers(lines[max(first, k - LOOK_BACK) : k + 1]))
            least = SAME_COLUMNS * min(count, own) if last == first else SAME_COLUMNS * count
            if joint and joint >= least:
                blocks[-1] = first, k, max(count, joint) if last - first > 1 else joint
                continue
        blocks.append((k, k, own))
    runs = []
    for n, (first, last, _) in enumerate(blocks):
        start = blocks[n - 1][1] + 1 if n else 0
        end = blocks[n + 1][0] if n + 1 < len(blocks) else len(lines)
        rivers = _rivers(lines[first : last + 1])
        if rivers and last - first + 1 >= LEAST:
            runs.append(Run(_with_ends(lines, first, last, (start, end), rivers), rivers))
    return runs


def _rivers(lines: Sequence[Row]) -> list[tuple[float, float]]:
    least = RIVER * max(row[0].size for row in lines)
    allowed = next(few for below, few in SPANNING if len(lines) < below)
    return [(a, b) for a, b in phrases.strips(lines, allowed) if b - a >= least]


def _with_ends(
    lines: Sequence[Row],
    first: int,
    last: int,
    within: tuple[int, int],
    rivers: Sequence[tuple[float, float]],
) -> list[Row]:
    """The lines with those of one phrase at both ends that go on in one column: headings above, texts below."""
    while first > within[0] and lines[first - 1][0].x0 >= rivers[0][0]:
        if _air(lines[first - 1], lines[first]) > AIR_IN_TEXT or _crossings(lines[first - 1], rivers):
            break
        first -= 1
    while last + 1 < within[1] and _air(lines[last], lines[last + 1]) <= AIR_IN_TEXT:
        row = lines[last + 1]
        aside = row[0].x0 >= rivers[0][0] or row[0].text[0].islower()
        if not aside or _crossings(row, rivers):
            break
        last += 1
    return list(lines[first : last + 1])


def _air(above: Row, below: Row) -> float:
    return (min(p.top for p in below) - max(p.bottom for p in above)) / below[0].size


def _crossings(row: Row, rivers: Sequence[tuple[float, float]]) -> int:
    return sum(p.x0 < a and b < p.x1 for p in row for a, b in rivers)


def _part(run: Run) -> Part | None:
    """The run as headings and a body between two levels; None where it is no table."""
    head = _above_figures(run)
    if not _is_table(run, run.lines[head:]):
        return None
    part = _bands(run, head or 1)
    return part._replace(headed=len(part.bands) - 1 if head else 0)


def _above_figures(run: Run) -> int:
    """Lines above the first that has a figure, years apart; labels alone belong to the body."""
    count = next((k for k, row in enumerate(run.lines) if _has_figure(row, run)), 0)
    while count and len(run.lines[count - 1]) == 1 and run.column(run.lines[count - 1][0]) == 0:
        count -= 1
    return count


def _has_figure(row: Row, run: Run) -> bool:
    beside = [p.text for p in row if run.column(p)]
    return any(_is_figure(text) and not YEAR.match(text) for text in beside)


def _is_figure(text: str) -> bool:
    return bool(openings.FIGURE.match(text)) and any(c.isdigit() for c in text)


def _is_table(run: Run, body: Sequence[Row]) -> bool:
    """True for labels with figures beside them on most lines; not for contents, whose figures are pages."""
    several = sum(len({run.column(p) for p in row}) > 1 for row in body)
    if several < max(LEAST - 1, CELLS * len(body)):
        return False
    labels, *beside = run.values(body)
    figures = any(col and sum(map(_is_figure, col)) >= FIGURES * len(col) for col in beside)
    labelled = sum(any(c.isalpha() for c in text) for text in labels) > MOST * len(labels)
    contents = len(beside) == 1 and all(map(PAGE.match, run.values(run.lines)[1]))
    return figures and labelled and not contents and not _is_prose(run)


def _is_prose(run: Run) -> bool:
    """True for running text in the first column: long lines that end at one edge."""
    first = [p for row in run.lines for p in row if run.column(p) == 0]
    edge = max(p.x1 for p in first)
    full = sum(edge - p.x1 < p.size for p in first)
    return sum(len(p.text) for p in first) > PROSE * len(first) and full > FILLED * len(first)


def _bands(run: Run, head: int) -> Part:
    """The run's lines between levels: headings that span columns a band each, the others one, and the body."""
    cuts = [k + 1 for k in range(head - 1) if _crossings(run.lines[k], run.rivers)]
    starts = [0, *cuts, head, len(run.lines)]
    bands = [tuple(run.lines[a:b]) for a, b in pairwise(starts)]
    left = min(p.x0 for row in run.lines for p in row) - 1
    right = max(p.x1 for row in run.lines for p in row) + 1
    tops = [min(p.top for p in band[0]) for band in bands]
    feet = [max(p.bottom for row in band for p in row) for band in bands]
    levels = (tops[0] - 1, *((a + b) / 2 for a, b in zip(feet, tops[1:], strict=False)), feet[-1] + 1)
    edges = tuple(Edge(at, left, right) for at in levels)
    return Part(Stack(left, right, levels, frozenset(levels), frozenset(), edges, ()), tuple(bands), 0)
