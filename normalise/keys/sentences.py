"""A key told in running sentences: `Actions shown in red have been completed, those in amber are in progress`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from normalise.language import phrases, vocabulary
from normalise.signs import line as key
from normalise.signs.line import Key
from parsers.block import Heading, Paragraph

COLOURS = 3  # that make a key; two may be told of in passing
SENTENCE = re.compile(r"(?<=[.;])\s+|\n(?=[A-Z])")
CLAUSE = re.compile(r"[,;.:()]")
WORD = re.compile(r"[\w’'-]+|=")
LETTER = re.compile(r"(?<=\()[A-Z](?=\))")  # `Completed (R)`


class Told(NamedTuple):
    """A colour's word or letter, and the words that name its status."""

    sign: str
    words: str
    status: str


def entries(block: Heading | Paragraph) -> Iterator[Key]:
    """The entries of a text each of whose sentences says of every colour that it names what that means, three colours
    at least and each once. What counts, or tells of another time, is no key."""
    told = list(pairs(block.text))
    colours = {vocabulary.colour_word(one.sign) for one in told}
    if not COLOURS <= len(told) == len(colours) == _named(block.text):
        return
    if len({one.status for one in told}) > 1:
        for one in told:
            yield key.of_words(one.words, "", None, None, one.sign, block.page)


def pairs(text: str) -> Iterator[Told]:
    """The colours of a text with what its sentences say that they mean: behind each of a sentence, or before each."""
    if not _signs().search(text):
        return
    for sentence in SENTENCE.split(text):
        signs = _signs().findall(sentence)
        words = {*WORD.findall(sentence.lower())}
        if not signs or any(map(str.isdigit, words)) or not words.isdisjoint(_data()["never"]):
            continue
        pieces = _signs().split(sentence)
        behind, before = (
            [_status(p, opens=o) for p in part] for o, part in ((True, pieces[1:]), (False, pieces[:-1]))
        )
        sides = [side for side in (behind, before) if all(side)]
        if len(sides) == 1:
            yield from (Told(s, *said) for s, said in zip(signs, sides[0], strict=True) if said)


def _named(text: str) -> int:
    """How many times a text names a colour."""
    return len(_signs().findall(text))


def _status(piece: str, *, opens: bool) -> tuple[str, str] | None:
    """The words nearest to a colour that name a status, with it: nothing but words of no meaning beside them."""
    clauses = [c for c in CLAUSE.split(piece) if c.strip(" -–—=/|")]
    words = WORD.findall(clauses[0 if opens else -1]) if clauses else []
    fillers = {*_data()["fillers"]}
    first = next((k for k, word in enumerate(words) if word.lower() not in fillers), 0)
    end = next((k for k in range(len(words), 0, -1) if words[k - 1].lower() not in fillers), 0)
    parts = sorted(product(range(first + 1), range(end, len(words) + 1)), key=lambda p: p[0] - p[1])
    told = (" ".join(words[a:b]) for a, b in parts if a < b)
    return next(((phrase, said) for phrase in told if (said := phrases.status_of(phrase))), None)


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    names = sorted(
        (w for w in vocabulary.load("statuses")["colours"]["words"] if len(w) > 2), key=len, reverse=True
    )
    return re.compile(rf"\b(?i:{'|'.join(names)})\b|{LETTER.pattern}")


def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = vocabulary.load("statuses")["told"]
    return data
