"""A story: one plan over many quarters, in which actions are reworded, renumbered, moved, split, merged, dropped,
taken up again, replaced by a sibling, and carried into a successor plan. Everything follows from a seed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import NamedTuple

from bench.history.wordings import MONTHS, NOTES, PEOPLE, PLACES, Wordings, actions, activities, to_measure

STATUSES = ("on_schedule", "on_schedule", "on_schedule", "behind_schedule", "off_track", "completed")
#: chance of each event for an action in a quarter; rarer in life, so that hard cases are well covered
LIGHT, HEAVY, FIGURE, LEAD, MOVED = 0.06, 0.02, 0.02, 0.05, 0.008
DROPPED, PAUSED, REPLACED = 0.02, 0.012, 0.004
#: the same for an action that has parts, and for two parts that stand under one activity
SPLIT, MERGED = 0.06, 0.08
#: chance that a new action differs from one that is there by its figure or its place alone
TWIN = 0.15
#: chance that the note is carried over unchanged, and that it is empty
SAME_NOTE, NO_NOTE = 0.10, 0.06
#: quarters in which a successor plan begins, and which shares of its actions are new, or reworded
SUCCESSIONS, NEW, RELAUNCHED = (13, 29, 41), 0.25, 0.35
#: chance that a whole review is missing, and that what follows an insertion is renumbered
MISSING, RENUMBERED = 0.05, 0.6
LONGEST_GAP = 4


class Style(NamedTuple):
    """How a plan is printed: `within` numbers begin anew in each activity, `through` go on ("3.12"), `none`."""

    numbers: str
    activities: bool
    leads: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An action as it stands; `identity` is the truth."""

    identity: int
    words: Wordings
    text: str
    home: int
    number: str
    leads: tuple[str, ...]
    note: str
    status: str


@dataclass(slots=True)
class Story:
    """One plan as it goes on. `reviews` are its rows in order, None for a quarter without a review; `parents` are
    the actions that one was split or merged from."""

    random: Random
    style: Style
    size: int
    words: Sequence[Wordings]
    rows: list[Row] = field(default_factory=list)
    asleep: list[tuple[int, Row]] = field(default_factory=list)
    identities: int = 0
    parents: dict[int, tuple[int, ...]] = field(default_factory=dict)
    homes: list[int] = field(default_factory=list)
    pool: list[Wordings] = field(default_factory=list)
    reviews: list[tuple[Row, ...] | None] = field(default_factory=list)


def tell(seed: int, quarters: int = 48, size: int = 60, words: Sequence[Wordings] = ()) -> Story:
    """The story of a seed, in these words or those that are measured; the style of printing follows from it too."""
    random = Random(seed)
    style = Style(random.choice(("within", "through", "none")), random.random() < 0.7, random.random() < 0.85)
    story = Story(
        random, style, size, words or to_measure(), homes=random.sample(range(len(activities())), 12)
    )
    for _ in range(size):
        _insert(story, _new(story))
    _renumber(story, everything=True)
    for quarter in range(quarters):
        if quarter:
            _quarter(story, quarter)
        missing = quarter and random.random() < MISSING
        story.reviews.append(None if missing else tuple(story.rows))
    return story


def _quarter(story: Story, quarter: int) -> None:
    succeeded = quarter in SUCCESSIONS
    if succeeded:
        _succeed(story)
    for row in list(story.rows):
        _happen(story, row, quarter)
    for back, row in [pair for pair in story.asleep if pair[0] <= quarter]:
        story.asleep.remove((back, row))
        _insert(story, row)
    while len(story.rows) < story.size:
        _insert(story, _new(story))
    _renumber(story, everything=succeeded)
    story.rows = [_reported(story, row) for row in story.rows]


def _happen(story: Story, row: Row, quarter: int) -> None:
    """One event at most befalls the place of an action; wordings, leads and figures change besides."""
    if row not in story.rows:
        return
    random, at, chance = story.random, story.rows.index(row), story.random.random()
    if chance < DROPPED:
        story.rows.remove(row)
    elif chance < DROPPED + PAUSED:
        story.rows.remove(row)
        story.asleep.append((quarter + random.randint(1, LONGEST_GAP), row))
    elif chance < DROPPED + PAUSED + REPLACED and not _printed(story, row.words.sibling):
        other = row.words.sibling
        story.rows[at] = replace(row, identity=_identity(story), text=other, words=_whole(other), note="")
    elif row.words.parts and random.random() < SPLIT:
        story.rows[at : at + 1] = [
            replace(row, identity=_identity(story, row), text=part, words=_whole(part), number="")
            for part in row.words.parts
        ]
    elif (other_part := _other_part(story, row)) and random.random() < MERGED:
        _merge(story, row, other_part)
    else:
        story.rows[at] = _altered(story, row)


def _altered(story: Story, row: Row) -> Row:
    random = story.random
    text, home, leads = row.text, row.home, row.leads
    if random.random() < HEAVY:
        text = row.words.heavy
    elif random.random() < LIGHT:
        text = row.words.light if row.text == row.words.text else row.words.text
    if random.random() < FIGURE:
        text = _other_figure(random, text)
    if random.random() < LEAD and leads:
        leads = _leads(random)
    if random.random() < MOVED:
        home = random.choice(story.homes)
    return replace(row, text=text, home=home, leads=leads)


def _succeed(story: Story) -> None:
    """A new plan: other activities in another order, a part of the actions new, others carried over in new words."""
    random = story.random
    story.homes = random.sample(range(len(activities())), 12)
    kept = [row for row in story.rows if random.random() >= NEW]
    random.shuffle(kept)
    story.rows = []
    for row in kept:
        words = row.words
        if random.random() < RELAUNCHED:
            row = replace(row, text=random.choice((words.text, words.light, words.light, words.heavy)))
        story.rows.append(replace(row, home=random.choice(story.homes)))
    story.rows.sort(key=lambda row: story.homes.index(row.home))


def _merge(story: Story, row: Row, other: Row) -> None:
    whole = next(words for words in actions() if row.text in words.parts)
    if not _printed(story, whole.text):
        merged = replace(row, identity=_identity(story, row, other), text=whole.text, words=whole)
        story.rows[story.rows.index(row)] = merged
        story.rows.remove(other)


def _other_part(story: Story, row: Row) -> Row | None:
    """The other part of the same whole, where both stand under one activity as they were split."""
    whole = next((words for words in actions() if row.text in words.parts), None)
    others = [r for r in story.rows if whole and r.text in whole.parts and r.text != row.text]
    return next((r for r in others if r.home == row.home), None)


def _new(story: Story) -> Row:
    random = story.random
    while True:
        if not story.pool:
            story.pool = [w for words in story.words for w in (words, _whole(words.sibling))]
            random.shuffle(story.pool)
        twin = _twin(story) if random.random() < TWIN and story.rows else None
        words = twin or story.pool.pop()
        if not _printed(story, words.text):
            break
    leads = _leads(random) if story.style.leads else ()
    return Row(_identity(story), words, words.text, random.choice(story.homes), "", leads, "", "on_schedule")


def _twin(story: Story) -> Wordings | None:
    """The same in all words for another figure or place."""
    row = story.random.choice(story.rows)
    text = _other_figure(story.random, row.text)
    for place in PLACES if text == row.text else ():
        text = text.replace(place, story.random.choice(PLACES))
    return _whole(text) if text != row.text else None


def _whole(text: str) -> Wordings:
    """A text of which no rewording is known but those that anyone would make."""
    first, _, rest = text.partition(" ")
    light = f"{text} in {'partnership' if len(text) % 2 else 'line with policy'}"
    heavy = f"Continue to {first.lower()} {rest}, reporting to the board each quarter"
    return Wordings(text, light, heavy, text, ())


def _insert(story: Story, row: Row) -> None:
    """Put an action at some place among those of its activity."""
    if row.home not in story.homes:
        row = replace(row, home=story.random.choice(story.homes))
    below = [at for at, other in enumerate(story.rows) if other.home == row.home]
    before = [
        at for at, o in enumerate(story.rows) if story.homes.index(o.home) < story.homes.index(row.home)
    ]
    start = below[0] if below else (before[-1] + 1 if before else 0)
    end = below[-1] + 1 if below else start
    place = end if story.random.random() < 0.6 else story.random.randint(start, end)
    story.rows.insert(place, replace(row, number=""))


def _renumber(story: Story, *, everything: bool) -> None:
    """Number the actions: all of an activity anew, or only the new ones after the others."""
    rows = sorted(story.rows, key=lambda row: story.homes.index(row.home))
    story.rows = []
    for home in story.homes:
        own = [row for row in rows if row.home == home]
        anew = everything or (any(not r.number for r in own) and story.random.random() < RENUMBERED)
        story.rows += _numbered(story, home, own, anew)


def _numbered(story: Story, home: int, own: list[Row], anew: bool) -> Iterator[Row]:
    start = f"{story.homes.index(home) + 1}." if story.style.numbers == "through" else ""
    if story.style.numbers == "none":
        yield from own
        return
    used = {row.number for row in own if row.number.startswith(start)}
    free = (f"{start}{n}" for n in range(1, 1000) if anew or f"{start}{n}" not in used)
    taken: set[str] = set()
    for row in own:
        keeps = not anew and row.number.startswith(start) and row.number and row.number not in taken
        number = row.number if keeps else next(free)
        taken.add(number)
        yield replace(row, number=number)


def _reported(story: Story, row: Row) -> Row:
    random = story.random
    if random.random() < SAME_NOTE:
        return row
    if random.random() < NO_NOTE:
        return replace(row, note="")
    words = row.text.split()
    start = random.randrange(max(1, len(words) - 4))
    topic = " ".join(words[start : start + 4]).strip(",.;").lower()
    note = random.choice(NOTES).format(topic=topic, month=random.choice(MONTHS), n=random.randint(2, 98))
    return replace(row, note=note, status=random.choice(STATUSES))


def _other_figure(random: Random, text: str) -> str:
    figure = re.search(r"(?<![\w£])\d[\d,]*(?![\w%])", text)
    if not figure:
        return text
    value = int(figure[0].replace(",", ""))
    other = max(2, round(value * random.choice((0.6, 0.8, 1.2, 1.5))))
    return f"{text[: figure.start()]}{other:,}{text[figure.end() :]}" if other != value else text


def _leads(random: Random) -> tuple[str, ...]:
    return tuple(random.sample(PEOPLE, random.choice((1, 1, 1, 2))))


def _printed(story: Story, text: str) -> bool:
    rows = [*story.rows, *(row for _, row in story.asleep)]
    return any(text in (row.text, row.words.text) for row in rows)


def _identity(story: Story, *parents: Row) -> int:
    story.identities += 1
    story.parents[story.identities] = tuple(row.identity for row in parents)
    return story.identities
