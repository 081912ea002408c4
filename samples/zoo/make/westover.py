"""Westover County Council: a performance report as counties print it, from Word by way of LibreOffice.

A table for each directorate, with the latest RAG beside the one before it (word on a fill), target and floor, values as
month and year to date or rolling twelve months, footnote marks, money and times, and a closing row of totals.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from samples.zoo.make.office import print_file

DAY = dt.date(2025, 12, 3)
FILLS = {"GREEN": "00B050", "AMBER": "FFC000", "RED": "FF0000"}
STATUS = {"GREEN": "on_schedule", "AMBER": "behind_schedule", "RED": "off_track"}
MEANS = {
    "GREEN": "Target has been achieved",
    "AMBER": "Floor Standard* achieved but Target has not been met",
    "RED": "Floor Standard* has not been achieved",
}
MONTHLY = (
    "Indicator Description",
    "Latest Month",
    "Month RAG",
    "Year to Date",
    "YTD RAG",
    "Target",
    "Floor",
    "Previous Year",
    "DoT",
)
ROLLING = ("Indicator", "Rolling 12 months", "RAG", "Previous RAG", "Target", "Floor", "Previous Year", "DoT")
MARKS = "¹²³"  # of footnotes
# name, latest, its RAG, year to date or None, the second RAG, target, floor, previous year, direction
TABLES: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = [
    ("Customer Services", MONTHLY, [
        ("CS01: Callers who rate the advisors in the Contact Centre as good", "97%", "GREEN", "97%", "GREEN", "97%", "90%", "96%", "⇧"),
        ("CS04a: Daytime calls to the Contact Centre answered", "89%", "RED", "91%", "AMBER", "95%", "90%", "94%", "⇩"),
        ("CS04b: Out of hours calls to the Contact Centre answered", "95%", "GREEN", "96%", "GREEN", "95%", "90%", "94%", "⇨"),
        ("CS06: Average time to answer a call (minutes)¹", "8:12", "RED", "6:47", "AMBER", "5:00", "7:30", "5:31", "⇩"),
        ("CS07: Complaints responded to in timescale", "78%", "RED", "81%", "RED", "85%", "82%", "83%", "⇩"),
    ]),
    ("Highways and Transport", MONTHLY, [
        ("HT01: Potholes repaired in 28 calendar days (routine works not programmed)", "91%", "GREEN", "88%", "AMBER", "90%", "80%", "86%", "⇧"),
        ("HT02: Faults reported by the public and completed in 28 calendar days", "84%", "AMBER", "86%", "AMBER", "90%", "80%", "85%", "⇩"),
        ("HT04: Customer satisfaction with service delivery (100 Call Back)", "96%", "GREEN", "94%", "AMBER", "95%", "85%", "95%", "⇧"),
        ("HT08: Emergency incidents attended to within two hours", "99%", "GREEN", "97%", "AMBER", "98%", "95%", "97%", "⇧"),
        ("HT12: Streetlights, illuminated signs and bollards repaired in 28 days²", "92%", "GREEN", "93%", "GREEN", "90%", "80%", "91%", "⇨"),
        ("HT14: Income from lane rental (£000s)", "£412", "GREEN", "£2,985", "GREEN", "£2,800", "£2,500", "£2,610", "⇧"),
    ]),
    ("Environment and Waste", ROLLING, [
        ("WM01: Municipal waste recycled and composted", "44.1%", "AMBER", "", "AMBER", "50%", "42%", "44.8%", "⇩"),
        ("WM02: Municipal waste converted to energy", "53.9%", "GREEN", "", "GREEN", "49%", "44%", "54.0%", "⇨"),
        ("WM03: Waste recycled and wood converted to energy at Household Waste Recycling Centres", "71.4%", "GREEN", "", "GREEN", "70%", "65%", "70.6%", "⇧"),
        ("EW2: Greenhouse gas emissions from the estate (tonnes)³", "14,306", "GREEN", "", "AMBER", "15,100", "16,600", "15,871", "⇧"),
        ("EW4: Household waste (kg per person)", "389.2", "RED", "", "AMBER", "372.0", "385.0", "381.4", "⇩"),
    ]),
]  # fmt: skip
NOTES = (
    "¹ Times are shown as minutes and seconds; a new telephone system has been in use since September.",
    "² Provisional: two weeks of October are missing from the contractor's return.",
    "³ Reported a quarter in arrears.",
)


def make(path: Path) -> dict[str, Any]:
    """Print the report; gives its truth: a measure's latest value is that of its latest period, with that RAG."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "westover.docx"
        _document().save(str(source))
        print_file(source, path, DAY)
    return {
        "document": {"organisation": "Westover County Council", "review_title": "Quarterly Performance Report, Quarter 2"},
        "legend": [{"label": words, "status": STATUS[word]} for word, words in MEANS.items()],
        "indicators": [
            {"name": name.rstrip(MARKS), **({"printed_name": name} if name[-1] in MARKS else {}),
             "latest": latest, "target": target, "previous": before, "status": STATUS[rag]}
            for _, _, rows in TABLES for name, latest, rag, _, _, target, _, before, _ in rows
        ],
    }  # fmt: skip


def _document() -> Any:
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Liberation Sans", Pt(10.5)
    section.footer.paragraphs[0].text = "Westover County Council | Cabinet, 8 December 2025 | Appendix 1"
    document.add_paragraph("Westover County Council")
    document.add_heading("Quarterly Performance Report, Quarter 2", 0)
    document.add_paragraph("Results up to the end of September 2025")
    document.add_heading("Key to RAG (Red/Amber/Green) ratings", 2)
    _table(document, [], list(MEANS.items()))
    document.add_paragraph(
        "⇧ Performance has improved   ⇩ Performance has worsened   ⇨ Performance has remained the same"
    )
    document.add_paragraph("* Floor Standards are set in Directorate Business Plans and if not achieved must result in "
                           "management action.")  # fmt: skip
    for title, heads, rows in TABLES:
        document.add_page_break()
        document.add_heading(title, 1)
        _table(document, list(heads), [tuple(_cells(heads, row)) for row in rows] + [_totals(heads, rows)])
    for note in NOTES:
        document.add_paragraph(note)
    return document


def _cells(heads: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    name, latest, rag, ytd, second, target, floor, before, way = row
    values = [latest, rag, ytd, second] if heads is MONTHLY else [latest, rag, second]
    return [name, *values, target, floor, before, way]


def _totals(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> tuple[str, ...]:
    counts = [f"{sum(row[2] == word for row in rows)} {word.title()}" for word in FILLS]
    return ("Total: " + ", ".join(counts), *[""] * (len(heads) - 1))


def _table(document: Any, heads: list[str], rows: list[tuple[str, ...]]) -> None:
    lines = ([tuple(heads)] if heads else []) + rows
    table = document.add_table(len(lines), len(lines[0]), style="Table Grid")
    table.autofit = False
    widths = [Mm(70), *[Mm(22)] * (len(heads) - 1)] if heads else [Mm(30), Mm(120)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line, texts in zip(table.rows, lines, strict=True):
        for position, (cell, text) in enumerate(zip(line.cells, texts, strict=True)):
            cell.width = widths[position]
            cell.text = text
            if text in FILLS or (line is table.rows[0] and heads):
                _shade(cell, FILLS.get(text, "D9E2F3"))
    document.add_paragraph()


def _shade(cell: Any, fill: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(shade)
