"""A key in letters or digits: each before the words that say what it means, on a line or inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from normalise.keys import purpose as key_purpose
from normalise.language import phrases
from normalise.signs import line as key
from normalise.signs import line_words as key_words
from normalise.signs.line import Key
from parsers.block import Block, Heading, Paragraph, Table

PAGE = r"(?:page|tudalen) \d+(?: (?:of|o) \d+)?"  # the foot of the page, on the line of a key above it
#: `D (Done) = delivered`, `4 (Complete): action complete` on a line of its own: a letter or digit, its label, its words
GRADE = re.compile(
    r"(?:[•▪◦*] ?)?(?P<token>[A-Z]|\d) ?\((?P<label>[^()]{3,60})\)(?: ?[-–—=:]| means) ?(?P<definition>\S.*)"
)
#: `C – Completed P – Progressing W – Withdrawn`, `4 = Complete; 3 = On target`: each letter or digit before its words
LETTERED = re.compile(r"(?<![\w-])(?P<token>[A-Z]{1,2}\s*[-–—:]|\d\s*=)\s+(?=\w)")
#: `rated C (finished in full); D (behind schedule) or W (no longer going ahead)`
BRACKETED = re.compile(r"(?<![\w-])(?P<token>[A-Z]{1,2}|\d)\s*\((?P<label>[^()]{3,80})\)")
#: `• W = Not due to start`, `O: On hold`: on a line of its own, beside others of the kind
OPENED = re.compile(r"(?:[•▪◦*] ?)?(?P<token>[A-Z]{1,2}|\d)\s*(?:[-–—:=]|means\b)\s+(?P<words>[^\W\d_].*)")
LETTER = re.compile(r"[A-Z]{1,2}|\d")
BETWEEN = re.compile(r"\s*[,;]?\s*(?:and|or)?\s*")
LETTERS = 3  # entries of such a key, no fewer
FOLIO = re.compile(rf"\s+{PAGE}$", re.IGNORECASE)


def opens(block: Block) -> bool:
    """True for a text that a letter or digit opens before its words."""
    return not isinstance(block, Table) and OPENED.match(block.text) is not None


def in_run(run: Sequence[Block]) -> list[tuple[Block, list[Key]]]:
    """The entries of texts below each other that a letter or digit each opens; none where one of them is no such text.

    A letter that no colour goes by is known by the others.
    """
    told = [(b, OPENED.fullmatch(" ".join(b.text.split()))) for b in run if not isinstance(b, Table)]
    found = [(block, one) for block, one in told if one]
    if len(found) < len(run) or not _are_letters([one["token"] for _, one in found]):
        return []
    return [(b, [_opened(one["token"], one["words"], b)]) for b, one in found]


def _opened(token: str, words: str, block: Heading | Paragraph) -> Key:
    label, definition = key_words.split([FOLIO.sub("", words)])
    return key.of_words(label, definition, None, None, token, block.page, block.box.x0)


def of_grade(text: str, block: Heading | Paragraph) -> Iterator[Key]:
    """A letter or digit with the name of a status in brackets, and behind these what it means."""
    found = GRADE.fullmatch(text.strip())
    if found and phrases.status_of(found["label"]):
        words = found["label"], found["definition"]
        yield key.of_words(*words, None, None, found["token"], block.page, block.box.x0)


def in_sentence(block: Heading | Paragraph) -> Iterator[Key]:
    """The entries of letters or digits, three or more, that each stand before their words with nothing between them."""
    yield from list(_lettered(block)) or _bracketed(block)


def _lettered(block: Heading | Paragraph) -> Iterator[Key]:
    """The entries of letters that each stand before their words, with nothing but these between them."""
    found = list(LETTERED.finditer(block.text))
    tokens = [f["token"].rstrip(" -–—:=") for f in found]
    if not _are_letters(tokens):
        return
    text = FOLIO.sub("", block.text)
    serves = key_purpose.named_inside(text[: found[0].start()])
    ends = [*(f.start() for f in found[1:]), len(text)]
    for token, start, end in zip(tokens, (f.end() for f in found), ends, strict=True):
        label, *behind = re.split(r"\s*[.;\n|]\s*", text[start:end].strip(" ,;.|"))
        if behind and end < len(text):
            return
        yield _lettered_as(token, label, serves, block.page)


def _bracketed(block: Heading | Paragraph) -> Iterator[Key]:
    """The entries of a sentence in which letters or digits each stand before their words in brackets."""
    found = list(BRACKETED.finditer(block.text))
    tokens = [f["token"] for f in found]
    between = (block.text[a.end() : b.start()] for a, b in pairwise(found))
    if not _are_letters(tokens) or not all(map(BETWEEN.fullmatch, between)):
        return
    serves = key_purpose.named_inside(block.text[: found[0].start()])
    for one in found:
        yield _lettered_as(one["token"], " ".join(one["label"].split()), serves, block.page)


def _are_letters(tokens: Sequence[str]) -> bool:
    """True for the letters of a key or for its digits, each once."""
    once = len(tokens) >= LETTERS and len(set(tokens)) == len(tokens)
    return once and len({token.isdigit() for token in tokens}) == 1


def _lettered_as(token: str, label: str, serves: str, page: int) -> Key:
    line = key.of_words(*key_words.split([label]), None, None, token, page)
    return line._replace(entry=line.entry._replace(label=label, definition=""), serves=serves)
