"""Certainty: how likely each pair is one when all that might be paired instead is weighed too."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

#: messages between rivals settle after a few rounds; sums over unlikely rivals change nothing after this many
_ROUNDS = 30
_SETTLED = 1e-4
#: log odds beyond which nothing is doubted, so that no sum overflows
_CERTAIN = 30.0

_Pair = tuple[int, int]


def certainties(odds: Mapping[_Pair, float]) -> dict[_Pair, float]:
    """The chance of each pair, given the log odds of each looked at alone; nobody has two partners, or must have
    one.

    The sums over all ways to pair are found by belief propagation, which is exact where rivals form no ring and
    near elsewhere (Huang and Jebara 2009, "Approximating the permanent with belief propagation").
    """
    weights = {pair: exp(max(-_CERTAIN, min(_CERTAIN, value))) for pair, value in odds.items()}
    row_free = dict.fromkeys(weights, 1.0)
    column_free = dict.fromkeys(weights, 1.0)
    for _ in range(_ROUNDS):
        former = row_free
        row_free = _free(weights, column_free, 0)
        column_free = _free(weights, row_free, 1)
        if all(abs(row_free[pair] - former[pair]) < _SETTLED for pair in weights):
            break
    joint = {pair: weight * row_free[pair] * column_free[pair] for pair, weight in weights.items()}
    return {pair: value / (1 + value) for pair, value in joint.items()}


def _free(weights: Mapping[_Pair, float], other: Mapping[_Pair, float], side: int) -> dict[_Pair, float]:
    """The chance of one side of each pair to be free of all its other rivals."""
    total: dict[int, float] = {}
    for pair, weight in weights.items():
        total[pair[side]] = total.get(pair[side], 0.0) + weight * other[pair]
    return {
        pair: 1 / (1 + max(0.0, total[pair[side]] - weight * other[pair])) for pair, weight in weights.items()
    }
