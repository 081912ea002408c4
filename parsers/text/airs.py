"""The air between the lines of a text: the usual one, and that of texts whose lines stand wide apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from parsers.block import Line

WIDEST_LEADING = 0.6  # of the font size: what counts as usual air between two lines at the most
WIDE_SPACING = (
    1.6  # of the font size: what does at the most where a text has no two lines closer to each other
)
PAIRS = 12  # of lines that must show a spacing wider than usual
CLOSER = (
    0.1  # share of all pairs that may stand closer where the spacing is wide: accents, two texts in one cell
)
MOST = 0.6  # share of all pairs that must keep to a wide spacing


def usual(texts: Iterable[Sequence[Line]], known: float = 0.0) -> float:
    """The usual air between two lines as a share of the font size: the one seen most often.

    `known` is that of the whole document's texts where they are widely spaced, for texts of few lines.
    """
    seen = _airs(texts)
    near = {gap: times for gap, times in seen.items() if gap <= WIDEST_LEADING}
    if wide := _wide(seen) or (known if seen.total() < PAIRS and not near else 0.0):
        return wide
    return max(near, key=lambda gap: (near[gap], -gap), default=0.0)


def spacing(texts: Iterable[Sequence[Line]]) -> float:
    """The air between the lines of widely spaced texts as a share of the font size; 0 where they are set as usual."""
    return _wide(_airs(texts))


def _airs(texts: Iterable[Sequence[Line]]) -> Counter[float]:
    """How often each air stands between two lines, as a share of the font size."""
    return Counter([round(air(a, b), 1) for lines in texts if len(lines) > 1 for a, b in pairwise(lines)])


def _wide(seen: Counter[float]) -> float:
    """The air that nearly all pairs of lines have; 0 where some stand closer, so that it parts paragraphs."""
    near = sum(times for gap, times in seen.items() if gap <= WIDEST_LEADING)
    if seen.total() < PAIRS or near > CLOSER * seen.total():
        return 0.0
    gap, _ = max(seen.items(), key=lambda item: (item[1], -item[0]))
    alike = sum(times for other, times in seen.items() if abs(other - gap) < 0.15)
    return gap if WIDEST_LEADING < gap <= WIDE_SPACING and alike >= MOST * seen.total() else 0.0


def air(before: Line, line: Line) -> float:
    """Air between two lines as a share of the font size."""
    size = line.size
    return (line.box.top - before.box.bottom) / (size if size > 1.0 else 1.0)
