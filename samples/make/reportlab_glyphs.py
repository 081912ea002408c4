"""Tables drawn with ReportLab, with coloured ZapfDingbats characters as marks and the key at both ends."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from samples.make import layout
from samples.make.pin import seconds_of
from samples.make.plan import Activity, Priority, Review
from samples.make.reportlab_cells import BOLD, Cell, Group, text_cell

MARKS = {
    "completed": ("\u2714", "#0057a8", "blue ✔ character of ZapfDingbats"),
    "on_schedule": ("\u25cf", "#2f9e44", "green ● character of ZapfDingbats"),
    "behind_schedule": ("\u25b2", "#f08c00", "amber ▲ character of ZapfDingbats"),
    "not_happening": ("\u2718", "#d00000", "red ✘ character of ZapfDingbats"),
    "no_information": ("\u274d", "#6c757d", "grey ❍ character of ZapfDingbats"),
}
SYMBOLS = {status: description for status, (_, _, description) in MARKS.items()}
PAGE_WIDTH, PAGE_HEIGHT = landscape(A4)
MARGIN, TOP, BOTTOM = 16 * mm, 16 * mm, 15 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEADER_FILL, RULE = "#dfe7f0", "#404040"
LEAST = 26.0  # points: a row begins at the foot of a page only where two lines of it fit


class Sheet:
    """The canvas, the height at which the next thing goes, and the furniture of each page."""

    def __init__(self, review: Review, path: Path) -> None:
        self.review = review
        self.canvas = Canvas(str(path), pagesize=(PAGE_WIDTH, PAGE_HEIGHT))
        self.canvas.setTitle(layout.plan_heading(review))
        self.canvas.setAuthor(review.organisation)
        self.canvas.setSubject(review.review_title)
        self.top: float = 0.0
        self.begin_page()

    @property
    def room(self) -> float:
        """Points that are left above the foot of the page."""
        return float(self.top - BOTTOM)

    def begin_page(self) -> None:
        """Print the furniture of a fresh page."""
        if self.top:
            self.canvas.showPage()
        self.top = PAGE_HEIGHT - TOP
        self.canvas.setStrokeColor(RULE)
        self.canvas.setLineWidth(0.6)
        self.canvas.setFillColor("#505050")
        self.canvas.setFont("Helvetica", 7.5)
        self.canvas.drawString(MARGIN, PAGE_HEIGHT - 10 * mm, self.review.organisation)
        self.canvas.drawCentredString(PAGE_WIDTH / 2, 8 * mm, f"Page {self.canvas.getPageNumber()}")

    def line(self, text: str, size: float, *, font: str = "Helvetica-Bold", above: float = 0) -> None:
        """One line of text under what is there."""
        self.top -= above + size
        self.canvas.setFillColor("black")
        self.canvas.setFont(font, size)
        self.canvas.drawString(MARGIN, self.top, text)
        self.top -= size * 0.45


def render(review: Review, path: Path) -> None:
    """Write the review to `path` as PDF."""
    os.environ["SOURCE_DATE_EPOCH"] = str(seconds_of(review.dated))
    sheet = Sheet(review, path)
    sheet.canvas.setFont("Helvetica-Bold", 10)
    sheet.canvas.setFillColor("black")
    sheet.canvas.drawRightString(PAGE_WIDTH - MARGIN, PAGE_HEIGHT - 13 * mm, review.appendix)
    sheet.line(layout.plan_heading(review), 17, above=4)
    sheet.line(review.review_title, 12, above=2)
    _legend(sheet)
    for priority in review.priorities:
        _heading(sheet, layout.priority_heading(priority), 12)
        _table(sheet, layout.ACTION_COLUMNS, [_activity(activity) for activity in priority.activities])
        _heading(sheet, layout.measures_heading(priority), 10)
        _table(sheet, layout.indicator_columns(priority), _indicators(priority))
        for note in priority.footnotes:
            sheet.line(note, 8, font="Helvetica", above=2)
    _legend(sheet)
    sheet.canvas.save()


def _heading(sheet: Sheet, text: str, size: float) -> None:
    if sheet.room < 120:
        sheet.begin_page()
    sheet.line(text, size, above=12)
    sheet.top -= 2


def _legend(sheet: Sheet) -> None:
    _heading(sheet, layout.LEGEND_HEADING, 10)
    shares = (layout.Column("Mark", 7), layout.Column("Rating", 12), layout.Column("Meaning", 81))
    widths = _widths(shares, WIDTH * 0.85)
    groups = [
        Group({}, [{0: _mark(widths[0], entry.status), 1: text_cell(widths[1], [entry.label], BOLD),
                    2: text_cell(widths[2], [entry.definition])}])
        for entry in sheet.review.legend
    ]  # fmt: skip
    _table(sheet, shares, groups, WIDTH * 0.85)


def _activity(activity: Activity) -> Group:
    w = _widths(layout.ACTION_COLUMNS)
    merged = {0: text_cell(w[0], layout.activity_cell(activity)), 1: text_cell(w[1], activity.plans)}
    if layout.shares_lead(activity):
        merged[3] = text_cell(w[3], layout.lead_cell(activity.leads))
    rows = []
    for action in activity.actions:
        row = {
            2: text_cell(w[2], layout.action_cell(action)),
            4: text_cell(w[4], layout.progress_cell(action)),
        }
        if 3 not in merged:
            row[3] = text_cell(w[3], layout.lead_cell(activity.leads_of(action)))
        rows.append(row | {5: _mark(w[5], action.status)})
    return Group(merged, rows)


def _indicators(priority: Priority) -> list[Group]:
    """A group an indicator, or two where they share a Target cell."""
    columns = layout.indicator_columns(priority)
    widths, target = _widths(columns), [c.header for c in columns].index("Target")
    groups: list[Group] = []
    for indicator, span in zip(priority.indicators, layout.target_spans(priority), strict=True):
        texts = [layout.indicator_name(indicator)]
        texts += [[value] for value in layout.indicator_values(priority, indicator).values()]
        row = {column: text_cell(widths[column], cell) for column, cell in enumerate(texts)}
        if span:
            groups.append(Group({target: row[target]}, []))
        del row[target]
        groups[-1].rows.append(row)
    return groups


def _table(
    sheet: Sheet, columns: tuple[layout.Column, ...], groups: Iterable[Group], width: float = WIDTH
) -> None:
    widths = _widths(columns, width)
    _header(sheet, columns, widths)
    for group in groups:
        rest: Group | None = group
        while rest:
            heights, head, rest = rest.cut(sheet.room, LEAST)
            _draw(sheet, widths, heights, head)
            if rest:
                sheet.begin_page()
                _header(sheet, columns, widths)


def _header(sheet: Sheet, columns: tuple[layout.Column, ...], widths: list[float]) -> None:
    cells = [text_cell(w, [column.header], BOLD) for w, column in zip(widths, columns, strict=True)]
    height = max(cell.height() for cell in cells)
    for position, cell in enumerate(cells):
        cell.draw(sheet.canvas, MARGIN + sum(widths[:position]), sheet.top, height, HEADER_FILL)
    sheet.top -= height


def _draw(sheet: Sheet, widths: list[float], heights: list[float], group: Group) -> None:
    """Row by row as a reader goes: what is merged is drawn with the first of its rows."""
    for position, (row, height) in enumerate(zip(group.rows, heights, strict=True)):
        tall = {
            **dict.fromkeys(row, height),
            **(dict.fromkeys(group.merged, sum(heights)) if position == 0 else {}),
        }
        for column, size in sorted(tall.items()):
            cell = row.get(column) or group.merged[column]
            cell.draw(sheet.canvas, MARGIN + sum(widths[:column]), sheet.top, size)
        sheet.top -= height


def _widths(columns: tuple[layout.Column, ...], width: float = WIDTH) -> list[float]:
    total = sum(column.share for column in columns)
    return [width * column.share / total for column in columns]


def _mark(width: float, status: str) -> Cell:
    glyph, colour, _ = MARKS[status]
    return Cell(width, mark=(glyph, colour))
