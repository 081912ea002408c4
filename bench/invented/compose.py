"""Put a drawn review on paper: front, key, tables, decoys and prose, in the order of print."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.invented.action_tables import ActionTables
from bench.invented.draw import Drawn
from bench.invented.figure_tables import FigureTables
from bench.invented.key import key_blocks
from bench.invented.paper import Block, Break, Cell, Heading, Look, Paper, Row, Table, Text
from bench.invented.phrases import chance, weighted
from bench.invented.review import Front
from bench.invented.signs import Signs
from bench.invented.words import words

FIGURE_TITLES = (
    "Performance indicators",
    "Key measures",
    "How we are doing",
    "Performance measures",
    "Measures of success",
)
ACTION_TITLES = ("Action plan", "Progress against actions", "Actions", "Delivery plan", "")


def compose(drawn: Drawn) -> Paper:
    """The paper of a drawn review."""
    rng, front = drawn.dice("compose"), drawn.review.front
    signs = Signs(drawn.dice("signs"), drawn.traits)
    key = key_blocks(drawn.dice("key"), drawn.traits, drawn.review.scale, signs, "actions")
    at_end = drawn.traits.legend_at_end
    decoys, first = list(_decoys(rng, drawn.look)), chance(rng, 0.2)
    blocks = [
        *_front(rng, front),
        *(Text(text) for text in drawn.review.opening),
        *([] if at_end else key),
        *(_summary(rng, drawn, signs) if chance(rng, 0.2) else []),
        *(decoys if first else []),
        *_actions(rng, drawn, signs),
        *([] if first else decoys),
        *(Text(text) for text in drawn.review.closing),
        *(key if at_end else []),
    ]
    heads = ("", front.publisher, f"{front.publisher} | {front.plan_printed}", front.title)
    feet = (
        "",
        "{page}",
        "Page {page}",
        "Page {page} of {pages}",
        f"{front.publisher}    Page {{page}} of {{pages}}",
    )
    return Paper(front.title, drawn.look, tuple(blocks), rng.choice(heads), rng.choice(feet))


def _front(rng: Random, front: Front) -> list[Block]:
    """A cover, or a title above the text."""
    day: list[Block] = [Text(front.day_line)] if front.day_line else []
    order: list[list[Block]] = [
        [Text(front.publisher, bold=True), Heading(0, front.plan_printed), Heading(1, front.title), *day],
        [Heading(0, front.publisher), Heading(1, front.plan_printed), Text(front.title, bold=True), *day],
        [Heading(0, front.plan_printed), Heading(1, front.title), Text(front.publisher), *day],
        [Text(front.publisher), Heading(0, front.title), Heading(1, front.plan_printed), *day],
    ]
    blocks = rng.choice(order)
    if chance(rng, 0.2):
        blocks.append(Text(f"Report to {front.committee}"))
    return [*blocks, Break()] if chance(rng, 0.2) else blocks


def _summary(rng: Random, drawn: Drawn, signs: Signs) -> list[Block]:
    """How many actions stand where: signs in a table that has no row of a review."""
    lines = [action.line for theme in drawn.review.themes for action in theme.actions()]
    heads = rng.choice((("Status", "Number of actions"), ("Rating", "Actions"), ("", "Total")))
    head: Row = tuple(Cell((text,) if text else (), bold=True) for text in heads)
    body: list[Row] = [
        (signs.cell(line), Cell((str(lines.count(line)),))) for line in drawn.review.scale.lines
    ]
    title = rng.choice(("Summary", "Overall position", "Summary of progress", "At a glance"))
    return [Heading(1, title), Table((head,), tuple(body), (2.0, 1.2), wide=False)]


def _actions(rng: Random, drawn: Drawn, signs: Signs) -> Iterator[Block]:
    traits, themes = drawn.traits, drawn.review.themes
    actions, figures = ActionTables(drawn, signs), FigureTables(drawn, signs)
    title, breaks = rng.choice(FIGURE_TITLES), chance(rng, 0.25)
    key = _figure_key(drawn, signs)
    if traits.theme_place == "heading":
        for theme in themes:
            yield from [Break()] if breaks else []
            yield Heading(1, theme.heading)
            yield actions.table([theme])
            if traits.figures == "own table":
                yield Heading(2, title)
                yield from key if theme is themes[0] else []
                yield figures.table(theme.indicators)
    else:
        heading = rng.choice(ACTION_TITLES)
        yield from [Heading(1, heading)] if heading else []
        yield actions.table(themes)
    if figures_apart(drawn):
        yield from [Break()] if breaks else []
        yield Heading(1, title)
        yield from key
        yield figures.table([one for theme in themes for one in theme.indicators])


def figures_apart(drawn: Drawn) -> bool:
    """Whether the measures stand in one table behind all actions."""
    traits = drawn.traits
    return traits.figures == "one table" or (
        traits.figures == "own table" and traits.theme_place != "heading"
    )


def _figure_key(drawn: Drawn, signs: Signs) -> list[Block]:
    scale = drawn.review.figure_scale
    if scale is None or scale == drawn.review.scale:
        return []
    return key_blocks(drawn.dice("figure key"), drawn.traits, scale, signs, "figures")


def _decoys(rng: Random, look: Look) -> Iterator[Block]:
    """Tables that are no review, below headings of their own."""
    bank = words("figures")["decoys"]
    count = weighted(rng, {0: 5.0, 1: 3.0, 2: 2.0})
    for name in rng.sample(sorted(bank), k=count):
        yield Heading(1, rng.choice(bank[name]["title"]))
        heads = bank[name]["heads"]
        head: Row = tuple(Cell((text,), fill=look.head_fill, ink=look.head_ink, bold=True) for text in heads)
        body: list[Row] = [tuple(Cell((text,)) for text in row) for row in bank[name]["rows"]]
        yield Table((head,), tuple(body), (3.0, *[1.5] * (len(heads) - 1)), wide=len(heads) > 3)
