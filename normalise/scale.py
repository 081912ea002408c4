"""The lines of a key held against each other: where red is the worst, amber is not as bad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from normalise import vocabulary


class Line(NamedTuple):
    """A line of a key: the name of its sign's colour, its label, and what the label alone is read as."""

    colour: str | None
    label: str
    status: str


def graded(lines: Sequence[Line]) -> list[str]:
    """The status of each line. Words of degree (`Significant issues`) leave open how bad it is: an amber line that
    has them is behind schedule where the key has a red line below it that is off track."""
    worst = any(line.status == _meant(line) == "off_track" for line in lines)
    return ["behind_schedule" if worst and _is_middle(line) else line.status for line in lines]


def _is_middle(line: Line) -> bool:
    degree = _degrees().fullmatch(vocabulary.plain(line.label))
    return line.status == "off_track" and _meant(line) == "behind_schedule" and degree is not None


def _meant(line: Line) -> str | None:
    """What the colour means by convention."""
    convention: dict[str, str] = vocabulary.load("statuses")["convention"]
    return convention.get(line.colour or "")


@lru_cache(maxsize=1)
def _degrees() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.load("statuses")["degree"]["patterns"]))
