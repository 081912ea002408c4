"""Alleys: upright strips without text in a table that no upright rules draw, and which of them part its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.text import under
from parsers.text.phrases import Phrase, Row
from parsers.text.wording import END_HYPHEN

#: of the font size: an alley this wide is a column's edge where no headings confirm it, by the number of lines
WIDE = ((2, 1e4), (6, 1.6), (15, 1.0), (1_000_000, 0.7))
FLUSH = 1.0  # points between the left edges of texts that begin at one place
SELDOM = 4  # times as many lines begin behind the edge of a column as behind a gap in lines set flush
CENTRED = 2.0  # points between the middle of a heading and that of its column
BLANK = 0.4  # of the font size: the widest blank between words


class Alley(NamedTuple):
    """An upright strip without text; `end` is where pieces of rules or shading meet in it."""

    x0: float
    x1: float
    end: float | None

    @property
    def x(self) -> float:
        return (self.x0 + self.x1) / 2 if self.end is None else self.end


def wide(alleys: Sequence[Alley], body: Sequence[Row]) -> list[Alley]:
    """Alleys so wide that chance cannot have left them between words."""
    if not body:
        return []
    size = Counter(p.size for row in body for p in row).most_common(1)[0][0]
    least = size * next(share for below, share in WIDE if len(body) < below)
    return [a for a in alleys if a.end is not None or a.x1 - a.x0 >= least]


def headed(
    alleys: Sequence[Alley], heads: Sequence[Row], body: Sequence[Row], left: float, right: float
) -> list[Alley]:
    """Alleys without those that leave a column without a heading; the first column may have none."""
    around = (heads, body, left, right)
    kept = [
        a for k, a in enumerate(alleys)
        if a.end is not None or not (_severs(alleys, k, *around) or _parts_words(alleys, k, *around))
    ]  # fmt: skip
    kept = kept[1:] if _parts_centred(kept, *around) else kept
    while kept:
        xs = [left, *(a.x for a in kept), right]
        named = [_holds(heads, a, b) for a, b in pairwise(xs)]
        named[0] = named[0] or _holds(body, xs[0], xs[1])
        beside = [
            a
            for k, name in enumerate(named)
            if not name
            for a in kept[max(0, k - 1) : k + 1]
            if a.end is None
        ]
        if not beside:
            break
        filled = [_holds(body, a, b) for a, b in pairwise(xs)]
        own = [a for k, a in enumerate(kept) if a in beside and _parts_heading(k, named, filled)]
        kept.remove(min(own or _seldom_begun(beside, body), key=lambda a: a.x1 - a.x0))
    return _in_order(kept, heads, body, left, right) or kept


def _parts_centred(
    alleys: Sequence[Alley], heads: Sequence[Row], body: Sequence[Row], left: float, right: float
) -> bool:
    """True where the first alley parts texts without a heading from a heading without texts that stands on the middle
    of the two: it is centred over a first column whose texts begin at the left and are short on this page."""
    second = alleys[1].end if len(alleys) > 1 else right
    if not alleys or alleys[0].end is not None or second is None:
        return False
    at = alleys[0].x
    own = [p for row in heads for p in row if _within(p, left, second)]
    middle = (left + second) / 2
    centred = own and all(p.x0 >= at and abs((p.x0 + p.x1) / 2 - middle) <= CENTRED for p in own)
    return bool(centred) and _holds(body, left, at) and not _holds(body, at, second)


def _in_order(
    kept: Sequence[Alley], heads: Sequence[Row], body: Sequence[Row], left: float, right: float
) -> list[Alley] | None:
    """Alleys between as many columns as headings where no heading stands over its own texts: without these, one column
    has a heading alone and another the texts of several."""
    xs = [left, *(a.x for a in kept), right]
    if any(a.end is not None for a in kept) or all(_holds(body, a, b) for a, b in pairwise(xs)):
        return None
    spans: list[under.Extent] = []
    for row in heads:
        spans = under.covered(spans, row)
    rivers = under.rivers(spans, body) if len(spans) > len(kept) else None
    return [Alley(a, b, None) for a, b in rivers] if rivers else None


def _parts_heading(k: int, named: Sequence[bool], filled: Sequence[bool]) -> bool:
    """True for an alley between a heading without texts and texts without a heading, which stands beside them."""
    return any(named[a] and not filled[a] and filled[b] and not named[b] for a, b in ((k, k + 1), (k + 1, k)))


def _seldom_begun(alleys: Sequence[Alley], body: Sequence[Row]) -> Sequence[Alley]:
    """Of alleys beside a column without a heading those behind which few texts begin, if many do behind others: lines
    set flush on both sides have such gaps at one place."""
    begun = {a: sum(any(abs(p.x0 - a.x1) <= FLUSH for p in row) for row in body) for a in alleys}
    most = max(begun.values())
    return [a for a in alleys if begun[a] * SELDOM <= most] or alleys


def _severs(
    alleys: Sequence[Alley], k: int, heads: Sequence[Row], body: Sequence[Row], left: float, right: float
) -> bool:
    """True where what stands right of an alley is the end of a heading's line alone, cut inside a word that goes on
    left of it: a narrow heading that is set flush on both sides has such a gap."""
    xs = [left, *(a.x for a in alleys), right]
    if _holds(body, xs[k + 1], xs[k + 2]):
        return False
    cut = [p for row in heads for p in row if _within(p, xs[k + 1], xs[k + 2])]
    on = [p for row in heads for p in row if cut and _within(p, xs[k], xs[k + 1]) and p.top > cut[-1].middle]
    return (
        len(cut) == 1 and END_HYPHEN.search(cut[0].text) is not None and bool(on) and on[0].text[0].islower()
    )


def _parts_words(
    alleys: Sequence[Alley], k: int, heads: Sequence[Row], body: Sequence[Row], left: float, right: float
) -> bool:
    """True for the blank between two words of a heading, on one side of which the body prints nothing: over short words
    set on the column's middle a heading stands out on both sides."""
    xs = [left, *(a.x for a in alleys), right]
    one, other = ((xs[k + n], xs[k + n + 1]) for n in (0, 1))
    if _holds(body, *one) and _holds(body, *other):
        return False
    pairs = (
        pair for row in heads for pair in pairwise(row) if _within(pair[0], *one) and _within(pair[1], *other)
    )
    return any(b.x0 - a.x1 <= BLANK * b.size for a, b in pairs)


def _holds(rows: Sequence[Row], left: float, right: float) -> bool:
    return any(_within(p, left, right) for row in rows for p in row)


def _within(phrase: Phrase, left: float, right: float) -> bool:
    return left <= (phrase.x0 + phrase.x1) / 2 < right
