"""`python -m bench.history`: threads against the truth of invented histories, and the labelled pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.history.measure import measure
from bench.history.pairs import Judged, judged
from bench.history.wordings import to_measure

#: stories in words that the weights were not fitted on
SEEDS = range(6)
QUARTERS, SIZE = 48, 60
#: a pair judged alone counts as linked from here on
EVEN = 0.5


def main() -> None:
    print(f"\nthreads over {QUARTERS} quarterly reviews of {SIZE} actions, by story\n")
    print(f"{'story':>6}{'links':>8}{'precision':>11}{'recall':>9}{'asked':>7}{'divisions noted':>24}")
    scores: list[tuple[float, bool]] = []
    for seed in SEEDS:
        m = measure(seed, QUARTERS, SIZE)
        scores += m.scores
        divided = f"{m.divided} of {m.divisions}"
        print(f"{seed:6}{m.links:8}{m.precision:11.4f}{m.recall:9.4f}{m.asked:7}{divided:>24}")
    print("\ntheir scores, against the share of links that are right")
    _print_calibration(scores)
    pairs = judged()
    unseen = {
        text for words in to_measure() for text in (words.text, words.light, words.heavy, words.sibling)
    }
    print(f"\nlabelled pairs, each judged alone\n\n{'':28}{'pairs':>6}{'precision':>11}{'recall':>9}")
    _print_pairs("all", pairs)
    _print_pairs("in words not fitted on", [j for j in pairs if j.pair.former_action in unseen])
    print()
    _print_calibration((j.chance, j.pair.same == "yes") for j in pairs)


def _print_pairs(name: str, pairs: Sequence[Judged]) -> None:
    linked = [j for j in pairs if j.chance >= EVEN]
    right, ones = sum(j.pair.same == "yes" for j in linked), sum(j.pair.same == "yes" for j in pairs)
    print(f"{name:28}{len(pairs):6}{right / len(linked):11.3f}{right / ones:9.3f}")


def _print_calibration(scores: Iterable[tuple[float, bool]]) -> None:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for score, right in scores:
        bins[min(9, int(10 * score))].append((score, right))
    print(f"{'score':>12}{'number':>8}{'mean score':>12}{'right':>8}")
    for at, own in enumerate(bins):
        if own:
            mean, right = (sum(values) / len(own) for values in zip(*own, strict=True))
            print(f"   {at / 10:.1f} - {(at + 1) / 10:.1f}{len(own):8}{mean:12.3f}{right:8.3f}")


if __name__ == "__main__":
    main()
