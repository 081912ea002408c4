"""Signs that stand among lines of text, as texts of their own: a column may hold nothing else below its heading."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import Box
from parsers.text import heights
from parsers.text.phrases import Phrase, Row

LARGEST = 2.0  # of the font size of the line that a sign stands on
AIR = 0.1  # of the font size between a sign and the texts beside it
BESIDE, LEAST = 3, 2  # texts beside a sign, and lines that have so many: a key beside running text has fewer
SAID = "Sign"  # what stands for one: a word that is no figure


def among(lines: Sequence[Row], signs: Sequence[Box]) -> list[Row] | None:
    """The lines with the signs that stand on them beside their texts; None where no two of these stand so."""
    found: dict[int, Row] = {}
    for k, row in enumerate(lines):
        top, foot, size = heights.top_of(row), heights.foot_of(row), row[0].size
        for box in signs:
            if max(box.width, box.height) > LARGEST * size or not top <= box.centre[1] <= foot:
                continue
            if all(box.x1 + AIR * size < p.x0 or p.x1 + AIR * size < box.x0 for p in row):
                found.setdefault(k, []).append(Phrase(box.x0, box.x1, top, foot, SAID, row[0].style))
    if sum(len(lines[k]) >= BESIDE for k in found) < LEAST:
        return None
    return [sorted([*row, *found[k]]) if k in found else row for k, row in enumerate(lines)]
