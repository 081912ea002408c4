"""Draw a whole review from its seed: the same seed gives the same review, whoever lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from bench.invented.figures import Measured, Meter, draw_measured
from bench.invented.front import draw_front
from bench.invented.look import draw_look
from bench.invented.paper import Look
from bench.invented.phrases import Phrases, chance
from bench.invented.review import Line, Review, Scale, Theme
from bench.invented.story import Story
from bench.invented.traits import BY_COLOUR, WORDLESS, Traits, draw_traits, with_note_rows
from bench.invented.words import words

MOST_THEMES = 4
INDICATORS = (2, 6)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a seed draws: what is said, how it is built, how it looks, and dice for the small choices of layout."""

    seed: int
    review: Review
    traits: Traits
    measured: Measured
    look: Look

    def dice(self, aspect: str) -> Random:
        """Dice of their own for one aspect, so that a new choice in one moves nothing in another."""
        return _dice(self.seed, aspect)


def draw(seed: int) -> Drawn:
    """The review of a seed."""
    traits = with_note_rows(_dice(seed, "note rows"), draw_traits(_dice(seed, "traits")))
    front = draw_front(_dice(seed, "front"))
    rng = _dice(seed, "scale")
    scale = _scale(rng, traits)
    figure_scale = _figure_scale(rng, traits, scale)
    measured = draw_measured(_dice(seed, "measured"), front.times, figure_scale is not None)
    phrases = Phrases(_dice(seed, "phrases"), front.times, front.committee)
    story = Story(_dice(seed, "story"), traits, scale, front.times, phrases)
    meter = Meter(_dice(seed, "figures"), measured, figure_scale, front.times, phrases)
    prose = words("figures")["prose"]
    review = Review(
        front=front,
        scale=scale,
        figure_scale=figure_scale,
        themes=_themes(_dice(seed, "themes"), traits, story, meter),
        opening=tuple(phrases.filled(text) for text in rng.sample(prose["opening"], k=rng.randint(0, 3))),
        closing=tuple(phrases.filled(text) for text in rng.sample(prose["closing"], k=rng.randint(0, 2))),
    )
    columns = len(traits.columns)
    if traits.figures != "none":
        columns = max(columns, len(measured.columns))
    return Drawn(seed, review, traits, measured, draw_look(_dice(seed, "look"), columns))


def _dice(seed: int, aspect: str) -> Random:
    return Random(f"{seed}/{aspect}")


def _scale(rng: Random, traits: Traits) -> Scale:
    scales = words("scales")["scale"]
    if not traits.has_key and traits.sign in WORDLESS:
        scales = scales[:2]
    if traits.sign in BY_COLOUR:
        scales = [one for one in scales if len({line[2] for line in one["lines"]}) == len(one["lines"])]
    return _of(rng.choice(scales))


def _figure_scale(rng: Random, traits: Traits, scale: Scale) -> Scale | None:
    """The scale of figures: the usual colours where no word tells it, none where one letter would say two things."""
    if chance(rng, 0.25):
        return None
    figures = [_of(one) for one in words("scales")["figures"]]
    if traits.sign in WORDLESS or scale.names_colours:
        figures = figures[:1]
    drawn = rng.choice(figures)
    letters = {line.letter: line.status for line in scale.lines}
    clash = any(letters.get(line.letter, line.status) != line.status for line in drawn.lines)
    return None if clash and traits.sign.endswith("letter") else drawn


def _of(one: dict[str, Any]) -> Scale:
    return Scale(tuple(Line(*line) for line in one["lines"]), bool(one.get("names_colours")))


def _themes(rng: Random, traits: Traits, story: Story, meter: Meter) -> tuple[Theme, ...]:
    bank = words("places")
    count = 1 if traits.theme_place == "none" else rng.randint(1, MOST_THEMES)
    titles = rng.sample(bank["heads_of_themes"], k=count)
    naming = "{title}" if traits.theme_place == "none" else rng.choice(bank["namings"])
    found = []
    for at, title in enumerate(titles, start=1):
        number = str(at) if "{n}" in naming else ""
        heading = naming.format(n=at, title=title)
        figures = () if traits.figures == "none" else meter.indicators(rng.randint(*INDICATORS))
        found.append(Theme(number, title, heading, story.activities(at), figures))
    return tuple(found)
