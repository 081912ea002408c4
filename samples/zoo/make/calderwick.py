"""Calderwick and Vale Combined Authority: quarters shaded as in a Gantt chart beside a true BRAG column of two letters.

Shades of quarters say when work happens, not how it goes; blue is complete and grey is not yet due; arrows are letters
of ZapfDingbats; the key is printed twice. Made with ReportLab.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

KEY = {
    "B": ("#2e75b6", "Complete", "completed"),
    "G": ("#4ea72e", "On track", "on_schedule"),
    "AG": ("#b5cf4a", "On track with minor issues", "on_schedule"),
    "AR": ("#f0883e", "Significant issues", "behind_schedule"),
    "R": ("#d62f2f", "Will not be delivered", "off_track"),
    "Grey": ("#bfbfbf", "Not yet due", "not_started"),
}
HEADS = ("ID", "Milestone", "Accountable", "Q1", "Q2", "Q3", "Q4", "BRAG", "Trend", "Commentary")
WIDTHS = (13, 58, 30, 10, 10, 10, 10, 16, 15, 97)
PLAN = "#5b9bd5"  # the quarters' shade is close to the blue of the key
Row = tuple[
    str, str, str, str, str, str, str
]  # ID, milestone, accountable, quarters, BRAG, trend, commentary
THEMES: list[tuple[str, list[Row]]] = [
    ("Connected places", [
        ("C1", "Award the contract for smart ticketing", "Transport Director", "12", "B", "same", "Awarded on 4 August at 3% below the estimate."),
        ("C2", "Full business case for the Vale Line reopening", "Rail Programme Lead", "1234", "AR", "down", "Ground investigation found a culvert that is on no record. The cost plan is out by £11m to £14m. The case will go to the Board in June at the earliest; the Department has been told and has asked for a recovery plan by 27 February."),
        ("C3", "Ten mobility hubs open", "Transport Director", "234", "AG", "same", "Eight are open. Power supplies at Cotter Street and Hale End are booked for February."),
        ("C4", "Consult on the bus network review", "Bus Reform Lead", "4", "Grey", "same", "Begins on 2 March."),
        ("C5", "Resurface the key route network's worst 30 km", "Transport Director", "23", "G", "up", "28.4 km done."),
    ]),
    ("Skills for all", [
        ("S1", "Commission the adult skills fund for 2026/27", "Skills Director", "34", "G", "same", "Evaluation of 61 bids is complete and awards go to Board on 12 February."),
        ("S2", "Bootcamps: 1,800 starts", "Skills Director", "1234", "AG", "up", "1,322 starts to the end of December; digital courses are full, construction courses are at 58%."),
        ("S3", "Launch a careers hub in each district", "Employment Lead", "12", "B", "same", "The sixth opened in September."),
        ("S4", "Devolve the employment support programme", "Employment Lead", "234", "R", "down", "The Department has moved the date to April 2027 for every area. The milestone cannot be met and will be replaced in next year's plan."),
        ("S5", "Publish a green skills prospectus", "Skills Director", "4", "Grey", "same", "Not due before March."),
    ]),
    ("Homes and growth", [
        ("H1", "Remediate 40 hectares of brownfield land", "Place Director", "1234", "G", "up", "33 hectares, with two further sites on programme."),
        ("H2", "Adopt the spatial strategy's first draft", "Planning Lead", "23", "AR", "down", "One of the seven councils deferred its decision until after the election. Statutory advice is being taken on whether six can go ahead. The evidence base will need to be refreshed if consultation starts after July."),
        ("H3", "Retrofit 2,200 homes", "Net Zero Lead", "1234", "AG", "same", "1,540 completed and 390 in progress. Installers are short of heat pump engineers."),
        ("H4", "Investment fund: first five loans made", "Finance Director", "34", "B", "up", "Five loans with a total of £6.75m were made by 19 December."),
        ("H5", "Name a development partner for Station Quarter", "Place Director", "4", "G", "same", "Three bidders are in dialogue."),
    ]),
]  # fmt: skip

SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=9, leading=12.6)
BOLD = ParagraphStyle("bold", parent=SMALL, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=17, leading=22)
SIGN = {"up": "\u25b2", "down": "\u25bc", "same": "\u279c"}  # ZapfDingbats has all three


def make(path: Path) -> dict[str, Any]:
    """Print the report; gives its truth."""
    page = SimpleDocTemplate(str(path), pagesize=landscape(A4), topMargin=14 * mm, leftMargin=14 * mm,
                             rightMargin=14 * mm, bottomMargin=14 * mm, invariant=1, title="Delivery Plan")  # fmt: skip
    story: list[Any] = [
        Paragraph("Calderwick and Vale Combined Authority", BOLD),
        Paragraph("Annual Delivery Plan 2025/26: Quarter 3 Progress Report", TITLE), Spacer(1, 4 * mm),
        Paragraph("Shaded quarters show when a milestone is planned to be worked on. The BRAG rating is the accountable "
                  "officer's view at 31 December 2025.", SMALL), Spacer(1, 4 * mm), _key(),
    ]  # fmt: skip
    for title, rows in THEMES:
        story += [PageBreak(), Paragraph(title, TITLE), Spacer(1, 3 * mm), _table(rows)]
    page.build([*story, Spacer(1, 6 * mm), _key()])
    return {
        "document": {"organisation": "Calderwick and Vale Combined Authority", "plan_title": "Annual Delivery Plan",
                     "review_title": "Annual Delivery Plan 2025/26: Quarter 3 Progress Report"},
        "first_page": 2,
        "legend": [{"label": label, "status": status} for _, label, status in KEY.values()],
        "actions": [
            {"activity_refs": [], "number": ref, "text": text, "leads": [lead], "progress": said, "status": KEY[brag][2]}
            for _, rows in THEMES for ref, text, lead, _, brag, _, said in rows
        ],
    }  # fmt: skip


def _key() -> Table:
    style = [
        ("BACKGROUND", (0, i), (0, i), colors.HexColor(fill)) for i, (fill, _, _) in enumerate(KEY.values())
    ]
    rows = [[Paragraph(letters, BOLD), Paragraph(label, SMALL)] for letters, (_, label, _) in KEY.items()]
    return Table(rows, [16 * mm, 70 * mm], style=TableStyle([*style, ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]),
                 hAlign="LEFT")  # fmt: skip


def _table(rows: list[Row]) -> Table:
    style: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#888888")), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                                    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e4dff0"))]  # fmt: skip
    cells = [[Paragraph(text, BOLD) for text in HEADS]]
    for ref, text, lead, quarters, brag, trend, said in rows:
        line = len(cells)
        style += [
            ("BACKGROUND", (int(q) + 2, line), (int(q) + 2, line), colors.HexColor(PLAN)) for q in quarters
        ]
        style.append(("BACKGROUND", (7, line), (7, line), colors.HexColor(KEY[brag][0])))
        arrow = f'<font name="ZapfDingbats" size="12">{SIGN[trend]}</font>'
        cells.append(
            [Paragraph(cell, SMALL) for cell in (ref, text, lead, "", "", "", "", brag, arrow, said)]
        )
    return Table(cells, [width * mm for width in WIDTHS], repeatRows=1, style=TableStyle(style))
