"""Tarnmoor Combined Authority: a sheet for each portfolio, actions on its left, measures on its right.

RAG as the fill behind its letter, last and this quarter's beside each other with an arrow of a symbol font between;
measures under two levels of headers. Made with LibreOffice Writer.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor

from samples.zoo.make.office import print_file

DAY = dt.date(2026, 1, 23)
KEY = {
    "C": ("Complete", "completed", "8EA9DB"),
    "G": ("On track", "on_schedule", "A9D08E"),
    "A": ("Minor issues", "behind_schedule", "FFD966"),
    "R": ("Major issues", "off_track", "F4787A"),
    "N": ("Not yet started", "not_started", "D9D9D9"),
}
ARROWS = {"up": "F0E9", "down": "F0EA", "same": "F0E8"}  # codes of Wingdings, as Word stores a symbol
#: ref, action, lead, target date, RAG of Q2, arrow, RAG of Q3, comment
Action = tuple[str, str, str, str, str, str, str, str]
#: measure, annual target, then value and RAG letter of Q1 to Q4 (None where the quarter is to come)
Measure = tuple[str, str, tuple[tuple[str, str] | None, ...]]

SHEETS: list[tuple[str, list[Action], list[Measure]]] = [
    ("Transport", [
        ("T1", "Bring bus franchising into operation in the northern districts", "Director of Transport", "Sep-26", "A", "up", "G",
         "All lots awarded in November. Depot purchase at Harle completed."),
        ("T2", "Open Skelbrook parkway station", "Head of Rail", "Dec-25", "A", "down", "R",
         "Platform works stopped after a retaining wall failed. The contractor's revised programme shows opening in June 2026; the funder has been told."),
        ("T3", "Deliver 48 km of safe walking and cycling routes", "Active Travel Lead", "Mar-26", "G", "same", "G",
         "39 km open. Two schemes start in January."),
        ("T4", "Tap-in, tap-out ticketing on all buses and trams", "Head of Ticketing", "Mar-26", "G", "down", "A",
         "Tram readers live. Two smaller bus operators have yet to sign the data agreement, which puts the March date at risk."),
        ("T5", "Adopt a new Local Transport Plan", "Director of Transport", "Oct-25", "G", "up", "C",
         "Adopted by the Mayoral Board on 17 October."),
    ], [
        ("Bus journeys (millions)", "94.0", (("22.9", "A"), ("23.4", "A"), ("24.6", "G"), None)),
        ("Buses on time", "90%", (("84.1%", "R"), ("86.0%", "A"), ("83.2%", "R"), None)),
        ("Tram passengers satisfied", "88%", (("91%", "G"), ("91%", "G"), ("90%", "G"), None)),
        ("Zero-emission buses in fleet", "210", (("96", "G"), ("140", "G"), ("171", "G"), None)),
    ]),
    ("Skills and Work", [
        ("S1", "Commission the Adult Skills Fund for 2026/27", "Head of Skills", "Feb-26", "G", "same", "G",
         "Tenders evaluated. Awards go to the Board on 4 February."),
        ("S2", "Launch 30 skills bootcamps in digital and construction", "Skills Programmes Manager", "Dec-25", "G", "up", "C",
         "32 launched; 611 learners enrolled."),
        ("S3", "Set up a Connect to Work service", "Head of Employment", "Jan-26", "R", "up", "A",
         "Service will start on 2 March, eight weeks late, with three of the five districts. TUPE questions on the other two are with lawyers."),
        ("S4", "Careers hub for every secondary school", "Careers Lead", "Jul-26", "G", "same", "G",
         "88 of 97 schools have joined."),
        ("S5", "Pilot guaranteed interviews for care leavers", "Head of Employment", "Apr-26", "N", "same", "N",
         "Begins in April once partners have signed."),
    ], [
        ("Adult learners starting a course", "21,000", (("4,310", "A"), ("5,020", "G"), ("6,114", "G"), None)),
        ("Learners gaining a qualification", "86%", (("83.5%", "A"), ("84.0%", "A"), ("86.2%", "G"), None)),
        ("Residents helped into work", "3,600", (("702", "R"), ("811", "A"), ("840", "A"), None)),
        ("Apprenticeship starts", "9,500", (("1,480", "G"), ("3,905", "G"), ("n/a", ""), None)),
        ("Young people not in education or training", "4.8%", (("5.3%", "A"), ("5.6%", "R"), ("5.5%", "R"), None)),
    ]),
    ("Homes and Net Zero", [
        ("H1", "Unlock 1,200 homes on brownfield land", "Head of Housing", "Mar-26", "G", "same", "G",
         "Funding agreements for 1,064 homes are signed, and two more are in negotiation with landowners at Millgate and Low Sundon."),
        ("H2", "Retrofit 2,500 homes to EPC C", "Retrofit Lead", "Mar-26", "A", "same", "A",
         "1,390 complete. Installer capacity limits the pace."),
        ("H3", "Publish the spatial development strategy for consultation", "Director of Place", "Nov-25", "R", "same", "R",
         "Withdrawn from the November Board because housing numbers were not agreed."),
        ("H4", "Heat network feasibility for three town centres", "Energy Lead", "Aug-25", "C", "same", "C",
         "Reports published in August."),
    ], [
        ("Homes started on site", "1,200", (("188", "A"), ("305", "A"), ("341", "G"), None)),
        ("Homes retrofitted", "2,500", (("402", "A"), ("466", "A"), ("522", "A"), None)),
        ("Community energy generated (GWh)", "14", (("3.9", "G"), ("4.4", "G"), ("2.1", "G"), None)),
    ]),
]  # fmt: skip


WIDTHS = (
    9,
    40,
    24,
    15,
    10,
    9,
    10,
    52,
    5,
    33,
    15,
    13,
    6,
    13,
    6,
    13,
    6,
    13,
    6,
)  # millimetres; the ninth parts the tables
LEFT = ("Ref", "Action", "Lead", "Target date", "Q2 RAG", "DoT", "Q3 RAG", "Comment")
GAP, MEASURE, TARGET, QUARTERS = 8, 9, 10, 11  # columns


def make(path: Path) -> dict[str, Any]:
    """Print the workbook; gives its truth."""
    document = docx.Document()
    for position, (name, actions, measures) in enumerate(SHEETS):
        _sheet(document, position, name, actions, measures)
    document.core_properties.author = "Tarnmoor Combined Authority"
    document.core_properties.created = document.core_properties.modified = dt.datetime.combine(
        DAY, dt.time(9)
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "tarnmoor.docx"
        document.save(str(source))
        print_file(source, path, DAY)
    return {
        "document": {
            "organisation": "Tarnmoor Combined Authority",
            "plan_title": "Corporate Plan",
            "review_title": "Quarterly Performance Report",
            "cycle": "2025-26 Q3",
            "as_at": "2025-12-31",
        },
        "legend": [{"label": label, "status": status} for label, status, _ in KEY.values()],
        "actions": [_action(*row) for _, rows, _ in SHEETS for row in rows],
        "indicators": [
            {"name": name, "target": target} for _, _, rows in SHEETS for name, target, _ in rows
        ],
    }  # fmt: skip


def _action(
    ref: str, text: str, lead: str, date: str, _q2: str, _dot: str, q3: str, note: str
) -> dict[str, Any]:
    return {
        "activity_refs": [],
        "number": ref,
        "text": text,
        "leads": [lead],
        "progress": note,
        "status": KEY[q3][1],
    }


def _sheet(document: Any, position: int, name: str, actions: list[Action], measures: list[Measure]) -> None:
    section = document.sections[0] if position == 0 else document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(330), Mm(216)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(11)
    section.footer.paragraphs[0].text = "Tarnmoor Combined Authority"
    _line(document, "Tarnmoor Combined Authority: Corporate Plan 2024-2027", 15)
    _line(document, f"Quarterly Performance Report, Quarter 3 2025/26 - {name}", 12)
    key = document.add_table(rows=1, cols=len(KEY)).rows[0].cells
    for cell, (letter, (label, _, colour)) in zip(key, KEY.items(), strict=True):
        cell.width = Mm(42)
        _write(cell, f"{letter} = {label}", fill=colour, middle=True)
    _line(document, "", 5)
    table = document.add_table(rows=2, cols=len(WIDTHS))
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    _headers(table)
    for row in range(max(len(actions), len(measures))):
        cells = table.add_row().cells
        _action_cells(cells, actions[row] if row < len(actions) else None)
        _measure_cells(cells, measures[row] if row < len(measures) else None)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Mm(width)


def _line(document: Any, text: str, size: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold = "Carlito", Pt(size), size > 12


def _headers(table: Any) -> None:
    upper, lower = table.rows[0].cells, table.rows[1].cells
    heads = {**dict(enumerate(LEFT)), MEASURE: "Measure", TARGET: "Annual target"}
    for column, text in heads.items():
        _head(upper[column].merge(lower[column]), text)
    for quarter in range(4):
        first = QUARTERS + 2 * quarter
        _head(lower[first].merge(lower[first + 1]), f"Q{quarter + 1}")
    _head(upper[QUARTERS].merge(upper[-1]), "Performance 2025/26")


def _head(cell: Any, text: str) -> None:
    _write(cell, text, fill="1F4E5F", middle=True)
    run = cell.paragraphs[0].runs[0]
    run.bold, run.font.color.rgb = True, RGBColor(255, 255, 255)


def _action_cells(cells: Any, action: Action | None) -> None:
    for column, text in enumerate(action or ()):
        if column in (4, 6):
            _write(cells[column], text, fill=KEY[text][2], middle=True)
        elif column == 5:
            _write(cells[column], "", middle=True)
            symbol = f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="{ARROWS[text]}"/>'
            cells[column].paragraphs[0].runs[0]._r.append(parse_xml(symbol))
        else:
            _write(cells[column], text)


def _measure_cells(cells: Any, measure: Measure | None) -> None:
    if not measure:
        return
    name, target, quarters = measure
    _write(cells[MEASURE], name)
    _write(cells[TARGET], target, middle=True)
    for position, quarter in enumerate(quarters):
        value, letter = quarter or ("", "")
        _write(cells[QUARTERS + 2 * position], value, middle=True)
        _write(
            cells[QUARTERS + 2 * position + 1], letter, fill=KEY[letter][2] if letter else None, middle=True
        )


def _write(cell: Any, text: str, *, fill: str | None = None, middle: bool = False) -> None:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="7F7F7F"/>' for side in ("top", "left", "bottom", "right")
    )
    shade = f'<w:shd w:val="clear" w:fill="{fill}"/>' if fill else ""
    properties = cell._tc.get_or_add_tcPr()
    for part in (
        f"<w:tcBorders {nsdecls('w')}>{sides}</w:tcBorders>",
        shade.replace("<w:shd", f"<w:shd {nsdecls('w')}"),
    ):
        if part:
            properties.append(parse_xml(part))
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    if middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Carlito", Pt(9)
