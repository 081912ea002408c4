"""Questions that PDFium is asked for every word, object or point of a path, in the form that costs least.

ctypes converts each argument to the type that is declared, wraps each address that it gets, and unlocks Python while
PDFium answers. These declare no types, so they take only what needs no conversion: pointers and references of ctypes,
`Handle`s, and small whole numbers. And they keep the lock: PDFium is used by one thread alone. A third of the price.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import PYFUNCTYPE, c_double, c_int, c_ulong, c_void_p, cast
from typing import Any, NewType

import pypdfium2.raw as pdfium

#: a page, a text or another object of PDFium's as it is handed back. A number would be taken for a short one, and a
#: pointer be wrapped at each call
Handle = NewType("Handle", c_void_p)
#: the handle of what PDFium gave as a number, None for none
handle: Callable[[int | None], Handle] = c_void_p.from_param  # type: ignore[assignment]


def handle_of(pointer: Any) -> Handle:
    """The handle of what PDFium gave as a pointer."""
    return handle(cast(pointer, c_void_p).value)


def _plain(function: Any, gives: Any, *takes: Any) -> Any:
    return PYFUNCTYPE(gives, *takes)(cast(function, c_void_p).value or 0)


#: (text page, character) -> text object as a number, to be compared; None for a character that PDFium made up
text_object = _plain(pdfium.FPDFText_GetTextObject, c_void_p)
#: (text page, character) -> 1 where the font does not say which character its code is
nameless = _plain(pdfium.FPDFText_HasUnicodeMapError, c_int)
#: (text page, character) -> 1 for one that PDFium made up
generated = _plain(pdfium.FPDFText_IsGenerated, c_int)
#: (text page, character, rectangle to fill)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, c_int)
#: (text page, character, matrix to fill)
matrix = _plain(pdfium.FPDFText_GetMatrix, c_int)
#: (text page, character, x and y to fill)
origin = _plain(pdfium.FPDFText_GetCharOrigin, c_int)
#: (text page, character) -> points
font_size = _plain(pdfium.FPDFText_GetFontSize, c_double)
#: (text page, character, red, green, blue and alpha to fill)
fill_colour = _plain(pdfium.FPDFText_GetFillColor, c_int)
#: (text object) -> mode of PDF 32000-1, table 106
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int)
#: (text object) -> font
font = _plain(pdfium.FPDFTextObj_GetFont, c_void_p)
#: (object) -> marked-content id, negative for none
marked_content = _plain(pdfium.FPDFPageObj_GetMarkedContentID, c_int)
#: (page) -> number of objects
count_objects = _plain(pdfium.FPDFPage_CountObjects, c_int)
#: (page, number) -> object as a number
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p)
#: (object, also as a number) -> one of FPDF_PAGEOBJ_...
object_kind = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
#: (form) -> number of objects
count_form_objects = _plain(pdfium.FPDFFormObj_CountObjects, c_int)
#: (form, number) -> object as a number; that of its place is a long one, so it is declared
form_object = _plain(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
#: (object, matrix to fill)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, c_int)
#: (path, mode of filling and whether stroked to fill)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, c_int)
#: (path, width to fill)
stroke_width = _plain(pdfium.FPDFPageObj_GetStrokeWidth, c_int)
#: (object, red, green, blue and alpha to fill)
object_fill = _plain(pdfium.FPDFPageObj_GetFillColor, c_int)
#: (object, red, green, blue and alpha to fill)
object_stroke = _plain(pdfium.FPDFPageObj_GetStrokeColor, c_int)
#: (path) -> number of segments
count_segments = _plain(pdfium.FPDFPath_CountSegments, c_int)
#: (path, number) -> segment as a number
segment = _plain(pdfium.FPDFPath_GetPathSegment, c_void_p)
#: (segment) -> one of FPDF_SEGMENT_...
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, c_int)
#: (segment, x and y to fill)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, c_int)
#: (segment) -> whether it closes its subpath
segment_closes = _plain(pdfium.FPDFPathSegment_GetClose, c_int)
#: (object) -> clip path as a number
clip_path = _plain(pdfium.FPDFPageObj_GetClipPath, c_void_p)
#: (clip path) -> number of paths, negative where nothing is cut
count_clips = _plain(pdfium.FPDFClipPath_CountPaths, c_int)
#: (clip path, path) -> number of segments
count_clip_segments = _plain(pdfium.FPDFClipPath_CountPathSegments, c_int)
#: (clip path, path, number) -> segment as a number
clip_segment = _plain(pdfium.FPDFClipPath_GetPathSegment, c_void_p)
#: (object, left, bottom, right and top to fill)
bounds = _plain(pdfium.FPDFPageObj_GetBounds, c_int)
#: (structure tree) -> number of its elements
count_roots = _plain(pdfium.FPDF_StructTree_CountChildren, c_int)
#: (structure tree, number) -> element as a number
root_element = _plain(pdfium.FPDF_StructTree_GetChildAtIndex, c_void_p)
#: (element) -> number of children
count_children = _plain(pdfium.FPDF_StructElement_CountChildren, c_int)
#: (element, number) -> marked-content id, negative for a child that is an element
child_content = _plain(pdfium.FPDF_StructElement_GetChildMarkedContentID, c_int)
#: (element, number) -> element as a number
child_element = _plain(pdfium.FPDF_StructElement_GetChildAtIndex, c_void_p)
#: (element, buffer to fill, its size) -> bytes of its standard type in UTF-16
element_kind = _plain(pdfium.FPDF_StructElement_GetType, c_ulong)
#: (element, buffer to fill, its size) -> bytes of its alternative text in UTF-16
alternative_text = _plain(pdfium.FPDF_StructElement_GetAltText, c_ulong)
#: (element, buffer to fill, its size) -> bytes of its replacement text in UTF-16
actual_text = _plain(pdfium.FPDF_StructElement_GetActualText, c_ulong)
#: (element, name, buffer to fill, its size) -> bytes of an attribute in UTF-16
text_attribute = _plain(pdfium.FPDF_StructElement_GetStringAttribute, c_ulong)
#: (element) -> number of groups of attributes
count_attributes = _plain(pdfium.FPDF_StructElement_GetAttributeCount, c_int)
#: (element, number) -> group of attributes as a number
attribute = _plain(pdfium.FPDF_StructElement_GetAttributeAtIndex, c_void_p)
#: (group of attributes, name) -> value as a number
attribute_value = _plain(pdfium.FPDF_StructElement_Attr_GetValue, c_void_p)
#: (value, number to fill) -> whether it is one
number_value = _plain(pdfium.FPDF_StructElement_Attr_GetNumberValue, c_int)
