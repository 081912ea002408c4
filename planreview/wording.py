"""Two wordings as the words that stayed, went and came."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

#: share of words in common below which a text was written anew, and is shown whole
ALIKE = 0.5
#: words that are kept around a change; a longer run that stayed is cut short with an ellipsis
AROUND = 4

Fate = Literal["stayed", "went", "came"]


class Run(NamedTuple):
    """Words that follow each other and share a fate."""

    fate: Fate
    text: str


def compare(before: str, after: str) -> Iterator[Run]:
    """Runs of words from one wording to the other; long unchanged runs cut short, new texts whole."""
    former, latter = before.split(), after.split()
    matcher = SequenceMatcher(a=former, b=latter, autojunk=False)
    anew = [("replace", 0, len(former), 0, len(latter))]
    steps = anew if matcher.ratio() < ALIKE else matcher.get_opcodes()
    for at, (kind, i, j, k, m) in enumerate(steps):
        if kind == "equal":
            yield Run("stayed", _shortened(former[i:j], first=at == 0, last=at == len(steps) - 1))
            continue
        if i < j:
            yield Run("went", " ".join(former[i:j]))
        if k < m:
            yield Run("came", " ".join(latter[k:m]))


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    head = [] if first else words[:AROUND]
    tail = [] if last else words[-AROUND:]
    if len(words) <= len(head) + len(tail) + 1:
        return " ".join(words)
    return " ".join([*head, "…", *tail])
