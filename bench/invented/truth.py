"""What is printed, in the form of samples/zoo: written from what was drawn, never from what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.invented.compose import figures_apart
from bench.invented.draw import Drawn
from bench.invented.key import key_labels
from bench.invented.review import Action, Activity, Indicator, Line, Theme
from bench.invented.signs import Signs
from bench.invented.traits import COLOURLESS
from bench.invented.words import words
from samples.make.search import PrintedPages
from samples.zoo.make.pages import complaints

#: the colour that may say that all is done or that all goes well, where another may say the other of the two
RIVAL = "Green"
VALUES = ("target", "latest", "previous", "national", "statistical_neighbours", "good_is")

Truth = dict[str, Any]


def truth_of(drawn: Drawn) -> Truth:
    """The truth without pages, which only the PDF can tell."""
    front, themes = drawn.review.front, drawn.review.themes
    signs = Signs(drawn.dice("signs"), drawn.traits)
    labels = key_labels(drawn.traits, drawn.review.scale, signs)
    return {
        "document": {
            "organisation": front.publisher,
            "plan_title": front.plan,
            "review_title": front.title,
            "cycle": front.times.cycle,
            "as_at": front.times.day.isoformat(),
        },
        "legend": [{"label": label, "status": status} for label, status in labels],
        "priorities": [{"number": theme.number, "title": theme.title} for theme in themes if theme.number],
        "activities": [
            {"refs": [activity.ref], "texts": [activity.text]}
            for theme in themes
            for activity in theme.activities
            if activity.ref
        ],
        "actions": [
            _action(drawn, theme, activity, action)
            for theme in themes
            for activity in theme.activities
            for action in activity.actions
        ],
        "indicators": [_indicator(drawn, theme, one) for theme in themes for one in theme.indicators],
    }


def printed_truth(drawn: Drawn, path: Path) -> tuple[Truth, list[str]]:
    """The truth with the pages of its PDF, and a sentence for each text that is not printed there."""
    truth, pages = truth_of(drawn), PrintedPages(path)
    missing = list(complaints(truth, pages))
    return (truth if missing else _with_pages(truth, pages)), missing


def _with_pages(truth: Truth, printed: PrintedPages) -> Truth:
    """The pages of each row. A note may begin a page before its action: engines move a cell's last lines on."""
    placed = dict(truth)
    for kind in ("actions", "indicators"):
        page = 1
        placed[kind] = []
        for row in truth[kind]:
            texts = [row["name"]] if kind == "indicators" else [row["text"], row["progress"]]
            pages = sorted({found for text in texts for found in printed.find(text, page)})
            page = pages[0]
            placed[kind].append({**row, "pages": pages})
    return placed


def _status(drawn: Drawn, line: Line) -> Truth:
    """What a careful reader knows of it: of some words only a key tells what they mean, or at least a colour."""
    bank, traits = words("scales"), drawn.traits
    vague = traits.sign in COLOURLESS and line.label in bank["vague"]
    lines = drawn.review.scale.lines
    rivals = line.label == RIVAL and line in lines and any(other.label in bank["rivals"] for other in lines)
    if not traits.has_key and (vague or rivals or line.label in bank["unsaid"]):
        return {"skip": ["status"]}
    return {"status": line.status}


def _action(drawn: Drawn, theme: Theme, activity: Activity, action: Action) -> Truth:
    traits = drawn.traits
    row: Truth = {
        "activity_refs": [activity.ref] if activity.ref else [],
        "number": action.ref,
        "text": action.text,
        "leads": list(action.leads) if "lead" in traits.columns else [],
        "progress": "\n".join(action.progress),
    }
    row |= _status(drawn, action.line)
    if activity.text:
        row["activity"] = activity.text
    if traits.theme_place != "none" and len(drawn.review.themes) > 1:
        row["section"] = theme.title
    if "due" in traits.columns and action.due:
        row["due_date"] = action.due.isoformat()
    return row


def _indicator(drawn: Drawn, theme: Theme, indicator: Indicator) -> Truth:
    """A measure's values by the columns that are printed; of quarters the latest is told, the one before left open."""
    columns, values = drawn.measured.columns, indicator.values
    row: Truth = {"name": indicator.name}
    row |= {role: values[role] for role in VALUES if role in columns}
    if "q1" in columns:
        row["latest"] = values["latest"]
    if not figures_apart(drawn) and theme.number:
        row["priority"] = theme.number
    if "status" in columns and indicator.line:
        row |= _status(drawn, indicator.line)
    return row
