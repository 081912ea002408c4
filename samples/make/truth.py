"""What a reader must find in a review's PDF, in the shape of the corpus's truth files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samples.make import layout
from samples.make.plan import Action, Activity, Indicator, Priority, Review
from samples.make.search import PrintedPages


def truth_of(review: Review, symbols: Mapping[str, str], printed: PrintedPages) -> dict[str, Any]:
    """The truth of one review; pages are those where the words were found in the PDF."""
    activities, actions, indicators = [], [], []
    page = 1
    for priority in review.priorities:
        for activity in priority.activities:
            page = printed.find(layout.activity_cell(activity)[0], page)[0]
            activities.append(_activity(priority, activity, page))
            for action in activity.actions:
                pages = _action_pages(action, printed, page)
                page = pages[0]
                actions.append(_action(activity, action, pages))
        for indicator in priority.indicators:
            pages = printed.find("".join(layout.indicator_name(indicator)), page)
            page = pages[0]
            indicators.append(_indicator(priority, indicator, pages))
    return {
        "document": _document(review),
        "legend": [
            {
                "symbol_description": symbols[entry.status],
                "label": entry.label,
                "definition": entry.definition,
                "status": entry.status,
            }
            for entry in review.legend
        ],
        "priorities": [
            {"number": p.number, "title": p.title, "printed": layout.priority_label(p)}
            for p in review.priorities
        ],
        "activities": activities,
        "actions": actions,
        "indicators": indicators,
        "footnotes": [note for p in review.priorities for note in p.footnotes],
    }


def _document(review: Review) -> dict[str, Any]:
    return {
        "organisation": review.organisation,
        "plan_title": review.plan_title,
        "plan_period": review.plan_period,
        "review_title": review.review_title,
        "cycle_label": review.cycle_label,
        "appendix": review.appendix,
    }


def _activity(priority: Priority, activity: Activity, page: int) -> dict[str, Any]:
    return {
        "refs": list(activity.refs),
        "texts": list(activity.texts),
        "priority": priority.number,
        "plans": list(activity.plans),
        "page": page,
    }


def _action(activity: Activity, action: Action, pages: list[int]) -> dict[str, Any]:
    return {
        "activity_refs": list(activity.refs),
        "number": action.number,
        "text": action.text,
        "leads": list(activity.leads_of(action)),
        "progress": action.progress,
        "status": action.status,
        "pages": pages,
    }


def _action_pages(action: Action, printed: PrintedPages, first: int) -> list[int]:
    pages = set(printed.find(layout.action_cell(action)[0], first))
    if action.progress:
        pages |= set(printed.find(action.progress, min(pages)))
    return sorted(pages)


def _indicator(priority: Priority, indicator: Indicator, pages: list[int]) -> dict[str, Any]:
    explained = indicator.starred and any(note.startswith("* Provisional") for note in priority.footnotes)
    return {
        "priority": priority.number,
        "name": indicator.name,
        "annual_performance": indicator.annual_performance,
        "provisional": explained or "provisional" in indicator.latest.lower(),
        "national": indicator.national,
        "statistical_neighbours": indicator.statistical_neighbours,
        "target": indicator.target,
        "latest": indicator.latest,
        "previous": indicator.previous,
        "good_is": indicator.good_is,
        "notes": list(indicator.notes),
        "starred": indicator.starred,
        "printed_name": "\n".join(layout.indicator_name(indicator)),
        "pages": pages,
    }
