"""Paths of a page as they are painted: PDFium is asked for each one's colours, line width and points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers import asking
from parsers.asking import Handle, handle
from parsers.placing import Placing

Matrix = tuple[float, float, float, float, float, float]
Sides = tuple[float, float, float, float]  # left, bottom, right and top
Point = tuple[float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
MAX_SEGMENTS = 5000  # of one path; charts and maps go beyond, status signs and grids do not
FAINT = 8  # of 255: paint of less opacity is not seen


class Paint(NamedTuple):
    """How a path is painted: colours (None where not painted), line width in points, marked-content id.

    `even_odd` says which of the two filling rules is used.
    """

    fill: str | None
    stroke: str | None
    width: float
    mcid: int | None
    even_odd: bool = False


class Subpath(NamedTuple):
    """One run of connected points as displayed; `curved` where any part of it is a Bezier curve."""

    points: tuple[Point, ...]
    curved: bool
    closed: bool


class Pen:
    """Asks PDFium for objects' matrices, and for paths' paint and points, into buffers that it keeps."""

    def __init__(self, placing: Placing) -> None:
        self.placing = placing
        self.placed, self.mode, self.stroked, self.width = pdfium.FS_MATRIX(), c_int(), c_int(), c_float()
        self.channels = c_uint(), c_uint(), c_uint(), c_uint()
        self.x, self.y = c_float(), c_float()
        self.into_matrix = byref(self.placed)
        self.into_mode = byref(self.mode), byref(self.stroked)
        self.into_width = byref(self.width)
        self.into_channels = tuple(map(byref, self.channels))
        self.into_point = byref(self.x), byref(self.y)

    def matrix(self, item: Handle) -> Matrix:
        asking.object_matrix(item, self.into_matrix)
        m = self.placed
        return m.a, m.b, m.c, m.d, m.e, m.f

    def paint(self, path: Handle, matrix: Matrix) -> Paint:
        asking.draw_mode(path, *self.into_mode)
        asking.stroke_width(path, self.into_width)
        mcid = asking.marked_content(path)
        scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        mode = self.mode.value
        fill = self._colour(path, asking.object_fill) if mode else None
        stroke = self._colour(path, asking.object_stroke) if self.stroked.value else None
        even_odd = mode == pdfium.FPDF_FILLMODE_ALTERNATE
        return Paint(fill, stroke, self.width.value * scale, None if mcid < 0 else mcid, even_odd)

    def _colour(self, path: Handle, ask: Callable[..., int]) -> str | None:
        if not ask(path, *self.into_channels):
            return None
        red, green, blue, alpha = self.channels
        return _seen_on_paper(red.value, green.value, blue.value, alpha.value)

    def subpaths(self, path: Handle, matrix: Matrix) -> Iterator[Subpath]:
        count = min(asking.count_segments(path), MAX_SEGMENTS)
        return self._joined(map(asking.segment, repeat(path), range(count)), matrix)

    def clip(self, clip: Handle, path: int, matrix: Matrix) -> Iterator[Subpath]:
        """One of the paths that cut an object; `matrix` is that of the forms around it."""
        count = min(asking.count_clip_segments(clip, path), MAX_SEGMENTS)
        return self._joined(map(asking.clip_segment, repeat(clip), repeat(path), range(count)), matrix)

    def _joined(self, segments: Iterable[int], matrix: Matrix) -> Iterator[Subpath]:
        points: list[Point] = []
        handles: list[Point] = []
        curved = closed = False
        a, b, c, d, e, f = matrix
        x, y, place = self.x, self.y, self.placing.point
        for segment in map(handle, segments):
            kind = asking.segment_kind(segment)
            asking.segment_point(segment, *self.into_point)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield Subpath(tuple(points), curved, closed)
                points, curved, closed = [], False, False
            closed = closed or bool(asking.segment_closes(segment))
            along, up = x.value, y.value
            point = place(a * along + c * up + e, b * along + d * up + f)
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


@lru_cache(maxsize=1024)
def times(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that applies m first, then n."""
    if n is IDENTITY:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def moved(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Sides:
    """The rectangle around one that a matrix takes elsewhere."""
    if matrix is IDENTITY:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _seen_on_paper(red: int, green: int, blue: int, alpha: int) -> str | None:
    """A colour as it is seen: a translucent paint is mixed with the paper."""
    if alpha < FAINT:
        return None
    paper = 255 - alpha
    return "#{:02x}{:02x}{:02x}".format(
        *(min(255, round(channel * alpha / 255 + paper)) for channel in (red, green, blue))
    )


def _along(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """Three points on a Bezier curve, its end last: enough to tell a disc from a square."""
    for t in (1 / 3, 2 / 3, 1.0):
        u = 1 - t
        k = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        yield (
            k[0] * start[0] + k[1] * first[0] + k[2] * second[0] + k[3] * end[0],
            k[0] * start[1] + k[1] * first[1] + k[2] * second[1] + k[3] * end[1],
        )
