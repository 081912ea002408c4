"""`python -m bench.history`: threads against the truth of invented histories, and the labelled pairs."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from bench.history.measure import Measured, measure
from bench.history.pairs import Judged, judged
from bench.history.wordings import to_measure

#: stories in words that the weights were not fitted on; on none of them was a threshold chosen
SEEDS = (9000, 9012)
QUARTERS, SIZE = 48, 60
#: a pair judged alone counts as linked from here on
EVEN = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--seeds",
        type=int,
        nargs=2,
        default=SEEDS,
        metavar=("FIRST", "END"),
        help="stories to tell (%(default)s)",
    )
    first, end = parser.parse_args().seeds
    print(f"\nthreads over {QUARTERS} quarterly reviews of {SIZE} actions, by story; splits and merges\n")
    print(f"{'':>8}{'threads':>28}{'':7}{'splits and merges':>30}")
    print(
        f"{'story':>8}{'links':>8}{'precision':>11}{'recall':>9}{'asked':>7}{'all':>8}{'precision':>13}{'recall':>9}"
    )
    told: list[Measured] = []
    for seed in range(first, end):
        told.append(measure(seed, QUARTERS, SIZE))
        _print_story(str(seed), told[-1:])
    _print_story("all", told)
    worst = min(told, key=lambda m: min(m.precision, m.recall))
    _print_story("worst", [worst])
    scores = [score for m in told for score in m.scores]
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


def _print_story(name: str, told: Sequence[Measured]) -> None:
    links, right, truths, met, asked, noted, rightly, divisions, found = (
        sum(values)
        for values in zip(
            *(
                (m.links, m.right, m.truths, m.met, m.asked, m.noted, m.rightly, m.divisions, m.found)
                for m in told
            ),
            strict=True,
        )
    )
    threads = f"{links:8}{right / links:11.4f}{met / truths:9.4f}{asked:7}"
    print(f"{name:>8}{threads}{divisions:8}{rightly / max(1, noted):13.3f}{found / max(1, divisions):9.3f}")


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
