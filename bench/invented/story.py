"""Draw what a plan is about and how it goes: priorities, activities, actions and their notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random

from bench.invented.phrases import Phrases, chance, end_of_month, months_away, weighted
from bench.invented.review import Action, Activity, Line, Scale, Times
from bench.invented.traits import Traits
from bench.invented.words import words

#: how often each status comes; a plan of one colour would measure nothing
SHARES = {"completed": 2.5, "on_schedule": 5.0, "behind_schedule": 2.5, "off_track": 1.3}
OTHER_SHARE = 0.8
AT_AN_END = ("completed", "cancelled")
LEAST_ROWS, MOST_ROWS = 3, 9
ACTIVITY_ROWS = (1, 4)


class Story:
    """Draws the rows of one document; numbers run on from one to the next."""

    def __init__(self, rng: Random, traits: Traits, scale: Scale, times: Times, phrases: Phrases) -> None:
        self._rng = rng
        self._traits = traits
        self._scale = scale
        self._times = times
        self._phrases = phrases
        self._people = [
            f"{rng.choice(words('places')['given'])} {rng.choice(words('places')['family'])}"
            for _ in range(8)
        ]
        self._count = 0

    def activities(self, theme: int) -> tuple[Activity, ...]:
        """The activities of a priority; one without a text where the plan has no such level."""
        rng = self._rng
        if self._traits.activity == "none":
            return (Activity("", "", tuple(self._actions(theme, 0, rng.randint(LEAST_ROWS, MOST_ROWS)))),)
        found = []
        for at in range(1, rng.randint(1, 3) + 1):
            ref = f"{theme}.{at}" if self._traits.activity_ref == "inside" else ""
            rows = self._actions(theme, at, rng.randint(*ACTIVITY_ROWS))
            found.append(Activity(ref, self._phrases.fresh(words("places")["outcomes"]), tuple(rows)))
        return tuple(found)

    def _actions(self, theme: int, activity: int, count: int) -> Iterator[Action]:
        for at in range(1, count + 1):
            self._count += 1
            yield self._action(self._ref(theme, activity, at))

    def _ref(self, theme: int, activity: int, at: int) -> str:
        if self._traits.ref_place == "none":
            return ""
        below = f"{theme}.{activity}.{at}" if activity else f"{theme}.{at}"
        return {
            "1.1": below,
            "1.1.1": below if activity else f"{theme}.1.{at}",
            "CP1.1(a)": f"CP{theme}.{activity or 1}({chr(ord('a') + at - 1)})",
            "A1-1": f"{chr(ord('A') + theme - 1)}{activity or 1}-{at}",
            "HW01": f"HW{self._count:02}",
            "1": str(self._count),
        }[self._traits.ref_form]

    def _action(self, ref: str) -> Action:
        line = self._line()
        leads, lead_lines = self._leads()
        due, printed_due = self._due(line)
        start = months_away(self._times.day, -self._rng.randrange(4, 18))
        printed = {
            "due": printed_due,
            "start": self._printed_day(start),
            "percent": f"{self._percent(line)}%",
            "measure": self._phrases.filled(self._rng.choice(words("actions")["measures"])),
            "partners": ", ".join(self._rng.sample(words("places")["partners"], self._rng.randint(1, 2))),
            "resources": self._rng.choice(words("places")["resources"]),
            "next_steps": self._phrases.filled(self._rng.choice(words("actions")["next_steps"])),
        }
        text = self._phrases.fresh(words("actions")["actions"])
        return Action(ref, text, leads, lead_lines, due, printed, self._note(line), line, self._former())

    def _line(self) -> Line:
        shares = {line: SHARES.get(line.status, OTHER_SHARE) for line in self._scale.lines}
        return weighted(self._rng, shares)

    def _former(self) -> Line:
        """How it stood before: not at an end, else there would be no row now."""
        return self._rng.choice([line for line in self._scale.lines if line.status not in AT_AN_END])

    def _percent(self, line: Line) -> int:
        if line.status in ("completed", "not_started"):
            return 100 if line.status == "completed" else 0
        return self._rng.randrange(10, 95, 5)

    def _leads(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names one each, and the lines that are printed."""
        rng, bank = self._rng, words("places")
        person, post, team = rng.choice(self._people), rng.choice(bank["posts"]), rng.choice(bank["teams"])
        other = rng.choice([name for name in self._people if name != person])
        two = chance(rng, 0.4)
        return {
            "post": ((post,), (post,)),
            "person": ((person,), (person,)),
            "team": ((team,), (team,)),
            "slash": ((person, other), (f"{person} / {other}",)) if two else ((person,), (person,)),
            "stacked": ((person, other), (person, other)) if two else ((person,), (person,)),
            "person and post": ((f"{person} ({post})",), (f"{person} ({post})",)),
        }[self._traits.lead]

    def _due(self, line: Line) -> tuple[dt.date | None, str]:
        if chance(self._rng, 0.06):
            return None, self._rng.choice(("Ongoing", "Ongoing", "To be confirmed"))
        late = line.status in ("completed", "off_track")
        month = months_away(
            self._times.day, self._rng.randrange(-8, 1) if late else self._rng.randrange(1, 20)
        )
        day = end_of_month(month)
        return day, self._printed_day(day)

    def _printed_day(self, day: dt.date) -> str:
        return {
            "31/03/2026": f"{day:%d/%m/%Y}",
            "31 March 2026": f"{day.day} {day:%B %Y}",
            "March 2026": f"{day:%B %Y}",
            "Mar-26": f"{day:%b-%y}",
            "31.03.26": f"{day:%d.%m.%y}",
            "31 Mar 2026": f"{day.day} {day:%b %Y}",
        }[self._traits.due]

    def _note(self, line: Line) -> tuple[str, ...]:
        """The lines of a progress note, its last in the tone of the status."""
        bank = words("actions")["progress"]
        own, usual = bank[line.status], bank["on_schedule"]
        kind, rng = self._traits.note, self._rng
        if kind == "sentence" or line.status in ("not_started", "no_information", "cancelled"):
            return (self._phrases.fresh(own),)
        last = self._phrases.fresh(own)
        said = [*self._phrases.several(usual, rng.randint(1, 2)), last]
        if kind == "sentences":
            return (" ".join(said),)
        if kind == "bullets":
            return tuple(f"• {text}" for text in said)
        if kind == "dated":
            months = [f"{months_away(self._times.day, away):%b %Y}" for away in range(1 - len(said), 1)]
            return tuple(f"{month}: {text}" for month, text in zip(months, said, strict=True))
        return tuple(said)
