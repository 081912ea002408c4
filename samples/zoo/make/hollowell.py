"""Hollowell District Council: a performance report without a vertical rule, rows in zebra stripes, status as a pill.

Headers of the narrow columns are turned; themes and their totals are rows of the table; the totals that the front
prints agree with it. Made with Typst, which tags its PDF.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import typst

from samples.make.pin import seconds_of

DAY = dt.date(2025, 10, 31)
TEMPLATE = Path(__file__).with_name("hollowell.typ")
PILLS = {
    "Complete": ("completed", "#2b6cb0", "#ffffff"),
    "On track": ("on_schedule", "#38a169", "#ffffff"),
    "Slipping": ("behind_schedule", "#ecc94b", "#222222"),
    "Off track": ("off_track", "#c53030", "#ffffff"),
}
#: reference, action, owner, due, status, % complete, commentary
Row = tuple[str, str, str, str, str, str, str]
THEMES: list[tuple[str, list[Row]]] = [
    ("Thriving places", [
        ("TP1", "Regenerate Market Row and let all nine units", "A. Pemberton", "Mar 2026", "On track", "65", "Six units are let and heads of terms are agreed for two more."),
        ("TP2", "Approve the local plan for submission", "R. Oduya", "Dec 2025", "Slipping", "80", "Transport evidence is six weeks late; Council will now consider the plan in February."),
        ("TP3", "Complete the canal towpath from Hollowell Lock to Sandiford", "J. Marsh", "Sep 2025", "Complete", "100", "Opened on 6 September."),
        ("TP4", "Introduce a shopfront grant", "A. Pemberton", "Oct 2025", "On track", "90", "Twelve applications are being assessed."),
        ("TP5", "Deliver 210 affordable homes", "S. Kaur", "Mar 2026", "Off track", "31", "66 homes were completed in the half-year. Two registered providers have paused schemes, and the year-end forecast is 140."),
    ]),
    ("Healthy communities", [
        ("HC1", "Open the new leisure centre", "D. Loxley", "Jun 2026", "On track", "55", "Steel frame is complete. The pool tank passed its first water test."),
        ("HC2", "Commission a community transport scheme", "S. Kaur", "Aug 2025", "Complete", "100", "Hop-On began on 18 August with two minibuses."),
        ("HC3", "Reduce the time to award a disabled facilities grant to 90 days", "M. Thorne", "Mar 2026", "Slipping", "40", "The average was 121 days. A second occupational therapist starts in November."),
        ("HC4", "Create four community orchards", "J. Marsh", "Mar 2026", "On track", "50", "Two are planted."),
        ("HC5", "Adopt a domestic abuse policy for tenants", "M. Thorne", "Jul 2025", "Complete", "100", "Adopted by Cabinet on 15 July."),
    ]),
    ("Green and clean", [
        ("GC1", "Collect food waste weekly from every household", "P. Iqbal", "Apr 2026", "On track", "60", "Caddies are ordered; rounds have been designed with crews."),
        ("GC2", "Halve emissions from council buildings", "P. Iqbal", "Mar 2028", "On track", "35", "Heat pumps fitted at two of five sites."),
        ("GC3", "Plant 8,000 trees", "J. Marsh", "Mar 2026", "Slipping", "22", "Dry weather in spring killed a third of the first planting."),
        ("GC4", "Replace 14 refuse vehicles", "P. Iqbal", "Dec 2025", "Off track", "0", "The supplier entered administration in June. A new tender closes on 21 November."),
    ]),
    ("A modern council", [
        ("MC1", "Answer 90% of calls within two minutes", "L. Ferris", "Mar 2026", "On track", "n/a", "88% in September, and rising each month since May."),
        ("MC2", "Move to the shared payroll service", "L. Ferris", "Sep 2025", "Complete", "100", "First payroll ran without error on 28 September."),
        ("MC3", "Publish an asset management plan", "T. Grey", "Nov 2025", "On track", "75", "The draft is with the Asset Board."),
        ("MC4", "Let the empty second floor of the civic centre", "T. Grey", "Mar 2026", "Slipping", "20", "One prospective tenant withdrew in August; marketing has resumed."),
    ]),
]  # fmt: skip


def make(path: Path) -> dict[str, Any]:
    """Print the report; gives its truth."""
    typst.compile(str(TEMPLATE), output=str(path), sys_inputs={"report": json.dumps(_report())})
    return {
        "document": {
            "organisation": "Hollowell District Council",
            "plan_title": "Council Plan",
            "review_title": "Performance Report, Quarter 2 2025/26",
            "cycle": "2025-26 Q2",
            "as_at": "2025-09-30",
        },
        "actions": [_action(*row) for _, rows in THEMES for row in rows],
        "indicators": [],
    }


def _action(ref: str, text: str, owner: str, due: str, status: str, _done: str, note: str) -> dict[str, Any]:
    end = dt.datetime.strptime(due, "%b %Y")
    day = dt.date(end.year + end.month // 12, end.month % 12 + 1, 1) - dt.timedelta(days=1)
    return {
        "activity_refs": [], "number": ref, "text": text, "leads": [owner], "progress": note,
        "status": PILLS[status][0], "due_date": day.isoformat(),
    }  # fmt: skip


def _report() -> dict[str, Any]:
    themes = [
        {"name": name, "rows": rows, "total": f"{name}: {_counted(rows)}"} for name, rows in THEMES
    ]  # fmt: skip
    pills = {name: [fill, ink] for name, (_, fill, ink) in PILLS.items()}
    every = [row for _, rows in THEMES for row in rows]
    return {"themes": themes, "pills": pills, "totals": _counted(every), "seconds": seconds_of(DAY)}


def _counted(rows: list[Row]) -> str:
    counts = {name: sum(row[4] == name for row in rows) for name in PILLS}
    return ", ".join(f"{count} {name.lower()}" for name, count in counts.items())
