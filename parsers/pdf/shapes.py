"""Vector shapes and icons described so that the same sign is recognised at another size and place."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from parsers.geometry import Box, enclosing
from parsers.page import Drawing

if TYPE_CHECKING:
    from parsers.pdf.paths import Point, Subpath

GRID = 8  # a silhouette has GRID x GRID places, one bit each
FINE = 16  # places a side of a picture's silhouette: at eight a disc and a square fill the same
SIDE = 64.0  # pixels a side at which a picture is looked at, whatever its size on paper
TWIN = 0.5  # share of the smaller box that a fill and its outline have in common
CENTRED = 0.1  # of its width that a form on a larger one may stand off its centre
WHOLE = 0.97  # share of the larger one that a form hides whose edge is not seen
ROUND = 0.05  # how far from pi/4 of its box a disc's area may lie

Ring = tuple[tuple[float, float], ...]


def drawing(parts: Sequence[Subpath], fill: str | None, stroke: str | None, mcid: int | None) -> Drawing:
    """Describe a path that is no rule and no upright rectangle."""
    box = enclosing(point for part in parts for point in part.points)
    rings = tuple(_in_box(part.points, box) for part in parts)
    outline = silhouette(rings) if fill else stroke_silhouette(rings)
    curved = any(part.curved for part in parts)
    return Drawing(box, _name(rings, curved, box, fill is not None), outline, fill, stroke, mcid)


def _in_box(points: Sequence[Point], box: Box) -> Ring:
    """Points inside their own box, 0 to 1, rounded so that a copy elsewhere on the page gives the same."""
    wide, high = box.width or 1.0, box.height or 1.0
    return tuple((round((x - box.x0) / wide, 2), round((y - box.top) / high, 2)) for x, y in points)


def _name(rings: tuple[Ring, ...], curved: bool, box: Box, filled: bool) -> str:
    corners = _corners(rings[0])
    aspect = box.width / box.height if box.height else 0.0
    area = _area(rings[0])
    if curved:
        if 0.8 < aspect < 1.25 and abs(area - 0.785) < ROUND and len(rings) == 1:
            return "disc" if filled else "ring"
        if 0.8 < aspect < 1.25 and abs(area - 0.785) < ROUND:
            return "ring"
        return "pill" if area > 0.8 and filled else "path"
    named = {3: "triangle", 10: "star", 7: "arrow"}.get(len(corners))
    if len(rings) == 1 and len(corners) == 4:
        named = "diamond" if area < 0.6 else "square"
    if len(rings) == 1 and not filled and len(corners) == 3 and rings[0][0] != rings[0][-1]:
        named = "tick"
    if len(rings) == 1 and named == "arrow":
        return f"arrow-{_heading(corners)}"
    return named if named and len(rings) == 1 else "path"


def _corners(ring: Ring) -> list[tuple[float, float]]:
    """Points without repeats and without those that lie on the line between their neighbours."""
    points = [p for k, p in enumerate(ring) if k == 0 or p != ring[k - 1]]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    kept = []
    for k, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[k - 1], points[(k + 1) % len(points)]
        if abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) > 0.01:
            kept.append((x, y))
    return kept


def _area(ring: Ring) -> float:
    """Shoelace area, as a share of the box."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))) / 2


def _heading(corners: Sequence[tuple[float, float]]) -> str:
    """Where an arrow points: one corner, its tip, touches that side of its box, the shaft's end the one across."""
    sides = {
        "up": [p for p in corners if p[1] <= 0.02],
        "down": [p for p in corners if p[1] >= 0.98],
        "left": [p for p in corners if p[0] <= 0.02],
        "right": [p for p in corners if p[0] >= 0.98],
    }
    across = {"up": "down", "down": "up", "left": "right", "right": "left"}
    tips = [side for side, touching in sides.items() if len(touching) == 1 < len(sides[across[side]])]
    return tips[0] if len(tips) == 1 else "unclear"


@lru_cache(maxsize=4096)
def silhouette(rings: tuple[Ring, ...]) -> str:
    """The filled form as GRID x GRID bits in hexadecimal, by the even-odd rule at the places' centres."""
    bits = 0
    for row in range(GRID):
        y = (row + 0.5) / GRID
        crossings = sorted(x for ring in rings for x in _crossings(ring, y))
        for column in range(GRID):
            x = (column + 0.5) / GRID
            bits = bits << 1 | sum(c < x for c in crossings) % 2
    return f"{bits:0{GRID * GRID // 4}x}"


def _crossings(ring: Ring, y: float) -> Iterable[float]:
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y):
            yield ax + (y - ay) * (bx - ax) / (by - ay)


@lru_cache(maxsize=4096)
def stroke_silhouette(rings: tuple[Ring, ...]) -> str:
    """The places that a pen line passes, as GRID x GRID bits in hexadecimal after a `~`."""
    bits = 0
    for ring in rings:
        for (ax, ay), (bx, by) in itertools.pairwise(ring):
            for step in range(2 * GRID + 1):
                t = step / (2 * GRID)
                column = min(GRID - 1, int((ax + t * (bx - ax)) * GRID))
                row = min(GRID - 1, int((ay + t * (by - ay)) * GRID))
                bits |= 1 << (GRID * GRID - 1 - (row * GRID + column))
    return f"~{bits:0{GRID * GRID // 4}x}"


def goes_around(outline: str) -> bool:
    """True for a pen line that touches all sides of its box in their middles and leaves its inside open."""
    rows = [int(row, 16) for row in _rows_of(outline)]
    middle = 0b00011000
    sides = rows[0] & middle, rows[-1] & middle, (rows[3] | rows[4]) & 0x80, (rows[3] | rows[4]) & 1
    return outline.startswith("~") and all(sides) and not (rows[3] | rows[4]) & middle


def filled(outline: str) -> str:
    """The silhouette of what a pen line goes around."""
    bits = [f"{int(row, 16):08b}" for row in _rows_of(outline)]
    full = [
        f"{'1' * (row.rindex('1') - row.index('1') + 1):>{row.rindex('1') + 1}}".ljust(GRID) for row in bits
    ]
    return "".join(f"{int(row.replace(' ', '0'), 2):02x}" for row in full)


def _rows_of(outline: str) -> list[str]:
    bits = outline.removeprefix("~")
    return [bits[k : k + 2] for k in range(0, len(bits), 2)]


def twins_joined(drawings: Sequence[Drawing]) -> list[Drawing]:
    """Join a fill and the outline drawn over it, or round it, into the one sign that a reader sees."""
    joined: list[Drawing] = []
    for new in drawings:
        old = joined[-1] if joined else None
        if old and old.fill and new.stroke and not new.fill and _same_place(old.box, new.box):
            joined[-1] = old._replace(stroke=new.stroke)
        elif old and _lies_on(new, old):
            hidden = new.box.area >= WHOLE * old.box.area
            joined[-1] = new if hidden else old._replace(fill=new.fill, stroke=old.stroke or old.fill)
        else:
            joined.append(new)
    return joined


def _lies_on(new: Drawing, old: Drawing) -> bool:
    """True for a form painted onto the same one a little larger: its outline is what the larger one still shows."""
    if not old.fill or not new.fill or (new.outline, new.shape) != (old.outline, old.shape):
        return False
    (x, y), (u, v) = new.box.centre, old.box.centre
    off = max(abs(x - u), abs(y - v))
    return off < CENTRED * old.box.width and _same_place(old.box, new.box)


def _same_place(a: Box, b: Box) -> bool:
    return a.overlap(b) >= TWIN * max(a.area, b.area) > 0


def icon(
    document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, item: pdfium.FPDF_PAGEOBJECT
) -> tuple[str | None, str]:
    """A small picture's main colour and silhouette, as seen with its mask; (None, "") if PDFium cannot draw it.

    The silhouette tells icons apart that share one stored colour and differ by their soft mask alone.
    """
    placed = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, placed)
    pdfium.FPDFPageObj_SetMatrix(item, _enlarged(placed))
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, item)
    pdfium.FPDFPageObj_SetMatrix(item, placed)
    if not bitmap:
        return None, ""
    try:
        return _seen(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _enlarged(placed: pdfium.FS_MATRIX) -> pdfium.FS_MATRIX:
    """The matrix turned alike, of one size and at the origin: an icon then looks the same wherever it is placed."""
    widest = max(math.hypot(placed.a, placed.b), math.hypot(placed.c, placed.d)) or 1.0
    scale = SIDE / widest
    return pdfium.FS_MATRIX(placed.a * scale, placed.b * scale, placed.c * scale, placed.d * scale, 0.0, 0.0)


def _seen(bitmap: pdfium.FPDF_BITMAP) -> tuple[str | None, str]:
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    depth = {1: 1, 2: 3, 3: 4, 4: 4}.get(pdfium.FPDFBitmap_GetFormat(bitmap), 0)
    if not depth or not width or not height:
        return None, ""
    address = pdfium.FPDFBitmap_GetBuffer(bitmap)
    return _looked_at(ctypes.string_at(address, stride * height), width, height, stride, depth)


@lru_cache(maxsize=64)
def _looked_at(pixels: bytes, width: int, height: int, stride: int, depth: int) -> tuple[str | None, str]:
    """Main colour and silhouette of a picture; a document shows a few again and again."""
    bits, tally = 0, dict[tuple[int, int, int], int]()
    for row in range(FINE):
        for column in range(FINE):
            at = int((row + 0.5) * height / FINE) * stride + int((column + 0.5) * width / FINE) * depth
            colour = _pixel(pixels, at, depth)
            inked = colour is not None and min(colour) < 245
            bits = bits << 1 | inked
            if inked and colour:
                tally[colour] = tally.get(colour, 0) + 1
    main = max(tally, key=lambda c: (tally[c] * (1 + max(c) - min(c)), c), default=None)
    return ("#" + "".join(f"{c:02x}" for c in main) if main else None), f"{bits:0{FINE * FINE // 4}x}"


def _pixel(pixels: bytes, at: int, depth: int) -> tuple[int, int, int] | None:
    """Red, green and blue of a pixel mixed with white paper; None where nothing is painted."""
    if depth == 1:
        return (pixels[at],) * 3
    blue, green, red = pixels[at : at + 3]
    alpha = pixels[at + 3] if depth == 4 else 255
    if alpha < 64:
        return None
    paper = 255 - alpha
    return tuple(round(c * alpha / 255) + paper for c in (red, green, blue))  # type: ignore[return-value]
