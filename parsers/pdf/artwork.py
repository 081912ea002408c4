"""Paths and pictures of a page: which are ruling lines, which are fills, which are drawn signs."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from ctypes import c_ulong, cast, create_string_buffer
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.asking import Handle, handle
from parsers.geometry import Box, enclosing, union
from parsers.page import Drawing, Fill, Picture, Rule
from parsers.pdf import clips, covers, cutouts, dotted, gradients, rims, rings, shapes, stencils, strokes
from parsers.pdf.paths import IDENTITY, Matrix, Paint, Pen, Point, Subpath, times
from parsers.placing import Placing

RULE_WIDTH = 3.0  # points; a filled rectangle thinner than this is a ruling line, not shading
STRAIGHT = 0.75  # points that a ruling line may lean from end to end
MAX_DEPTH = 8  # forms inside forms; deeper nesting is an attack, not a document
BARS = 24.0  # points; bars of one path that fill more than this are shading or a chart, no icon
SWATCH = 0.8  # share of the larger one's area that a swatch and its outline have in common
ICON = 72.0  # points; larger pictures are photographs or charts, which no status cell holds


class Over(NamedTuple):
    """A filled rectangle painted after `texts` of the page's own texts, `drawings`, `pictures` and `fills`; `matrix`
    is that of the forms around it."""

    box: Box
    item: Handle
    matrix: Matrix
    texts: int
    drawings: int
    pictures: int
    fills: int


class Painted(NamedTuple):
    """The page's own texts by their numbers, counted as they are painted, what is painted over some of them, the
    windows of texts in forms that show a part of theirs only, and the matrices of the forms around texts."""

    texts: dict[int, int]
    over: list[Over]
    windows: dict[int, Box]
    inner: dict[int, Matrix]

    @property
    def placed(self) -> dict[int, Matrix]:
        """All texts, the page's own first, with the matrix of the forms around each."""
        return dict.fromkeys(self.texts, IDENTITY) | self.inner


#: an object, its kind, the matrix of the forms around it, and what these show of it, None for all
Placed = tuple[Handle, int, Matrix, Box | None]
Art = tuple[tuple[Rule, ...], tuple[Fill, ...], tuple[Drawing, ...], tuple[Picture, ...]]


def read(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, placing: Placing, paper: Box
) -> tuple[Art, Painted]:
    """Rules, fills, drawings and pictures of a page in painting order, of shading what is on paper; and the order in
    which texts, and shading over them, are painted."""
    painted = Painted({}, [], {}, {})
    rules: list[Rule] = []
    fills: list[Fill] = []
    drawings: list[Drawing] = []
    pictures: list[Picture] = []
    pen = Pen(placing)
    for item, kind, matrix, window in _objects(page, pen, painted, paper):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            known = len(fills)
            former = len(rules), len(drawings)
            _sort_path(item, matrix, pen, rules, fills, drawings)
            if window:
                cutouts.show_only(window, (rules, former[0]), (fills, known), (drawings, former[1]))
            signs = len(drawings), len(pictures), known
            if (painted.texts or any(signs)) and len(fills) == known + 1:
                painted.over.append(Over(fills[-1].box, item, matrix, len(painted.texts), *signs))
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            stencils.shading(item, matrix, pen, fills, drawings)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            picture = _picture(document, page, item, matrix, pen)
            if window is None or window.holds(*picture.box.centre):
                pictures.append(picture)
    swatches = covers.swatches_bare(fills, [(over, over.fills) for over in painted.over], placing)
    seen = [Fill(clips.common(box, paper), colour, mcid) for box, colour, mcid in swatches]
    fills = [fill for fill in seen if fill.box.area]
    bare = covers.bare(drawings, [(over, over.drawings) for over in painted.over], placing)
    icons = covers.bare(pictures, [(over, over.pictures) for over in painted.over], placing)
    whole, grounds = rims.on_grounds(shapes.twins_joined(bare), fills)
    thin, tints = gradients.apart(rules)
    lines, dashes = strokes.apart(dotted.joined(thin))
    return (tuple(lines), (*grounds, *tints), (*whole, *dashes), tuple(icons)), painted


def _objects(page: pdfium.FPDF_PAGE, pen: Pen, painted: Painted, paper: Box) -> Iterator[Placed]:
    """Objects of a page that are no text, forms opened, each with its kind, the matrix of the forms around it and what
    these show of it.

    The page's own texts are entered into `painted` as they come, so that it holds those painted before an object.
    """
    texts = painted.texts
    text, form = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM
    # most objects are texts, with some producers one a letter: of these no more than their numbers is needed
    for number in map(asking.page_object, itertools.repeat(page), range(asking.count_objects(page))):
        kind = asking.object_kind(number)
        if kind == text:
            texts[number] = len(texts)
        elif kind == form:
            yield from _opened(handle(number), (IDENTITY, None), (pen, painted, paper), 0)
        else:
            yield handle(number), kind, IDENTITY, None


def _opened(
    form: Handle, around: tuple[Matrix, Box | None], told: tuple[Pen, Painted, Box], depth: int
) -> Iterator[Placed]:
    (matrix, window), (pen, painted, paper) = around, told
    window = cutouts.through(window, clips.around(form, pen.placing, matrix), paper)
    inner = times(pen.matrix(form), matrix)
    for k in range(asking.count_form_objects(form)):
        part = asking.form_object(form, k)
        kind = asking.object_kind(part)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth + 1 < MAX_DEPTH:
                yield from _opened(handle(part), (inner, window), told, depth + 1)
        elif kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle(part), kind, inner, window
        else:
            painted.inner[part] = inner
            if window:
                painted.windows[part] = window


def _sort_path(
    item: Handle, outer: Matrix, pen: Pen, rules: list[Rule], fills: list[Fill], drawings: list[Drawing]
) -> None:
    matrix = times(pen.matrix(item), outer)
    paint = pen.paint(item, matrix)
    if paint.fill is None and paint.stroke is None:
        return
    parts = list(pen.subpaths(item, matrix))
    if not parts:
        return
    if all(_is_upright(part) for part in parts) and not (paint.stroke is None and _is_icon(parts)):
        border = rings.ring(parts, even_odd=paint.even_odd) if paint.fill and paint.stroke is None else None
        if border and border.is_sign():
            if not any(_same_place(f.box, border.outer) for f in fills):
                drawings.append(_outline(parts, paint))
            return
        if border:
            for side in border.seen_through(clips.around(item, pen.placing, outer)):
                _sort_filled(side, paint, rules, fills)
            return
        known = len(fills)
        for part in parts:
            _sort_upright(part, paint, rules, fills)
        if len(fills) > known and not paint.stroke and (seen := stencils.around(item, outer, pen)):
            stencils.cut(fills, known, drawings, seen)
        return
    plain = rims.outlined(parts, paint)
    drawings.append(plain or shapes.drawing(parts, paint.fill, paint.stroke, paint.mcid))


def _same_place(a: Box, b: Box) -> bool:
    """True for a swatch and its outline."""
    return a.overlap(b) >= SWATCH * max(a.area, b.area)


def _outline(parts: Sequence[Subpath], paint: Paint) -> Drawing:
    outer = max(parts, key=lambda part: enclosing(part.points).area)
    return shapes.drawing([outer], None, paint.fill, paint.mcid)._replace(shape="hollow-square")


def _is_icon(parts: Sequence[Subpath]) -> bool:
    """True for bars that one small path paints apart from each other: a box with its lid, steps, a flag on its pole."""
    if len(parts) < 2:
        return False
    boxes = [enclosing(part.points) for part in parts]
    whole = union(boxes)
    apart = all(a.overlap(b) == 0 for a, b in itertools.combinations(boxes, 2))
    thick = any(min(b.width, b.height) > RULE_WIDTH for b in boxes)
    return max(whole.width, whole.height) <= BARS and thick and apart


def _is_upright(part: Subpath) -> bool:
    """True for a horizontal or vertical line and for an upright rectangle."""
    if part.curved or not 2 <= len(part.points) <= 5:
        return False
    for (ax, ay), (bx, by) in itertools.pairwise(part.points):
        if abs(ax - bx) > STRAIGHT and abs(ay - by) > STRAIGHT:
            return False
    return len(part.points) == 2 or _is_rectangle(part.points)


def _is_rectangle(points: tuple[Point, ...]) -> bool:
    left, top, right, bottom = enclosing(points)
    for x, y in points:
        beside = x - left <= STRAIGHT or right - x <= STRAIGHT
        if not beside or not (y - top <= STRAIGHT or bottom - y <= STRAIGHT):
            return False
    return True


def _sort_upright(part: Subpath, paint: Paint, rules: list[Rule], fills: list[Fill]) -> None:
    box = enclosing(part.points)
    if len(part.points) > 2:
        _sort_filled(box, paint, rules, fills)
    if paint.stroke and paint.width > 2 * RULE_WIDTH and len(part.points) == 2:
        fills.append(Fill(_inked(box, paint.width), paint.stroke, paint.mcid))
    elif paint.stroke:
        rules.extend(_sides(part, paint.stroke, paint.width))


def _sort_filled(box: Box, paint: Paint, rules: list[Rule], fills: list[Fill]) -> None:
    if not paint.fill:
        return
    if min(box.width, box.height) > RULE_WIDTH:
        fills.append(Fill(box, paint.fill, paint.mcid))
    elif max(box.width, box.height) > RULE_WIDTH:
        rules.append(_middle(box, paint.fill))
    else:
        rules.append(dotted.Dot(*_middle(box, paint.fill)))


def _middle(box: Box, colour: str, width: float | None = None) -> Rule:
    """The centre line of a thin box."""
    x0, top, x1, bottom = box
    wide, high = x1 - x0, bottom - top
    if wide >= high:
        y = (top + bottom) / 2
        return Rule(x0, y, x1, y, width or high, colour)
    x = (x0 + x1) / 2
    return Rule(x, top, x, bottom, width or wide, colour)


def _inked(box: Box, width: float) -> Box:
    """What a fat stroke covers: shading drawn with a pen."""
    across, down = (0.0, width / 2) if box.width > box.height else (width / 2, 0.0)
    return Box(box.x0 - across, box.top - down, box.x1 + across, box.bottom + down)


def _sides(part: Subpath, colour: str, width: float) -> Iterator[Rule]:
    points = [*part.points, part.points[0]] if part.closed else part.points
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if max(abs(ax - bx), abs(ay - by)) > STRAIGHT:
            yield _middle(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), colour, width)


def _picture(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, picture: Handle, outer: Matrix, pen: Pen
) -> Picture:
    a, b, c, d, e, f = times(pen.matrix(picture), outer)
    corners = [
        pen.placing.point(x, y) for x, y in ((e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f))
    ]
    box = enclosing(corners)
    mcid = asking.marked_content(picture)
    item = cast(picture, pdfium.FPDF_PAGEOBJECT)
    small = max(box.width, box.height) <= ICON
    colour, silhouette = shapes.icon(document, page, item) if small else (None, "")
    return Picture(box, _stored_digest(item) + silhouette, colour, None if mcid < 0 else mcid)


def _stored_digest(item: pdfium.FPDF_PAGEOBJECT) -> str:
    size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, c_ulong(0))
    buffer = create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, c_ulong(size))
    return hashlib.sha256(buffer.raw).hexdigest()[:16]
