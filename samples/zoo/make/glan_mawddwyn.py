"""Bwrdd Iechyd Glan Mawddwyn: a health board's plan review in Welsh and English, rated in Welsh words.

The key is a sentence in each language, and in it red means completed: red is the stamp that closes an action.
Printed by Chromium.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

from samples.zoo.make.chromium import print_page

RED, GREEN, AMBER = "#c00000", "#5b9a3c", "#f0ad00"
RATED = {
    "Wedi'i gwblhau": ("completed", RED),
    "Ar y trywydd iawn": ("on_schedule", GREEN),
    "Ar ei hôl hi": ("behind_schedule", AMBER),
}
DONE, ON, LATE = RATED
#: reference, action in Welsh and English, lead, date in Welsh and English, rating, progress in both languages
Row = tuple[str, str, str, str, str, str, str, str]
AIMS: list[tuple[str, str, list[Row]]] = [
    ("Nod 1: Gofal yn nes at gartref", "Aim 1: Care closer to home", [
        ("1.1", "Agor dwy ganolfan iechyd gymunedol", "Open two community health centres", "Cyfarwyddwr Gofal Sylfaenol", "Mawrth 2026", ON,
         "Agorodd y ganolfan gyntaf ym mis Medi.", "The first centre opened in September. The second is being fitted out."),
        ("1.2", "Recriwtio 24 nyrs ardal", "Recruit 24 district nurses", "Cyfarwyddwr Nyrsio", "Rhagfyr 2025", LATE,
         "Penodwyd 15 hyd yma.", "Fifteen have been appointed so far. A further round of interviews takes place in January."),
        ("1.3", "Cyflwyno ymgynghoriadau fideo ym mhob meddygfa", "Introduce video consultations in every surgery", "Prif Swyddog Digidol", "Mehefin 2025", DONE,
         "Ar waith ym mhob un o'r 31 meddygfa.", "In use in all 31 surgeries since May."),
        ("1.4", "Ehangu fferyllfeydd presgripsiynu", "Extend prescribing pharmacies", "Prif Fferyllydd", "Mawrth 2026", ON,
         "Mae 19 fferyllfa'n cymryd rhan.", "19 pharmacies take part, four more than in June."),
    ]),
    ("Nod 2: Lleihau amseroedd aros", "Aim 2: Shorter waiting times", [
        ("2.1", "Dim arhosiad dros ddwy flynedd", "No wait of more than two years", "Prif Swyddog Gweithredu", "Mawrth 2026", LATE,
         "Mae 412 o gleifion yn dal i aros.", "412 patients are still waiting, most of them for orthopaedic surgery. Weekend lists begin in November."),
        ("2.2", "Agor theatr ddydd newydd", "Open a new day theatre", "Cyfarwyddwr Ystadau", "Medi 2025", DONE,
         "Agorwyd ar 8 Medi.", "Opened on 8 September."),
        ("2.3", "Ambiwlansys i drosglwyddo o fewn awr", "Ambulance handover within one hour", "Prif Swyddog Gweithredu", "Rhagfyr 2025", LATE,
         "Trosglwyddwyd 71% o fewn awr.", "71% were handed over within the hour in September, against 64% in June."),
        ("2.4", "Adolygu pob llwybr canser", "Review every cancer pathway", "Cyfarwyddwr Meddygol", "Mawrth 2026", ON,
         "Cwblhawyd chwe llwybr o naw.", "Six of nine pathways have been reviewed."),
    ]),
    ("Nod 3: Gweithlu iach", "Aim 3: A healthy workforce", [
        ("3.1", "Gostwng absenoldeb salwch i 5%", "Bring sickness absence down to 5%", "Cyfarwyddwr y Gweithlu", "Mawrth 2026", LATE,
         "Y gyfradd ym mis Medi oedd 6.2%.", "The rate in September was 6.2%."),
        ("3.2", "Hyfforddi 200 o staff yn y Gymraeg", "Train 200 staff in Welsh", "Swyddog y Gymraeg", "Gorffennaf 2025", DONE,
         "Cwblhaodd 223 o staff y cwrs.", "223 members of staff finished the course."),
        ("3.3", "Arolwg staff blynyddol", "Annual staff survey", "Cyfarwyddwr y Gweithlu", "Tachwedd 2025", ON,
         "Mae'r arolwg ar agor.", "The survey is open until 28 November."),
    ]),
]  # fmt: skip
MONTHS = {
    "Mawrth": "03-31",
    "Rhagfyr": "12-31",
    "Mehefin": "06-30",
    "Medi": "09-30",
    "Gorffennaf": "07-31",
    "Tachwedd": "11-30",
}
HEADS = (
    ("Cyf", "Ref"), ("Cam gweithredu", "Action"), ("Arweinydd", "Lead"), ("Dyddiad targed", "Target date"),
    ("Statws", "Status"), ("Cynnydd", "Progress"),
)  # fmt: skip
STYLE = """
@page { size: A4 landscape; margin: 14mm; @bottom-left { content: "Bwrdd Iechyd Glan Mawddwyn / Glan Mawddwyn Health Board"; font: 8pt Carlito; color: #555 } }
body { margin: 0; font: 13pt/1.35 Carlito } h1 { font-size: 18pt; margin: 0; color: #1b5e63 } h2 { font-size: 13pt; margin: 0 0 3mm; font-weight: normal }
h3 { font-size: 12.5pt; margin: 6mm 0 2mm; color: #1b5e63; break-after: avoid } table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { border: .7pt solid #9ab; padding: 1.2mm 1.6mm; vertical-align: top; text-align: left } th { background: #dcebec } tr { break-inside: avoid }
td p { margin: 0 } td i { color: #333 } .rated { text-align: center; color: #fff; font-weight: bold } p { margin: 0 0 2mm }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the review; gives its truth."""
    print_page(_html(), path, dt.date(2025, 11, 3))
    return {
        "document": {"organisation": "Glan Mawddwyn Health Board", "plan_title": "Cynllun Blynyddol"},
        "actions": [
            {
                "activity_refs": [], "number": ref, "text": f"{welsh}\n{english}", "leads": [lead],
                "progress": f"{note}\n{told}", "status": RATED[rated][0],
                "due_date": f"{due.split()[1]}-{MONTHS[due.split()[0]]}",
            }
            for _, _, rows in AIMS for ref, welsh, english, lead, due, rated, note, told in rows
        ],
        "indicators": [],
    }  # fmt: skip


def _html() -> str:
    aims = "".join(_aim(*aim) for aim in AIMS)
    return (
        f'<!doctype html><html lang="cy"><meta charset="utf-8"><title>Adolygiad</title><style>{STYLE}</style>'
        "<h1>Bwrdd Iechyd Glan Mawddwyn / Glan Mawddwyn Health Board</h1>"
        "<h2>Cynllun Blynyddol 2025-26: Adolygiad Chwarter 2 / Annual Plan 2025-26: Quarter 2 Review</h2>"
        "<p>Yn y tablau hyn mae coch yn golygu bod y cam wedi'i gwblhau a'i gau, gwyrdd yn golygu ei fod ar y trywydd "
        "iawn, ac oren yn golygu ei fod ar ei hôl hi.</p>"
        "<p>In these tables red means completed and closed, green means on track, and amber means behind schedule.</p>"
        f"{aims}</html>"
    )


def _aim(welsh: str, english: str, rows: list[Row]) -> str:
    widths = "".join(f'<col style="width:{share}%">' for share in (5, 26, 15, 10, 12, 32))
    heads = "".join(f"<th>{first} / {second}</th>" for first, second in HEADS)
    body = "".join(map(_row, rows))
    return f"<h3>{welsh} / {english}</h3><table>{widths}<thead><tr>{heads}</tr></thead>{body}</table>"


def _row(row: Row) -> str:
    ref, welsh, english, lead, due, rated, note, told = row
    return (
        f"<tr><td>{ref}<td><p>{escape(welsh)}</p><p><i>{escape(english)}</i></p><td>{lead}<td>{due}"
        f'<td class="rated" style="background:{RATED[rated][1]}">{rated}<td><p>{escape(note)}</p><p><i>{escape(told)}</i></p>'
    )
