"""Column headings that share a band with the row below them: stripes colour every second row, and the headings and the
first row both stand on paper; or rules are drawn below rows, and none below headings."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.stacks.bands import Band, opens, stand_over, styles_of
from parsers.stacks.stack import Stack
from parsers.text import heights

LINES = 4  # of headings


def apart(stack: Stack, bands: Sequence[Band]) -> tuple[Stack, list[Band]]:
    """The stack with a level below headings in its first band, or in the one below a title's, and the bands of it."""
    first = 1 if len(bands) > 1 and sum(map(len, bands[0])) == 1 else 0
    if len(bands) < first + 2 or len(bands[first]) < 2:
        return stack, list(bands)
    band = bands[first]
    styles = styles_of(band[:1])
    end = next((k for k, row in enumerate(band) if styles_of((row,)) != styles), 0)
    heads, below = band[:end], band[end:]
    if not 0 < end <= LINES or not stand_over(heads, below[0]):
        return stack, list(bands)
    if not opens([heads, below, *bands[first + 1 :]], 0):
        return stack, list(bands)
    at = (max(p.bottom for row in heads for p in row) + heights.top_of(below[0])) / 2
    cut = stack.cut([at])
    return cut._replace(whole=cut.whole | {at}), [*bands[:first], heads, below, *bands[first + 1 :]]
