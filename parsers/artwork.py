"""Paths and pictures of a page: which are ruling lines, which are fills, which are drawn signs."""

from __future__ import annotations

import ctypes
import hashlib
import itertools
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_float, c_int, c_uint, c_ulong
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking, shapes
from parsers.geometry import Box, union
from parsers.page import Drawing, Fill, Picture, Rule
from parsers.placing import Placing

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

RULE_WIDTH = 3.0  # points; a filled rectangle thinner than this is a ruling line, not shading
STRAIGHT = 0.75  # points that a ruling line may lean from end to end
MAX_DEPTH = 8  # forms inside forms; deeper nesting is an attack, not a document
MAX_SEGMENTS = 5000  # of one path; charts and maps go beyond, status signs and grids do not
BARS = 24.0  # points; bars of one path that fill more than this are shading or a chart, no icon
ICON = 72.0  # points; larger pictures are photographs or charts, which no status cell holds

Art = tuple[tuple[Rule, ...], tuple[Fill, ...], tuple[Drawing, ...], tuple[Picture, ...]]


class Paint(NamedTuple):
    """How a path is painted: colours (None where not painted), line width in points, marked-content id."""

    fill: str | None
    stroke: str | None
    width: float
    mcid: int | None


class Subpath(NamedTuple):
    """One run of connected points as displayed; `curved` where any part of it is a Bezier curve."""

    points: tuple[Point, ...]
    curved: bool
    closed: bool


def read(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, placing: Placing) -> Art:
    """Rules, fills, drawings and pictures of a page in painting order."""
    rules: list[Rule] = []
    fills: list[Fill] = []
    drawings: list[Drawing] = []
    pictures: list[Picture] = []
    for item, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _sort_path(item, matrix, placing, rules, fills, drawings)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_picture(document, page, item, matrix, placing))
    return tuple(rules), tuple(fills), tuple(shapes.twins_joined(drawings)), tuple(pictures)


def _objects(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    """Objects of a page that are no text, with the matrix of the forms around them, forms opened."""
    address = addressof(page.contents)
    for k in range(pdfium.FPDFPage_CountObjects(page)):
        if asking.object_kind(asking.page_object(address, k)) != pdfium.FPDF_PAGEOBJ_TEXT:
            yield from _opened(pdfium.FPDFPage_GetObject(page, k), IDENTITY, 0)


def _opened(
    item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Matrix]]:
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item, matrix
    elif depth < MAX_DEPTH:
        inner = times(_matrix_of(item), matrix)
        for k in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _opened(pdfium.FPDFFormObj_GetObject(item, k), inner, depth + 1)


def _matrix_of(item: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    m = pdfium.FS_MATRIX()
    asking.object_matrix(addressof(item.contents), addressof(m))
    return m.a, m.b, m.c, m.d, m.e, m.f


def times(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies m first, then n."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _sort_path(
    item: pdfium.FPDF_PAGEOBJECT,
    outer: Matrix,
    placing: Placing,
    rules: list[Rule],
    fills: list[Fill],
    drawings: list[Drawing],
) -> None:
    matrix = times(_matrix_of(item), outer)
    paint = _paint(item, matrix)
    if paint.fill is None and paint.stroke is None:
        return
    parts = list(_subpaths(item, matrix, placing))
    if not parts:
        return
    if all(_is_upright(part) for part in parts) and not (paint.stroke is None and _is_icon(parts)):
        for part in parts:
            _sort_upright(part, paint, rules, fills)
        return
    drawings.append(shapes.drawing(parts, paint.fill, paint.stroke, paint.mcid))


def _is_icon(parts: Sequence[Subpath]) -> bool:
    """True for bars that one small path paints apart from each other: a box with its lid, steps, a flag on its pole."""
    boxes = [union(Box(x, y, x, y) for x, y in part.points) for part in parts]
    whole = union(boxes)
    apart = all(a.overlap(b) == 0 for a, b in itertools.combinations(boxes, 2))
    thick = any(min(b.width, b.height) > RULE_WIDTH for b in boxes)
    return len(parts) > 1 and max(whole.width, whole.height) <= BARS and thick and apart


def _is_upright(part: Subpath) -> bool:
    """True for a horizontal or vertical line and for an upright rectangle."""
    if part.curved or not 2 <= len(part.points) <= 5:
        return False
    return all(
        abs(a[0] - b[0]) <= STRAIGHT or abs(a[1] - b[1]) <= STRAIGHT
        for a, b in zip(part.points, part.points[1:], strict=False)
    ) and (len(part.points) == 2 or _is_rectangle(part.points))


def _is_rectangle(points: tuple[Point, ...]) -> bool:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    return all(
        min(x - left, right - x) <= STRAIGHT and min(y - top, bottom - y) <= STRAIGHT for x, y in points
    )


def _sort_upright(part: Subpath, paint: Paint, rules: list[Rule], fills: list[Fill]) -> None:
    xs, ys = zip(*part.points, strict=True)
    box = Box(min(xs), min(ys), max(xs), max(ys))
    if paint.fill and len(part.points) > 2:
        if min(box.width, box.height) > RULE_WIDTH:
            fills.append(Fill(box, paint.fill, paint.mcid))
        elif max(box.width, box.height) > RULE_WIDTH:
            rules.append(_middle(box, paint.fill))
    if paint.stroke and paint.width > 2 * RULE_WIDTH and len(part.points) == 2:
        fills.append(Fill(_inked(box, paint.width), paint.stroke, paint.mcid))
    elif paint.stroke:
        rules.extend(_sides(part, paint.stroke, paint.width))


def _middle(box: Box, colour: str, width: float | None = None) -> Rule:
    """The centre line of a thin box."""
    x, y = box.centre
    if box.width >= box.height:
        return Rule(box.x0, y, box.x1, y, width or box.height, colour)
    return Rule(x, box.top, x, box.bottom, width or box.width, colour)


def _inked(box: Box, width: float) -> Box:
    """What a fat stroke covers: shading drawn with a pen."""
    across, down = (0.0, width / 2) if box.width > box.height else (width / 2, 0.0)
    return Box(box.x0 - across, box.top - down, box.x1 + across, box.bottom + down)


def _sides(part: Subpath, colour: str, width: float) -> Iterator[Rule]:
    points = [*part.points, part.points[0]] if part.closed else part.points
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if max(abs(ax - bx), abs(ay - by)) > STRAIGHT:
            yield _middle(Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)), colour, width)


def _paint(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Paint:
    mode, stroked, width = c_int(), c_int(), c_float()
    pdfium.FPDFPath_GetDrawMode(item, byref(mode), byref(stroked))
    pdfium.FPDFPageObj_GetStrokeWidth(item, byref(width))
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    return Paint(
        fill=_colour(item, pdfium.FPDFPageObj_GetFillColor) if mode.value else None,
        stroke=_colour(item, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else None,
        width=width.value * scale,
        mcid=None if mcid < 0 else mcid,
    )


def _colour(item: pdfium.FPDF_PAGEOBJECT, ask: object) -> str | None:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    found = ask(item, byref(red), byref(green), byref(blue), byref(alpha))  # type: ignore[operator]
    if not found or alpha.value < 8:
        return None
    paper = 255 - alpha.value  # a translucent paint is seen as mixed with the paper
    mixed = [min(255, round((c.value * alpha.value) / 255 + paper)) for c in (red, green, blue)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def _subpaths(item: pdfium.FPDF_PAGEOBJECT, matrix: Matrix, placing: Placing) -> Iterator[Subpath]:
    points: list[Point] = []
    handles: list[Point] = []
    curved = closed = False
    a, b, c, d, e, f = matrix
    x, y = c_float(), c_float()
    path, into = addressof(item.contents), (addressof(x), addressof(y))
    for k in range(min(asking.count_segments(path), MAX_SEGMENTS)):
        segment = asking.segment(path, k)
        kind = asking.segment_kind(segment)
        asking.segment_point(segment, *into)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield Subpath(tuple(points), curved, closed)
            points, curved, closed = [], False, False
        closed = closed or bool(asking.segment_closes(segment))
        along, up = x.value, y.value
        point = placing.point(a * along + c * up + e, b * along + d * up + f)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curved = True
            handles.append(point)
            if len(handles) == 3:
                points.extend(_along(points[-1] if points else handles[0], *handles))
                handles = []
        else:
            points.append(point)
    if len(points) > 1:
        yield Subpath(tuple(points), curved, closed)


def _along(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """Three points on a Bezier curve, its end last: enough to tell a disc from a square."""
    for t in (1 / 3, 2 / 3, 1.0):
        u = 1 - t
        k = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            k[0] * start[0] + k[1] * first[0] + k[2] * second[0] + k[3] * end[0],
            k[0] * start[1] + k[1] * first[1] + k[2] * second[1] + k[3] * end[1],
        )


def _picture(
    document: pdfium.FPDF_DOCUMENT,
    page: pdfium.FPDF_PAGE,
    item: pdfium.FPDF_PAGEOBJECT,
    outer: Matrix,
    placing: Placing,
) -> Picture:
    a, b, c, d, e, f = times(_matrix_of(item), outer)
    corners = [
        placing.point(x, y) for x, y in ((e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f))
    ]
    box = union(Box(x, y, x, y) for x, y in corners)
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
    small = max(box.width, box.height) <= ICON
    colour, silhouette = shapes.icon(document, page, item) if small else (None, "")
    return Picture(box, _stored_digest(item) + silhouette, colour, None if mcid < 0 else mcid)


def _stored_digest(item: pdfium.FPDF_PAGEOBJECT) -> str:
    size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, c_ulong(0))
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, c_ulong(size))
    return hashlib.sha256(buffer.raw).hexdigest()[:16]
