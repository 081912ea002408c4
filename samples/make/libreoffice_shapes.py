"""Word document with DrawingML shapes as marks, printed by LibreOffice: the shapes arrive as vector paths."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from samples.make import layout
from samples.make.pin import pin_dates
from samples.make.plan import Activity, Priority, Review

SYMBOLS = {
    "completed": "blue five-pointed star (vector shape)",
    "on_schedule": "green filled circle (vector shape)",
    "behind_schedule": "amber triangle (vector shape)",
    "not_happening": "red diamond (vector shape)",
    "no_information": "hollow white circle, grey outline (vector shape)",
}
SHAPES = {
    "completed": ("star5", "1F6FB5", "1F6FB5"),
    "on_schedule": ("ellipse", "2E9E4F", "2E9E4F"),
    "behind_schedule": ("triangle", "F2A900", "B37D00"),
    "not_happening": ("diamond", "C8102E", "C8102E"),
    "no_information": ("ellipse", "FFFFFF", "666666"),
}
TABLE_WIDTH = 265.0  # millimetres between the margins of a landscape A4 page
MARK_SIZE = 139700  # English Metric Units: 11 points
SHAPE_XML = """
<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
 <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size}" cy="{size}"/>
 <wp:docPr id="{number}" name="Mark {number}"/><a:graphic>
 <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>
 <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/></a:xfrm>
 <a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>
 <a:ln w="9525"><a:solidFill><a:srgbClr val="{line}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>
 </a:graphicData></a:graphic></wp:inline></w:drawing>"""


def render(review: Review, path: Path) -> None:
    """Write the review to `path` as PDF."""
    document = docx.Document()
    _page(document, review)
    _front(document, review)
    for priority in review.priorities:
        document.add_heading(layout.priority_heading(priority), level=2)
        _actions(document, priority)
        _indicators(document, priority)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{review.slug}.docx"
        document.save(str(source))
        _print(source, Path(folder))
        shutil.copyfile(source.with_suffix(".pdf"), path)
    pin_dates(path, review.dated)


def _page(document: Any, review: Review) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(15), Mm(17), Mm(8)
    for name, size in (
        ("Normal", 9.5),
        ("Title", 17),
        ("Heading 1", 13),
        ("Heading 2", 11),
        ("Heading 3", 9.5),
        ("Footer", 7.5),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = "Liberation Sans", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.line_spacing = 1.0
    bullet = document.styles["List Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent, bullet.space_after = Mm(4), Mm(-3), Pt(1)
    _footer(section.footer.paragraphs[0], review)
    properties = document.core_properties
    properties.title, properties.author = layout.plan_heading(review), review.organisation
    properties.comments = ""
    properties.created = properties.modified = dt.datetime.combine(review.dated, dt.time(9))


def _footer(paragraph: Any, review: Review) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{review.organisation} - page ")
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind or "")
        run._r.append(element)


def _front(document: Any, review: Review) -> None:
    label = document.add_paragraph()
    label.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    label.add_run(review.appendix).bold = True
    document.add_paragraph(review.organisation)
    document.add_heading(layout.plan_heading(review), level=0)
    document.add_heading(review.review_title, level=1)
    document.add_heading(layout.LEGEND_HEADING, level=3)
    table = _table(document, [8, 15, 62], TABLE_WIDTH * 0.85)
    for row in review.legend:
        cells = table.add_row().cells
        _mark(cells[0], row.status)
        _fill(cells[1], [row.label], bold=True)
        _fill(cells[2], [row.definition])


def _actions(document: Any, priority: Priority) -> None:
    table = _table(document, [c.share for c in layout.ACTION_COLUMNS], TABLE_WIDTH)
    _header(table, [c.header for c in layout.ACTION_COLUMNS])
    for activity in priority.activities:
        _activity(table, activity)


def _activity(table: Any, activity: Activity) -> None:
    rows = [table.add_row().cells for _ in activity.actions]
    merged = [0, 1, 3] if layout.shares_lead(activity) else [0, 1]
    for column in merged:
        rows[0][column].merge(rows[-1][column])
    _fill(rows[0][0], layout.activity_cell(activity))
    _fill(rows[0][1], list(activity.plans))
    for position, action in enumerate(activity.actions):
        cells = rows[position]
        _fill(cells[2], layout.action_cell(action))
        if position == 0 or 3 not in merged:
            _fill(cells[3], layout.lead_cell(activity.leads_of(action)))
        _fill(cells[4], layout.progress_cell(action))
        _mark(cells[5], action.status)


def _indicators(document: Any, priority: Priority) -> None:
    document.add_heading(layout.measures_heading(priority), level=3)
    columns = layout.indicator_columns(priority)
    table = _table(document, [c.share for c in columns], TABLE_WIDTH)
    _header(table, [c.header for c in columns])
    rows = [table.add_row().cells for _ in priority.indicators]
    target = [c.header for c in columns].index("Target")
    for position, (indicator, span) in enumerate(
        zip(priority.indicators, layout.target_spans(priority), strict=True)
    ):
        if span > 1:
            rows[position][target].merge(rows[position + span - 1][target])
        _fill(rows[position][0], layout.indicator_name(indicator))
        for column, text in enumerate(layout.indicator_values(priority, indicator).values(), start=1):
            if column != target or span:
                _fill(rows[position][column], [text])
    for note in priority.footnotes:
        paragraph = document.add_paragraph(note)
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.runs[0].font.size = Pt(8)


def _table(document: Any, shares: list[float], width: float) -> Any:
    table = document.add_table(rows=0, cols=len(shares), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(width * share / sum(shares))
    _pad(table)
    return table


def _pad(table: Any) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def _header(table: Any, headers: list[str]) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, text in zip(row.cells, headers, strict=True):
        _fill(cell, [text], bold=True)
        shading = OxmlElement("w:shd")
        shading.set(qn("w:val"), "clear")
        shading.set(qn("w:fill"), "D5E3EC")
        cell._tc.get_or_add_tcPr().append(shading)


def _fill(cell: Any, texts: list[str], *, bold: bool = False) -> None:
    for position, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
        if text.startswith("• "):
            paragraph.style = "List Bullet"
        paragraph.add_run(text.removeprefix("• ")).bold = bold


def _mark(cell: Any, status: str) -> None:
    shape, fill, line = SHAPES[status]
    number = 1 + len(cell._tc.getroottree().findall(".//" + qn("wp:docPr")))
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    drawing = SHAPE_XML.format(size=MARK_SIZE, number=number, shape=shape, fill=fill, line=line)
    paragraph.add_run()._r.append(parse_xml(drawing))


def _print(source: Path, folder: Path) -> None:
    """Convert with a profile of its own, so that a running office does not swallow the command.

    The time zone is written into the PDF behind the date, and so has to be the same everywhere.
    """
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180, env=os.environ | {"TZ": "UTC"},
    )  # fmt: skip
