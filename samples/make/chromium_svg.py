"""Web page with drawn SVG marks, printed by Chromium: a tagged PDF, rows whole over page breaks."""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path

from samples.make import layout
from samples.make.pin import pin_dates
from samples.make.plan import Activity, Priority, Review

SYMBOLS = {
    "completed": "blue disc with a white tick (vector shape)",
    "on_schedule": "green filled circle (vector shape)",
    "behind_schedule": "amber triangle (vector shape)",
    "not_happening": "red octagon with a white bar (vector shape)",
    "no_information": "hollow circle, grey outline (vector shape)",
}
DRAWINGS = {
    "completed": '<circle cx="10" cy="10" r="9" fill="#1d5fa8"/>'
    '<path d="M5 10.5 8.6 14 15 6.6" fill="none" stroke="#fff" stroke-width="2.4"/>',
    "on_schedule": '<circle cx="10" cy="10" r="8" fill="#3a9d45"/>',
    "behind_schedule": '<path d="M10 2 19 18 1 18Z" fill="#f5a800"/>',
    "not_happening": '<path d="M6.3 1H13.7L19 6.3V13.7L13.7 19H6.3L1 13.7V6.3Z" fill="#c4161c"/>'
    '<rect x="5" y="8.6" width="10" height="2.8" fill="#fff"/>',
    "no_information": '<circle cx="10" cy="10" r="7.6" fill="none" stroke="#777" stroke-width="1.6"/>',
}
STYLE = """
@page { size: A4 landscape; margin: 14mm 15mm 16mm;
  @bottom-left { content: "%(organisation)s"; font: 7.5pt "Liberation Sans"; color: #444 }
  @bottom-right { content: "Page " counter(page) " of " counter(pages);
    font: 7.5pt "Liberation Sans"; color: #444 } }
body { margin: 0 1px; font: 9.2pt/1.3 "Liberation Sans", Arial, sans-serif; color: #111 }
.appendix { text-align: right; font-weight: bold; margin: 0 }
h1 { font-size: 17pt; margin: 0 0 1mm } h2 { font-size: 12.5pt; margin: 0 0 4mm; color: #30495c }
h3 { font-size: 12pt; margin: 6mm 0 2mm; color: #30495c } h4 { font-size: 10pt; margin: 5mm 0 1.5mm }
h3, h4 { break-after: avoid }
table { border-collapse: collapse; width: 100%%; table-layout: fixed }
td, th { border: 0.6pt solid #7b8a95; padding: 1mm 1.4mm; vertical-align: top; text-align: left }
th { background: #e4ebe4 } p, ul { margin: 0 } p + p, ul + p { margin-top: 1mm } ul { padding-left: 4mm }
.key { width: 82%% } .mark { text-align: center } svg { width: 4.2mm; height: 4.2mm }
.note { font-size: 8pt; margin-top: 1mm }
"""


def render(review: Review, path: Path) -> None:
    """Write the review to `path` as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "review.html"
        page.write_text(_page(review), encoding="utf-8")
        _print(page, path, Path(folder))
    pin_dates(path, review.dated)


def _page(review: Review) -> str:
    body = "".join(_priority(review, priority) for priority in review.priorities)
    return (
        '<!doctype html><html lang="en-GB"><meta charset="utf-8">'
        f"<title>{escape(layout.plan_heading(review))}</title>"
        f"<style>{STYLE % {'organisation': review.organisation}}</style>"
        f'<p class="appendix">{review.appendix}</p><p>{review.organisation}</p>'
        f"<h1>{layout.plan_heading(review)}</h1><h2>{review.review_title}</h2>{_legend(review)}{body}</html>"
    )


def _legend(review: Review) -> str:
    head = "".join(f"<th>{header}</th>" for header in layout.LEGEND_COLUMNS)
    rows = "".join(
        f'<tr><td class="mark">{_mark(review, entry.status)}'
        f"<td><b>{entry.label}</b><td>{escape(entry.definition)}"
        for entry in review.legend
    )
    widths = "".join(f'<col style="width:{share}%">' for share in (8, 15, 77))
    return (
        f'<h4>{layout.LEGEND_HEADING}</h4><table class="key">{widths}<thead><tr>{head}<tbody>{rows}</table>'
    )


def _priority(review: Review, priority: Priority) -> str:
    actions = "".join(_activity(review, activity) for activity in priority.activities)
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in priority.footnotes)
    return (
        f"<h3>{escape(layout.priority_heading(priority))}</h3>{_table(layout.ACTION_COLUMNS, actions)}"
        f"<h4>{layout.measures_heading(priority)}</h4>"
        f"{_table(layout.indicator_columns(priority), _indicators(priority))}{notes}"
    )


def _table(columns: tuple[layout.Column, ...], rows: str) -> str:
    widths = "".join(f'<col style="width:{column.share}%">' for column in columns)
    head = "".join(f"<th>{column.header}</th>" for column in columns)
    return f"<table>{widths}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _activity(review: Review, activity: Activity) -> str:
    span, rows = f' rowspan="{len(activity.actions)}"', []
    shared = layout.shares_lead(activity)
    for position, action in enumerate(activity.actions):
        lead = _cell(layout.lead_cell(activity.leads_of(action)), span if shared else "")
        first = _cell(layout.activity_cell(activity), span) + _cell(list(activity.plans), span)
        rows.append(
            f"<tr>{first if position == 0 else ''}{_cell(layout.action_cell(action))}"
            f"{lead if position == 0 or not shared else ''}{_cell(layout.progress_cell(action))}"
            f'<td class="mark">{_mark(review, action.status)}</td></tr>'
        )
    return "".join(rows)


def _indicators(priority: Priority) -> str:
    rows = []
    for indicator, span in zip(priority.indicators, layout.target_spans(priority), strict=True):
        cells = [_cell(layout.indicator_name(indicator))]
        for header, text in layout.indicator_values(priority, indicator).items():
            if header != "Target":
                cells.append(_cell([text]))
            elif span:
                cells.append(_cell([text], f' rowspan="{span}"'))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(rows)


def _cell(texts: list[str], attributes: str = "") -> str:
    """Paragraphs as p, runs of bullets as one list."""
    html, listing = "", False
    for text in texts:
        bullet = text.startswith("• ")
        html += "<ul>" * (bullet and not listing) + "</ul>" * (listing and not bullet)
        html += f"<li>{escape(text[2:])}</li>" if bullet else f"<p>{escape(text)}</p>"
        listing = bullet
    return f"<td{attributes}>{html}{'</ul>' * listing}</td>"


def _mark(review: Review, status: str) -> str:
    label = next(entry.label for entry in review.legend if entry.status == status)
    return f'<svg viewBox="0 0 20 20" role="img" aria-label="{label}">{DRAWINGS[status]}</svg>'


def _print(page: Path, path: Path, folder: Path) -> None:
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
         f"--print-to-pdf={path}", page.as_uri()],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
