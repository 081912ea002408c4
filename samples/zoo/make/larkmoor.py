"""City of Larkmoor: a strategic plan's progress report, as cities in the USA print it from a slide-like web page.

Landscape letter pages; goals merged over their initiatives and over pages; health as the cell's fill, its name left in
the fill's own colour; swatches that touch; icons for the type of an initiative, which say nothing about its health.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

from samples.zoo.make.chromium import print_page

HEALTH = {
    "Complete": ("completed", "#2f75b5", "Initiative is finished and its outcome has been verified"),
    "On Target": ("on_schedule", "#70ad47", "Work is proceeding as planned"),
    "At Risk": ("behind_schedule", "#ffd966", "Schedule, budget or scope needs attention"),
    "Off Target": ("off_track", "#e06666", "Will not be delivered without intervention"),
    "Not Started": ("not_started", "#d9d9d9", "Work has not begun"),
}
TYPES = {"New": ("#2f75b5", "M10 1l2.8 6 6.2.7-4.6 4.4 1.2 6.6L10 15.5 4.4 18.7l1.2-6.6L1 7.7 7.2 7z"),
         "Continuing": ("#70ad47", "M10 2a8 8 0 1 0 8 8h-3a5 5 0 1 1-5-5v3l5-4.5L10 0z"),
         "Mandated": ("#e06666", "M3 2h14v3H3zM5 6h10v12H5z")}  # fmt: skip

# goal: number, text, health, initiatives (number, text, type, health, owner, due, status comment)
GOALS: list[tuple[str, str, str, list[tuple[str, str, str, str, str, str, str]]]] = [
    ("1.1", "Reduce structural barriers to small business growth by June 30, 2027", "On Target", [
        ("1.1.1", "Launch a one-stop permitting portal for food and retail businesses", "New", "On Target", "Dana Whitfield", "3/31/2026",
         "Portal went into user testing with 14 local businesses on November 3. Two integration defects remain with the county health department's inspection calendar; the vendor has committed to a December patch."),
        ("1.1.2", "Publish plain-language fee schedules in English, Spanish and Somali", "New", "Complete", "Marcus Oyelaran", "9/30/2025",
         "All 63 fee schedules are published. Print copies were delivered to the five branch libraries and the Southgate Neighborhood Center."),
        ("1.1.3", "Pilot a micro-grant program for storefront accessibility", "New", "At Risk", "Dana Whitfield", "6/30/2026",
         "Council approved $180,000 of the requested $400,000. Staff are re-scoping the pilot to one corridor, and will return to the Finance Committee in January."),
        ("1.1.4", "Review vendor payment terms and cut average days to pay from 41 to 25", "Continuing", "On Target", "Priya Raman", "12/31/2025",
         "Average days to pay fell to 29 in October."),
    ]),
    ("1.2", "Increase the share of city contracts awarded to certified local and minority-owned firms to 22%", "At Risk", [
        ("1.2.1", "Unbundle large contracts where feasible", "Continuing", "On Target", "Priya Raman", "Ongoing",
         "Nine solicitations were unbundled this quarter."),
        ("1.2.2", "Hold quarterly procurement fairs in each council district", "Continuing", "At Risk", "Luis Arce", "6/30/2026",
         "Two of four planned fairs were held. The District 3 fair was cancelled because of flooding at the venue and the District 4 fair is waiting on a new date. Attendance at the two fairs averaged 88 firms, against 60 last year, and 31 of these firms have since registered as vendors with the City."),
        ("1.2.3", "Complete a disparity study", "Mandated", "Off Target", "City Attorney", "12/31/2025",
         "The consultant's contract was terminated for non-performance in August. A new solicitation cannot be released until litigation is resolved; the study will not be completed in this calendar year."),
    ]),
    ("2.1", "Deliver a fully staffed and trained public safety workforce", "Off Target", [
        ("2.1.1", "Reach authorized strength of 212 sworn officers", "Continuing", "Off Target", "Chief Aldo Brandt", "6/30/2026",
         "Sworn strength is 187. Separations (11) exceeded hires (8) during the quarter. The lateral incentive was raised to $15,000 on October 1, and 23 candidates are in background investigation."),
        ("2.1.2", "Train all field staff in crisis intervention", "Mandated", "On Target", "Capt. Renee Holloway", "3/31/2026",
         "164 of 187 officers and all 40 dispatchers have completed the 40-hour course."),
        ("2.1.3", "Open a shared training center with Larkmoor County", "New", "Not Started", "Chief Aldo Brandt", "12/31/2027",
         "Dependent on the FY27 bond referendum. No work is expected before May."),
        ("2.1.4", "Replace the computer-aided dispatch system", "Mandated", "At Risk", "Tomasz Zielinski", "9/30/2026",
         "Data conversion is four weeks late. Go-live remains scheduled for July, but contingency has been used up."),
        ("2.1.5", "Establish a civilian report-taking unit", "New", "Complete", "Capt. Renee Holloway", "7/1/2025",
         "The unit opened on July 1 and took 2,310 reports in its first quarter."),
    ]),
    ("2.2", "Cut traffic deaths and serious injuries in half by 2030", "On Target", [
        ("2.2.1", "Rebuild ten high-injury intersections", "Continuing", "On Target", "Shauna Pike", "10/31/2026",
         "Six are complete, two are under construction. Design for Main and 14th was revised after community comment to keep the northbound bus stop."),
        ("2.2.2", "Lower default residential speed limit to 20 mph", "New", "Complete", "Shauna Pike", "8/15/2025",
         "Ordinance O-2025-117 took effect on August 15; all 1,940 signs were replaced by September 30."),
        ("2.2.3", "Automated enforcement in school zones", "New", "Not Started", "Vacant", "TBD",
         "On hold pending state enabling legislation."),
    ]),
    ("3.1", "Provide every resident with a park or green space within a ten-minute walk", "On Target", [
        ("3.1.1", "Acquire land for three pocket parks in Eastbank", "Continuing", "On Target", "Hannah Boateng", "6/30/2026",
         "Two parcels have closed. An appraisal on the third (the former Ridley laundry) came back 18% above estimate and staff are negotiating with the estate."),
        ("3.1.2", "Finish the Millrace Greenway, segments B and C", "Continuing", "At Risk", "Hannah Boateng", "11/30/2025",
         "Segment B opened October 11. Segment C is delayed to spring by a utility relocation."),
        ("3.1.3", "Adopt a tree canopy ordinance", "New", "On Target", "Jo Steinmetz", "4/30/2026",
         "Draft ordinance was introduced on November 18. Planning Commission hearing is set for January 13."),
    ]),
    ("3.2", "Make city facilities carbon neutral by 2035", "At Risk", [
        ("3.2.1", "Solar on twelve city rooftops", "Continuing", "At Risk", "Jo Steinmetz", "12/31/2026",
         "Five of twelve arrays are energized. Interconnection approvals take nine months on average."),
        ("3.2.2", "Electrify 60% of the light-duty fleet", "Continuing", "On Target", "Fleet Services", "6/30/2027",
         "Fleet is at 44%. 31 vehicles are on order."),
        ("3.2.3", "Benchmark energy use in all buildings over 10,000 square feet", "Mandated", "Complete", "Jo Steinmetz", "5/1/2025",
         "Report filed with the state on April 28."),
    ]),
]  # fmt: skip
AREAS = {"1": "Economic Opportunity", "2": "Safe Neighborhoods", "3": "Sustainable City"}

STYLE = """
@page { size: 11in 8.5in; margin: .5in .45in .55in;
 @bottom-left { content: "FY26 Q2 Strategic Plan Progress Report"; font: 8pt "Noto Sans"; color: #7f7f7f }
 @bottom-right { content: counter(page); font: 8pt "Noto Sans"; color: #7f7f7f } }
body { margin: 0; font: 9.4pt/1.3 "Noto Sans", sans-serif; color: #222 }
.band { background: #17375e; color: #fff; padding: 10pt 14pt; margin-bottom: 9pt } .band h1 { margin: 0; font-size: 19pt }
.band p { margin: 2pt 0 0; font-size: 10.5pt }
h2 { font-size: 12.5pt; color: #17375e; margin: 12pt 0 4pt; break-after: avoid; border-bottom: 2pt solid #17375e }
.keys { display: flex; gap: 60pt; margin: 4pt 0 8pt } .key { display: grid; grid-template-columns: 26pt auto; align-items: center }
.key h3 { grid-column: 1 / 3; margin: 0 0 3pt; font-size: 9.5pt } .swatch { height: 16pt; width: 26pt }
.key span { padding-left: 6pt } .key svg { justify-self: center; height: 13pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed } th { background: #17375e; color: #fff; font-size: 8pt; padding: 3pt 4pt; text-align: left; border: .75pt solid #fff; vertical-align: bottom }
td { border: .75pt solid #bfbfbf; padding: 3pt 4pt; vertical-align: top } td.mid { vertical-align: middle; text-align: center; font-size: 8pt }
svg { width: 13pt; height: 13pt }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the report; gives its truth."""
    print_page(_html(), path, dt.date(2025, 12, 2))
    return {
        "document": {
            "organisation": "City of Larkmoor",
            "plan_title": "Strategic Plan",
            "review_title": "Strategic Plan Progress Report",
        },
        "legend": [
            {"label": label, "definition": words, "status": status}
            for label, (status, _, words) in HEALTH.items()
        ],
        "activities": [{"refs": [ref], "texts": [text]} for ref, text, _, _ in GOALS],
        "actions": [
            _action(goal, *row) for goal, _, _, rows in GOALS for row in rows
        ],
        "indicators": [],
    }  # fmt: skip


def _action(
    goal: str, number: str, text: str, _type: str, health: str, owner: str, due: str, note: str
) -> dict[str, Any]:
    printed = {} if "/" not in due else {"due_date": dt.datetime.strptime(due, "%m/%d/%Y").date().isoformat()}
    return {
        "activity_refs": [goal],
        "number": number,
        "text": text,
        "leads": [owner],
        "progress": note,
        "status": HEALTH[health][0],
        **printed,
    }


def _html() -> str:
    areas = "".join(_area(number, name) for number, name in AREAS.items())
    return (
        '<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Strategic Plan Progress Report</title>'
        f'<style>{STYLE}</style><div class="band"><h1>Strategic Plan Progress Report</h1>'
        "<p>City of Larkmoor &nbsp;|&nbsp; Mayor's Office of Performance &nbsp;|&nbsp; Fiscal Year 2026, Second Quarter "
        f"(as of November 30, 2025)</p></div>{_keys()}{areas}</html>"
    )


def _keys() -> str:
    health = "".join(
        f'<div class="swatch" style="background:{colour}"></div><span><b>{label}</b> &ndash; {words}</span>'
        for label, (_, colour, words) in HEALTH.items()
    )
    types = "".join(f"{_icon(name)}<span>{name}</span>" for name in TYPES)
    return (
        f'<div class="keys"><div class="key"><h3>Goal and Initiative Health</h3>{health}</div>'
        f'<div class="key" style="align-content:start;row-gap:4pt"><h3>Initiative Type</h3>{types}</div></div>'
    )


def _icon(name: str) -> str:
    colour, drawing = TYPES[name]
    return f'<svg viewBox="0 0 20 20"><path fill="{colour}" d="{drawing}"/></svg>'


def _area(number: str, name: str) -> str:
    heads = (
        "Goal",
        "Goal Health",
        "Initiative",
        "Initiative Type",
        "Initiative Health",
        "Owner",
        "Due",
        "Status Comment",
    )
    widths = "".join(f'<col style="width:{w}%">' for w in (15, 6.5, 19, 6.5, 7, 10, 8, 28))
    head = "".join(f"<th>{text}</th>" for text in heads)
    rows = "".join(_goal(*goal) for goal in GOALS if goal[0].startswith(number))
    return (
        f"<h2>Focus Area {number}: {name}</h2><table>{widths}<thead><tr>{head}</thead><tbody>{rows}</table>"
    )


def _goal(ref: str, text: str, health: str, rows: list[tuple[str, str, str, str, str, str, str]]) -> str:
    html, span = "", f' rowspan="{len(rows)}"'
    for position, (number, initiative, kind, own, owner, due, note) in enumerate(rows):
        first = f"<td{span}><b>{ref}</b> {escape(text)}</td>{_health(health, span)}" if position == 0 else ""
        html += (
            f'<tr>{first}<td>{number} {escape(initiative)}</td><td class="mid">{_icon(kind)}</td>{_health(own)}'
            f"<td>{escape(owner)}</td><td>{due}</td><td>{escape(note)}</td></tr>"
        )
    return html


def _health(label: str, span: str = "") -> str:
    colour = HEALTH[label][1]
    return f'<td class="mid"{span} style="background:{colour};color:{colour}">{label}</td>'
