"""The tables of actions of a review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.invented.draw import Drawn
from bench.invented.heads import draw_heads, one_level, two_levels, weights
from bench.invented.paper import Cell, Row, Table
from bench.invented.review import Action, Activity, Theme
from bench.invented.signs import Signs
from bench.invented.words import words

#: fills of rows that run across the table
ACROSS = {"theme": "#dfe6ee", "activity": "#f3f3f3"}


class ActionTables:
    """Makes the tables of one document, all with the same heads."""

    def __init__(self, drawn: Drawn, signs: Signs) -> None:
        rng, self._traits = drawn.dice("heads"), drawn.traits
        times = drawn.review.front.times
        self._signs = signs
        self._roles = drawn.traits.columns
        heads = draw_heads(rng, "action", self._roles, times)
        groups = words("heads")["groups"]
        titles = {name: rng.choice(groups[name]).format(**times.fills()) for name in ("who", "how")}
        self._head = (
            two_levels(self._roles, heads, drawn.look, titles)
            if drawn.traits.grouped_heads
            else one_level(self._roles, heads, drawn.look)
        )

    def table(self, themes: Sequence[Theme]) -> Table:
        """One table with the actions of these priorities."""
        body = [row for theme in themes for row in self._theme(theme)]
        return Table(self._head, tuple(body), weights(self._roles))

    def _theme(self, theme: Theme) -> Iterator[Row]:
        if self._traits.theme_place == "row":
            yield self._across(theme.heading, ACROSS["theme"])
        beside = Cell((theme.heading,), bold=True, rows=len(theme.actions()))
        for activity in theme.activities:
            if self._traits.activity == "row":
                yield self._across(_activity(activity), ACROSS["activity"])
            for at, action in enumerate(activity.actions):
                merged = {
                    "theme": beside if action is theme.actions()[0] else None,
                    "activity": Cell((_activity(activity),), rows=len(activity.actions)) if at == 0 else None,
                }
                yield tuple(
                    merged[role] if role in merged else self._cell(role, action) for role in self._roles
                )
                if self._traits.note_row:
                    yield self._note(action)

    def _note(self, action: Action) -> Row:
        """A row of a note behind its label, over all columns."""
        label, (first, *more) = self._traits.note_row, action.progress
        lines = (label.strip(), first, *more) if first.startswith("• ") else (f"{label}{first}", *more)
        return (Cell(lines, columns=len(self._roles)), *[None] * (len(self._roles) - 1))

    def _across(self, text: str, fill: str) -> Row:
        """A row of one text over all columns."""
        others = [None] * (len(self._roles) - 1)
        return (Cell((text,), fill=fill, bold=True, columns=len(self._roles)), *others)

    def _cell(self, role: str, action: Action) -> Cell:
        if role == "status":
            return self._signs.cell(action.line)
        if role == "former_status":
            return self._signs.cell(action.former)
        if role == "action":
            inside = self._traits.ref_place == "inside"
            return Cell((f"{action.ref} {action.text}" if inside else action.text,))
        if role == "progress":
            return Cell(action.progress)
        if role == "lead":
            return Cell(action.lead_lines)
        return Cell((action.ref if role == "ref" else action.printed[role],))


def _activity(activity: Activity) -> str:
    return f"{activity.ref} {activity.text}".strip()
