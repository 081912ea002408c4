"""Highmoss Health Board: a recovery plan without a single rule, columns told by white space alone.

Status as words (Good progress, Satisfactory, Limited progress); references such as CP3.2(b); descriptions of many
lines that go on over a page break under a running header; column heads on the first page only. Made with WeasyPrint.
"""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import weasyprint

from samples.make.pin import seconds_of

DAY = dt.date(2025, 11, 20)
KEY = {
    "Achieved": ("completed", "the outcome is in place and evidence has been seen"),
    "Good progress": ("on_schedule", "will be delivered by the date agreed"),
    "Satisfactory": ("on_schedule", "small delays that the lead can recover"),
    "Limited progress": ("off_track", "will not be delivered without help from the Board"),
}
Row = tuple[str, str, str, str, str]  # reference, deliverable, lead, status, commentary
ROWS: list[Row] = [
    ("CP1.1(a)", "Reduce the number of people who wait longer than 52 weeks for a first outpatient appointment to fewer than 400 by March 2026", "Director of Acute Services", "Good progress",
     "At 31 October 388 people had waited longer than 52 weeks, of whom 301 are in two specialties. Weekend clinics in dermatology continue until January and an extra list in ear, nose and throat begins on 1 December."),
    ("CP1.1(b)", "Offer an alternative to a face-to-face appointment in every specialty where it is safe", "Director of Acute Services", "Satisfactory",
     "Nineteen of 24 specialties offer video or telephone review. The remaining five have a plan but no date, and will be asked for one at the November performance meeting."),
    ("CP1.2", "Open the elective treatment centre", "Director of Estates", "Limited progress",
     "The ventilation plant failed its commissioning test for the second time on 6 October. The contractor has proposed a replacement fan set with a lead time of fourteen weeks. Opening in February 2026 is no longer possible and a revised date will not be known before the technical review reports. Costs of the delay are estimated at £1.3 million, for which no provision has been made."),
    ("CP2.1", "Every patient in an emergency department is seen, treated and discharged or admitted within four hours in 80% of cases", "Chief Operating Officer", "Limited progress",
     "Performance in October was 66.2%, from 68.9% in July. Occupancy has been over 96% on every weekday since the end of August, and delayed discharges take up the equivalent of three wards."),
    ("CP2.2(a)", "Set up a flow navigation centre that runs for seven days a week", "Chief Operating Officer", "Achieved",
     "In operation since 4 August. It takes 140 calls a day on average and one in three callers needs no attendance."),
    ("CP2.2(b)", "Expand hospital at home to 90 beds", "Nurse Director", "Good progress",
     "74 beds are open. Recruitment for the last sixteen is complete and they open in two steps, in December and in January."),
    ("CP3.1", "Every locality has a community mental health team that accepts self-referral", "Director of Mental Health", "Satisfactory",
     "Four of six localities. In the two island localities premises have been found but are not yet let."),
    ("CP3.2(a)", "90% of children and young people begin treatment within 18 weeks of referral", "Director of Mental Health", "Good progress",
     "91.4% in the quarter, the third in a row above the standard."),
    ("CP3.2(b)", "Publish a neurodevelopmental pathway that has been agreed with the three councils and with families who have lived experience of it, including those families who left the list before they were seen", "Associate Medical Director", "Limited progress",
     "A draft has been with the councils since June. Two of the three have not replied. The families' reference group met on 14 October and asked for the draft to be withdrawn, because it sets out what services will do and not what families can expect; the lead and the group's chair will meet again on 2 December."),
    ("CP4.1", "Bring sickness absence below 5%", "Director of People", "Satisfactory",
     "5.6% in September. Musculoskeletal absence fell after early physiotherapy was offered to all staff; absence for stress did not."),
    ("CP4.2", "End the use of off-contract agency nurses", "Nurse Director", "Achieved",
     "None has been used since 1 July."),
    ("CP4.3(a)", "Deliver recurring savings of £18.4 million", "Director of Finance", "Limited progress",
     "£9.7 million has been identified, of which £6.2 million is recurring. Prescribing and temporary staffing are the largest gaps. The Finance Committee will consider further schemes on 11 December."),
    ("CP4.3(b)", "Agree a medium-term financial plan with the government", "Director of Finance", "Satisfactory",
     "Submitted in September. Comments are expected before the turn of the year."),
    ("CP5.1", "Cut emissions from buildings by a fifth from the level of 2019/20", "Director of Estates", "Good progress",
     "Down by 17.8% at the half-year. Boilers at two community hospitals are replaced over the winter."),
    ("CP5.2", "Move every site to segregated food waste collection", "Director of Estates", "Achieved",
     "All 31 sites since 29 September."),
    ("CP5.3", "Stop the use of piped nitrous oxide", "Associate Medical Director", "Good progress",
     "Manifolds are decommissioned at three of four hospitals. The last follows when portable cylinders arrive."),
]  # fmt: skip

STYLE = """
@page { size: A4 landscape; margin: 20mm 16mm 18mm;
 @top-left { content: "HIGHMOSS HEALTH BOARD"; font: 8pt "Liberation Serif" }
 @top-right { content: "Recovery Plan 2025/26 – half-year review"; font: italic 8pt "Liberation Serif" }
 @bottom-center { content: "- " counter(page) " -"; font: 9pt "Liberation Serif" } }
body { font: 11.5pt/1.4 "Liberation Serif"; margin: 0 } h1 { font-size: 17pt; margin: 0 }
dl { margin: 2mm 0 6mm } dt { float: left; font-weight: bold; clear: left } dd { margin-left: 40mm }
table { border-collapse: collapse; width: 100%; break-before: page } thead { display: table-row-group }
td, th { vertical-align: top; text-align: left; padding: 0 5mm 5mm 0 } tr { break-inside: auto }
"""


def make(path: Path) -> dict[str, Any]:
    """Print the review; gives its truth."""
    weasyprint.HTML(string=_html()).write_pdf(path, pdf_identifier=f"highmoss-{seconds_of(DAY)}".encode())
    return {
        "document": {"organisation": "Highmoss Health Board", "plan_title": "Recovery Plan",
                     "review_title": "Recovery Plan 2025/26: half-year review"},
        "first_page": 2,
        "legend": [{"label": label, "definition": words, "status": status} for label, (status, words) in KEY.items()],
        "actions": [
            {"activity_refs": [], "number": ref, "text": text, "leads": [lead], "progress": said, "status": KEY[word][0]}
            for ref, text, lead, word, said in ROWS
        ],
    }  # fmt: skip


def _html() -> str:
    key = "".join(f"<dt>{word}<dd>{words}" for word, (_, words) in KEY.items())
    heads = "".join(
        f"<th style='width:{width}'>{text}"
        for text, width in (
            ("Ref", "9%"), ("Deliverable", "26%"), ("Lead", "14%"), ("Assessment", "13%"), ("Commentary", "38%"),
        )
    )  # fmt: skip
    rows = "".join("<tr>" + "".join(f"<td>{escape(text)}" for text in row) for row in ROWS)
    return (
        f'<!doctype html><html lang="en"><title>Half-year review</title><style>{STYLE}</style>'
        "<p>Highmoss Health Board</p><h1>Recovery Plan 2025/26: half-year review</h1>"
        "<p>Position at 31 October 2025, for the meeting of the Board on 27 November 2025. Leads assessed their own "
        "deliverables; the Planning Team reviewed a quarter of them against evidence.</p>"
        f"<p>Assessments</p><dl>{key}</dl><table><thead><tr>{heads}</thead>{rows}</table></html>"
    )
