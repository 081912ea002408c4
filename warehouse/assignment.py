"""Assignment: the set of pairs with the greatest sum of gains, in which nobody is paired twice and nobody
must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf


def best_assignment(gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pair rows with columns so that the sum of `gains` is greatest; only pairs with a gain above 0 are made.

    The graph falls into parts that share no row and no column; each is small, and is solved by the Hungarian
    method with shortest augmenting paths (Jonker and Volgenant 1987, as in Kuhn 1955). Ties go to the first.
    """
    useful = {pair: gain for pair, gain in gains.items() if gain > 0}
    chosen: dict[int, int] = {}
    for rows, columns in _parts(useful):
        chosen |= _solved(rows, columns, useful)
    return dict(sorted(chosen.items()))


def _parts(pairs: Iterable[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns of each connected part."""
    part: dict[tuple[bool, int], set[tuple[bool, int]]] = {}
    for row, column in sorted(pairs):
        left = part.setdefault((True, row), {(True, row)})
        right = part.setdefault((False, column), {(False, column)})
        if left is not right:
            left |= right
            part.update(dict.fromkeys(right, left))
    distinct = {id(members): members for members in part.values()}.values()
    return [
        (sorted(n for is_row, n in members if is_row), sorted(n for is_row, n in members if not is_row))
        for members in distinct
    ]


def _solved(rows: list[int], columns: list[int], gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    if len(rows) == 1 or len(columns) == 1:
        best = max(((r, c) for r in rows for c in columns if (r, c) in gains), key=lambda pair: gains[pair])
        return {best[0]: best[1]}
    turned = len(rows) > len(columns)
    short, long = (columns, rows) if turned else (rows, columns)
    costs = [[-gains.get((b, a) if turned else (a, b), 0.0) for b in long] for a in short]
    pairs = [(long[j], short[i]) if turned else (short[i], long[j]) for i, j in enumerate(_cheapest(costs))]
    return {row: column for row, column in pairs if (row, column) in gains}


def _cheapest(costs: list[list[float]]) -> list[int]:
    """The column of each row in the cheapest full assignment; there are at least as many columns as rows."""
    height, width = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for row in range(1, height + 1):
        _augment(row, costs, row_price, column_price, row_of)
    columns = [0] * height
    for column in range(1, width + 1):
        if row_of[column]:
            columns[row_of[column] - 1] = column - 1
    return columns


def _augment(
    row: int, costs: list[list[float]], row_price: list[float], column_price: list[float], row_of: list[int]
) -> None:
    """Give `row` a column along the cheapest path, moving others where that costs less. Index 0 stands for
    none."""
    width = len(column_price) - 1
    row_of[0], here = row, 0
    nearest, came_from, seen = [inf] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    while row_of[here]:
        seen[here] = True
        current, step, following = row_of[here], inf, 0
        for column in range(1, width + 1):
            if seen[column]:
                continue
            reduced = costs[current - 1][column - 1] - row_price[current] - column_price[column]
            if reduced < nearest[column]:
                nearest[column], came_from[column] = reduced, here
            if nearest[column] < step:
                step, following = nearest[column], column
        for column in range(width + 1):
            if seen[column]:
                row_price[row_of[column]] += step
                column_price[column] -= step
            else:
                nearest[column] -= step
        here = following
    while here:
        row_of[here], here = row_of[came_from[here]], came_from[here]
