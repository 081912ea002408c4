"""`python -m bench.history.pairs`: pairs of actions with the answer whether they are one, as a person would label them.

Written to `samples/history/pairs.csv`, and read from there: what is measured is the file. The rows around each pair
are left out, so a twin that differs by a figure alone cannot be told from a new figure; such pairs are not in it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.history.wordings import MONTHS, NOTES, PEOPLE, Wordings, actions
from warehouse.evidence import Rarity
from warehouse.plan import people
from warehouse.similarity import action_score, chance
from warehouse.subject import Subject

TARGET = Path(__file__).parents[2] / "samples" / "history" / "pairs.csv"
SEED = 500
#: chance that the later row has another number, stands elsewhere, is led by others
RENUMBERED, MOVED, REASSIGNED = 0.35, 0.1, 0.15


class Pair(NamedTuple):
    """Two rows of consecutive reviews; `same` is yes or no, `why` what was done to the first."""

    same: str
    why: str
    former_refs: str
    former_number: str
    former_action: str
    former_leads: str
    former_progress: str
    latter_refs: str
    latter_number: str
    latter_action: str
    latter_leads: str
    latter_progress: str


class Judged(NamedTuple):
    """A pair with the chance that linking gives it, looked at alone."""

    pair: Pair
    chance: float


def main() -> None:
    random = Random(SEED)
    rows = [pair for words in actions() for pair in _pairs(random, words)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Pair._fields)
        writer.writerows(rows)
    print(f"{len(rows)} pairs, {sum(row.same == 'yes' for row in rows)} of them one")


def judged() -> list[Judged]:
    """All labelled pairs, judged."""
    with TARGET.open(encoding="utf-8", newline="") as file:
        pairs = [Pair(**row) for row in csv.DictReader(file)]
    sides = [(_subject(pair, "former"), _subject(pair, "latter")) for pair in pairs]
    rarity = Rarity([subject for side in sides for subject in side])
    return [
        Judged(pair, chance(action_score(one, other, set(), rarity).odds))
        for pair, (one, other) in zip(pairs, sides, strict=True)
    ]


def _pairs(random: Random, words: Wordings) -> Iterator[Pair]:
    yield _pair(random, "yes", "reworded a little", words.text, words.light)
    yield _pair(random, "yes", "reworded a lot", words.light, words.heavy)
    yield _pair(random, "no", "another beside it", words.text, words.sibling, beside=True)
    yield _pair(random, "no", "another, reworded", words.sibling, words.heavy, beside=True)
    if random.random() < MOVED:
        yield _pair(random, "yes", "as it was", words.text, words.text)


def _pair(random: Random, same: str, why: str, former: str, latter: str, *, beside: bool = False) -> Pair:
    """`beside`: another row of the same activity, which has a number, and often a lead, of its own."""
    ref, number, leads = (
        f"{random.randint(1, 4)}.{random.randint(1, 5)}",
        random.randint(1, 9),
        _leads(random),
    )
    moved, renumbered = random.random() < MOVED, beside or random.random() < RENUMBERED
    other_leads = _leads(random) if random.random() < (0.6 if beside else REASSIGNED) else leads
    return Pair(
        same, why,
        ref, str(number), former, leads, _note(random),
        f"{random.randint(1, 4)}.{random.randint(1, 5)}" if moved else ref,
        str(number + random.choice((1, 1, 2)) if renumbered else number), latter, other_leads, _note(random),
    )  # fmt: skip


def _leads(random: Random) -> str:
    return "; ".join(random.sample(PEOPLE, random.choice((1, 1, 2))))


def _note(random: Random) -> str:
    return random.choice(NOTES).format(
        topic="this action", month=random.choice(MONTHS), n=random.randint(2, 98)
    )


def _subject(pair: Pair, side: str) -> Subject:
    row = {name.removeprefix(f"{side}_"): value for name, value in pair._asdict().items()}
    return Subject(
        id=side, refs=(row["refs"],), home=None, priority=row["refs"][0], number=row["number"], text=row["action"],
        note=row["progress"], people=people(row["leads"].split("; ")), contents=frozenset(), place=0.5, position=1,
    )  # fmt: skip


if __name__ == "__main__":
    main()
