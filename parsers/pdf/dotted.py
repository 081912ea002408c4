"""Ruling lines of dots that are painted one by one: what a converter makes of a browser's dotted borders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.page import Rule

LEAST = 6  # dots of a line
LEVEL = 0.3  # points by which the middles of a line's dots may stand off
STEP = 4.0  # of its size that a dot may stand behind the one before it


class Dot(Rule):
    """A filled rectangle that is small both ways: no line, but it may be a part of one."""

    __slots__ = ()


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules with the lines in the place of the dots that draw them, one painted behind the other; others are none."""
    dots = [rule for rule in rules if isinstance(rule, Dot)]
    return [*(rule for rule in rules if not isinstance(rule, Dot)), *_lines(dots)] if dots else list(rules)


def _lines(dots: Sequence[Dot]) -> Iterator[Rule]:
    run: list[Dot] = []
    for dot in dots:
        if run and not _goes_on(run, dot):
            yield from _line(run)
            run = run[-1:] if _goes_on(run[-1:], dot) else []
        run.append(dot)
    yield from _line(run)


def _goes_on(run: Sequence[Dot], dot: Dot) -> bool:
    """True for a dot right behind the last one, on the way that the run goes."""
    across, down = _step(run[-1], dot)
    reach = STEP * max(dot.width, dot.x1 - dot.x0, dot.bottom - dot.top)
    near = dot.colour == run[-1].colour and 0 in (across, down) and 0 < abs(across + down) <= reach
    if len(run) < 2 or not near:
        return near
    before_across, before_down = _step(run[-2], run[-1])
    return across * before_across > 0 or down * before_down > 0


def _step(before: Dot, dot: Dot) -> tuple[float, float]:
    """How far the middle of a dot stands beside and below the one before; next to nothing is none."""
    across = (dot.x0 + dot.x1 - before.x0 - before.x1) / 2
    down = (dot.top + dot.bottom - before.top - before.bottom) / 2
    return across if abs(across) > LEVEL else 0.0, down if abs(down) > LEVEL else 0.0


def _line(run: Sequence[Dot]) -> Iterator[Rule]:
    if len(run) < LEAST:
        return
    first, last = run[0], run[-1]
    x0, x1 = min(first.x0, last.x0), max(first.x1, last.x1)
    top, bottom = min(first.top, last.top), max(first.bottom, last.bottom)
    if x1 - x0 > bottom - top:
        yield Rule(x0, first.top, x1, first.top, first.width, first.colour)
    else:
        x = (first.x0 + first.x1) / 2
        yield Rule(x, top, x, bottom, first.width, first.colour)
