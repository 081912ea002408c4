"""Columns of words of statuses alone, where no heading says that they rate the rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from normalise.columns import content, lights, qualified
from normalise.language import phrases, vocabulary
from normalise.review import SCALE
from parsers.block import Cell

MOSTLY = 0.75  # share of a column's words that are statuses, where the others are as short and few
#: what is said of no kind of thing, as `New` and `Ongoing` may be
SETTLED = frozenset(("completed", "cancelled"))
JUDGED = SETTLED | {"behind_schedule", "off_track"}


def are_statuses(column: Sequence[Cell]) -> bool:
    """True for words of statuses alone, of which one says that something is over: others may tell of something else."""
    kinds = {c.text for c in column if c.text}
    said = {phrases.status_of(text) for text in kinds}
    worded = not said.isdisjoint(SETTLED) and len(said & {*SCALE}) > 1
    return (worded and (None not in said or _are_few(column, kinds))) or qualified.are_qualified(column)


def are_outcomes(column: Sequence[Cell]) -> bool:
    """True for names of statuses in every cell, of two kinds and more, one of which says that a row is done or not as
    planned, whatever else the heading may mean: `Outcome` over `Achieved` and `Partly achieved`."""
    said = {phrases.status_of(c.text) for c in column if c.text}
    inked = sum(bool(c.text) for c in column)
    return inked > 1 and None not in said and len(said & {*SCALE}) > 1 and not said.isdisjoint(JUDGED)


def are_worded(column: Sequence[Cell]) -> bool:
    """True for names of colours and words of statuses alone, of two kinds and more."""
    texts = {c.text for c in column if c.text}
    return len(texts) > 1 and all(vocabulary.colour_word(text) or phrases.status_of(text) for text in texts)


def _are_few(column: Sequence[Cell], kinds: Collection[str]) -> bool:
    """True for short words, few of them, of which most are statuses: `Not due` beside `On time` and `Complete`."""
    known = {text for text in kinds if phrases.status_of(text)}
    texts = [c.text for c in column if c.text]
    short = len(kinds) <= content.LABELS < len(texts) and all(len(text) <= lights.SIGN for text in kinds)
    return short and sum(text in known for text in texts) >= MOSTLY * len(texts)
