"""Pennhurst Homes: a housing association's improvement plan with colour emoji as marks.

Marks stand at the foot of their cell, next to the row below; headers change their wording from page to page, and the
third table has none; orange and yellow discs are two statuses. Made with Chromium and Noto Color Emoji.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

from samples.zoo.make.chromium import print_page

DAY = dt.date(2026, 2, 12)
KEY = {
    "🔵": ("Complete", "completed"),
    "🟢": ("On track", "on_schedule"),
    "🟡": ("Slightly behind, no concern", "behind_schedule"),
    "🟠": ("At risk", "behind_schedule"),
    "🔴": ("Off track", "off_track"),
    "⚪": ("Not started", "not_started"),
}
Row = tuple[str, str, str, str, str]  # reference, action, lead, mark, comment
TABLES: list[tuple[str, tuple[str, ...], list[Row]]] = [
    ("Homes that are safe", ("Ref", "What we said we would do", "Owner", "Status", "Where we are now"), [
        ("H1", "Complete fire risk assessment actions in all blocks over five storeys", "Dee Marland", "🟢",
         "412 of 430 actions closed. The eighteen that are left are all compartmentation works at Foxglove Court, where scaffolding goes up on 2 March."),
        ("H2", "Replace 1,150 smoke and heat alarms", "Dee Marland", "🔵", "Finished in December, six weeks early. Certificates have been loaded to the asset register."),
        ("H3", "Respond to every report of damp or mould within ten working days", "Imran Saddiq", "🟠",
         "Average response is 13 days. Demand in January was 41% above the same month last year and two surveyors have left. Agency cover has been agreed until June. Tenants who wait more than ten days are now phoned each Friday."),
        ("H4", "Hold a valid electrical certificate for every home", "Imran Saddiq", "🟡",
         "98.7% against 100%. 61 homes have had three failed appointments and go to the legal team."),
        ("H5", "Survey the stock condition of one home in five", "Imran Saddiq", "🟢", "1,604 surveys done of 1,900."),
    ]),
    ("A fair and simple service", ("No.", "Commitment", "Lead", "RAG", "Progress since last report"), [
        ("S1", "Answer complaints at stage one within ten working days", "Kath Ollerton", "🔴",
         "64% were answered on time. The new case system lost its letter templates when it was updated in November and answers were typed by hand for three weeks."),
        ("S2", "Publish a service charge guide that tenants have helped to write", "Kath Ollerton", "🔵", "Published on 9 January; 3,200 downloads so far."),
        ("S3", "Open the tenant portal to leaseholders", "Bram Teale", "⚪", "Waits for the supplier's spring release."),
        ("S4", "Bring the average wait on the phone below three minutes", "Bram Teale", "🟡", "3 minutes 20 seconds in January, from 4 minutes 5 seconds in October."),
        ("S5", "Train every front-line colleague in trauma-informed practice", "Kath Ollerton", "🟢",
         "188 of 240 trained. The last four sessions are full:\n• 3 March, Pennhurst\n• 10 March, Ashby Road\n• 17 March, online\n• 24 March, online"),
    ]),
    ("Places where people stay", (), [
        ("P1", "Let empty homes in 28 days or fewer", "Orla Finch", "🟠",
         "34 days. Major works voids are the cause: eleven kitchens waited for worktops. Without them the figure would be 26 days."),
        ("P2", "Start 96 homes for social rent at Tanner's Field", "Orla Finch", "🔴",
         "The contractor went into administration on 19 December. The Board will see three options in March, each with a delay of nine months or more. Grant conditions are being discussed with the funder."),
        ("P3", "Agree estate plans with residents of six estates", "Joss Varley", "🟢", "Four agreed; the last two go to residents' meetings in March."),
        ("P4", "Plant 500 trees", "Joss Varley", "🔵", "523 planted with the help of two primary schools."),
        ("P5", "Pilot heat pumps in 40 off-gas homes", "Joss Varley", "⚪", "Begins when the heating season is over."),
    ]),
]  # fmt: skip

STYLE = """
@page { size: A4; margin: 18mm 15mm }
body { font: 10.5pt/1.42 "Liberation Sans"; color: #20262e } h1 { font-size: 21pt; margin: 0 } h2 { color: #5a2a82; break-before: page }
table { border-collapse: collapse; width: 100% } th { text-align: left; background: #5a2a82; color: #fff }
td, th { padding: 3.2mm 2mm; border-bottom: .6pt solid #b9b9b9; vertical-align: top }
.mark { vertical-align: bottom; text-align: center; font: 15pt "Noto Color Emoji"; padding-bottom: 0; width: 13mm }
.key { width: auto } .key td { border: 0; padding: 1mm 3mm } ul { margin: 1mm 0; padding-left: 4mm }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the plan; gives its truth."""
    print_page(_html(), path, DAY)
    return {
        "document": {"organisation": "Pennhurst Homes", "plan_title": "Better Homes Improvement Plan",
                     "review_title": "Better Homes Improvement Plan: Quarter 3 review"},
        "first_page": 2,
        "legend": [{"label": label, "status": status} for label, status in KEY.values()],
        "actions": [
            {"activity_refs": [], "number": ref, "text": text, "leads": [lead], "progress": said, "status": KEY[mark][1]}
            for _, _, rows in TABLES for ref, text, lead, mark, said in rows
        ],
    }  # fmt: skip


def _html() -> str:
    key = "".join(f'<tr><td class="mark">{mark}<td>{label}' for mark, (label, _) in KEY.items())
    body = "".join(f"<h2>{title}</h2>{_table(heads, rows)}" for title, heads, rows in TABLES)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Quarter 3 review</title><style>{STYLE}</style>'
        "<p>Pennhurst Homes</p><h1>Better Homes Improvement Plan: Quarter 3 review</h1>"
        "<p>For the Board on 19 February 2026. This is the third review of the plan that we agreed with the Residents' "
        "Panel. Each lead has given the position at 31 January and the marks were challenged at the "
        f"Performance Group.</p><h3>What the marks mean</h3><table class=key>{key}</table>{body}</html>"
    )


def _table(heads: tuple[str, ...], rows: list[Row]) -> str:
    head = "<tr>" + "".join(f"<th>{text}" for text in heads) if heads else ""
    return f"<table>{head}{''.join(_row(*row) for row in rows)}</table>"


def _row(ref: str, text: str, lead: str, mark: str, said: str) -> str:
    first, *bullets = said.split("\n• ")
    items = "<ul>" + "".join(f"<li>{item}" for item in bullets) + "</ul>" if bullets else ""
    return f"<tr><td>{ref}<td>{escape(text)}<td>{lead}<td class=mark>{mark}<td>{escape(first)}{items}"
