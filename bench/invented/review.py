"""What an invented review says, before anything is said of how it looks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class Line(NamedTuple):
    """One line of a scale: label, status in our words, name of the colour, letter, and what the key says of it."""

    label: str
    status: str
    colour: str
    letter: str
    meaning: str


class Scale(NamedTuple):
    """How things may stand. `names_colours`: its labels are the names of its colours."""

    lines: tuple[Line, ...]
    names_colours: bool


@dataclass(frozen=True, slots=True)
class Times:
    """The period: its first and last day, the quarter that ends it, the year as printed, and our name for it."""

    day: dt.date
    first: dt.date
    quarter: int
    year: str
    year_before: str
    cycle: str

    def fills(self) -> dict[str, str]:
        """What headings and titles print of it."""
        return {
            "q": str(self.quarter),
            "quarter": f"Q{self.quarter}",
            "before": f"Q{self.quarter - 1 or 4}",
            "quarter_before": f"Q{self.quarter - 1 or 4} {self.year if self.quarter > 1 else self.year_before}",
            "year": self.year,
            "period": f"{self.day:%B %Y}",
            "day": f"{self.day.day} {self.day:%B %Y}",
            "first": f"{self.first.day} {self.first:%B %Y}",
            "from": f"{self.first:%B}",
            "to": f"{self.day:%B %Y}",
        }


@dataclass(frozen=True, slots=True)
class Front:
    """What the front says: publisher, plan (with its years as printed), title, the line that tells the day, if any."""

    publisher: str
    plan: str
    plan_printed: str
    title: str
    day_line: str
    committee: str
    times: Times


@dataclass(frozen=True, slots=True)
class Action:
    """One row. `leads` one name each, `lead_lines` as printed; `due` is None where the print names no day."""

    ref: str
    text: str
    leads: tuple[str, ...]
    lead_lines: tuple[str, ...]
    due: dt.date | None
    printed: dict[str, str]
    progress: tuple[str, ...]
    line: Line
    former: Line


@dataclass(frozen=True, slots=True)
class Activity:
    """Actions that share an aim; where the plan has no such level, the aim's text is empty."""

    ref: str
    text: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure; values as printed, by the role of their column."""

    ref: str
    name: str
    values: dict[str, str]
    line: Line | None
    arrow: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A priority of the plan; `heading` is how it is printed, `number` is empty where it has none."""

    number: str
    title: str
    heading: str
    activities: tuple[Activity, ...]
    indicators: tuple[Indicator, ...]

    def actions(self) -> list[Action]:
        return [action for activity in self.activities for action in activity.actions]


@dataclass(frozen=True, slots=True)
class Review:
    """The whole: `figure_scale` is None where figures are rated by the scale of the actions or not at all."""

    front: Front
    scale: Scale
    figure_scale: Scale | None
    themes: tuple[Theme, ...]
    opening: tuple[str, ...] = field(default=())
    closing: tuple[str, ...] = field(default=())
