"""Column headings that are printed again inside a band: those of the next table below one whose last row nothing draws,
or, where stripes colour every second row, of a table that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.stacks.bands import OVER, Band, styles_of
from parsers.stacks.stack import Stack
from parsers.text import heights
from parsers.text.phrases import Phrase, Row


def apart(stack: Stack, bands: Sequence[Band], lines: Sequence[Row]) -> tuple[Stack, list[Band]]:
    """The stack with levels above and below headings inside its bands that others above print, too, and its bands.
    `lines` are those that lie between its sides as a whole."""
    if not any(_is_mixed(band) for band in bands):
        return stack, list(bands)
    heads = {id(row) for run in _again(lines) for row in run}
    parted: list[Band] = []
    levels: list[float] = []
    for band in bands:
        begin = 0
        for k, (above, below) in enumerate(pairwise(band), 1):
            if (id(above) in heads) != (id(below) in heads):
                levels.append(heights.halfway(above, below))
                parted.append(band[begin:k])
                begin = k
        parted.append(band[begin:])
    if not levels:
        return stack, list(bands)
    cut = stack.cut(levels)
    return cut._replace(whole=cut.whole.union(levels)), parted


def _is_mixed(band: Band) -> bool:
    """True for lines of which some are in bold, of several texts, and some are not."""
    bold = [_is_bold(row) for row in band]
    return not all(bold) and any(heads and len(row) >= OVER for heads, row in zip(bold, band, strict=True))


def _again(lines: Sequence[Row]) -> list[Band]:
    """The runs of lines in bold of which most texts stand in the same places in an earlier one."""
    runs: list[list[Row]] = []
    for before, row in zip([(), *lines], lines, strict=False):
        if not _is_bold(row):
            continue
        if before and runs and runs[-1][-1] is before and styles_of((row,)) == styles_of((before,)):
            runs[-1].append(row)
        else:
            runs.append([row])
    told: list[set[tuple[int, str]]] = []
    found: list[Band] = []
    for run in runs:
        said = {(round(p.x0), p.text) for row in run for p in row}
        if any(len(said & other) >= OVER and 2 * len(said & other) > len(said) for other in told):
            found.append(tuple(run))
        told.append(said)
    return found


def _is_bold(row: Sequence[Phrase]) -> bool:
    return all(p.style.bold for p in row)
