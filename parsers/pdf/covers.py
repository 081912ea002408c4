"""Text and signs beneath opaque boxes that are painted after them: the file holds them, nobody sees them on the page.

Names are blacked out so, and words and signs painted over with paper's white, others set in their place. Only texts of
the page itself are looked at, not those inside forms.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from ctypes import cast
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

import pypdfium2.raw as pdfium

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Picture, Token
from parsers.pdf import clips
from parsers.pdf.paths import IDENTITY
from parsers.placing import Placing

if TYPE_CHECKING:
    from parsers.pdf.artwork import Over, Painted

Sign = TypeVar("Sign", Drawing, Picture, Fill)

SWATCH = 24.0  # points a side; a larger box is shading
SLACK = 1.0  # points by which a token's nominal box may stand out of the box that covers it


def hiding(placing: Placing, text: tuple[Token, ...], painted: Painted) -> tuple[tuple[Token, ...], int]:
    """The tokens of a page, those beneath a box hidden, and the number of characters that are."""
    over = [rect for rect in painted.over if rect.texts]  # most shading is painted before any text
    found = [(box, rect.texts, inside) for rect, box, inside in _met(text, over, placing)]
    if not found:
        return text, 0
    order = painted.texts
    beneath = {
        id(token): len(token.text)
        for _, texts, inside in found
        for token in inside
        if token.run in order and order[token.run] < texts and not token.style.hidden
    }
    shown = text
    if beneath:
        shown = tuple(
            t._replace(style=replace(t.style, hidden=True)) if id(t) in beneath else t for t in text
        )
    return shown, sum(beneath.values())


def bare(signs: Sequence[Sign], over: Sequence[tuple[Over, int]], placing: Placing) -> Sequence[Sign]:
    """The signs of a page in painting order without those that lie beneath a box, each box with the number of signs
    painted before it."""
    if not signs or not over:
        return signs
    order = sorted(range(len(signs)), key=lambda k: signs[k].box.top)
    tops = [signs[k].box.top for k in order]
    beneath: set[int] = set()
    for rect, before in over:
        room = rect.box.grown(SLACK)
        band = order[bisect_left(tops, room.top) : bisect_right(tops, room.bottom)]
        below = [k for k in band if k < before and _holds(room, signs[k].box)]
        if below and _is_opaque(rect) and (box := _shown(rect, placing)):
            beneath.update(k for k in below if _holds(box.grown(SLACK), signs[k].box))
    return [sign for k, sign in enumerate(signs) if k not in beneath] if beneath else signs


def swatches_bare(
    fills: Sequence[Fill], over: Sequence[tuple[Over, int]], placing: Placing
) -> Sequence[Fill]:
    """The shading of a page in painting order without swatches no larger than a sign that lie beneath a box."""
    small = [k for k, fill in enumerate(fills) if max(fill.box.width, fill.box.height) <= SWATCH]
    boxes = [(rect, bisect_left(small, before)) for rect, before in over] if small else []
    shown = bare([fills[k] for k in small], boxes, placing)
    if len(shown) == len(small):
        return fills
    kept = {id(fill) for fill in shown} | {id(f) for f in fills if max(f.box.width, f.box.height) > SWATCH}
    return [fill for fill in fills if id(fill) in kept]


def _met(
    text: Sequence[Token], over: Sequence[Over], placing: Placing
) -> Iterator[tuple[Over, Box, list[Token]]]:
    """Opaque boxes, as far as their own clip shows them, with the inked tokens that lie in them."""
    if not over:
        return
    inked = sorted([t for t in text if not t.text.isspace()], key=attrgetter("box.top"))
    tops = [t.box.top for t in inked]
    for rect in over:
        room = rect.box.grown(SLACK)
        band = inked[bisect_left(tops, room.top) : bisect_right(tops, room.bottom)]
        if any(_holds(room, t.box) for t in band) and _is_opaque(rect):
            box = _shown(rect, placing)
            inside = [t for t in band if _holds(box.grown(SLACK), t.box)] if box else []
            if box and inside:
                yield rect, box, inside


def _holds(room: Box, box: Box) -> bool:
    return room.x0 <= box.x0 and box.x1 <= room.x1 and room.top <= box.top and box.bottom <= room.bottom


def _is_opaque(rect: Over) -> bool:
    return not pdfium.FPDFPageObj_HasTransparency(cast(rect.item, pdfium.FPDF_PAGEOBJECT))


def _shown(rect: Over, placing: Placing) -> Box | None:
    """What a box's own clip leaves of it; None where that is not known: a clip inside a form has a space of its own."""
    window = clips.window(rect.item, placing)
    if window is None:
        return rect.box
    return clips.common(rect.box, window.frame) if rect.matrix == IDENTITY else None
