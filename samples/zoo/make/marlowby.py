"""Marlowby High School: an improvement plan's review with a letter for each term, two of three terms gone.

Objectives as rows over the whole table; leads as initials with ampersands; no key anywhere, so that the colours' usual
meaning is all there is. Made with ReportLab.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FILLS = {"R": "#e8412f", "A": "#fdb913", "G": "#3fa535"}
STATUS = {"R": "off_track", "A": "behind_schedule", "G": "on_schedule"}
HEADS = ("Ref", "Action", "Success criteria", "Lead", "Autumn", "Spring", "Summer", "Evaluation")
WIDTHS = (12, 58, 55, 20, 15, 15, 16, 76)
Row = tuple[str, str, str, str, str, str, str]  # ref, action, criteria, lead, autumn, spring, evaluation
OBJECTIVES: list[tuple[str, list[Row]]] = [
    ("Objective 1: Pupils read widely and fluently by the end of Year 9", [
        ("1.1", "Screen every Year 7 pupil's reading age in the first four weeks", "All pupils have a reading age on the register", "SLB", "A", "G", "Screening was three weeks late in the autumn; the 41 pupils below 9:6 are now in small groups."),
        ("1.2", "Tutor time reading three mornings a week", "Pupil voice: 75% say that they enjoy it", "SLB & HTM", "G", "G", "Learning walks saw it in 27 of 29 forms. 78% of pupils say that they enjoy it."),
        ("1.3", "Train teachers of all subjects in explicit vocabulary teaching", "Seen in four of five book looks", "DK", "R", "A", "Training had been put off twice. It took place on 6 January and was seen in three of five book looks."),
        ("1.4", "Refit the library as a reading room", "Loans up by half", "JPW & Govs", "A", "A", "Shelving is in. Loans are up by 22%. Furniture waits for the parents' association's grant."),
    ]),
    ("Objective 2: Attendance returns to 95%", [
        ("2.1", "Call home by 9:30 on the first day of absence", "No unexplained absence at the end of the day", "RMc", "G", "G", "Done every day but two."),
        ("2.2", "Attendance panels with governors for pupils below 85%", "Half of the families improve within six weeks", "RMc & AO", "A", "R", "Only five of fourteen panels were held, because the attendance officer is on long-term absence. Three families improved."),
        ("2.3", "Breakfast club open to all year groups", "60 pupils a day", "TVG", "G", "G", "Average of 83 pupils a day."),
        ("2.4", "Review the rewards policy with the school council", "New policy in place by February half-term", "AO", "R", "R", "The council met once. Its proposals are costed at £6,400, for which there is no budget."),
    ]),
    ("Objective 3: The curriculum in Key Stage 3 is ambitious and well sequenced", [
        ("3.1", "Publish a curriculum map for each subject", "Maps on the website by Christmas", "DK & HoDs", "A", "G", "All fourteen are published; art and music were last, in January."),
        ("3.2", "Common assessments at the end of each unit", "Marks agree within 5% at moderation", "HoDs", "A", "A", "Science and maths agree. English differed by 11% and will moderate again after half-term."),
        ("3.3", "Give every pupil one hour of computing a week", "On the timetable from January", "NSB", "R", "A", "Years 7 and 8 have it. Year 9 follows in the summer, when the second room is wired."),
        ("3.4", "Join the trust's subject networks", "Every department attends twice a year", "DK", "G", "G", "Every department has been once, nine of them twice."),
    ]),
    ("Objective 4: Staff stay, and say why", [
        ("4.1", "Cut data drops from six to three a year", "Calendar agreed by the autumn half-term", "HTM", "G", "G", "In place. The survey shows that it saves each teacher seven hours a year."),
        ("4.2", "Coaching for every early career teacher", "All meet a coach each fortnight", "SLB & NSB", "A", "G", "Cover has been found for the two coaches who had none."),
        ("4.3", "Exit interviews by a governor", "Held with all leavers", "Chair & JPW", "A", "A", "Four of six were held."),
    ]),
]  # fmt: skip

SMALL = ParagraphStyle("small", fontName="Helvetica", fontSize=11, leading=15)
BOLD = ParagraphStyle("bold", parent=SMALL, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BOLD, fontSize=16, leading=21)


def make(path: Path) -> dict[str, Any]:
    """Print the review; gives its truth: a row's status is that of the last term that is over."""
    page = SimpleDocTemplate(str(path), pagesize=landscape(A4), topMargin=16 * mm, leftMargin=14 * mm,
                             rightMargin=14 * mm, bottomMargin=16 * mm, invariant=1, title="School Improvement Plan")  # fmt: skip
    page.build([
        Paragraph("Marlowby High School", TITLE),
        Paragraph("School Improvement Plan 2025-26: Review, Spring term 2026", BOLD),
        Spacer(1, 4 * mm),
        Paragraph("Reviewed by the leadership team on 24 March 2026 and shared with governors on 31 March 2026.", SMALL),
        PageBreak(), _table(),
    ], onFirstPage=_foot, onLaterPages=_foot)  # fmt: skip
    return {
        "document": {"organisation": "Marlowby High School", "plan_title": "School Improvement Plan",
                     "review_title": "School Improvement Plan 2025-26: Review, Spring term 2026"},
        "first_page": 2,
        "actions": [
            {"activity_refs": [], "number": ref, "text": text, "leads": lead.split(" & "), "progress": said, "status": STATUS[spring]}
            for _, rows in OBJECTIVES for ref, text, _, lead, _, spring, said in rows
        ],
        "findings": [{"code": "status_by_convention"}],  # it prints no key to its letters
    }  # fmt: skip


def _table() -> Table:
    cells: list[list[Any]] = [[Paragraph(text, BOLD) for text in HEADS]]
    style: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                                    ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#d6e3f0"))]  # fmt: skip
    for objective, rows in OBJECTIVES:
        style += [("SPAN", (0, len(cells)), (-1, len(cells))),
                  ("BACKGROUND", (0, len(cells)), (-1, len(cells)), colors.HexColor("#eeeeee"))]  # fmt: skip
        cells.append([Paragraph(objective, BOLD), *[""] * 7])
        for ref, text, criteria, lead, autumn, spring, said in rows:
            for column, letter in ((4, autumn), (5, spring)):
                style.append(
                    ("BACKGROUND", (column, len(cells)), (column, len(cells)), colors.HexColor(FILLS[letter]))
                )
            texts = (ref, text, criteria, lead.replace("&", "&amp;"), autumn, spring, "", said)
            cells.append([Paragraph(cell, SMALL) for cell in texts])
    return Table(cells, [width * mm for width in WIDTHS], repeatRows=1, style=TableStyle(style))


def _foot(canvas: Canvas, page: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(148 * mm, 8 * mm, f"Marlowby High School - SIP review - page {page.page}")
