"""What was seen on a page, drawn over its picture: cells by reader, headers, marks, texts, fields."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from ingest.reading import read_document
from normalise import Profiles, understand
from normalise.review import Evidence
from parsers import Parsed, Refusal
from parsers.block import Block, Cell, Table
from parsers.geometry import Box
from parsers.parsed import PageFacts

#: pixels a point: 144 dots an inch, enough to read 6 point text
SCALE = 2.0
READERS = {"tagged": "#0057b8", "ruled": "#c2410c", "unruled": "#7e22ce", "ocr": "#0f766e"}
OTHER_READER, TEXT, MARK, FIELD = "#b91c1c", "#94a3b8", "#db2777", "#15803d"
HEADER_TINT, FIELD_TINT = (255, 214, 10, 70), (21, 128, 61, 28)


def draw_page(path: str, number: int, password: str | None, profiles: Profiles, ocr: bool) -> bytes:
    """The page as PNG. Raises Refusal for a document that cannot be read or has no such page."""
    parsed = read_document(path, None, password, ocr)
    if parsed.kind != "pdf":
        raise Refusal("not_a_pdf", f"a {parsed.kind} has no pages to draw; try planreview tables")
    if not 1 <= number <= len(parsed.pages):
        raise Refusal("no_such_page", f"page {number} was asked for; the document has {len(parsed.pages)}")
    picture = _picture(path, number, password, parsed.pages[number - 1])
    pen = ImageDraw.Draw(picture, "RGBA")
    for item in _evidence(parsed, number, profiles):
        pen.rectangle(_pixels(item.box), fill=FIELD_TINT)
        label_inside(pen, item.box, item.field, FIELD)
    for block in parsed.blocks:
        if block.page == number:
            _draw_block(pen, block)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _picture(path: str, number: int, password: str | None, facts: PageFacts) -> Image.Image:
    """The page turned and as large as it was read."""
    document = pdfium.PdfDocument(path, password=password)
    try:
        page = document[number - 1]
        page.set_rotation((page.get_rotation() + 90 * facts.turned) % 360)
        times = facts.width / page.get_width() or 1.0
        picture: Image.Image = page.render(scale=SCALE * times).to_pil().convert("RGB")
    finally:
        document.close()
    return picture


def _evidence(parsed: Parsed, number: int, profiles: Profiles) -> Iterator[Evidence]:
    try:
        review = understand(parsed, profiles=profiles)
    except Refusal:
        return
    yield from (item for item in review.evidence if item.page == number)


def _draw_block(pen: ImageDraw.ImageDraw, block: Block) -> None:
    if isinstance(block, Table):
        colour = READERS.get(block.reader, OTHER_READER)
        for cell in block.cells:
            _draw_cell(pen, cell, colour)
        pen.rectangle(_pixels(block.box.grown(2)), outline=colour, width=3)
        _label_above(pen, block.box.grown(2), f"{block.reader} {block.rows} x {block.cols}", colour)
    else:
        pen.rectangle(_pixels(block.box), outline=TEXT, width=1)


def _draw_cell(pen: ImageDraw.ImageDraw, cell: Cell, colour: str) -> None:
    pen.rectangle(_pixels(cell.box), outline=colour, width=1, fill=HEADER_TINT if cell.header else None)
    for mark in cell.marks:
        pen.rectangle(_pixels(mark.box.grown(1)), outline=MARK, width=2)


def _label_above(pen: ImageDraw.ImageDraw, box: Box, text: str, colour: str) -> None:
    """Words on a plate over the top left corner of a box."""
    font = ImageFont.load_default(16)
    left, top = box.x0 * SCALE, max(0.0, box.top * SCALE - 18)
    pen.rectangle(pen.textbbox((left, top), text, font=font), fill=(255, 255, 255, 200))
    pen.text((left, top), text, fill=colour, font=font)


def label_inside(pen: ImageDraw.ImageDraw, box: Box, text: str, colour: str) -> None:
    """Words in the lower right corner of a box, where a paragraph's last line is over: nothing printed is hidden."""
    corner = box.x1 * SCALE - 3, box.bottom * SCALE - 5
    pen.text(corner, text, fill=colour, font=ImageFont.load_default(12), anchor="rs")


def _pixels(box: Box) -> tuple[float, float, float, float]:
    return box.x0 * SCALE, box.top * SCALE, box.x1 * SCALE, box.bottom * SCALE
