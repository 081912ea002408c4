"""`python -m bench.history.fit`: weigh the evidence of linking by stories in words that nothing is measured on.

Logistic regression (Newton's method) of "is one action" on `warehouse.evidence`, over all pairs of consecutive
reviews that linking has to weigh. A weight is drawn to what a reader would say, REASONED, as if by so many pairs: what
the stories hardly show, such as a negation that turns a sentence round, keeps its reason. Writes
`warehouse/weights.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from bench.history.reviews import Printed, printed
from bench.history.story import tell
from bench.history.wordings import to_fit
from normalise.review import Review
from warehouse.evidence import Evidence, Rarity, evidence, steady
from warehouse.plan import people
from warehouse.similarity import hopeless
from warehouse.subject import Subject

TARGET = Path(__file__).parents[2] / "warehouse" / "weights.toml"
#: stories to learn from; the bench measures on others
SEEDS = range(100, 110)
REASONED = Evidence(
    words=6, within=4, exact=3, other_figures=-1, other_codes=-2.5, other_names=-2.5, opposite=-2.5, same_number=1,
    other_number=-1, same_home=2, same_leads=2, other_leads=-1, note=2, near=0.5,
)  # fmt: skip
#: how strongly a weight is drawn to its reason
STRENGTH = 3.0
HEADER = """# What each piece of evidence of two actions being one is worth, in log odds. `python -m bench.history.fit`
# wrote this from invented histories. `none` speaks against any pair before it is looked at.
"""


def main() -> None:
    shown, truth = examples(SEEDS)
    none, *weights = fitted(shown, truth)
    lines = [
        f"none = {none:.2f}",
        *(f"{n} = {w:.2f}" for n, w in zip(Evidence._fields, weights, strict=True)),
    ]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(truth)} pairs, {int(sum(truth))} of them one\n" + "\n".join(lines))


def examples(seeds: Sequence[int]) -> tuple[list[Evidence], list[float]]:
    """Evidence and truth of each pair that is not settled at sight."""
    found = [
        example
        for seed in seeds
        for example in _examples(printed(tell(seed, words=to_fit()), f"Plan {seed}"))
    ]
    return [shown for shown, _ in found], [float(same) for _, same in found]


def fitted(shown: Sequence[Evidence], truth: Sequence[float]) -> list[float]:
    """The intercept and the weights."""
    x = np.c_[np.ones(len(shown)), np.array(shown, float)]
    prior, pull = np.array([0.0, *REASONED]), np.diag([0.0, *[STRENGTH] * len(REASONED)])
    weights = np.zeros_like(prior)
    for _ in range(50):
        odds = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (odds - np.array(truth)) + pull @ (weights - prior)
        weights -= np.linalg.solve((x * (odds * (1 - odds))[:, None]).T @ x + pull, slope)
    return [float(weight) for weight in weights]


def _examples(told: Printed) -> Iterator[tuple[Evidence, bool]]:
    for former, latter in pairwise(told.reviews):
        left, right = _subjects(former, told), _subjects(latter, told)
        rarity = Rarity([subject for _, subject in (*left, *right)])
        is_steady = steady([s for _, s in left], [s for _, s in right], lambda a, b: _home(a) == _home(b))
        settled = _once(left) & _once(right)
        for i, one in left:
            for j, other in right:
                if (
                    _sight(one) in settled
                    or _sight(other) in settled
                    or i in told.parents[j]
                    or hopeless(one, other)
                ):
                    continue
                at_home = _home(one) == _home(other)
                yield evidence(one, other, at_home=at_home, rarity=rarity, is_steady=is_steady), i == j


def _subjects(review: Review, told: Printed) -> list[tuple[int, Subject]]:
    start, last = review.document.sha256[:12], max(1, len(review.actions) - 1)
    return [
        (
            told.identities[f"{start}-{a.id}"],
            Subject(
                a.id, a.activity_refs, a.activity, a.priority, a.action_number, a.action, a.progress,
                people(a.leads), frozenset(), at / last, at,
            ),
        )
        for at, a in enumerate(review.actions)
    ]  # fmt: skip


def _home(subject: Subject) -> str | None:
    return subject.home or subject.priority


def _sight(subject: Subject) -> tuple[str | None, str | None, str]:
    return _home(subject), subject.number, subject.text


def _once(subjects: list[tuple[int, Subject]]) -> set[tuple[str | None, str | None, str]]:
    return {sight for sight, n in Counter(_sight(subject) for _, subject in subjects).items() if n == 1}


if __name__ == "__main__":
    main()
