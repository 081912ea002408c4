"""Typst document whose RAG cells are shaded and hold a letter; Typst tags its PDF too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from samples.make import layout
from samples.make.plan import Activity, Priority, Review

TEMPLATE = Path(__file__).with_name("review.typ")
LETTERS = {
    "completed": ("C", "blue", "#9dc3e6"),
    "on_schedule": ("G", "green", "#92d050"),
    "behind_schedule": ("A", "amber", "#ffc000"),
    "not_happening": ("R", "red", "#ff5050"),
    "no_information": ("N", "white", "#ffffff"),
}
SYMBOLS = {status: f"text '{letter}' on a {name} cell" for status, (letter, name, _) in LETTERS.items()}


def render(review: Review, path: Path) -> None:
    """Write the review to `path` as PDF."""
    typst.compile(str(TEMPLATE), output=str(path), sys_inputs={"review": json.dumps(_review(review))})


def _review(review: Review) -> dict[str, Any]:
    """The words that the template sets, in its own terms."""
    return {
        "organisation": review.organisation,
        "appendix": review.appendix,
        "plan": layout.plan_heading(review),
        "title": review.review_title,
        "dated": [review.dated.year, review.dated.month, review.dated.day],
        "legend_heading": layout.LEGEND_HEADING,
        "legend_columns": layout.LEGEND_COLUMNS,
        "legend": [_mark(entry.status) | {"cells": layout.legend_cells(entry)} for entry in review.legend],
        "action_columns": _columns(layout.ACTION_COLUMNS),
        "priorities": [_priority(priority) for priority in review.priorities],
    }


def _priority(priority: Priority) -> dict[str, Any]:
    spans = layout.target_spans(priority)
    return {
        "heading": layout.priority_heading(priority),
        "measures": layout.measures_heading(priority),
        "rows": [row for activity in priority.activities for row in _rows(activity)],
        "indicator_columns": _columns(layout.indicator_columns(priority)),
        "indicators": [
            {
                "name": layout.indicator_name(i),
                "values": layout.indicator_values(priority, i),
                "target_span": span,
            }
            for i, span in zip(priority.indicators, spans, strict=True)
        ],
        "footnotes": priority.footnotes,
    }


def _rows(activity: Activity) -> list[dict[str, Any]]:
    """One row an action; a span of 0 says that the cell above covers this one."""
    shared, count = layout.shares_lead(activity), len(activity.actions)
    return [
        _mark(action.status)
        | {
            "span": 0 if position else count,
            "activity": layout.activity_cell(activity),
            "plans": activity.plans,
            "action": layout.action_cell(action),
            "lead": layout.lead_cell(activity.leads_of(action)),
            "lead_span": 1 if not shared else 0 if position else count,
            "progress": layout.progress_cell(action),
        }
        for position, action in enumerate(activity.actions)
    ]


def _mark(status: str) -> dict[str, str]:
    letter, _, fill = LETTERS[status]
    return {"mark": letter, "fill": fill}


def _columns(columns: tuple[layout.Column, ...]) -> dict[str, Any]:
    return {"headers": [c.header for c in columns], "shares": [c.share for c in columns]}
