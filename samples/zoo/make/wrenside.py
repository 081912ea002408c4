"""Wrenside Fire and Rescue Authority: an annual action plan as cards, two beside each other, and measures beside them.

A card is a box of label and value; the RAG's value is a word on its fill. Made with WeasyPrint.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import weasyprint

from samples.make.pin import seconds_of

DAY = dt.date(2026, 1, 19)
KEY = {
    "Blue": ("completed", "#4f81bd", "Action complete"),
    "Green": ("on_schedule", "#92d050", "On track to be completed by the due date"),
    "Amber": ("behind_schedule", "#ffc000", "Some slippage; recovery plan in place"),
    "Red": ("off_track", "#ff0000", "Significant slippage; will not meet the due date"),
}
Card = tuple[str, str, str, str, str, str]  # number, action, lead officer, due, RAG, update
Measure = tuple[str, str, str, str, str]  # measure, target, last quarter, this quarter, RAG

THEMES: list[tuple[str, list[Card], list[Measure]]] = [
    ("Preventing", [
        ("PV1", "Deliver 9,000 Safe and Well visits to households at highest risk", "Area Manager Prevention", "31/03/2026", "Green",
         "6,914 visits completed to 31 December against a profile of 6,750. 71% were to people aged over 65 or living alone."),
        ("PV2", "Introduce a joint hoarding protocol with the four district councils", "Head of Community Safety", "30/09/2025", "Blue",
         "Signed by all partners on 11 September. First multi-agency panel met in October."),
        ("PV3", "Roll out water safety education to every secondary school", "Schools Liaison Manager", "31/12/2025", "Amber",
         "33 of 41 schools reached. The remaining sessions were displaced by November's flooding and are rebooked for February."),
        ("PV4", "Evaluate the fire cadet scheme and report to Members", "Head of Community Safety", "28/02/2026", "Green",
         "University evaluation under way; interviews with 24 former cadets are complete."),
    ], [
        ("Accidental dwelling fires", "115", "29", "34", "Amber"),
        ("Deliberate secondary fires", "240", "71", "48", "Green"),
        ("Safe and Well visits to priority households", "75%", "69%", "71%", "Amber"),
        ("Fire-related casualties", "9", "2", "3", "Green"),
    ]),
    ("Protecting", [
        ("PT1", "Audit all 212 residential buildings over 11 metres", "Head of Protection", "31/03/2026", "Amber",
         "148 audits completed. Two inspecting officers left in October; one post has been filled, the other is out to advert."),
        ("PT2", "Publish a revised risk-based inspection programme", "Head of Protection", "30/06/2025", "Blue",
         "Approved by the Authority on 24 June."),
        ("PT3", "Train 40 wholetime crew in level 3 fire safety", "Learning and Development Manager", "31/01/2026", "Red",
         "17 qualified. The provider withdrew the autumn course and there is no regional capacity before May."),
        ("PT4", "Adopt the national sprinkler standard in planning responses", "Group Manager Fire Engineering", "31/10/2025", "Blue",
         "In use since 1 October."),
        ("PT5", "Digitise the premises risk file", "Head of ICT", "31/03/2026", "Green",
         "Data migration tested twice without loss. Go-live is planned for the second week of March."),
    ], [
        ("Fire safety audits completed", "600", "188", "131", "Red"),
        ("Building regulation consultations answered in 15 days", "95%", "97%", "98%", "Green"),
        ("False alarms attended at non-domestic premises", "410", "104", "99", "Green"),
    ]),
    ("Responding", [
        ("RS1", "Replace six front-line appliances", "Fleet and Equipment Manager", "31/03/2026", "Green",
         "Four in service. The last two are being fitted out by the manufacturer, with delivery due on 2 March."),
        ("RS2", "Improve on-call availability to 85% at every station", "Area Manager Response", "31/03/2026", "Red",
         "Average availability is 72.4%. Three stations are below 60%. A new contract is the subject of consultation with the representative bodies until 30 January."),
        ("RS3", "Move to the shared emergency control room", "Assistant Chief Fire Officer", "30/11/2025", "Amber",
         "Cutover moved from November to 10 February after the telephony failed acceptance tests."),
        ("RS4", "Exercise the wildfire plan with neighbouring services", "Group Manager Operations", "31/08/2025", "Blue",
         "Exercise Bracken took place on 12 July with 96 participants."),
    ], [
        ("First appliance attends a dwelling fire", "9:30", "9:12", "9:41", "Amber"),
        ("Calls answered within 7 seconds", "92%", "95%", "94%", "Green"),
        ("Wholetime appliance availability", "99%", "99.2%", "99.1%", "Green"),
        ("On-call appliance availability", "85%", "74.0%", "72.4%", "Red"),
        ("Carbon emissions from fleet (tonnes)", "1,050", "262", "257", "Green"),
    ]),
]  # fmt: skip

STYLE = """
@page { size: A4 landscape; margin: 13mm 12mm 14mm;
 @bottom-left { content: "Wrenside Fire and Rescue Authority  |  Performance Committee 29 January 2026"; font: 7.5pt "DejaVu Sans"; color: #666 }
 @bottom-right { content: "Page " counter(page); font: 7.5pt "DejaVu Sans"; color: #666 } }
body { font: 7.6pt/1.28 "DejaVu Sans"; color: #111; margin: 0 }
h1 { font-size: 16pt; color: #9c1c1c; margin: 0 } h2 { font-size: 11pt; font-weight: normal; margin: 0 0 4mm }
h3 { font-size: 12pt; color: #9c1c1c; margin: 0 0 3mm; border-bottom: 1.2pt solid #9c1c1c } .theme { break-before: page }
.cards { float: left; width: 66%; display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 3mm } .side { float: right; width: 32% }
table { border-collapse: collapse; width: 100% } .card { border: 1pt solid #555 } .card caption { background: #9c1c1c; color: #fff;
 font-weight: bold; text-align: left; padding: 1mm 1.5mm } .card th { width: 17mm; text-align: left; background: #f3e8e8; vertical-align: top }
.card td, .card th, .side td, .side th, .key td, .key th { border: .5pt solid #999; padding: .8mm 1.2mm }
.side th { background: #9c1c1c; color: #fff; text-align: left } .side td + td, .side th + th { text-align: center }
.key { width: 120mm; margin: 4mm 0 } .key td:first-child { width: 20mm; text-align: center } p { max-width: 210mm; margin: 0 0 2mm; font-size: 8.6pt }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the cards; gives their truth."""
    html = weasyprint.HTML(string=_html())
    html.write_pdf(path, pdf_identifier=f"wrenside-{seconds_of(DAY)}".encode())
    return {
        "document": {
            "organisation": "Wrenside Fire and Rescue Authority",
            "plan_title": "Community Risk Management Plan",
            "review_title": "Annual Action Plan 2025/26: Progress at Quarter 3",
            "cycle": "2025-26 Q3",
            "as_at": "2025-12-31",
        },
        "first_page": 2,
        "legend": [{"label": words, "status": status} for status, _, words in KEY.values()],
        "actions": [_action(*card) for _, cards, _ in THEMES for card in cards],
        "indicators": [_indicator(*row) for _, _, rows in THEMES for row in rows],
    }


def _action(number: str, text: str, lead: str, due: str, rag: str, update: str) -> dict[str, Any]:
    return {
        "activity_refs": [],
        "number": number,
        "text": text,
        "leads": [lead],
        "progress": update,
        "status": KEY[rag][0],
        "due_date": dt.datetime.strptime(due, "%d/%m/%Y").date().isoformat(),
    }


def _indicator(name: str, target: str, last: str, this: str, rag: str) -> dict[str, Any]:
    return {"name": name, "target": target, "previous": last, "latest": this, "status": KEY[rag][0]}


def _html() -> str:
    key = "".join(
        f'<tr><td style="background:{colour}">{word}<td>{means}' for word, (_, colour, means) in KEY.items()
    )
    themes = "".join(map(_theme, *zip(*THEMES, strict=True)))
    return (
        f'<!doctype html><html lang="en"><title>Annual Action Plan 2025/26</title><style>{STYLE}</style>'
        "<p>Wrenside Fire and Rescue Authority</p><h1>Community Risk Management Plan 2024&ndash;2028</h1>"
        "<h2>Annual Action Plan 2025/26: Progress at Quarter 3 (October to December 2025)</h2>"
        "<p>This report shows progress on the thirteen actions that the Authority agreed in February 2025, with the "
        "performance measures that sit beside them. Members are asked to note that three actions have moved from green "
        "to amber since Quarter 2, and that the Chief Fire Officer will report separately on on-call availability.</p>"
        f'<h3>RAG key</h3><table class="key">{key}</table>'
        "<p>Measures are rated against the profiled target for the quarter: green where it is met, amber where it is missed "
        f"by up to ten per cent and red where it is missed by more.</p>{themes}</html>"
    )


def _theme(name: str, cards: list[Card], rows: list[Measure]) -> str:
    measures = "".join(_measure(*row) for row in rows)
    heads = "".join(
        f"<th>{text}</th>" for text in ("Measure", "Target", "Last quarter", "This quarter", "RAG")
    )
    return (
        f'<div class="theme"><h3>{name}</h3><div class="cards">{"".join(_card(*card) for card in cards)}</div>'
        f'<table class="side"><tr>{heads}</tr>{measures}</table></div>'
    )


def _card(number: str, text: str, lead: str, due: str, rag: str, update: str) -> str:
    return (
        f'<table class="card"><caption>{number}</caption><tr><th>Action<td><b>{escape(text)}</b>'
        f"<tr><th>Lead officer<td>{lead}<tr><th>Due<td>{due}"
        f'<tr><th>RAG<td style="background:{KEY[rag][1]}">{rag}<tr><th>Update<td>{escape(update)}</table>'
    )


def _measure(name: str, target: str, last: str, this: str, rag: str) -> str:
    return f'<tr><td>{name}<td>{target}<td>{last}<td>{this}<td style="background:{KEY[rag][1]}">{rag}'
