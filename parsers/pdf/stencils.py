"""Paint seen through a path: a sign may be a rectangle or a shading that the sign's form cuts out.

Designers' programs and converters paint so, and printers of tables cut a cell's shading off at the cell's edge.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from parsers import asking
from parsers.asking import Handle
from parsers.geometry import Box, enclosing, union
from parsers.page import Drawing, Fill
from parsers.pdf import clips, shapes
from parsers.pdf.paths import Matrix, Paint, Pen, Subpath

SIGN = 72.0  # points; larger forms are panels and pictures' frames
CELLS = 3  # of a row that one path leaves open
CORNERS = 5  # points of a rectangle, the first one again at its end
STRAIGHT = 0.75  # points that a side of a rectangle may lean
SHADED = "#bfbfc0"  # of a shading whose colour is not known before the page is looked at


class Stencil(NamedTuple):
    """What an object's clip paths leave open, and the form that does so where it is no upright rectangle."""

    frame: Box
    form: tuple[Subpath, ...]


def around(item: Handle, outer: Matrix, pen: Pen) -> Stencil | None:
    """The stencil of an object; None where nothing cuts it. `outer` is the matrix of the forms around it."""
    clip = asking.handle(asking.clip_path(item))
    count = asking.count_clips(clip) if clip else 0
    if count <= 0:
        return None
    paths = [tuple(pen.clip(clip, k, outer)) for k in range(count)]
    boxes = [_whole(parts) for parts in paths if parts]
    if not boxes:
        return None
    frame = boxes[0]
    for box in boxes[1:]:
        frame = clips.common(frame, box)
    forms = [parts for parts in paths if parts and not _is_upright(parts)]
    form = forms[-1] if forms and _are_all(forms[-1], frame) else ()
    return Stencil(frame, form)


def _whole(parts: Sequence[Subpath]) -> Box:
    """What a path leaves open. The cells of a row leave open what most of its width does: one that is merged over rows
    reaches further down."""
    boxes = [enclosing(part.points) for part in parts]
    whole = union(boxes)
    if len(boxes) < CELLS or whole.width <= SIGN or any(abs(box.top - whole.top) > STRAIGHT for box in boxes):
        return whole
    feet: dict[int, float] = {}
    for box in boxes:
        feet[round(box.bottom)] = feet.get(round(box.bottom), 0.0) + box.width
    foot = max(feet, key=lambda at: (feet[at], at))
    level = max(box.bottom for box in boxes if round(box.bottom) == foot)
    return whole._replace(bottom=level) if 2 * feet[foot] > whole.width else whole


def _is_upright(parts: Sequence[Subpath]) -> bool:
    """True for one rectangle along the paper's edges."""
    (part, *others), points = parts, parts[0].points
    level = all(
        min(abs(ax - bx), abs(ay - by)) <= STRAIGHT for (ax, ay), (bx, by) in itertools.pairwise(points)
    )
    return not others and not part.curved and len(points) <= CORNERS and level


def _are_all(parts: Sequence[Subpath], frame: Box) -> bool:
    """True for a form of a sign's size that nothing else cuts."""
    whole = enclosing(point for part in parts for point in part.points)
    return max(whole.width, whole.height) <= SIGN and whole.overlap(frame) >= whole.area - STRAIGHT


def cut(fills: list[Fill], known: int, drawings: list[Drawing], seen: Stencil) -> None:
    """Put what a stencil shows in the place of the rectangles that were filled last, from number `known` on."""
    shown = [f._replace(box=_seen(f.box, seen.frame)) for f in fills[known:]]
    shown = [f for f in shown if f.box.area]
    del fills[known:]
    if seen.form and shown and union([f.box for f in shown]).area >= seen.frame.area - STRAIGHT:
        drawings.append(shapes.drawing(seen.form, shown[-1].colour, None, shown[-1].mcid))
    else:
        fills.extend(shown)


def _seen(box: Box, frame: Box) -> Box:
    """What a frame leaves of a rectangle; a row's stripe keeps its width where a merged cell beside it is left out."""
    seen = clips.common(box, frame)
    stripe = seen.width > SIGN and seen.height >= box.height - STRAIGHT
    return box if stripe else seen


def shading(item: Handle, outer: Matrix, pen: Pen, fills: list[Fill], drawings: list[Drawing]) -> None:
    """What is seen of a shading that is painted through a path; its colour is not known yet."""
    seen = around(item, outer, pen)
    if seen is None or not seen.frame.area:
        return
    mcid = asking.marked_content(item)
    paint = Paint(SHADED, None, 0.0, None if mcid < 0 else mcid)
    if seen.form:
        drawings.append(shapes.drawing(seen.form, paint.fill, None, paint.mcid))
    else:
        fills.append(Fill(seen.frame, SHADED, paint.mcid))
