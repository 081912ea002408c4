"""Beacon Tor Learning Trust: pages turned by /Rotate, small grey pictures told apart by their outline alone.

The key stands on the last page. Pictures are PNG with a soft mask. Made with ReportLab.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image as Raster
from PIL import ImageDraw
from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

WIDE, HIGH = A4[1], A4[0]  # the page as it is read
KEY = {
    "disc": ("Achieved", "completed", "The success criteria have been met and evidence is held"),
    "square": ("Progressing", "on_schedule", "On course to be achieved by the date shown"),
    "triangle": ("Behind", "behind_schedule", "Some success criteria are at risk; support is in place"),
    "cross": ("Not progressing", "off_track", "The success criteria will not be met without intervention"),
}
COLUMNS = (
    ("Ref", 12),
    ("Objective", 36),
    ("Action", 52),
    ("Lead", 30),
    ("By", 22),
    ("Rating", 15),
    ("Impact and evidence", 100),
)
#: reference, objective, action, lead, by, rating, evidence
Row = tuple[str, str, str, str, str, str, str]
AREAS: list[tuple[str, list[Row]]] = [
    ("Quality of education", [
        ("QE1", "Reading", "Adopt one phonics scheme in all five primaries", "Ms Delacourt", "31/12/2025", "disc", "All five schools use the scheme. 84% of Year 1 pupils are at the expected stage, 9 points more than a year ago."),
        ("QE2", "Mathematics", "Coach every Key Stage 2 teacher in small steps planning", "Mr Abara", "31/03/2026", "square", "27 of 34 teachers have had three coaching visits."),
        ("QE3", "Curriculum", "Rewrite the humanities curriculum for Years 7 to 9", "Dr Sims", "28/02/2026", "triangle", "History is finished. Geography waits on the appointment of a subject lead at Tor Vale."),
        ("QE4", "Assessment", "Moderate writing across the trust each term", "Ms Delacourt", "31/07/2026", "square", "Autumn and spring moderation took place; 92% of judgements agreed."),
    ]),
    ("Behaviour and attendance", [
        ("BA1", "Attendance", "Bring persistent absence below 15%", "Mrs Quayle", "31/07/2026", "cross", "Persistent absence is 21.8%, and higher than last spring in three schools. A trust attendance officer starts after Easter."),
        ("BA2", "Behaviour", "One behaviour policy for all schools", "Mr Nowak", "31/01/2026", "disc", "Adopted by trustees on 21 January."),
        ("BA3", "Inclusion", "Open a resource base at Moor Lane", "Mrs Quayle", "30/04/2026", "triangle", "Building work ended in February. Two of four staff have been appointed."),
    ]),
    ("Leadership", [
        ("LM1", "Governance", "Train all chairs in safeguarding oversight", "Mrs Hartigan", "31/03/2026", "square", "Seven of eight chairs are trained."),
        ("LM2", "Workload", "Cut data collections from six to three", "Dr Sims", "30/09/2025", "disc", "In place since September. 71% of staff say that it has helped."),
        ("LM3", "Finance", "Move payroll and purchasing into one system", "Mr Okonjo", "31/03/2026", "cross", "The supplier withdrew in January and the procurement has to be run again."),
        ("LM4", "Estates", "Condition surveys of all eight sites", "Mr Okonjo", "31/05/2026", "square", "Five surveys have been received."),
    ]),
]  # fmt: skip
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11.5)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")


class Icon(Flowable):
    """A picture as high as a line."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.width = self.height = 11
        self.picture = ImageReader(io.BytesIO(_png(kind)))

    def draw(self) -> None:
        self.canv.drawImage(self.picture, 0, 0, 11, 11, mask="auto")


def make(path: Path) -> dict[str, Any]:
    """Print the review; gives its truth."""
    canvas = Canvas(
        str(path), pagesize=(WIDE, HIGH), invariant=True
    )  # ReportLab swaps them for a turned page
    canvas.setTitle("Trust Improvement Plan 2025-26")
    for number, (area, rows) in enumerate(AREAS):
        _turn(canvas)
        top = HIGH - 14 * mm
        if number == 0:
            for size, text in (
                (11, "Beacon Tor Learning Trust"),
                (18, "Trust Improvement Plan 2025-2026"),
                (13, "Spring Term Review, March 2026"),
            ):
                canvas.setFont("Helvetica-Bold" if size == 18 else "Helvetica", size)
                top -= size * 1.35
                canvas.drawString(14 * mm, top, text)
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(14 * mm, top - 9 * mm, area)
        _place(
            canvas,
            _table(
                [name for name, _ in COLUMNS],
                [[*row[:5], Icon(row[5]), row[6]] for row in rows],
                [w for _, w in COLUMNS],
            ),
            top - 12 * mm,
        )
        _foot(canvas)
    _turn(canvas)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(14 * mm, HIGH - 22 * mm, "Key to ratings")
    key = [[Icon(kind), label, means] for kind, (label, _, means) in KEY.items()]
    _place(canvas, _table(["Symbol", "Rating", "Meaning"], key, [18, 34, 110]), HIGH - 26 * mm)
    _foot(canvas)
    canvas.save()
    return {
        "document": {
            "organisation": "Beacon Tor Learning Trust",
            "plan_title": "Trust Improvement Plan",
            "review_title": "Spring Term Review, March 2026",
        },
        "legend": [{"label": label, "definition": means, "status": status} for label, status, means in KEY.values()],
        "actions": [
            {
                "number": ref, "text": text, "leads": [lead], "progress": note, "status": KEY[kind][1],
                "due_date": "-".join(reversed(by.split("/"))),
            }
            for _, rows in AREAS for ref, _, text, lead, by, kind, note in rows
        ],
        "indicators": [],
    }  # fmt: skip


def _png(kind: str) -> bytes:
    """A grey sign on nothing: the mask is what gives it its outline."""
    picture = Raster.new("RGBA", (44, 44), (110, 110, 110, 0))
    draw, grey = ImageDraw.Draw(picture), (110, 110, 110, 255)
    if kind == "disc":
        draw.ellipse((4, 4, 40, 40), fill=grey)
    elif kind == "square":
        draw.rectangle((5, 5, 39, 39), fill=grey)
    elif kind == "triangle":
        draw.polygon(((22, 4), (41, 40), (3, 40)), fill=grey)
    else:
        draw.line((6, 6, 38, 38), fill=grey, width=9)
        draw.line((38, 6, 6, 38), fill=grey, width=9)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _turn(canvas: Canvas) -> None:
    """An upright page shown turned by a quarter: what is drawn sideways is read straight."""
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)


def _table(head: list[str], rows: list[list[Any]], widths: list[float]) -> Table:
    cells = [[Paragraph(c, BODY) if isinstance(c, str) else c for c in row] for row in rows]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#d9d9d9")),
    ]  # fmt: skip
    return Table(
        [[Paragraph(text, BOLD) for text in head], *cells], colWidths=[w * mm for w in widths], style=style
    )


def _place(canvas: Canvas, table: Table, top: float) -> None:
    _, height = table.wrapOn(canvas, WIDE - 28 * mm, HIGH)
    table.drawOn(canvas, 14 * mm, top - height)


def _foot(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(14 * mm, 8 * mm, "Beacon Tor Learning Trust: improvement plan")
    canvas.drawRightString(WIDE - 14 * mm, 8 * mm, f"Page {canvas.getPageNumber()}")
    canvas.showPage()
