"""Brackenshire Fire and Rescue Service: white words on colour, drawn by fpdf2, with faults that printers leave behind.

Headers are printed twice, a hair apart, for want of a bold font; words break at soft hyphens; ligatures are single
characters; and the last page is set in a font whose characters have no names, so that nobody can copy its text.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

from fpdf import FPDF

DAY = dt.datetime(2026, 1, 30, 9, tzinfo=dt.UTC)
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
NAMELESS = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
KEY = {
    "COMPLETE": ((31, 78, 160), "Finished and closed by the board", "completed"),
    "ON TRACK": ((0, 128, 60), "Will be finished by the date due", "on_schedule"),
    "AT RISK": ((214, 120, 0), "May not be finished by the date due", "behind_schedule"),
    "OVERDUE": ((190, 20, 30), "The date due has gone by", "off_track"),
}
HEADS = ("No", "Improvement action", "Lead officer", "Status", "Update for members")
WIDTHS = (14, 78, 38, 27, 110)
Row = tuple[str, str, str, str, str]
ROWS: list[Row] = [
    ("1", "Ensure that all opera\u00adtional staff have con\u00adfirmed their incident command level", "AM Pryce", "COMPLETE", "All 512 staff were confirmed by the end of October and the register is audited every quarter."),
    ("2", "Audit the eﬃciency of wholetime rosters", "GM Lindqvist", "ON TRACK", "The ﬁrst of two pilots began on 5 January at Holt Road. Staﬀ and unions take part in the evaluation."),
    ("3", "Replace breathing apparatus", "GM Tarrant", "AT RISK", "Delivery of 240 sets has slipped from January to March, after the manufacturer recalled one valve. Training dates have been moved and the old sets have been inspected and certified until June."),
    ("4", "Publish a positive action plan for recruitment", "Head of HR", "COMPLETE", "Published on 1 December."),
    ("5", "Reduce the backlog of risk-based audits to fewer than 50", "AM Okafor", "OVERDUE", "The backlog is 131. It was due to be cleared by 31 December. Four inspectors are still in training and will be competent in April."),
    ("6", "Carry out a welfare survey of on-call ﬁreﬁghters", "Head of HR", "ON TRACK", "Closes on 14 February; 46% had answered by 28 January."),
    ("7", "Fit telematics to every vehicle", "Fleet Manager", "ON TRACK", "87 of 104 vehicles are ﬁtted."),
    ("8", "Agree a memorandum with the ambulance trust on forced entry", "AM Pryce", "AT RISK", "Legal teams diﬀer over indemnity. Chief oﬃcers meet on 11 February."),
    ("9", "Bring all site-speciﬁc risk information up to date", "GM Lindqvist", "OVERDUE", "61 of 388 records are older than three years. The task had been given to crews in the summer, but was set aside during the wildﬁres; it is now reported to the board every month."),
    ("10", "Commission a new training tower", "Estates Manager", "COMPLETE", "In use since 8 September."),
    ("11", "Adopt the national code of ethics in appraisal", "Head of HR", "ON TRACK", "Forms have been changed; managers are briefed in February."),
    ("12", "Test business continuity plans for a loss of mobilising", "GM Tarrant", "ON TRACK", "Tested on 19 November. Two lessons were closed and a third, on paging, is due in March."),
    ("13", "Introduce contaminant zones at all stations", "Estates Manager", "AT RISK", "Nine of fourteen stations. The others need plumbing that was not in the budget; £85,000 is being sought."),
    ("14", "Recruit a diverse panel of community advisers", "Head of Comms", "COMPLETE", "Twelve advisers have met three times."),
]  # fmt: skip
LOST = (
    "Annex: what inspectors asked us to do first",
    "Inspectors named two causes of concern in their letter of 9 May 2025.",
    "The first was the time that risk information takes to reach crews.",
    "The second was how complaints about conduct are looked into and recorded.",
    "Both are followed in the table before this annex, and a full response was sent to the inspectorate in July.",
)


def make(path: Path) -> dict[str, Any]:
    """Print the report; gives its truth."""
    pdf = FPDF("landscape", "mm", "A4")
    pdf.set_creation_date(DAY)
    pdf.set_margins(15, 15)
    pdf.set_auto_page_break(True, 16)
    pdf.add_font("body", "", FONT)
    pdf.add_font("nameless", "", NAMELESS)
    pdf.add_page()
    _front(pdf)
    pdf.set_font("body", size=10)
    for number, row in enumerate(ROWS):
        if number % 7 == 0:
            pdf.add_page()
            _line(pdf, HEADS, head=True)
        _line(pdf, row)
    pdf.add_page()
    pdf.set_font("nameless", size=12)
    for text in LOST:
        pdf.multi_cell(0, 9, text, new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(path))
    _unname(path)
    return {
        "document": {"organisation": "Brackenshire Fire and Rescue Service", "plan_title": "Improvement Plan",
                     "review_title": "Improvement Plan: progress to 28 January 2026"},
        "first_page": 2,
        "legend": [{"label": label, "definition": words, "status": status} for label, (_, words, status) in KEY.items()],
        "actions": [
            {"activity_refs": [], "number": ref, "text": text.replace("\u00ad", ""), "leads": [lead], "progress": said, "status": KEY[word][2]}
            for ref, text, lead, word, said in ROWS
        ],
        "findings": [{"code": "unusable_text"}],
    }  # fmt: skip


def _front(pdf: FPDF) -> None:
    for text, size in (
        ("Brackenshire Fire and Rescue Service", 12),
        ("Improvement Plan: progress to 28 January 2026", 20),
    ):
        pdf.set_font("body", size=size)
        pdf.cell(0, 12, text, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("body", size=10)
    pdf.multi_cell(
        0,
        7,
        "Members are asked to note the progress that is set out below. The board meets every month.",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    for label, (fill, words, _) in KEY.items():
        _word(pdf, label, fill, 27, 9)
        pdf.cell(100, 9, words, border=1, new_x="LMARGIN", new_y="NEXT")


def _line(pdf: FPDF, texts: tuple[str, ...], head: bool = False) -> None:
    """A row of boxes as high as its longest text."""
    high = (
        5.5
        * max(
            len(pdf.multi_cell(width, 5.5, text, dry_run=True, output="LINES"))
            for width, text in zip(WIDTHS, texts, strict=True)
        )
        + 3
    )
    top = pdf.get_y()
    left = pdf.l_margin
    for width, text in zip(WIDTHS, texts, strict=True):
        pdf.rect(left, top, width, high)
        pdf.set_xy(left, top)
        if text in KEY:
            _word(pdf, text, KEY[text][0], width, high)
        else:
            pdf.multi_cell(width, 5.5, text, align="L")
            if head:
                pdf.set_xy(left + 0.12, top)
                pdf.multi_cell(width, 5.5, text, align="L")
        left += width
    pdf.set_xy(pdf.l_margin, top + high)


def _word(pdf: FPDF, word: str, fill: tuple[int, int, int], width: float, high: float) -> None:
    pdf.set_fill_color(*fill)
    pdf.set_text_color(255)
    pdf.cell(width, high, word, border=1, fill=True, align="C")
    pdf.set_text_color(0)


def _unname(path: Path) -> None:
    """Take the serif font's /ToUnicode away, without moving a byte."""
    data = path.read_bytes()
    fonts = list(re.finditer(rb"/BaseFont /[^\n]*Serif.*?(/ToUnicode)", data, re.DOTALL))
    for font in fonts[:1]:
        data = data[: font.start(1)] + b"/ToNothing" + data[font.end(1) :]
    path.write_bytes(data)
