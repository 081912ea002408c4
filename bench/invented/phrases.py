"""Sentences from templates, none of them twice in one document."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TypeVar

from bench.invented.review import Times
from bench.invented.words import words

T = TypeVar("T")
FROM_MONEY, TO_MONEY = 15, 900
TRIES = 200


def chance(rng: Random, share: float) -> bool:
    """True in that share of the draws."""
    return rng.random() < share


def weighted(rng: Random, choices: dict[T, float]) -> T:
    """One of the choices, each as often as its weight says."""
    return rng.choices(list(choices), weights=list(choices.values()))[0]


class Phrases:
    """Fills templates with places, numbers and months that suit the review's day."""

    def __init__(self, rng: Random, times: Times, committee: str) -> None:
        self._rng = rng
        self._times = times
        self._committee = committee
        self._places = [self._place() for _ in range(9)]
        self._said: set[str] = set()

    def fresh(self, templates: list[str]) -> str:
        """A sentence that this document has not said."""
        said = self._fresh(templates, TRIES)
        if not said:
            raise LookupError(f"the templates are used up: {templates[0]!r} and {len(templates) - 1} others")
        return said[0]

    def several(self, templates: list[str], count: int) -> list[str]:
        """So many fresh sentences, each of another template; fewer where the templates are used up."""
        said: list[str] = []
        for template in self._rng.sample(templates, k=len(templates)):
            if len(said) < count:
                said += self._fresh([template], TRIES // 10)
        return said

    def filled(self, template: str) -> str:
        """A sentence, said before or not."""
        rng, bank = self._rng, words("places")
        place, second = rng.sample(self._places, 2)
        return template.format(
            thing=rng.choice(words("actions")["things"]),
            place=place,
            place2=second,
            n=rng.randrange(3, 140),
            pct=f"{rng.randrange(4, 97)}%",
            money=f"£{rng.randrange(FROM_MONEY, TO_MONEY)},000",
            month=self._month(-rng.randrange(1, 6)),
            later=self._month(rng.randrange(1, 7)),
            body=rng.choice([*bank["committees"], "Programme Board"]),
            committee=self._committee,
        )

    def _fresh(self, templates: list[str], tries: int) -> list[str]:
        for _ in range(tries):
            text = self.filled(self._rng.choice(templates))
            if text not in self._said:
                self._said.add(text)
                return [text]
        return []

    def _month(self, away: int) -> str:
        return f"{months_away(self._times.day, away):%B}"

    def _place(self) -> str:
        bank = words("places")
        return str(self._rng.choice(bank["first_syllables"]) + self._rng.choice(bank["last_syllables"]))


def months_away(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months away."""
    at = day.year * 12 + day.month - 1 + months
    return dt.date(at // 12, at % 12 + 1, 1)


def end_of_month(day: dt.date) -> dt.date:
    """The last day of the month."""
    return months_away(day, 1) - dt.timedelta(days=1)
