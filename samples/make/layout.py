"""What every renderer prints alike: headings, columns and the words of each cell."""

from __future__ import annotations

from dataclasses import dataclass

from samples.make.plan import Action, Activity, Indicator, LegendEntry, Priority, Review, paragraphs

LEGEND_HEADING = "Key to RAG ratings"
LEGEND_COLUMNS = ("Mark", "Rating", "Meaning")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header and its share of the table's width, in percent."""

    header: str
    share: float


ACTION_COLUMNS = (
    Column("Key Activities", 15),
    Column("Plan", 10),
    Column("Key Actions", 20),
    Column("Lead", 9),
    Column("Progress to Date", 39.5),
    Column("RAG Rating", 6.5),
)


def plan_heading(review: Review) -> str:
    """The plan with its period."""
    return f"{review.plan_title} {review.plan_period}"


def priority_label(priority: Priority) -> str:
    """The words that name a priority without its title."""
    return f"Priority {priority.number}"


def priority_heading(priority: Priority) -> str:
    """The line above a priority's actions."""
    return f"{priority_label(priority)}: {priority.title}"


def measures_heading(priority: Priority) -> str:
    """The line above a priority's indicators."""
    return f"{priority_label(priority)}: what the measures show"


def activity_cell(activity: Activity) -> list[str]:
    """References and texts of an activity, a paragraph each."""
    return [f"{ref} {text}" for ref, text in zip(activity.refs, activity.texts, strict=True)]


def action_cell(action: Action) -> list[str]:
    """The action behind its number."""
    return [f"{action.number}. {action.text}" if action.number else action.text]


def lead_cell(leads: tuple[str, ...]) -> list[str]:
    """The leads, a pair with a stroke between."""
    return [" / ".join(leads)]


def progress_cell(action: Action) -> list[str]:
    """Paragraphs and bullets of the progress note; none where it is empty."""
    return paragraphs(action.progress)


def shares_lead(activity: Activity) -> bool:
    """Whether one Lead cell serves all of the activity's actions."""
    return all(action.leads is None for action in activity.actions)


def legend_cells(entry: LegendEntry) -> tuple[str, str]:
    """Label and definition."""
    return entry.label, entry.definition


def indicator_columns(priority: Priority) -> tuple[Column, ...]:
    """Columns of the priority's indicator table; the first takes the width of one that is absent."""
    neighbours = (Column("Statistical Neighbours", 11),) if priority.has_statistical_neighbours else ()
    return (
        Column("Indicator", 33 if neighbours else 38),
        Column("National", 10),
        *neighbours,
        Column("Target", 15),
        Column("Latest", 12),
        Column("Previous", 12),
        Column("Good is", 7 if neighbours else 13),
    )


def indicator_name(indicator: Indicator) -> list[str]:
    """Name with its star, annual performance and notes, a paragraph each."""
    annual = indicator.annual_performance
    return [
        indicator.name + (" *" if indicator.starred else ""),
        *([f"({annual})"] if annual else []),
        *indicator.notes,
    ]


def indicator_values(priority: Priority, indicator: Indicator) -> dict[str, str]:
    """The cells behind the name, by column header."""
    values = {
        "National": indicator.national,
        "Statistical Neighbours": indicator.statistical_neighbours or "",
        "Target": indicator.target,
        "Latest": indicator.latest,
        "Previous": indicator.previous,
        "Good is": indicator.good_is,
    }
    return {c.header: values[c.header] for c in indicator_columns(priority)[1:]}


def target_spans(priority: Priority) -> list[int]:
    """Rows that each indicator's Target cell covers; 0 where the cell of the row above covers it."""
    spans: list[int] = []
    for position, indicator in enumerate(priority.indicators):
        covered = position > 0 and priority.indicators[position - 1].target_with_next
        spans.append(0 if covered else 2 if indicator.target_with_next else 1)
    return spans
