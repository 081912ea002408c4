"""A page as a picture: rendered, set straight, and what is drawn on it besides words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np
import pypdfium2.raw as pdfium

from parsers.geometry import Box
from parsers.page import Drawing, Fill, Rule
from parsers.pdf import shapes
from parsers.scans.ocr import Word

Picture = Any  # an array of rows, columns and, of a page, blue, green and red

DOTS = 200  # an inch: what OCR engines are trained for; more costs time and reads no better
LEANING = 3.0  # degrees that a sheet may lie askew in a scanner
DARK = 150  # of 255: darker is ink
COLOURED = 70  # of 255: a pixel of this saturation is no grey of paper or ink
LIGHT = 60  # of 255: darker pixels have no colour that can be told
SHORTEST_RULE = 0.22  # inches; the stem of a letter is shorter
DIRT = 0.12  # inches of a rule that dirt or a fold may hide
THICKEST_RULE = 0.05  # inches; thicker is shading
SMALLEST_SIGN, LARGEST_SIGN = 0.06, 0.6  # inches; smaller is dirt, larger is no sign
SQUARE = 0.9  # share of its box that a coloured area covers where it is a rectangle
ROUND = 0.82  # of 4 pi area / perimeter squared: 0.88 for a disc of pixels, below 0.79 for what has corners
SHAPELY = 0.8  # share of the triangle or rectangle around it that a triangle or rectangle fills
STAR_POINTS, BAY = 5, 0.07  # of a star; and how deep its bays are, as a share of its size
SAME_PLACE = 0.3  # share of a shape that a word covers where the shape is the word
DASH = (0.03, 0.16)  # inches; shorter is a full stop or dirt, longer a rule
BARE_DASH = 0.5  # how sure a short bar is to be a dash
LINE = 0.19  # inches that the engine's box around a line of 10 point text is high
ROUND_LETTERS = frozenset("oO0○◯〇°")  # what the engine reads in a ring


def rendered(document: pdfium.FPDF_DOCUMENT, index: int) -> tuple[Picture, float, float]:
    """A page as blue, green, red at DOTS an inch, set straight, with its width and height in points."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        columns, rows = round(wide * DOTS / 72), round(high * DOTS / 72)
        bitmap = pdfium.FPDFBitmap_Create(columns, rows, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
            size = pdfium.FPDFBitmap_GetStride(bitmap) * rows
            address = pdfium.FPDFBitmap_GetBuffer(bitmap)
            buffer = (pdfium.c_ubyte * size).from_address(address)
            picture = np.frombuffer(buffer, np.uint8).reshape(rows, -1, 4)[:, :columns, :3].copy()
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
    finally:
        pdfium.FPDF_ClosePage(page)
    return straightened(picture), wide, high


def straightened(picture: Picture) -> Picture:
    """The picture turned so that its lines of text and its rules are level."""
    angle = _leaning(picture)
    if abs(angle) < 0.02:
        return picture
    rows, columns = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1.0)
    return cv2.warpAffine(picture, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))


def _leaning(picture: Picture) -> float:
    """The angle in degrees that makes the rows of ink sharpest, sought coarsely and then finely."""
    small = cv2.resize(_ink(picture).astype(np.uint8), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    best = 0.0
    for reach, step in ((LEANING, 0.5), (0.5, 0.1), (0.1, 0.02)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(small, float(angle))))
    return best


def _sharpness(ink: Picture, angle: float) -> float:
    rows, columns = ink.shape
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), angle, 1.0)
    profile = cv2.warpAffine(ink, turn, (columns, rows)).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(profile)).sum())


def _ink(picture: Picture) -> Picture:
    """255 where there is dark ink."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return np.where(grey < DARK, np.uint8(255), np.uint8(0))


def rules(picture: Picture) -> tuple[Rule, ...]:
    """Ruling lines: runs of ink that are long and thin."""
    ink = _ink(picture)
    return (*_rules(ink, level=True), *_rules(ink, level=False))


def _rules(ink: Picture, *, level: bool) -> Iterator[Rule]:
    for left, top, wide, high in _components(_long_runs(ink, level=level)):
        if (high if level else wide) > THICKEST_RULE * DOTS:
            continue
        x, y = left + wide / 2, top + high / 2
        x0, y0, x1, y1 = (left, y, left + wide, y) if level else (x, top, x, top + high)
        thick = _points(min(wide, high))
        yield Rule(_points(x0), _points(y0), _points(x1), _points(y1), thick, "#000000")


def _long_runs(ink: Picture, *, level: bool) -> Picture:
    """What is left of the ink where only runs as long as a rule count, gaps that dirt makes closed again."""
    long, short, thick = round(SHORTEST_RULE * DOTS), round(DIRT * DOTS), 3
    across = [np.ones((1, n) if level else (n, 1), np.uint8) for n in (long, short)]
    runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, across[0])
    runs = cv2.dilate(runs, np.ones((thick, 1) if level else (1, thick), np.uint8))
    return cv2.morphologyEx(runs, cv2.MORPH_CLOSE, across[1])


def _components(mask: Picture) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of each connected area."""
    _, _, found, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [(int(s[0]), int(s[1]), int(s[2]), int(s[3])) for s in found[1:]]


def coloured(picture: Picture) -> tuple[tuple[Fill, ...], tuple[Drawing, ...]]:
    """Areas of colour: rectangles as fills, all else as drawings."""
    mask = _tinted(picture)
    fills, drawings = [], []
    for contour in cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]:
        left, top, wide, high = cv2.boundingRect(contour)
        if min(wide, high) < SMALLEST_SIGN * DOTS:
            continue
        colour = _colour(picture, mask, contour)
        if cv2.contourArea(contour) > SQUARE * (wide - 1) * (high - 1):
            fills.append(Fill(_box(left, top, wide, high), colour))
        else:
            drawings.append(_drawing(contour, colour, None))
    return tuple(fills), tuple(drawings)


def _tinted(picture: Picture) -> Picture:
    """255 where there is colour; what a scanner makes of black edges is too dark or too small to count."""
    hsv = cv2.cvtColor(cv2.medianBlur(picture, 3), cv2.COLOR_BGR2HSV)
    return np.where((hsv[:, :, 1] > COLOURED) & (hsv[:, :, 2] > LIGHT), np.uint8(255), np.uint8(0))


def _colour(picture: Picture, mask: Picture, contour: Picture) -> str:
    """The middle colour of an area, its edge left out."""
    left, top, wide, high = cv2.boundingRect(contour)
    inside = np.zeros((high, wide), np.uint8)
    cv2.drawContours(inside, [contour], -1, 255, cv2.FILLED, offset=(-left, -top))
    core = cv2.erode(inside, np.ones((5, 5), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    chosen = ((core if core.any() else inside) > 0) & (mask[top : top + high, left : left + wide] > 0)
    blue, green, red = np.median(picture[top : top + high, left : left + wide][chosen], axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


def dark_signs(picture: Picture, lines: Sequence[Sequence[Word]]) -> tuple[list[Drawing], set[Word]]:
    """Black shapes that are no words, and the words that are no words but rings."""
    ink = _ink(picture)
    for drawn in (_long_runs(ink, level=True), _long_runs(ink, level=False), _tinted(picture)):
        ink[cv2.dilate(drawn, np.ones((5, 5), np.uint8)) > 0] = 0
    signs, rings = list[Drawing](), set[Word]()
    contours, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    for number, contour in enumerate(contours):
        left, top, wide, high = cv2.boundingRect(contour)
        sized = min(wide, high) >= SMALLEST_SIGN * DOTS and max(wide, high) <= LARGEST_SIGN * DOTS
        if tree[0][number][3] != -1 or not sized:
            continue
        place = Word("", left, top, left + wide, top + high, 1.0)
        held = [line for line in lines if _shared(_whole(line), place) > SAME_PLACE * wide * high]
        hollow = _hollow(contours, tree[0], number)
        lone = all(len(line) == 1 and line[0].text in ROUND_LETTERS for line in held)
        if hollow and lone and _roundness(contour) > ROUND:
            rings.update(word for line in held for word in line)
            signs.append(_drawing(contour, None, "#000000"))
        elif not held:
            signs.append(_drawing(contour, None if hollow else "#000000", "#000000"))
    return signs, rings


def _whole(line: Sequence[Word]) -> Word:
    """A line as one word."""
    first, last = line[0], line[-1]
    return Word("", first.left, first.top, last.right, last.bottom, 1.0)


def dashes(picture: Picture, lines: Sequence[Sequence[Word]]) -> list[Word]:
    """Short bars that stand alone, which councils print for `none` and the engine passes over."""
    found = []
    for left, top, wide, high in _components(_ink(picture)):
        place = Word("-", left, top, left + wide, top + high, BARE_DASH)
        dash = DASH[0] * DOTS <= wide <= DASH[1] * DOTS and 2 * high <= wide <= 12 * high
        if dash and not any(_shared(_whole(line), place) for line in lines):
            middle, half = top + high / 2, LINE * DOTS / 2
            found.append(place._replace(top=middle - half, bottom=middle + half))
    return found


def _hollow(contours: Any, tree: Picture, number: int) -> bool:
    """True for an outline: the holes inside a shape are more than half of it."""
    holes, child = 0.0, int(tree[number][2])
    while child != -1:
        holes += cv2.contourArea(contours[child])
        child = int(tree[child][0])
    return holes > 0.5 * cv2.contourArea(contours[number])


def _shared(a: Word, b: Word) -> float:
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, across) * max(0.0, down)


def _roundness(contour: Picture) -> float:
    around = cv2.arcLength(contour, True)
    return float(4 * np.pi * cv2.contourArea(contour) / (around * around)) if around else 0.0


def _drawing(contour: Picture, fill: str | None, stroke: str | None) -> Drawing:
    """A shape by its outline. Corners of a scan are round, so its name is told by areas, not by corners."""
    left, top, wide, high = cv2.boundingRect(contour)
    ring = tuple(
        (round((x - left) / wide, 2), round((y - top) / high, 2)) for x, y in contour.reshape(-1, 2).tolist()
    )
    return Drawing(
        _box(left, top, wide, high), _name(contour, fill), shapes.silhouette((ring,)), fill, stroke
    )


def _name(contour: Picture, fill: str | None) -> str:
    area = cv2.contourArea(contour)
    if _roundness(contour) > ROUND:
        return "disc" if fill else "ring"
    if area > SHAPELY * cv2.minEnclosingTriangle(contour)[0]:
        return "triangle"
    (_, (across, along), angle) = cv2.minAreaRect(contour)
    if area > SHAPELY * across * along:
        return "diamond" if 30 < angle % 90 < 60 else "square"
    return "star" if _points_out(contour) == STAR_POINTS else "path"


def _points_out(contour: Picture) -> int:
    """How many deep bays an outline has: a star has as many as points."""
    bays = cv2.convexityDefects(contour, cv2.convexHull(contour, returnPoints=False))
    least = BAY * max(cv2.boundingRect(contour)[2:])
    return 0 if bays is None else sum(depth / 256 > least for _, _, _, depth in bays.reshape(-1, 4).tolist())


def _box(left: float, top: float, wide: float, high: float) -> Box:
    return Box(_points(left), _points(top), _points(left + wide), _points(top + high))


def _points(pixels: float) -> float:
    return pixels * 72 / DOTS
