"""The signs of a key printed as a table that are words: letters, colours' names, and words on colours of their own."""

from __future__ import annotations

import re

from normalise.language import phrases, vocabulary
from normalise.signs import line_words as key_words
from normalise.signs import scale
from parsers.block import Table

TOKEN = 14  # characters; a longer text is a label, not a sign
MONEY = re.compile(r"[-(]?[£$€] ?\d")
PAIR = 2  # columns: a sign and its words
EACH = 3  # lines of a key, each with a colour of its own
MOST = 0.6  # share of them that name a status


def is_token(text: str) -> bool:
    """A letter, a colour's word or the rest of a lost glyph, and no money; blank counts as a sign that is not there."""
    if MONEY.match(text):
        return False
    return len(text) <= TOKEN and (
        all(vocabulary.colour_word(p) for p in re.split(r"\s*[/-]\s*", text))
        or (len(text) <= 2 and not scale.is_step(text))
        or not text[0].isalnum()
    )


def signs(table: Table) -> frozenset[str]:
    """The words of a first column in which colours' words stand with others of one word: `GREEN`, `COMPLETE`, `NONE`.

    What the rows print is these words, and the words beside them are the labels.
    """
    if named := _named_apart(table):
        return named
    column = [c.text for c in table.cells if c.col == 0 and c.text]
    colours = sum(vocabulary.colour_word(text) is not None for text in column)
    alike = all(text.isalpha() and text.isupper() and len(text) <= TOKEN for text in column)
    return (
        frozenset(column) if table.cols > 1 and alike and colours >= max(2, len(column) / 2) else frozenset()
    )


def _named_apart(table: Table) -> frozenset[str]:
    """The words on colours of their own in a first column beside which stands the name of a status with what it means:
    `Done | Completed – the work is finished`. The rows print these words, and the names beside them are the labels."""
    signs = [c for c in table.cells if c.col == 0]
    labels = {c.row: key_words.split([c.text]) for c in table.cells if c.col == 1}
    inked = all(c.text and c.fill and len(c.text) <= TOKEN and not c.marks for c in signs)
    if table.cols != PAIR or not inked or len({c.fill for c in signs}) < max(EACH, len(signs)):
        return frozenset()
    named = [c.row for c in signs if phrases.status_of(labels.get(c.row, ("", ""))[0])]
    told = [row for row in named if labels[row][1]]
    return (
        frozenset(c.text for c in signs)
        if min(len(named), len(told) + 1) > MOST * len(signs)
        else frozenset()
    )
