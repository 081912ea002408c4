"""Ratings of several signs side by side, `●●●○` or `★★`: one mark, which is the whole run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.block import Mark
from parsers.geometry import union

#: what the signs of one rating are called, full and empty ones alike
FAMILIES = {
    "disc": "disc", "ring": "disc", "star": "star", "hollow-star": "star", "square": "square",
    "hollow-square": "square", "triangle": "triangle", "hollow-triangle": "triangle", "diamond": "diamond",
}  # fmt: skip
BARS = range(0x25A0, 0x2600)  # geometric shapes of Unicode, of which not all have names here: `▮▮▯`
GAP = 0.6  # of its height between a sign and the next one
LEVEL = 0.25  # of their height that signs of one run may stand apart, or differ by in size
GREY = 20  # of 255 that the channels of a grey may differ by
PRIVATE = range(0xE000, 0xF900)  # codes that mean something in their own font only


def joined(marks: Sequence[Mark]) -> list[Mark]:
    """Marks in their order, each run of like signs that stand close to each other on one line as one."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if runs and _goes_on(runs[-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return [_of(run) if len(run) > 1 else run[0] for run in runs]


def _goes_on(run: Sequence[Mark], mark: Mark) -> bool:
    last = run[-1]
    a, b = last.box, mark.box
    if last.seen != mark.seen or _family(last) is None or _family(last) != _family(mark) or mark.alt:
        return False
    high = max(a.height, b.height)
    if abs(a.centre[1] - b.centre[1]) > LEVEL * high or abs(a.height - b.height) > LEVEL * high:
        return False
    if not -0.1 * a.width <= b.x0 - a.x1 <= GAP * high:
        return False
    return len({m.colour for m in (*run, mark) if _has_colour(m)}) <= 1


def _family(mark: Mark) -> str | None:
    if mark.seen == "shape" and mark.shape.endswith("square"):
        return None  # swatches of a key, or a chart
    if mark.shape in FAMILIES:
        return FAMILIES[mark.shape]
    return "bar" if mark.seen == "glyph" and ord(mark.characters[-1:] or " ") in BARS else None


def _has_colour(mark: Mark) -> bool:
    if mark.colour is None:
        return False
    channels = [int(mark.colour[k : k + 2], 16) for k in (1, 3, 5)]
    return max(channels) - min(channels) > GREY


def _of(run: Sequence[Mark]) -> Mark:
    """The mark that a run is: its colour is the one that some of its signs have, its shape what it looks like."""
    colour = next((m.colour for m in run if _has_colour(m)), run[0].colour)
    inks = {m.colour for m in run}
    unlike = "".join(m.colour or "-" for m in run) if len(inks) > 1 else ""
    box = union([m.box for m in run])
    if run[0].seen != "glyph":
        return Mark(run[0].seen, _named(run), colour, f"{_named(run)}:{unlike}", box)
    fonts = dict.fromkeys(m.identity.rpartition(":")[0] for m in run)
    characters = "".join(m.characters for m in run)
    plain = not any(ord(c) in PRIVATE or c.isascii() for c in characters)
    shape = characters if plain else _named(run)
    return Mark("glyph", shape, colour, f"{'+'.join(fonts)}{unlike}:{characters}", box)


def _named(run: Sequence[Mark]) -> str:
    """`3 disc 1 ring`."""
    counts: list[tuple[int, str]] = [(1, run[0].shape)]
    for a, b in pairwise(run):
        if a.shape == b.shape:
            counts[-1] = (counts[-1][0] + 1, b.shape)
        else:
            counts.append((1, b.shape))
    return " ".join(f"{count} {shape}" for count, shape in counts)
