"""Pages of any ink: drawn from a seed without regard to sense, and those of real documents with something changed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Page, Rule, Token
from parsers.pdf import patterns, pdfium
from tests.parsers.printing import across, down, page, style, tokens

SAID = (
    "Action", "Lead", "Status", "Progress", "Green", "1.1", "12", "Page 2", "open the hub", "●", "■", ".", "|", "• one",
    "Mend the roads in", "97.4%", "G", "responsible officer", "a-", "30/06/26",
)  # fmt: skip
BOLD, SMALL, TINY, TURNED = style(bold=True), style(size=6), style(size=3), style(turn=3)
STYLES = (style(), style(), style(), style(), BOLD, SMALL, TINY, TURNED, style(size=16), style(hidden=True))
COLOURS = ("#ff0000", "#00b050", "#dddddd", "#808080", "#1f3864", "#ffffff")
WIDE, HIGH = (8, 30, 60, 100, 140), (6, 12, 15, 24, 30, 48, 70)
SHAPES = ("disc", "star", "square", "arrow-up", "path")


def drawn(seed: int) -> Page:
    """One or two grids of rules and shading, some of which is not there, with texts in most of their squares."""
    chance = random.Random(seed)
    made = page()
    top = 40.0
    for _ in range(chance.choice((1, 1, 2))):
        xs = _edges(chance, 50.0, chance.randint(1, 6), WIDE)
        ys = _edges(chance, top, chance.randint(1, 9), HIGH)
        made = replace(
            made,
            rules=(*made.rules, *_rules(chance, xs, ys)),
            fills=(*made.fills, *_fills(chance, xs, ys)),
            tokens=(*made.tokens, *_texts(chance, xs, ys, 40 * len(made.tokens))),
            drawings=(*made.drawings, *_signs(chance, xs, ys)),
        )
        top = ys[-1] + chance.choice((0, 4, 30))
    return made


def _edges(chance: random.Random, first: float, count: int, steps: Sequence[float]) -> list[float]:
    edges = [first]
    for _ in range(count):
        edges.append(edges[-1] + chance.choice(steps))
    return edges


def _rules(chance: random.Random, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Rule]:
    levels, uprights = chance.choice((0, 0.5, 1)), chance.choice((0, 0, 0.5, 1))
    for y in ys:
        if chance.random() >= levels:
            continue
        if chance.random() < 0.5:
            yield across(y, xs[0], xs[-1])
        else:
            yield from (
                across(y + chance.choice((0, 0.3)), *ends) for ends in pairwise(xs) if chance.random() < 0.8
            )
    for ends in pairwise(ys):
        yield from (down(x, *ends) for x in xs if chance.random() < uprights)


def _fills(chance: random.Random, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Fill]:
    share = chance.choice((0, 0, 0.3, 0.8))
    for top, bottom in pairwise(ys):
        if chance.random() < share:
            yield Fill(Box(xs[0], top, xs[-1], bottom), chance.choice(COLOURS))
        for left, right in pairwise(xs):
            if chance.random() < share / 2:
                yield Fill(Box(left, top, chance.choice((right, left + 4)), bottom), chance.choice(COLOURS))


def _signs(chance: random.Random, xs: Sequence[float], ys: Sequence[float]) -> Iterator[Drawing]:
    share = chance.choice((0, 0, 0.3))
    for top in ys[:-1]:
        for left in xs[:-1]:
            if chance.random() < share:
                shape, size = chance.choice(SHAPES), chance.choice((4, 9))
                box = Box(left + 3, top + 2, left + 3 + size, top + 2 + size)
                yield Drawing(box, shape, shape, chance.choice(COLOURS), None)


def _texts(chance: random.Random, xs: Sequence[float], ys: Sequence[float], run: int) -> Iterator[Token]:
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for left, right in pairwise(xs):
            if chance.random() < 0.25:
                continue
            set_in = BOLD if not row and chance.random() < 0.7 else chance.choice(STYLES)
            for line in range(chance.choice((1, 1, 2, 3))):
                run += 1
                said, wide = chance.choice(SAID), chance.choice((5, 4, 2, 0.8))
                starts = (left + 4, left + 4, right - len(said) * wide - 1, (left + right) / 2)
                above = chance.choice((2, 4, (bottom - top) / 2 - 5)) + 12 * line
                made = tokens(said, chance.choice(starts), top + above, set_in, wide)
                yield from (token._replace(run=run) for token in made)


def pages_of(path: Path) -> list[Page]:
    """The primitives of a document's pages."""
    with pdfium.opened(path.read_bytes(), None) as document:
        read = [
            pdfium.read_page(document.raw, k, None, layered=document.layered) for k in range(len(document))
        ]
        return [patterns.coloured(document.raw, one, patterned=document.patterned) for one in read]


def changed(whole: Page, seed: int | str) -> Page:
    """A page with up to three things on it that are not as they were."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 3)):
        whole = chance.choice(CHANGES)(whole, chance)
    return whole


def _without_some(whole: Page, chance: random.Random) -> Page:
    kept = chance.choice((0.2, 0.7, 0.95))
    tokens, rules, fills, drawings = chance.choice(((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)))
    return replace(
        whole,
        tokens=tuple(t for t in whole.tokens if not tokens or chance.random() < kept),
        rules=tuple(r for r in whole.rules if not rules or chance.random() < kept),
        fills=tuple(f for f in whole.fills if not fills or chance.random() < kept),
        drawings=tuple(d for d in whole.drawings if not drawings or chance.random() < kept),
    )


def _without_all(whole: Page, chance: random.Random) -> Page:
    """Without one or two kinds of ink, or without tags."""
    return chance.choice(
        (
            replace(whole, rules=()),
            replace(whole, fills=()),
            replace(whole, rules=(), fills=()),
            replace(whole, drawings=()),
            replace(whole, nodes=()),
        )
    )


def _without_band(whole: Page, chance: random.Random) -> Page:
    """Without the text of a band across the page, or down it."""
    low = chance.random()
    high = low + chance.random() * 0.3
    side = chance.randrange(2)
    length = (whole.width, whole.height)[side]
    kept = [t for t in whole.tokens if not low * length < t.box.centre[side] < high * length]
    return replace(whole, tokens=tuple(kept))


def _moved(whole: Page, chance: random.Random) -> Page:
    """The texts, or the rules, of one half stand elsewhere."""
    off, at = chance.choice((-30.0, -6.0, -1.5, 1.5, 6.0, 30.0)), chance.random() * whole.height
    if chance.random() < 0.5:
        rules = [
            rule._replace(x0=rule.x0 + off, x1=rule.x1 + off) if rule.top > at else rule
            for rule in whole.rules
        ]
        return replace(whole, rules=tuple(rules))
    low = [t for t in whole.tokens if t.box.top > max(at, -off) and t.box.bottom + off < whole.height]
    moved = {id(t): t.box._replace(top=t.box.top + off, bottom=t.box.bottom + off) for t in low}
    return replace(whole, tokens=tuple(t._replace(box=moved.get(id(t), t.box)) for t in whole.tokens))


def _shuffled(whole: Page, chance: random.Random) -> Page:
    """What the page prints, in another order of drawing."""
    rules, fills = list(whole.rules), list(whole.fills)
    chance.shuffle(rules)
    chance.shuffle(fills)
    return replace(whole, rules=tuple(rules), fills=tuple(fills))


def _printed_twice(whole: Page, chance: random.Random) -> Page:
    first = chance.randrange(len(whole.tokens) + 1)
    again = whole.tokens[first : first + chance.choice((1, 5, 80))]
    return replace(whole, tokens=(*whole.tokens, *again))


def _recoloured(whole: Page, chance: random.Random) -> Page:
    fills = [f._replace(colour=chance.choice(COLOURS)) if chance.random() < 0.3 else f for f in whole.fills]
    return replace(whole, fills=tuple(fills))


CHANGES: tuple[Callable[[Page, random.Random], Page], ...] = (
    _without_some, _without_some, _without_all, _without_band, _moved, _moved, _shuffled, _printed_twice, _recoloured,
)  # fmt: skip
