"""Questions that PDFium is asked for every word, object or point of a path, in the form that costs least.

ctypes wraps each address that it gives in an object and locks Python while PDFium answers. These take and give
addresses as plain numbers and keep the lock, which halves the price; PDFium is used by one thread alone.
"""

from __future__ import annotations

from ctypes import PYFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium


def _plain(function: Any, gives: Any, *takes: Any) -> Any:
    return PYFUNCTYPE(gives, *takes)(cast(function, c_void_p).value or 0)


#: (text page, character) -> text object, None for a character that PDFium made up
text_object = _plain(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
#: (text page, character) -> 1 where the font does not say which character its code is
nameless = _plain(pdfium.FPDFText_HasUnicodeMapError, c_int, c_void_p, c_int)
#: (text page, character, rectangle to fill)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
#: (text page, character, matrix to fill)
matrix = _plain(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
#: (text page, character, x and y to fill)
origin = _plain(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
#: (text page, character) -> points
font_size = _plain(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
#: (text page, character, red, green, blue and alpha to fill)
fill_colour = _plain(pdfium.FPDFText_GetFillColor, c_int, c_void_p, c_int, *[c_void_p] * 4)
#: (text object) -> mode of PDF 32000-1, table 106
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
#: (text object) -> font
font = _plain(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
#: (object) -> marked-content id, negative for none
marked_content = _plain(pdfium.FPDFPageObj_GetMarkedContentID, c_int, c_void_p)
#: (page, number) -> object
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
#: (object) -> one of FPDF_PAGEOBJ_...
object_kind = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
#: (object, matrix to fill)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
#: (path) -> number of segments
count_segments = _plain(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
#: (path, number) -> segment
segment = _plain(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
#: (segment) -> one of FPDF_SEGMENT_...
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
#: (segment, x and y to fill)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
#: (segment) -> whether it closes its subpath
segment_closes = _plain(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
#: (object) -> clip path
clip_path = _plain(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
#: (clip path) -> number of paths, negative where nothing is cut
count_clips = _plain(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
#: (clip path, path) -> number of segments
count_clip_segments = _plain(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
#: (clip path, path, number) -> segment
clip_segment = _plain(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
#: (object, left, bottom, right and top to fill)
bounds = _plain(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
