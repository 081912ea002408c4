"""Draw measures: their columns, values in the forms that publishers print, targets, ratings and arrows."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bench.invented.phrases import Phrases, chance, weighted
from bench.invented.review import Indicator, Line, Scale, Times
from bench.invented.words import words

NOT_THERE = ("N/A", "n/a", "-", "Not available", "TBC")
GAP_SHARE = 0.06
NEAR, FAR = 0.05, 0.25


@dataclass(frozen=True, slots=True)
class Measured:
    """What the tables of figures of one document have in common. `columns` are roles in print order."""

    columns: tuple[str, ...]
    good_words: tuple[str, str]


def draw_measured(rng: Random, times: Times, rated: bool) -> Measured:
    """The columns: two figures or the quarters of the year, a target, and what else is usual."""
    quarters = times.quarter >= 2 and chance(rng, 0.3)
    values = [f"q{n}" for n in range(1, 5)] if quarters else ["previous", "latest"]
    if not quarters and chance(rng, 0.2):
        values.reverse()
    if not quarters and chance(rng, 0.2):
        values.insert(0, "baseline")
    target = ["target"] if chance(rng, 0.85) else []
    values = [*target, *values] if chance(rng, 0.5) else [*values, *target]
    after = [*(["status"] if rated else []), *(["trend"] if chance(rng, 0.4) else [])]
    if chance(rng, 0.3):
        after.reverse()
    columns = [
        *(["ref"] if chance(rng, 0.4) else []),
        "name",
        *(["good_is"] if chance(rng, 0.4) else []),
        *values,
        *(["national"] if chance(rng, 0.15) else []),
        *(["statistical_neighbours"] if chance(rng, 0.1) else []),
        *after,
        *(["comment"] if chance(rng, 0.35) else []),
    ]
    return Measured(tuple(columns), tuple(rng.choice(words("figures")["good_words"])))


class Meter:
    """Draws the measures of one document, none of them twice."""

    def __init__(
        self, rng: Random, measured: Measured, scale: Scale | None, times: Times, phrases: Phrases
    ) -> None:
        self._rng = rng
        self._measured = measured
        self._scale = scale
        self._times = times
        self._phrases = phrases
        self._left = rng.sample(words("figures")["measures"], k=len(words("figures")["measures"]))
        self._style = rng.choice(("PI{n:02}", "KPI {n}", "{n}", "CS{n:03}"))
        self._count = 0

    def indicators(self, count: int) -> tuple[Indicator, ...]:
        """So many measures, or as many as are left."""
        return tuple(self._indicator(*self._left.pop()) for _ in range(min(count, len(self._left))))

    def _indicator(self, name: str, good: str, kind: str, least: float, most: float) -> Indicator:
        rng = self._rng
        self._count += 1
        target = rng.uniform(least + (most - least) / 4, most - (most - least) / 4)
        line = self._line()
        latest = _reached(rng, target, good, line)
        former = latest * rng.uniform(0.9, 1.1)
        values = {
            "ref": self._style.format(n=self._count),
            "name": name,
            "good_is": self._measured.good_words[good == "low"],
            "target": _printed(kind, target),
            "latest": _printed(kind, latest),
            "previous": rng.choice(NOT_THERE) if chance(rng, GAP_SHARE) else _printed(kind, former),
            "baseline": _printed(kind, latest * rng.uniform(0.8, 1.2)),
            "national": _printed(kind, latest * rng.uniform(0.9, 1.1)),
            "statistical_neighbours": _printed(kind, latest * rng.uniform(0.9, 1.1)),
            "comment": self._phrases.filled(rng.choice(words("figures")["comments"])),
        }
        for quarter in range(1, 5):
            values[f"q{quarter}"] = _printed(kind, latest * rng.uniform(0.85, 1.15))
        values |= {f"q{quarter}": "" for quarter in range(self._times.quarter + 1, 5)}
        values[f"q{self._times.quarter}"] = values["latest"]
        arrow = "right" if values["previous"] == values["latest"] else "up" if latest > former else "down"
        return Indicator(values["ref"], name, values, line, arrow)

    def _line(self) -> Line | None:
        if self._scale is None:
            return None
        return weighted(self._rng, {line: 3.0 - at for at, line in enumerate(self._scale.lines)})


def _reached(rng: Random, target: float, good: str, line: Line | None) -> float:
    """A figure that stands to its target as its rating says."""
    off = {"behind_schedule": rng.uniform(0.01, NEAR), "off_track": rng.uniform(0.12, FAR)}.get(
        line.status if line else "", -rng.uniform(0.0, 0.1)
    )
    return target * (1 - off if good == "high" else 1 + off)


def _printed(kind: str, value: float) -> str:
    return {
        "percent": f"{min(value, 100.0):.1f}%",
        "count": f"{value:.0f}",
        "thousands": f"{value:,.0f}",
        "decimal": f"{value:.1f}",
        "money": f"£{value:,.0f}k",
    }[kind]
