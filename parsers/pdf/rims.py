"""Outlines drawn by themselves: rings that are painted as the difference of two forms, and outlines over swatches.

Browsers and other makers of badges paint a form's ground and its border apart: one coloured sign to its reader.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers.geometry import enclosing
from parsers.page import Drawing, Fill
from parsers.pdf import rings, shapes
from parsers.pdf.paths import Paint, Subpath

SIGN = 72.0  # points; larger outlines are frames of cells and boxes
THIN = 0.4  # of the area around a ring that it leaves open at the least: thicker ones are signs of their own
SAME = 0.8  # share of the larger one's area that a swatch and its outline have in common
FULL = {"ring": "disc", "hollow-square": "square"}  # what an outline is called whose inside is painted


def outlined(parts: Sequence[Subpath], paint: Paint) -> Drawing | None:
    """A thin ring that is painted as the difference of two forms, as if a pen had drawn it; None for other paths."""
    if paint.fill is None or paint.stroke is not None:
        return None
    ring = rings.ring(parts, even_odd=paint.even_odd)
    if ring is None or ring.inner.area < THIN * ring.outer.area:
        return None
    outer = max(parts, key=lambda part: enclosing(part.points).area)
    return shapes.drawing([outer], None, paint.fill, paint.mcid)


def on_grounds(
    drawings: Sequence[Drawing], fills: Sequence[Fill]
) -> tuple[Sequence[Drawing], Sequence[Fill]]:
    """Signs and shading, each outline and the swatch in its place as one sign in the swatch's colour."""
    small = [fill for fill in fills if max(fill.box.width, fill.box.height) <= SIGN]
    if not small:
        return drawings, fills
    taken: set[int] = set()
    made: list[Drawing] = []
    for drawing in drawings:
        ground = next((f for f in reversed(small) if _is_rim(drawing, f) and id(f) not in taken), None)
        if ground is not None:
            taken.add(id(ground))
            shape, outline = FULL.get(drawing.shape, drawing.shape), shapes.filled(drawing.outline)
            drawing = drawing._replace(shape=shape, outline=outline, fill=ground.colour)
        made.append(drawing)
    return (made, [f for f in fills if id(f) not in taken]) if taken else (drawings, fills)


def _is_rim(drawing: Drawing, ground: Fill) -> bool:
    a, b = drawing.box, ground.box
    if drawing.fill is not None or drawing.stroke is None or a.overlap(b) < SAME * max(a.area, b.area):
        return False
    return shapes.goes_around(drawing.outline)
