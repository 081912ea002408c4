"""Layers that are switched off: what stands on them is in the file and neither shown nor printed.

PDFium tells which objects stand on layers, but not whether a layer is on; so it is looked at what each shows.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from ctypes import byref, c_ulong, c_ushort
from itertools import groupby
from operator import itemgetter

import pypdfium2.raw as pdfium

#: what the catalog of a file with layers holds
LAYERS = b"/OCProperties"
#: a stream that packs objects, of which the catalog may be one
PACKED = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
LONGEST = 1 << 24  # bytes of objects that are unpacked at most
MARK = "OC"  # the name of marked content that stands on a layer
SIDE = 600.0  # pixels of the page's longer side at which it is looked at
PAPER = 0xFF7F8081  # a colour that nothing is painted with: white ink is seen on it
FRAMES = (pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_IMAGE)  # kinds that may name their layer themselves
MOST = 100  # frames of a page, or runs of objects on one layer, that are looked at one by one


def used(data: bytes) -> bool:
    """True for a file that may have layers."""
    return LAYERS in data or any(
        b"/Encrypt" in data or LAYERS in _unpacked(data, found.end()) for found in PACKED.finditer(data)
    )


def _unpacked(data: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], LONGEST)
    except zlib.error:
        return b""


def taken_off(page: pdfium.FPDF_PAGE) -> int:
    """Take the objects off a page that stand on layers which are switched off; their number."""
    objects = [pdfium.FPDFPage_GetObject(page, k) for k in range(pdfium.FPDFPage_CountObjects(page))]
    layered = [(layers, item) for item in objects if (layers := _layers(item))]
    frames = [item for item in objects if pdfium.FPDFPageObj_GetType(item) in FRAMES][:MOST]
    if not layered and not frames:
        return 0
    unseen = _unseen(page, objects, [*_groups(layered), *([item] for item in frames)])
    for item in unseen:
        pdfium.FPDFPage_RemoveObject(page, item)
        pdfium.FPDFPageObj_Destroy(item)
    return len(unseen)


def _groups(
    layered: list[tuple[tuple[str, ...], pdfium.FPDF_PAGEOBJECT]],
) -> list[list[pdfium.FPDF_PAGEOBJECT]]:
    """Objects that stand on the same layers, one run of them after the other; of very many runs those of one name
    together, for two layers are seldom called the same. Letters that no layer hides are invisible by themselves."""
    shown = [(layers, item) for layers, item in layered if not _is_invisible(item)]
    runs = [[item for _, item in same] for _, same in groupby(shown, key=itemgetter(0))]
    if len(runs) <= MOST:
        return runs
    named: dict[tuple[str, ...], list[pdfium.FPDF_PAGEOBJECT]] = {}
    for layers, item in shown:
        named.setdefault(layers, []).append(item)
    return list(named.values())[:MOST]


def _is_invisible(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    text: bool = pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT
    return text and bool(pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _layers(item: pdfium.FPDF_PAGEOBJECT) -> tuple[str, ...]:
    """The names of the layers on which an object stands, () for none. A rule that joins layers has none: the object's
    own number stands for it."""
    marks = (pdfium.FPDFPageObj_GetMark(item, k) for k in range(pdfium.FPDFPageObj_CountMarks(item)))
    return tuple(_text(mark, "Name") or str(_number(item)) for mark in marks if _text(mark) == MARK)


def _number(item: pdfium.FPDF_PAGEOBJECT) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def _text(mark: pdfium.FPDF_PAGEOBJECTMARK, key: str = "") -> str:
    """What a mark is called, or says below a key."""
    buffer, size = (c_ushort * 128)(), c_ulong()
    if key:
        pdfium.FPDFPageObjMark_GetParamStringValue(
            mark, key.encode(), buffer, ctypes.sizeof(buffer), byref(size)
        )
    else:
        pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), byref(size))
    return bytes(buffer)[: size.value].decode("utf-16-le", "replace").rstrip("\0")


def _unseen(
    page: pdfium.FPDF_PAGE, objects: list[pdfium.FPDF_PAGEOBJECT], groups: list[list[pdfium.FPDF_PAGEOBJECT]]
) -> list[pdfium.FPDF_PAGEOBJECT]:
    """The objects of those groups of which nothing shows, each drawn without all else that the page holds."""
    for item in objects:
        pdfium.FPDFPageObj_SetIsActive(item, False)
    blank, unseen = _drawn(page), dict[int, pdfium.FPDF_PAGEOBJECT]()
    for group in groups:
        for item in group:
            pdfium.FPDFPageObj_SetIsActive(item, True)
        if _drawn(page) == blank:
            unseen |= {_number(item): item for item in group}
        for item in group:
            pdfium.FPDFPageObj_SetIsActive(item, False)
    for item in objects:
        pdfium.FPDFPageObj_SetIsActive(item, True)
    return list(unseen.values())


def _drawn(page: pdfium.FPDF_PAGE) -> bytes:
    """The pixels of a page."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = SIDE / max(width, height, 1.0)
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = pdfium.FPDFBitmap_Create(columns, rows, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, PAPER)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, 0)
        return ctypes.string_at(
            pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap) * rows
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
