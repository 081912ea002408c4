"""Ostlebury Borough Council: an agenda pack in which the review is the last of many things.

Minutes that say "behind schedule", a budget, a risk register with RAG-coloured scores and a chart with a coloured key
come before it. The review slips three times: its printed totals are not those of its table, a number is missing, and
a note opens with "Completed -" beside an amber mark. Printed by Chromium.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

from samples.zoo.make.chromium import print_page

KEY = {
    "Green": ("on_schedule", "#00a651", "On target"),
    "Amber": ("behind_schedule", "#f7b500", "Behind target, with action in place to recover"),
    "Red": ("off_track", "#d0021b", "Will miss its target"),
    "Blue": ("completed", "#1f6fb2", "Completed"),
}
#: number, action, lead officer, target date, RAG, progress; there is no action 9
ACTIONS = [
    ("1", "Adopt a town centre masterplan for Ostlebury and Great Marling", "Head of Planning", "31 March 2026", "Green", "Consultation closed on 12 September with 812 responses. A revised draft goes to Cabinet in December."),
    ("2", "Refurbish 120 council homes to the decent homes standard", "Head of Housing", "31 March 2026", "Amber", "47 homes finished by the end of September against a plan of 60. The second contractor started in October."),
    ("3", "Open a community hub at the former Corn Exchange", "Community Manager", "30 June 2025", "Blue", "Opened on 14 June. More than 3,000 visits in the first quarter."),
    ("4", "Bring the waste contract in house", "Head of Environment", "1 April 2026", "Green", "Vehicles are ordered and TUPE meetings are under way."),
    ("5", "Install 30 electric vehicle charging points", "Parking Manager", "30 September 2025", "Amber", "Completed - all 30 points were commissioned on 26 September."),
    ("6", "Publish a biodiversity action plan", "Ecology Officer", "31 December 2025", "Green", "Baseline surveys are done and the plan is being drafted."),
    ("7", "Reduce use of bed and breakfast for homeless families to nil", "Head of Housing", "31 December 2025", "Red", "14 families were in bed and breakfast at the end of September, the same as in June. The purchase of Weir House fell through in August."),
    ("8", "Move 80% of licence applications online", "Licensing Manager", "31 March 2026", "Green", "71% of applications were made online in September."),
    ("10", "Provide a new skate park at Jubilee Field", "Parks Manager", "31 August 2025", "Amber", "Planning permission was granted in July. Ground conditions need a redesign of the drainage, so that work will start in January."),
    ("11", "Train all managers in equality impact assessment", "Head of People", "31 March 2026", "Green", "38 of 52 managers trained."),
    ("12", "Renew the council's website", "Digital Manager", "28 February 2026", "Green", "Beta site tested by 140 residents."),
    ("13", "Dispose of the depot at Mill Lane", "Head of Assets", "31 May 2025", "Blue", "Sale completed on 2 May."),
]  # fmt: skip
RISKS = [
    ("R1", "Loss of a main contractor", "4", "4", "16", "Quarterly credit checks; step-in rights", "#d0021b"),
    (
        "R2",
        "Cyber attack on council systems",
        "4",
        "5",
        "20",
        "Patching, off-line back-ups, staff training",
        "#d0021b",
    ),
    ("R3", "Shortage of planning officers", "3", "3", "9", "Career grades; agency framework", "#f7b500"),
    ("R4", "Flooding of the civic offices", "2", "3", "6", "Pumps serviced twice a year", "#00a651"),
]
BUDGET = [
    ("Housing", "4,120", "4,388", "268"),
    ("Environment", "6,905", "6,870", "(35)"),
    ("Planning", "1,744", "1,702", "(42)"),
    ("Corporate services", "5,310", "5,402", "92"),
    ("Total", "18,079", "18,362", "283"),
]
STYLE = """
@page { size: A4; margin: 17mm 15mm; @bottom-center { content: "Page " counter(page); font: 8pt "Liberation Serif" } }
body { margin: 0; font: 10pt/1.35 "Liberation Serif" } h1 { font-size: 17pt; margin: 0 0 2mm } h2 { font-size: 13pt; margin: 4mm 0 2mm }
.next { break-before: page } table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm } tr { break-inside: avoid }
td, th { border: .6pt solid #555; padding: 1mm 1.5mm; vertical-align: top; text-align: left } th { background: #e8e8e8 } thead { display: table-header-group }
.n { text-align: right } .c { text-align: center } p { margin: 0 0 2.5mm } .key { width: 110mm }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the pack; gives the truth of its review."""
    print_page(_html(), path, dt.date(2025, 11, 14))
    return {
        "document": {
            "organisation": "Ostlebury Borough Council",
            "plan_title": "Corporate Plan",
            "review_title": "Corporate Plan 2024-2028: Quarter 2 Progress Report 2025-26",
        },
        "first_page": 4,
        "legend": [{"label": label, "status": status} for status, _, label in KEY.values()],
        "actions": [
            {
                "activity_refs": [], "number": number, "text": text, "leads": [lead], "progress": note,
                "status": KEY[rag][0], "due_date": dt.datetime.strptime(due, "%d %B %Y").date().isoformat(),
            }
            for number, text, lead, due, rag, note in ACTIONS
        ],
        "indicators": [],
        "left_alone": [1, 2, 3],
        "findings": [
            {"code": "words_contradict_mark", "row": "Install 30 electric vehicle charging points"},
            {"code": "numbering_gap", "row": "Provide a new skate park"},
            {"code": "totals_disagree"},
        ],
    }  # fmt: skip


def _html() -> str:
    return (
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Agenda pack</title><style>{STYLE}</style>'
        f"{_agenda()}{_finance()}{_risks()}{_review()}</html>"
    )


def _agenda() -> str:
    return (
        "<h1>Ostlebury Borough Council</h1><h2>Overview and Scrutiny Committee, 25 November 2025</h2>"
        "<p><b>Agenda</b></p><p>1. Apologies for absence<br>2. Minutes of the meeting on 16 September 2025<br>"
        "3. Revenue budget monitoring<br>4. Strategic risk register<br>5. Corporate Plan: Quarter 2 progress report</p>"
        "<h2>2. Minutes of the meeting held on 16 September 2025</h2><p><b>Present:</b> Councillors Ames (Chair), "
        "Bartholomew, Choudhury, Dell and Fenwick.</p><p><b>14. Housing repairs.</b> The Head of Housing reported that the "
        "refurbishment programme was behind schedule and that two actions had been rated red in the previous quarter. "
        "Members asked whether the programme could be completed by March. The Head of Housing replied that it was on "
        "track to recover if the second contractor started in October.</p><p><b>RESOLVED:</b> that the report be noted, "
        "and that an amber rating be kept until the second contractor had started.</p><p><b>15. Leisure centre.</b> "
        "The Committee heard that the roof works had been completed. Councillor Dell asked that thanks be recorded.</p>"
    )


def _finance() -> str:
    rows = "".join(
        f'<tr><td>{name}<td class="n">{budget}<td class="n">{forecast}<td class="n">{variance}'
        for name, budget, forecast, variance in BUDGET
    )
    bars = "".join(
        f'<rect x="{40 + 90 * k}" y="{120 - h}" width="50" height="{h}" fill="{colour}"/>'
        for k, (h, colour) in enumerate(((80, "#00a651"), (45, "#f7b500"), (20, "#d0021b"), (60, "#1f6fb2")))
    )
    names = "".join(
        f'<rect x="420" y="{14 + 22 * k}" width="12" height="12" fill="{colour}"/><text x="438" y="{24 + 22 * k}" font-size="11">{name}</text>'
        for k, (name, colour) in enumerate(
            (
                ("Housing", "#00a651"),
                ("Environment", "#f7b500"),
                ("Planning", "#d0021b"),
                ("Corporate", "#1f6fb2"),
            )
        )
    )
    return (
        '<h2 class="next">3. Revenue budget monitoring to 30 September 2025</h2><p>The forecast is an overspend of £283,000, '
        "which is due to temporary accommodation.</p><table><thead><tr><th>Service<th>Budget £000<th>Forecast £000<th>Variance £000"
        f"</thead>{rows}</table><p>Figure 1: Share of the savings target that has been delivered</p>"
        f'<svg width="560" height="130"><path d="M30 5V120H400" fill="none" stroke="#333"/>{bars}{names}</svg>'
    )


def _risks() -> str:
    rows = "".join(
        f'<tr><td>{ref}<td>{risk}<td class="c">{likely}<td class="c">{impact}<td class="c" style="background:{colour}">{score}<td>{control}'
        for ref, risk, likely, impact, score, control, colour in RISKS
    )
    return (
        '<h2 class="next">4. Strategic risk register</h2><p>Scores of 15 and more are red, from 8 to 14 amber, below 8 green.</p>'
        f"<table><thead><tr><th>Ref<th>Risk<th>Likelihood<th>Impact<th>Score<th>Mitigation</thead>{rows}</table>"
    )


def _review() -> str:
    key = "".join(
        f'<tr><td class="c" style="background:{colour}">{rag}<td>{label}'
        for rag, (_, colour, label) in KEY.items()
    )
    rows = "".join(
        f"<tr><td>{number}<td>{escape(text)}<td>{lead}<td>{due}"
        f'<td class="c" style="background:{KEY[rag][1]}">{rag}<td>{escape(note)}'
        for number, text, lead, due, rag, note in ACTIONS
    )
    heads = "".join(
        f"<th>{text}" for text in ("No.", "Action", "Lead officer", "Target date", "RAG", "Progress")
    )
    return (
        '<h1 class="next">Corporate Plan 2024-2028: Quarter 2 Progress Report 2025-26</h1><p>Ostlebury Borough Council, '
        "position at 30 September 2025</p><p>Of the actions in the plan, 7 are green, 2 are amber, 1 is red and 2 are "
        f'blue.</p><table class="key">{key}</table><table><thead><tr>{heads}</thead>{rows}</table>'
    )
